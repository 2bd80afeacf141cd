// From an invitation to a change on every screen: people in browsers of their own, keys made there, two of them sign.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check_page, enrol_key, go, person, title } from './browser.mjs';
import { Screen } from './screen.mjs';
import { COMMUNE } from './server.mjs';
import {
  approve,
  look_at_preview,
  open_to_judge,
  prepare,
  sign_by_two,
  submit_draft,
  write_guide,
} from './steps.mjs';

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
  for (const box of await page.locator('fieldset input[type=checkbox]').all())
    await box.setChecked((await box.getAttribute('value')) === role);
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

async function judge_and_prepare(page, look) {
  await open_to_judge(page, NEW_TEXT);
  await look(page, 'judging a draft');
  await approve(page);
  await prepare(page);
}

/** One press brings an earlier version back, as a new one that two people sign. */
async function roll_back(page) {
  await go(page, '#/guide/khai-sinh');
  await page.waitForSelector(`text=${NEW_TEXT}`);
  await page.locator('[data-do="rollback"]').first().click();
  await page.click('dialog button.primary');
  await title(page, 'Ký để đăng');
}

/** One page alone comes back as it was, as a draft that a colleague approves and two people sign. */
async function restore_one_page({ lan, minh, hoa, chromium, look }) {
  await go(lan, '#/guide/khai-sinh');
  await title(lan, 'Làm giấy khai sinh cho con');
  await lan.waitForSelector('[data-do="restore"]');
  await check_page(chromium, lan, 'a history');
  assert.equal(await lan.locator('[data-do="rollback"]').count(), 0, 'an author turns back no whole commune');
  await lan.locator('[data-do="restore"]').first().click();
  await lan.click('dialog button.primary');
  await lan.waitForSelector('.save-status');
  assert.equal(await lan.inputValue('[data-field="/description/vi"]'), NEW_TEXT);
  assert.match(await lan.inputValue('#change-note'), /Lấy lại bài như ở bản số \d+/);
  await go(lan, '#/guide/khai-sinh');
  await lan.waitForSelector('text=Bài này có một bản đang soạn');
  assert.equal(await lan.locator('[data-do="restore"]').count(), 0, 'nobody writes over a draft');
  await lan.click('a:has-text("Mở bản đang soạn")');
  await lan.click('button:has-text("Gửi duyệt")');
  await lan.waitForSelector('.chip:has-text("Chờ duyệt")');
  await judge_and_prepare(minh, look);
  await sign_by_two(minh, hoa, NEW_TEXT, look);
}

function published_patch(repository) {
  const folder = join(repository, 'targets/communes', COMMUNE, 'patches');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.khai-sinh.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** A browser without Ed25519 makes a key of another kind. */
const WITHOUT_ED25519 = () => {
  if (!globalThis.SubtleCrypto) return; // a page that is not trusted has no keys at all
  const generate = SubtleCrypto.prototype.generateKey;
  SubtleCrypto.prototype.generateKey = function (algorithm, ...more) {
    return algorithm.name === 'Ed25519'
      ? Promise.reject(new DOMException('no', 'NotSupportedError'))
      : generate.call(this, algorithm, ...more);
  };
};

/** Whatever runs in the signer's origin: the browser itself gives no private key out. */
async function private_keys_stay(server, { context, name }) {
  const page = await context.newPage();
  await page.goto(server.signer);
  const keys = await page.evaluate(async () => {
    const promised = (request) =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const database = await promised(indexedDB.open('conglang-signer', 1));
    const kept = await promised(database.transaction('keys').objectStore('keys').getAll());
    database.close();
    const exported = (format, key) =>
      crypto.subtle.exportKey(format, key).then(
        () => 'given out',
        (error) => error.name,
      );
    return Promise.all(
      kept.map(async ({ privateKey: key }) => ({
        type: key.type,
        usages: key.usages,
        extractable: key.extractable,
        exported: [await exported('pkcs8', key), await exported('jwk', key)],
      })),
    );
  });
  const refused = ['InvalidAccessError', 'InvalidAccessError'];
  assert.deepEqual(keys, [{ type: 'private', usages: ['sign'], extractable: false, exported: refused }], name);
  await page.close();
}

/** Another page opens the signer and asks for a signature: it is told no, and the person why. */
async function ask_from_elsewhere(server, { context }) {
  const page = await context.newPage();
  await page.goto(server.desk.replace('127.0.0.1', 'localhost'));
  const [signer] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((address) => {
      const opened = window.open(address);
      window.said = [];
      window.addEventListener('message', (event) => {
        window.said.push(event.data);
        if (event.data.ready)
          opened.postMessage(
            {
              conglang: 1,
              do: 'sign',
              who: 'Lê Văn Minh (minh)',
              proposal: { role: 'commune-09784', keyIds: [], changes: [] },
            },
            '*',
          );
      });
    }, server.signer),
  ]);
  await signer.waitForSelector('.refused:has-text("trang làm việc khác")');
  await page.waitForFunction(() => window.said.length === 2);
  assert.deepEqual(await page.evaluate(() => window.said[1]), { conglang: 1, declined: true });
  await Promise.all([signer.close(), page.close()]);
}

/** No other page can hold the signer or the desk in a frame and have its buttons pressed. */
async function hold_in_a_frame(server, chromium) {
  const page = await chromium.browser.newPage();
  await page.route('**/frame.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe src="${server.signer}"></iframe><iframe src="${server.desk}"></iframe>`,
    }),
  );
  await page.goto(`${server.desk.replace('127.0.0.1', 'localhost')}frame.html`);
  await page.waitForTimeout(500);
  for (const frame of page.frames().slice(1))
    assert.ok(!frame.url().startsWith('http') || (await frame.locator('button').count()) === 0, frame.url());
  await page.close();
}

export async function publish_part(server, chromium) {
  const [tinh, hoa, lan, minh] = await Promise.all(
    ['tinh', 'hoa', 'lan', 'minh'].map((name) => person(chromium, name)),
  );
  await minh.context.addInitScript(WITHOUT_ED25519);
  await accept(tinh.page, server.invite_operator('Phạm Tỉnh'), 'tinh', 'Chào Phạm Tỉnh');
  await accept(hoa.page, await invite(tinh.page, 'Trần Thị Hoa', 'admin', COMMUNE), 'hoa', 'Chào Trần Thị Hoa');
  await accept(lan.page, await invite(hoa.page, 'Nguyễn Thị Lan', 'author'), 'lan', 'Chào Nguyễn Thị Lan');
  await accept(minh.page, await invite(hoa.page, 'Lê Văn Minh', 'reviewer'), 'minh', 'Chào Lê Văn Minh');
  for (const each of [hoa, lan, minh]) {
    await enrol_key(each.page, `Máy của ${each.name}`);
    await private_keys_stay(server, each);
  }
  await approve_key(hoa.page, 'Máy của lan');
  await approve_key(hoa.page, 'Máy của minh');
  await approve_key(tinh.page, 'Máy của hoa');
  server.sign_with_office_keys();
  const wanted = await delegation(tinh.page);
  assert.deepEqual(wanted.keys.map((key) => key.keytype).sort(), ['ecdsa', 'ed25519', 'ed25519']);
  server.delegate(wanted);

  const screen = new Screen(server.folder, server);
  try {
    await screen.start();
    const before = await screen.open_first_guide();
    await change_and_roll_back({ server, chromium, lan, minh, hoa, screen, before });
  } finally {
    await screen.stop();
  }
  await ask_from_elsewhere(server, minh);
  await hold_in_a_frame(server, chromium);
}

/** Nobody touches the screen meanwhile: it shows the change, and the earlier text again, by itself. */
async function change_and_roll_back({ server, chromium, lan, minh, hoa, screen, before }) {
  const look = (page, name) => check_page(chromium, page, name);
  await write_guide(lan.page, NEW_TEXT);
  await look_at_preview(lan.page, NEW_TEXT);
  await submit_draft(lan.page, 'Ghi rõ nơi làm');
  await judge_and_prepare(minh.page, look);
  await sign_by_two(minh.page, hoa.page, NEW_TEXT, look);
  assert.ok(
    published_patch(server.repository).some((text) => text.includes(NEW_TEXT)),
    'the change lies in the repository',
  );
  await screen.becomes_other_than(before);
  await roll_back(minh.page);
  await sign_by_two(minh.page, hoa.page, NEW_TEXT, look);
  await screen.becomes_again(before);
  await go(lan.page, '#/guide/khai-sinh');
  await title(lan.page, 'Làm giấy khai sinh cho con');
  assert.equal(await lan.page.locator(`text=${NEW_TEXT}`).count(), 0, 'the earlier text is back');
  await restore_one_page({ lan: lan.page, minh: minh.page, hoa: hoa.page, chromium, look });
  await screen.becomes_other_than(before);
}
