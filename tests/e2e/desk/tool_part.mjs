// One of two signatures from a command line: the key enrolled as a file, the proposal signed from a file, a commune
// that wants it so, and kiosks that hold to it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAPTOP, PHONE, check_page, enrol_key, go, person, sign_in, sign_shown, signer_after, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

const NEW_TEXT = 'Giấy khai sinh, ký bằng hai cách.';
const shots = process.env.CONGLANG_DESK_SHOTS;

async function look(chromium, page, name) {
  for (const [size, viewport] of Object.entries({ laptop: LAPTOP, phone: PHONE })) {
    await page.setViewportSize(viewport);
    await check_page(chromium, page, `${name} (${size})`);
    if (shots) await page.screenshot({ path: join(shots, `${name}-${size}.png`), fullPage: true });
  }
  await page.setViewportSize(LAPTOP);
}

const folder_of = (server, name) => join(server.folder, `khoa-${name}`);

/** What the page tells somebody to run on a machine of their own; the file of the public half. */
function make_tool_key(server, name) {
  const folder = folder_of(server, name);
  server.tool('keys', 'new', COMMUNE, '--keys', folder, '--passphrase-file', server.passphrase);
  return join(folder, readdirSync(folder).find((file) => file.endsWith('.pub.json')));
}

async function enrol_tool_key(chromium, page, label, file) {
  await go(page, '#/keys');
  await page.click('summary:has-text("công cụ conglang")');
  await page.click('button:has-text("Ghi danh chìa khóa")');
  await page.waitForSelector('.banner.danger:has-text(".pub.json")');
  await look(chromium, page, 'a tool key');
  await page.fill('#tool-label', label);
  await page.setInputFiles('#tool-key', file);
  await page.click('button:has-text("Ghi danh chìa khóa")');
  await page.locator('.card', { hasText: label }).locator('text=Của công cụ conglang').waitFor();
}

async function approve_all(by, own_name) {
  for (const key of await by.call('GET', `/api/keys?commune=${COMMUNE}`))
    if (key.state === 'enrolled' && key.owner.name !== own_name) await by.call('POST', `/api/keys/${key.id}/approve`);
}

async function want_a_tool(chromium, page) {
  await go(page, '#/people');
  await title(page, 'Người dùng');
  await page.click('button:has-text("Đòi một chữ ký từ công cụ")');
  await page.click('dialog button.primary');
  await page.waitForSelector('button:has-text("Thôi đòi")');
  await look(chromium, page, 'a tool wanted');
}

async function propose(people) {
  const path = `communes/${COMMUNE}/patches/khai-sinh.json`;
  const draft = await people.lan.call('POST', '/api/drafts', { path, from: 'published' });
  const content = { ...draft.content, description: { vi: NEW_TEXT } };
  const change = { revision: draft.revision, content, note: 'Ký bằng hai cách' };
  await people.lan.call('PUT', `/api/drafts/${draft.id}`, change);
  await people.lan.call('POST', `/api/drafts/${draft.id}/submit`);
  await people.minh.call('POST', `/api/drafts/${draft.id}/approve`);
  return people.lan.call('POST', '/api/proposals', { drafts: [draft.id] });
}

async function sign_in_browser(page, id) {
  await go(page, `#/sign/${id}`);
  await page.waitForSelector('text=cần ít nhất một chữ ký từ công cụ');
  const signer = await signer_after(page, () => page.click('button:has-text("Ký bằng chìa khóa")'));
  assert.ok((await sign_shown(signer)).includes(NEW_TEXT));
  await page.waitForSelector('text=Đã có 1 trong 2 chữ ký');
}

/** Off the desk and back: the program that is shipped signs what the page gave as a file. */
async function sign_by_tool(server, chromium, page, name, id) {
  await go(page, `#/sign/${id}`);
  await look(chromium, page, 'signing by tool');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('button:has-text("Tải đề nghị thành tệp")'),
  ]);
  assert.equal(download.suggestedFilename(), `de-nghi-${id}.json`);
  const proposal = join(server.folder, 'de-nghi.json');
  const signature = join(server.folder, 'chu-ky.json');
  await download.saveAs(proposal);
  const keys = ['--keys', folder_of(server, name), '--passphrase-file', server.passphrase];
  const shown = server.tool('sign', '--proposal', proposal, ...keys, '--out', signature);
  assert.ok(shown.includes(NEW_TEXT), `the tool shows what will change:\n${shown}`);
  await send_wrong_files(server, page, signature);
  await page.setInputFiles('#signature-file', signature);
  await page.click('button:has-text("Gửi chữ ký")');
  await page.waitForSelector('text=Đã đăng. Đủ chữ ký.');
}

async function send_wrong_files(server, page, signature) {
  const wrong = join(server.folder, 'sai.json');
  writeFileSync(wrong, '{"note": "not a signature"}');
  await page.setInputFiles('#signature-file', wrong);
  await page.click('button:has-text("Gửi chữ ký")');
  await page.waitForSelector('.banner.danger:has-text("conglang sign đã ghi ra")');
  const of_something_else = { ...JSON.parse(readFileSync(signature, 'utf8')), sig: '00'.repeat(64) };
  writeFileSync(wrong, JSON.stringify(of_something_else));
  await page.setInputFiles('#signature-file', wrong);
  await page.click('button:has-text("Gửi chữ ký")');
  await page.waitForSelector('.banner.danger:has-text("Máy chủ không nhận")');
}

function published(server) {
  const folder = join(server.repository, 'targets/communes', COMMUNE, 'patches');
  return readdirSync(folder).some((name) => readFileSync(join(folder, name), 'utf8').includes(NEW_TEXT));
}

/** Of the keys that the province names, those of browsers cannot reach the threshold: kiosks need a tool's. */
async function delegate(server, people) {
  const wanted = await people.operator.call('GET', `/api/delegations/${COMMUNE}`);
  const keys = await people.hoa.call('GET', '/api/keys');
  const browsers = keys.filter((key) => key.heldBy === 'browser').length;
  assert.deepEqual([wanted.keys.length, browsers, wanted.threshold], [3, 1, 2]);
  server.sign_with_office_keys();
  server.delegate(wanted);
}

export async function tool_part(server, chromium) {
  const people = await make_people(server, COMMUNE);
  const [lan, minh, hoa] = await Promise.all(['lan', 'minh', 'hoa'].map((name) => person(chromium, name)));
  for (const each of [lan, minh, hoa]) await sign_in(each.page, server.desk, each.name, people.password);
  await enrol_key(minh.page, 'Máy của minh');
  for (const each of [lan, hoa])
    await enrol_tool_key(chromium, each.page, `Công cụ của ${each.name}`, make_tool_key(server, each.name));
  await approve_all(people.hoa, 'hoa');
  await approve_all(people.operator, 'tinh');
  await want_a_tool(chromium, hoa.page);
  await delegate(server, people);
  const { id } = await propose(people);
  await sign_in_browser(minh.page, id);
  assert.ok(!(await page_says_published(hoa.page, id)), 'one signature is not enough');
  await sign_by_tool(server, chromium, hoa.page, 'hoa', id);
  assert.ok(published(server), 'the change lies in the repository');
  await minh.page.waitForSelector('text=Đã đăng. Đủ chữ ký.');
}

async function page_says_published(page, id) {
  await go(page, `#/sign/${id}`);
  await title(page, 'Ký để đăng');
  return (await page.locator('text=Đã đăng').count()) > 0;
}
