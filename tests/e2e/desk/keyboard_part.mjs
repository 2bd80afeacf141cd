// A guide corrected and sent to review without a mouse: Tab, Enter, Space and the keys of a form, nothing else.
import assert from 'node:assert/strict';
import { person, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

const MOST_TABS = 160;

const focused = (page) =>
  page.evaluate(() => {
    const node = document.activeElement === document.body ? null : document.activeElement;
    const words = node?.getAttribute('aria-label') || node?.labels?.[0]?.innerText || node?.innerText || '';
    const style = node ? getComputedStyle(node) : null;
    return {
      words: words.trim(),
      seen: style ? style.outlineStyle !== 'none' || style.boxShadow !== 'none' : false,
      field: node?.dataset?.field ?? node?.dataset?.do ?? '',
    };
  });

/** Tabs on until `wanted(focus)`; each stop on the way must be visible. */
async function tab_to(page, what, wanted) {
  for (let turn = 0; turn < MOST_TABS; turn += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.words) assert.ok(now.seen, `the focus shows on "${now.words}"`);
    if (wanted(now)) return now;
  }
  throw new Error(`no way by Tab to ${what}`);
}

const tab_to_words = (page, words) => tab_to(page, `"${words}"`, (now) => now.words.startsWith(words));

async function sign_in_by_keys(page, server, password) {
  await page.goto(server.desk);
  await title(page, 'Đăng nhập');
  await tab_to_words(page, 'Tên đăng nhập');
  await page.keyboard.type('lan');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await title(page, 'Việc cần làm');
}

async function skip_link(page) {
  await page.evaluate(() => document.activeElement.blur());
  await page.reload();
  await title(page, 'Việc cần làm');
  await page.evaluate(() => {
    document.activeElement.blur();
    window.getSelection().removeAllRanges();
  });
}

async function move_a_step(page) {
  const before = await page
    .locator('[data-block="notes"] textarea[lang=vi]')
    .evaluateAll((all) => all.map((each) => each.value));
  await tab_to(page, 'the first "down"', (now) => now.field === 'down');
  await page.keyboard.press('Enter');
  const after = await page
    .locator('[data-block="notes"] textarea[lang=vi]')
    .evaluateAll((all) => all.map((each) => each.value));
  assert.deepEqual(after.slice(0, 2), [before[1], before[0]], 'the first became the second');
  assert.equal((await focused(page)).field, 'down', 'the focus went with it');
}

export async function keyboard_part(server, chromium) {
  const people = await make_people(server, COMMUNE);
  const { page } = await person(chromium, 'lan');
  await sign_in_by_keys(page, server, people.password);
  await skip_link(page);
  await tab_to_words(page, 'Bài hướng dẫn');
  await page.keyboard.press('Enter');
  await title(page, 'Bài hướng dẫn');
  await tab_to_words(page, 'Tìm theo tên');
  await page.keyboard.type('khai sinh cho con');
  await tab_to_words(page, 'Làm giấy khai sinh cho con');
  await page.keyboard.press('Enter');
  await title(page, 'Làm giấy khai sinh cho con');
  await tab_to_words(page, 'Sửa bài này');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.save-status');
  await tab_to_words(page, 'Sửa cho xã: Lưu ý');
  await page.keyboard.press('Enter');
  await move_a_step(page);
  await page.waitForSelector('.save-status[data-state="saved"]');
  await tab_to_words(page, 'Ghi chú sửa đổi');
  await page.keyboard.type('Đổi thứ tự cho dễ đọc');
  await tab_to_words(page, 'Gửi duyệt');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.chip:has-text("Chờ duyệt")');
}
