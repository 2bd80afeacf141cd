// Nothing that somebody wrote is lost: not over a dead line, not with a closed tab, not when two people write at once.
// And whatever is written stays text, wherever it shows.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { check_page, go, person, sign_in, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

const saved = (page) => page.waitForSelector('.save-status[data-state="saved"]');
const offline = (page) => page.waitForSelector('.save-status[data-state="offline"]');
const TITLE = '[data-field="/title/vi"]';
const ENGLISH = '[data-field="/title/en"]';

async function new_notice(people, name) {
  const draft = await people.lan.call('POST', '/api/drafts', {
    path: `communes/${COMMUNE}/notices/${name}.json`,
    from: 'empty',
    title: 'Cắt điện',
  });
  return `#/draft/${draft.id}`;
}

async function open(page, hash) {
  await go(page, hash);
  await page.waitForSelector(TITLE);
}

async function over_a_dead_line(page, context, hash) {
  await open(page, hash);
  await context.setOffline(true);
  await page.fill(TITLE, 'Viết lúc mất mạng');
  await offline(page);
  await page.fill(ENGLISH, 'Written without a line');
  await context.setOffline(false);
  await saved(page);
}

async function with_a_closed_tab(server, people, context, page, hash) {
  await context.setOffline(true);
  await page.fill(TITLE, 'Viết rồi đóng trang');
  await offline(page);
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(`${server.desk}#/todo`);
  await next.click('a:has-text("Mở để gửi tiếp")');
  await next.waitForSelector('text=Đã lấy lại những gì anh chị viết');
  assert.equal(await next.inputValue(TITLE), 'Viết rồi đóng trang');
  await saved(next);
  const stored = await people.lan.call('GET', `/api/drafts/${hash.split('/').at(-1)}`);
  assert.equal(stored.content.title.vi, 'Viết rồi đóng trang');
  assert.equal(stored.content.title.en, 'Written without a line');
  return next;
}

async function two_at_once(server, people, chromium, lan, hash) {
  const minh = await person(chromium, 'minh');
  await sign_in(minh.page, server.desk, 'minh', people.password);
  await open(minh.page, hash);
  await minh.page.fill(TITLE, 'Tên của Minh');
  await minh.page.fill('[data-field="/until"]', '2027-03-01');
  await saved(minh.page);
  await lan.fill(TITLE, 'Tên của Lan');
  await title(lan, 'Hai người cùng sửa một bài');
  await check_page(chromium, lan, 'a conflict');
  const choices = lan.locator('fieldset.conflict');
  assert.equal(await choices.count(), 1, 'both changed the title only');
  assert.ok((await choices.innerText()).includes('Tên của Minh'));
  assert.ok((await choices.innerText()).includes('Tên của Lan'));
  await lan.click('button:has-text("Lưu bản đã chọn")');
  await lan.waitForSelector(TITLE);
  const stored = await people.lan.call('GET', `/api/drafts/${hash.split('/').at(-1)}`);
  assert.equal(stored.content.title.vi, 'Tên của Lan');
  assert.equal(stored.content.until, '2027-03-01', 'what only the other changed is there too');
  await minh.context.close();
}

/** The session ends under somebody's hands: they sign in again, and what they typed is there. */
async function with_an_ended_session(people, context, page, hash) {
  await open(page, hash);
  await context.clearCookies();
  await page.fill(TITLE, 'Viết khi phiên đã hết');
  await title(page, 'Đăng nhập');
  await page.fill('#name', 'lan');
  await page.fill('#password', people.password);
  await page.click('button[type=submit]');
  await page.waitForSelector(TITLE);
  assert.equal(await page.inputValue(TITLE), 'Viết khi phiên đã hết');
  await saved(page);
}

const texts_of = (page) =>
  page.locator('[data-field^="/body/"][lang=vi]').evaluateAll((all) => all.map((each) => each.value));

/** The first of some paragraphs, taken by its grip to the third's place. */
async function dragged(page) {
  for (const words of ['một', 'hai', 'ba']) {
    await page.click('[data-add="/body"]');
    await page.locator('[data-field^="/body/"][lang=vi]').last().fill(words);
  }
  const [first, second, third, ...rest] = await texts_of(page);
  const from = page.locator('.item .grip').first();
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await page.locator('.item').nth(2).boundingBox()];
  await page.mouse.move(start.x + 5, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 5, end.y + end.height - 5, { steps: 8 });
  await page.mouse.up();
  assert.deepEqual(await texts_of(page), [second, third, first, ...rest]);
  await saved(page);
}

/** It is sent, drawn anew by the server, and named in the draft; without words for who cannot see it, it is not. */
async function picture(server, people, page) {
  const draft = await people.lan.call('POST', '/api/drafts', {
    path: `communes/${COMMUNE}/heritage/gieng.json`,
    from: 'empty',
    title: 'Giếng làng',
  });
  await go(page, `#/draft/${draft.id}`);
  await page.click('[data-add="/pictures"]');
  const file = join(server.source, 'content/starter/communes', COMMUNE, 'pictures/gieng-lang.png');
  await page.setInputFiles('input[type=file]', file);
  await page.waitForSelector('text=Anh chị viết lời tả ảnh');
  await page.fill('[data-field="/pictures/0/alt/vi"]', 'Giếng gạch dưới gốc cây');
  await page.setInputFiles('input[type=file]', file);
  await page.waitForSelector('text=Đã nhận ảnh');
  await saved(page);
  const stored = await people.lan.call('GET', `/api/drafts/${draft.id}`);
  assert.match(stored.content.pictures[0].file, /^[a-z0-9-]+\.(png|jpg)$/);
}

/** What must be mended is named, stays in sight while saving goes on, and is one press away. */
async function told_what_to_mend(page, people) {
  await open(page, await new_notice(people, 'sai-ngay'));
  await page.fill('[data-field="/until"]', '2020-01-01');
  await page.waitForSelector('.banner.danger');
  await page.waitForSelector('.save-status:has-text("phải sửa")');
  await page.locator('.banner.danger button').first().click();
  const field = await page.evaluate(() => document.activeElement.dataset.field ?? '');
  assert.match(field, /^\/(from|until)$/, 'the way leads to the day that is wrong');
}

const EVIL = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'&{{7*7}}';

/** Every box of the form holds it, then every page that shows the draft does. */
async function evil_text(page, people) {
  await open(page, await new_notice(people, 'doc-hai'));
  await page.click('[data-add="/body"]');
  await page.evaluate(() =>
    document.querySelectorAll('main details').forEach((each) => {
      each.open = true;
    }),
  );
  for (const box of await page
    .locator('main input:not([type=date], [type=checkbox], [type=radio], [type=search], [type=file]), main textarea')
    .all())
    if (await box.isVisible()) await box.fill(EVIL);
  await page.waitForSelector('.save-status:is([data-state="saved"], [data-state="refused"])');
  const [, , id] = (await page.evaluate(() => location.hash)).split('/');
  for (const hash of ['#/guides', '#/todo', `#/draft/${id}`]) {
    await go(page, hash);
    await page.waitForTimeout(200);
    assert.equal(await page.locator('main img[src="x"], main script').count(), 0, `${hash} shows it as text`);
  }
  assert.ok((await page.innerText('h1')).includes('<img src=x'), 'it is shown as it was written');
}

export async function writing_part(server, chromium) {
  const people = await make_people(server, COMMUNE);
  const { page, context } = await person(chromium, 'lan');
  await sign_in(page, server.desk, 'lan', people.password);
  const hash = await new_notice(people, 'cat-dien');
  await over_a_dead_line(page, context, hash);
  const next = await with_a_closed_tab(server, people, context, page, hash);
  await two_at_once(server, people, chromium, next, hash);
  await with_an_ended_session(people, context, next, hash);
  await dragged(next);
  await picture(server, people, next);
  await told_what_to_mend(next, people);
  await evil_text(next, people);
}
