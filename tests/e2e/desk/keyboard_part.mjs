// A guide corrected, approved, signed by two, and brought back as it was, without a mouse: Tab, Enter, Space and the
// keys of a form, nothing else.
import assert from 'node:assert/strict';
import { person, signer_after, title } from './browser.mjs';
import { signers } from './steps.mjs';

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

/** To the control that says `words`, and Enter. */
async function press(page, words) {
  await tab_to_words(page, words);
  await page.keyboard.press('Enter');
}

async function open_guide(page) {
  await press(page, 'Bài hướng dẫn');
  await title(page, 'Bài hướng dẫn');
  await tab_to_words(page, 'Tìm theo tên');
  await page.keyboard.type('khai sinh cho con');
  await press(page, 'Làm giấy khai sinh cho con');
  await title(page, 'Làm giấy khai sinh cho con');
}

async function correct(page) {
  await open_guide(page);
  await press(page, 'Sửa bài này');
  await page.waitForSelector('.save-status');
  await press(page, 'Sửa cho xã: Lưu ý');
  await move_a_step(page);
  await page.waitForSelector('.save-status[data-state="saved"]');
  await tab_to_words(page, 'Ghi chú sửa đổi');
  await page.keyboard.type('Đổi thứ tự cho dễ đọc');
  await press(page, 'Gửi duyệt');
  await page.waitForSelector('.chip:has-text("Chờ duyệt")');
}

/** From what there is to do. */
async function open_task(page, words) {
  await press(page, 'Việc cần làm');
  await title(page, 'Việc cần làm');
  await press(page, words);
}

async function judge(page) {
  await open_task(page, 'Chờ bạn duyệt');
  await title(page, 'Làm giấy khai sinh cho con');
  await press(page, 'Duyệt');
  await page.waitForSelector('.chip:has-text("Đã duyệt")');
  await press(page, 'Chuẩn bị ký');
  await title(page, 'Ký để đăng');
}

/** Reads and signs in the signer's window, closes it, and is back at the desk. */
async function sign(page) {
  await tab_to_words(page, 'Ký bằng chìa khóa của tôi');
  const signer = await signer_after(page, () => page.keyboard.press('Enter'));
  const ticks = await signer.locator('.tick').count();
  for (let turn = 0; turn < ticks; turn += 1) {
    await tab_to_words(signer, 'Tôi đã đọc');
    await signer.keyboard.press('Space');
  }
  await press(signer, 'Ký');
  await signer.waitForSelector('h2:has-text("Đã ký")');
  await tab_to_words(signer, 'Đóng cửa sổ này');
  const up = () => {}; // the window may be gone before the key is up
  await Promise.all([signer.waitForEvent('close'), signer.keyboard.press('Enter').catch(up)]);
}

async function sign_by_two(first, second) {
  await sign(first);
  await first.waitForSelector('text=Đã có 1 trong 2 chữ ký');
  await open_task(second, 'Chờ bạn ký');
  await title(second, 'Ký để đăng');
  await sign(second);
  await second.waitForSelector('text=Đã đăng. Đủ chữ ký.');
  await first.waitForSelector('text=Đã đăng. Đủ chữ ký.');
}

/** All that the commune says, as it was before; the dialog is answered by keys too. */
async function roll_back(page) {
  await open_guide(page);
  await tab_to(page, 'the way back', (now) => now.field === 'rollback');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Chuẩn bị để ký');
  await title(page, 'Ký để đăng');
}

export async function keyboard_part(server, chromium) {
  const { people, minh, hoa } = await signers(server, chromium);
  const notes = async () => (await people.lan.call('GET', '/api/guides/khai-sinh')).merged.notes;
  const before = await notes();
  const { page } = await person(chromium, 'lan');
  await sign_in_by_keys(page, server, people.password);
  await skip_link(page);
  await correct(page);
  await judge(minh.page);
  await sign_by_two(minh.page, hoa.page);
  const [first, second] = await notes();
  assert.deepEqual([second, first], before.slice(0, 2), 'the change is published');
  await roll_back(minh.page);
  await sign_by_two(minh.page, hoa.page);
  assert.deepEqual(await notes(), before, 'it is as it was');
}
