// Files in and out of the desk: a portal's record becomes a draft, a list that is none is refused in words, and guides
// that are shown come as a board to print.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check_page, go, person, sign_in, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

async function send(page, file) {
  await page.setInputFiles('#import-file', file);
  await page.click('button:has-text("Nhập")');
}

async function import_a_record(server, chromium, page) {
  await go(page, '#/guides/files');
  await title(page, 'Nhập và in');
  await page.click('button:has-text("Nhập")');
  await page.waitForSelector('.banner:has-text("chọn tệp")');
  await send(page, join(server.source, 'tests/data/portal/1.004194.json'));
  await page.waitForSelector('.banner:has-text("Đã tạo 1 bài")');
  await check_page(chromium, page, 'a record was imported');
  await send(page, join(server.source, 'tests/data/portal/1.004194.json'));
  await page.waitForSelector('.banner:has-text("1 bài đã có sẵn")');
  await go(page, '#/guides');
  await page.fill('input[type=search]', 'dang ky tam tru');
  assert.ok(await page.locator('a.row-link').count());
}

async function refuse_what_is_no_list(server, page) {
  const file = join(server.folder, 'khong-phai.csv');
  writeFileSync(file, 'không;phải\nmột;danh sách\n');
  await go(page, '#/guides/files');
  await title(page, 'Nhập và in');
  await send(page, file);
  const told = await page.locator('.banner:has-text("Chưa nhập được")').innerText();
  assert.ok(!told.includes(server.folder), `no folder of the server is named: ${told}`);
}

async function print_a_board(page) {
  await go(page, '#/guides/files');
  await title(page, 'Nhập và in');
  await page.click('button:has-text("Tạo tệp PDF")');
  await page.waitForSelector('.banner:has-text("từ 1 đến 12")');
  await page.check('input[value="khai-sinh"]');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Tạo tệp PDF")')]);
  assert.match(download.suggestedFilename(), /\.pdf$/);
  assert.ok(readFileSync(await download.path()).subarray(0, 5).equals(Buffer.from('%PDF-')));
}

export async function files_part(server, chromium) {
  const people = await make_people(server, COMMUNE);
  const { page } = await person(chromium, 'lan');
  await sign_in(page, server.desk, 'lan', people.password);
  await title(page, 'Việc cần làm');
  await import_a_record(server, chromium, page);
  await refuse_what_is_no_list(server, page);
  await print_a_board(page);
}
