// Every kind that a clerk writes is seen as the kiosk draws it while it is written, in both orientations; a page begun
// anew says in the form's own words what is left to write.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { check_page, go, person, sign_in, wait_for_picture } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

const shots = process.env.CONGLANG_DESK_SHOTS;

/** The pages that the pane offers for each, in order; `to`: a day to which a notice stays. */
const KINDS = [
  { path: 'notices/tiem-chung', pages: ['own', 'list', 'rest'], to: '2099-01-01' },
  { path: 'notices/mua-bao', pages: ['urgent', 'own', 'list'], to: '2099-01-01' },
  { path: 'heritage/cong-lang', pages: ['own', 'panorama'] },
  { path: 'products/gao', pages: ['own', 'list', 'payment'] },
  { path: 'products/hoa-cuc', pages: ['own', 'list'] },
  { path: 'place/thuong-thap', pages: ['own', 'rest', 'contacts', 'wifi', 'zalo', 'zalo-code'] },
];


/** What the picture is of: its address is a new one each time. */
const picture = (page) => page.locator('.preview-stage img').getAttribute('src');

async function show(page, act, view) {
  const before = (await page.locator('.preview-stage img').count()) ? await picture(page) : '';
  await act();
  await page.waitForFunction(
    (old) => {
      const image = document.querySelector('.preview-stage img');
      const failed = document.querySelector('.preview [role=status] button');
      return failed || (image && image.getAttribute('src') !== old);
    },
    before,
  );
  await wait_for_picture(page, view);
}

async function look(page, { path, pages }) {
  const name = path.replace('/', '-');
  const chooser = page.locator('.preview select');
  assert.deepEqual(
    await chooser.locator('option').evaluateAll((all) => all.map((each) => each.value)),
    pages,
    path,
  );
  assert.equal(await page.locator('.segment', { hasText: 'Điện thoại' }).count(), 0, `${path} has no phone page`);
  await wait_for_picture(page, 'landscape');
  for (const each of pages) {
    if (each !== pages[0]) await show(page, () => chooser.selectOption(each), 'landscape');
    if (shots) await page.locator('.preview-stage img').screenshot({ path: join(shots, `${name}-${each}.png`) });
  }
  await show(page, () => page.locator('.segment', { hasText: 'dọc' }).locator('input').check(), 'portrait');
  const size = await page
    .locator('.preview-stage img')
    .evaluate((image) => [image.naturalWidth, image.naturalHeight]);
  assert.deepEqual(size, [1080, 1920]);
  if (shots) await page.screenshot({ path: join(shots, `${name}-form.png`) });
}

/** What is typed stands on the screen that is drawn, once it is saved. */
async function follows_what_is_written(page) {
  await page.locator('.segment', { hasText: 'ngang' }).locator('input').check();
  await wait_for_picture(page, 'landscape');
  const field = page.locator('[data-field="/title/vi"], [data-field="/name/vi"]').first();
  await show(page, () => field.fill('Chữ mới của xã'), 'landscape');
  assert.match(await page.locator('.preview-stage img').getAttribute('alt'), /Chữ mới của xã/);
}

async function open_kind(people, page, kind) {
  const draft = await people.lan.call('POST', '/api/drafts', { path: `communes/${COMMUNE}/${kind.path}.json` });
  if (kind.to) {
    const content = { ...draft.content, until: kind.to };
    await people.lan.call('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, content });
  }
  await go(page, `#/draft/${draft.id}`);
  await page.waitForSelector('.save-status');
}

/** A house whose Wi-Fi is written now has a page for it now. */
async function gains_a_page(people, page) {
  const draft = await people.lan.call('POST', '/api/drafts', {
    path: `communes/${COMMUNE}/place/thon-moi.json`,
    from: 'empty',
    title: 'Nhà văn hóa thôn Mới',
  });
  assert.deepEqual(draft.findings.filter((each) => each.level === 'error'), []);
  await go(page, `#/draft/${draft.id}`);
  await wait_for_picture(page, 'landscape');
  const options = () => page.locator('.preview option').evaluateAll((all) => all.map((each) => each.value));
  assert.deepEqual(await options(), ['own', 'rest']);
  await page.fill('[data-field="/wifi/ssid"]', 'NVH thon Moi');
  await page.waitForSelector('.preview option[value="wifi"]', { state: 'attached' });
  await show(page, () => page.locator('.preview select').selectOption('wifi'), 'landscape');
}

async function begun_anew(chromium, people, page) {
  const draft = await people.lan.call('POST', '/api/drafts', {
    path: `communes/${COMMUNE}/heritage/gieng-moi.json`,
    from: 'empty',
    title: 'Giếng mới',
  });
  await go(page, `#/draft/${draft.id}`);
  const told = page.locator('.banner.danger', { hasText: 'phải sửa' });
  await told.waitFor();
  const words = await told.innerText();
  assert.match(words, /Tóm tắt: chưa viết/);
  assert.doesNotMatch(words, /summary|thiếu "/);
  await page.waitForSelector('.preview:has-text("Sửa xong thì hình hiện ra")');
  await check_page(chromium, page, 'a heritage page begun anew');
  if (shots) await page.screenshot({ path: join(shots, 'begun-anew.png') });
  await told.locator('button').first().click();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.field), '/summary/vi');
  await page.keyboard.type('Giếng của làng, nước trong.');
  await told.waitFor({ state: 'detached' });
  await page.waitForSelector('.preview:not(:has-text("Sửa xong"))');
  await wait_for_picture(page, 'landscape');
}

export async function kinds_part(server, chromium) {
  if (shots) mkdirSync(shots, { recursive: true });
  const people = await make_people(server, COMMUNE);
  const { page } = await person(chromium, 'lan');
  await sign_in(page, server.desk, 'lan', people.password);
  for (const kind of KINDS) {
    await open_kind(people, page, kind);
    await look(page, kind);
    await follows_what_is_written(page);
  }
  await gains_a_page(people, page);
  await begun_anew(chromium, people, page);
}
