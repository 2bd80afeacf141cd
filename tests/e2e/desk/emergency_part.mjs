// "Blank all screens": somebody whose key, made in a browser, has the emergency role covers a real kiosk's window from
// the desk, puts words of their own there, and lifts it again. Each order is signed in the signer.
import assert from 'node:assert/strict';
import { enrol_key, go, look, person, sign_in, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { Screen } from './screen.mjs';
import { COMMUNE } from './server.mjs';
import { sign } from './steps.mjs';

const WORDS = 'Bà con lên chỗ cao ngay.';

/** The public half of a key, as the operator carries it to the province's offline keys. */
async function public_half(server, chromium, people, label) {
  const { page } = await person(chromium, 'tinh');
  await sign_in(page, server.desk, 'tinh', people.password);
  await go(page, '#/people');
  await title(page, 'Người dùng');
  const row = page.locator('tr', { hasText: label });
  await row.locator('button:has-text("Duyệt")').click();
  await page.click('dialog button.primary');
  const half = row.locator('button:has-text("Tải nửa công khai")');
  await half.waitFor();
  await look(chromium, page, 'people for the operator');
  const [download] = await Promise.all([page.waitForEvent('download'), half.click()]);
  return download.path();
}

async function open_form(page, kind) {
  await go(page, '#/kiosks');
  await page.click('summary:has-text("Che hoặc thay mọi màn hình")');
  await page.selectOption('#emergency-kind', kind);
}

/** `shown`: what the signer says of the order. */
async function order(page, shown, look_at) {
  await page.click('button:has-text("Chuẩn bị ký lệnh")');
  await title(page, 'Ký để đăng');
  await page.waitForSelector('text=Đã có 0 trong 1 chữ ký');
  await sign(page, shown, look_at);
  await page.waitForSelector('text=Đã đăng. Đủ chữ ký.');
}

async function write_words(page) {
  await page.click('button:has-text("Chuẩn bị ký lệnh")');
  await page.waitForSelector('.banner.danger:has-text("viết cả dòng lớn và lời")');
  await page.fill('#emergency-title', 'Vỡ đê');
  await page.fill('#emergency-words', WORDS);
}

export async function emergency_part(server, chromium) {
  const people = await make_people(server, COMMUNE);
  const { page } = await person(chromium, 'hoa');
  await sign_in(page, server.desk, 'hoa', people.password);
  await enrol_key(page, 'Máy của hoa');
  server.delegate_emergency([await public_half(server, chromium, people, 'Máy của hoa')]);

  const screen = new Screen(server.folder, server);
  try {
    await screen.start();
    const before = await screen.open_first_guide();
    await open_form(page, 'blank');
    await look(chromium, page, 'blanking all screens');
    await order(page, 'CHE mọi màn hình', (shown, name) => look(chromium, shown, `${name} of an order`));
    await screen.becomes_other_than(before);
    const blank = await screen.at_rest();
    await screen.stays(blank);
    await open_form(page, 'replace');
    await write_words(page);
    await look(chromium, page, 'words for all screens');
    await order(page, WORDS);
    await screen.becomes_other_than(blank);
    await open_form(page, 'lift');
    await order(page, 'Bỏ lệnh khẩn');
    await screen.becomes_again(before);
  } finally {
    await screen.stop();
  }
  const orders = await people.hoa.call('GET', '/api/proposals?all=1');
  assert.deepEqual(
    orders.map(({ role, state, signatures }) => [role, state, signatures.length]),
    Array(3).fill(['emergency', 'published', 1]),
  );
}
