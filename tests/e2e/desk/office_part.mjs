// What a commune's office settles at the desk: how its kiosks are set, and who does what.
import assert from 'node:assert/strict';
import { check_page, go, look, person, shoot, sign_in, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

const saved = (page) => page.waitForSelector('.save-status[data-state="saved"]');
const field = (page, pointer) => page.locator(`[data-field="${pointer}"]`);

async function write_settings(chromium, people, page) {
  await go(page, '#/kiosks');
  await page.click('button:has-text("Sửa cài đặt")');
  await title(page, 'Cài đặt màn hình');
  await field(page, '/all/hours').fill('06:00');
  await page.waitForSelector('.banner.danger:has-text("khoảng giờ")');
  await page.locator('.part-of-day input').nth(1).fill('21:00');
  await field(page, '/all/nightBrightness').fill('5');
  await page.waitForSelector('.banner.danger:has-text("từ 20 đến 100")');
  await field(page, '/all/nightBrightness').fill('40');
  await field(page, '/all/language').selectOption('vi');
  const house = page.locator('details[data-house="thuong-thap"]');
  await house.locator('summary').click();
  await house.locator('select[data-field$="/rotation"]').selectOption('90');
  await saved(page);
  await page.waitForFunction(() => !document.querySelector('.banner.danger'));
  await look(chromium, page, 'settings');
  const [, , id] = (await page.evaluate(() => location.hash)).split('/');
  const stored = await people.lan.call('GET', `/api/drafts/${id}`);
  assert.deepEqual(stored.content, {
    all: { hours: '06:00-21:00', nightBrightness: 40, language: 'vi' },
    places: { 'thuong-thap': { rotation: 90 } },
  });
  assert.deepEqual(stored.findings, []);
  await page.fill('#change-note', 'Giờ mùa đông');
  await page.click('button:has-text("Gửi duyệt")');
  await page.waitForSelector('.chip:has-text("Chờ duyệt")');
  return id;
}

async function judge_settings(chromium, page, id) {
  await go(page, `#/draft/${id}`);
  await title(page, 'Cài đặt màn hình');
  await look(chromium, page, 'settings judged');
  assert.equal(await page.locator('.preview').count(), 0, 'settings are no page of a screen');
  await page.click('button:has-text("Duyệt")');
  await page.waitForSelector('.chip:has-text("Đã duyệt")');
}

const row = (page, who) => page.locator('tr', { hasText: who }).filter({ hasText: 'Đổi việc' });

async function change_roles(chromium, admin, lan) {
  await go(lan, '#/kiosks');
  await title(lan, 'Màn hình ở thôn');
  assert.equal(await lan.locator('nav a[href="#/people"]').count(), 0);
  await go(admin, '#/people');
  await row(admin, 'Nguyễn Thị Lan').locator('button:has-text("Đổi việc")').click();
  const dialog = admin.locator('dialog');
  await check_page(chromium, admin, 'changing roles');
  await shoot(admin, 'roles');
  await dialog.locator('input[value=author]').uncheck();
  await dialog.locator('button.primary').click();
  await dialog.locator('.banner:has-text("ít nhất một việc")').waitFor();
  await dialog.locator('input[value=admin]').check();
  await dialog.locator('button.primary').click();
  await row(admin, 'Nguyễn Thị Lan').filter({ hasText: 'Quản trị xã' }).waitFor();
  // She did not sign in anew: what she may do is asked of the server each time.
  await go(lan, '#/people');
  await title(lan, 'Người dùng');
  await lan.locator('nav a[href="#/people"]').waitFor();
  assert.equal(await row(lan, 'Nguyễn Thị Lan').count(), 0, 'nobody changes what they themselves do');
  await look(chromium, admin, 'people');
}

async function somebody_leaves(admin, minh) {
  await go(admin, '#/people');
  await admin.locator('tr', { hasText: 'Lê Văn Minh' }).locator('button:has-text("Khóa")').click();
  await admin.locator('dialog button.danger').click();
  await admin.locator('tr', { hasText: 'Lê Văn Minh' }).locator('.chip:has-text("Đã khóa")').waitFor();
  await go(minh, '#/guides');
  await title(minh, 'Đăng nhập');
}

export async function office_part(server, chromium) {
  const people = await make_people(server, COMMUNE);
  const [lan, minh, hoa] = await Promise.all(['lan', 'minh', 'hoa'].map((name) => person(chromium, name)));
  for (const each of [lan, minh, hoa]) await sign_in(each.page, server.desk, each.name, people.password);
  const id = await write_settings(chromium, people, lan.page);
  await judge_settings(chromium, minh.page, id);
  await change_roles(chromium, hoa.page, lan.page);
  await somebody_leaves(hoa.page, minh.page);
}
