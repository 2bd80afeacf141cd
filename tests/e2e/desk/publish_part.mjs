// From an invitation to a change on every screen: people in browsers of their own, keys made there, two of them sign.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check_page, enrol_key, go, person, sign_in, sign_shown, signer_after, title } from './browser.mjs';
import { COMMUNE } from './server.mjs';

const PASSWORD = 'một câu dễ nhớ của người thử';
const NEW_TEXT = 'Giấy khai sinh của xã Đan Phượng, làm xong trong ngày.';

async function accept(page, link, name, words) {
  await page.goto(link);
  await title(page, words);
  await page.fill('#name', name);
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await page.click('button[type=submit]');
  await title(page, 'Chìa khóa của tôi');
}

async function invite(page, displayName, role, commune) {
  await go(page, '#/people');
  await title(page, 'Người dùng');
  await page.fill('#invite-name', displayName);
  if (commune) await page.fill('#invite-commune', commune);
  for (const box of await page.locator('fieldset input[type=checkbox]').all()) await box.setChecked((await box.getAttribute('value')) === role);
  await page.click('button:has-text("Tạo lời mời")');
  return page.inputValue('#invite-link');
}

async function approve_key(page, label) {
  await go(page, '#/people');
  await title(page, 'Người dùng');
  await page.locator('tr', { hasText: label }).locator('button:has-text("Duyệt")').click();
  await page.click('dialog button.primary');
  await page.locator('tr', { hasText: label }).locator('.chip:has-text("Chờ tỉnh giao quyền")').waitFor();
}

async function delegation(page) {
  await go(page, '#/people');
  await title(page, 'Người dùng');
  await page.fill('#delegation-commune', COMMUNE);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Tải tệp")')]);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

async function write(page) {
  await go(page, '#/guides');
  await page.fill('input[type=search]', 'giay khai sinh cho con');
  await page.click('a.row-link:has-text("Làm giấy khai sinh cho con")');
  await page.click('button:has-text("Sửa bài này")');
  await page.waitForSelector('.save-status');
  await page.fill('[data-field="/description/vi"]', NEW_TEXT);
  await page.waitForSelector('.save-status[data-state="saved"]');
}

/** The kiosk's own picture comes, and the phone page says what was written. */
async function look_at_preview(page) {
  for (const view of ['landscape', 'portrait']) {
    await page.locator('.segment', { hasText: view === 'landscape' ? 'ngang' : 'dọc' }).locator('input').check();
    await page.waitForFunction((name) => document.querySelector(`img.preview-${name}`)?.naturalWidth > 0, view, { timeout: 120_000 });
  }
  await page.locator('.segment', { hasText: 'Điện thoại' }).locator('input').check();
  await page.frameLocator('iframe.preview-phone').getByText(NEW_TEXT).first().waitFor();
}

async function submit(page) {
  await page.fill('#change-note', 'Ghi rõ nơi làm');
  await page.click('button:has-text("Gửi duyệt")');
  await page.waitForSelector('.chip:has-text("Chờ duyệt")');
}

async function judge_and_prepare(page, chromium) {
  await go(page, '#/todo');
  await page.click('.todo:has-text("duyệt")');
  await page.waitForSelector(`text=${NEW_TEXT}`);
  await check_page(chromium, page, 'judging a draft');
  await page.click('button:has-text("Duyệt")');
  await page.click('button:has-text("Chuẩn bị ký")');
  await title(page, 'Ký để đăng');
}

async function sign(page, chromium) {
  const signer = await signer_after(page, () => page.click('button:has-text("Ký bằng chìa khóa")'));
  await check_page(chromium, signer, 'the signer');
  const shown = await sign_shown(signer);
  assert.ok(shown.includes(NEW_TEXT), `the signer shows the new text:\n${shown}`);
}

function published_patch(repository) {
  const folder = join(repository, 'targets/communes', COMMUNE, 'patches');
  return readdirSync(folder).filter((name) => name.endsWith('.khai-sinh.json')).map((name) => readFileSync(join(folder, name), 'utf8'));
}

export async function publish_part(server, chromium) {
  const [tinh, hoa, lan, minh] = await Promise.all(['tinh', 'hoa', 'lan', 'minh'].map((name) => person(chromium, name)));
  await accept(tinh.page, server.invite_operator('Phạm Tỉnh'), 'tinh', 'Chào Phạm Tỉnh');
  await accept(hoa.page, await invite(tinh.page, 'Trần Thị Hoa', 'admin', COMMUNE), 'hoa', 'Chào Trần Thị Hoa');
  await accept(lan.page, await invite(hoa.page, 'Nguyễn Thị Lan', 'author'), 'lan', 'Chào Nguyễn Thị Lan');
  await accept(minh.page, await invite(hoa.page, 'Lê Văn Minh', 'reviewer'), 'minh', 'Chào Lê Văn Minh');
  for (const each of [hoa, lan, minh]) await enrol_key(each.page, `Máy của ${each.name}`);
  await approve_key(hoa.page, 'Máy của lan');
  await approve_key(hoa.page, 'Máy của minh');
  await approve_key(tinh.page, 'Máy của hoa');
  server.sign_with_office_keys();
  server.delegate(await delegation(tinh.page));

  await write(lan.page);
  await look_at_preview(lan.page);
  await submit(lan.page);
  await judge_and_prepare(minh.page, chromium);
  await sign(minh.page, chromium);
  await minh.page.waitForSelector('text=Đã có 1 trong 2 chữ ký');
  await check_page(chromium, minh.page, 'half signed');
  await sign_in(hoa.page, server.desk, 'hoa', PASSWORD);
  await hoa.page.click('.todo:has-text("ký")');
  await title(hoa.page, 'Ký để đăng');
  await sign(hoa.page, chromium);
  await hoa.page.waitForSelector('text=Đã đăng. Đủ chữ ký.');
  await minh.page.waitForSelector('text=Đã đăng. Đủ chữ ký.');  // by itself
  assert.ok(published_patch(server.repository).some((text) => text.includes(NEW_TEXT)), 'the change lies in the repository');
  return { hoa, lan, minh };
}
