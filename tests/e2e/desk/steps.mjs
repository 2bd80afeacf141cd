// The steps of a change at the desk, from a guide's text to its second signature, for the parts that walk them.
import assert from 'node:assert/strict';
import { enrol_key, go, person, sign_in, sign_shown, signer_after, title, wait_for_picture } from './browser.mjs';
import { delegate_keys, make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

const nothing = () => {};

/** Three people at the desk, each with a key that signs: {people, lan, minh, hoa}. `more`: of their browsers. */
export async function signers(server, chromium, more) {
  const people = await make_people(server, COMMUNE);
  const found = { people };
  for (const name of ['lan', 'minh', 'hoa']) {
    found[name] = await person(chromium, name, more);
    await sign_in(found[name].page, server.desk, name, people.password);
    await enrol_key(found[name].page, `Máy của ${name}`);
  }
  await delegate_keys(server, people.operator);
  return found;
}

/** The guide of birth certificates says `words` of itself in this commune. */
export async function write_guide(page, words) {
  await go(page, '#/guides');
  await page.fill('input[type=search]', 'giay khai sinh cho con');
  await page.click('a.row-link:has-text("Làm giấy khai sinh cho con")');
  await page.click('button:has-text("Sửa bài này")');
  await page.waitForSelector('.save-status');
  await page.fill('[data-field="/description/vi"]', words);
  await page.waitForSelector('.save-status[data-state="saved"]');
}

/** The kiosk's own picture comes, and the phone page says what was written. */
export async function look_at_preview(page, words) {
  for (const [view, name] of [
    ['landscape', 'ngang'],
    ['portrait', 'dọc'],
  ]) {
    await page.locator('.segment', { hasText: name }).locator('input').check();
    await wait_for_picture(page, view);
  }
  await page.locator('.segment', { hasText: 'Điện thoại' }).locator('input').check();
  await page.frameLocator('iframe.preview-phone').getByText(words).first().waitFor();
}

export async function submit_draft(page, note) {
  await page.fill('#change-note', note);
  await page.click('button:has-text("Gửi duyệt")');
  await page.waitForSelector('.chip:has-text("Chờ duyệt")');
}

/** From what there is to do to the draft that says `words`. */
export async function open_to_judge(page, words) {
  await go(page, '#/todo');
  await page.click('.todo:has-text("Chờ bạn duyệt")');
  await page.waitForSelector(`text=${words}`);
}

export async function approve(page) {
  await page.click('main button.primary:has-text("Duyệt")');
  await page.waitForSelector('.chip:has-text("Đã duyệt")');
}

export async function prepare(page) {
  await page.click('button:has-text("Chuẩn bị ký")');
  await title(page, 'Ký để đăng');
}

/** Signs what is open on the page. `words`: what the signer must show. `look(page, name)`: sees each page on the way. */
export async function sign(page, words, look = nothing) {
  const signer = await signer_after(page, () => page.click('button:has-text("Ký bằng chìa khóa")'));
  await look(signer, 'the signer');
  const shown = await sign_shown(signer);
  assert.ok(shown.includes(words), `the signer shows "${words}":\n${shown}`);
}

/** One person signs, then another; the first one's page follows by itself. */
export async function sign_by_two(first, second, words, look = nothing) {
  await sign(first, words, look);
  await first.waitForSelector('text=Đã có 1 trong 2 chữ ký');
  await look(first, 'half signed');
  await go(second, '#/todo');
  await second.click('.todo:has-text("Chờ bạn ký")');
  await title(second, 'Ký để đăng');
  await sign(second, words, look);
  await second.waitForSelector('text=Đã đăng. Đủ chữ ký.');
  await first.waitForSelector('text=Đã đăng. Đủ chữ ký.');
}
