// What happens between a draft and the screens besides the straight way: changes asked for, work taken back, a day that
// was set, haste with a reason, a page taken off again. All of it by touch on a screen of 360 px.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PHONE, go, look, title } from './browser.mjs';
import { sent_notice } from './api.mjs';
import { COMMUNE } from './server.mjs';
import {
  approve,
  look_at_preview,
  open_to_judge,
  prepare,
  sign_by_two,
  signers,
  submit_draft,
  write_guide,
} from './steps.mjs';

const MINUTE_MS = 60_000;
const VIET_NAM_MS = 7 * 60 * MINUTE_MS;
const MOST_WAIT_MS = 2 * MINUTE_MS;
const FIRST_TEXT = 'Giấy khai sinh làm ở xã.';
const NEW_TEXT = 'Giấy khai sinh làm ở xã, xong trong ngày, không mất tiền.';
const CLINIC = 'Tiêm chủng mở rộng ở trạm y tế';
const FLOOD = 'Nước sông lên, bà con chuyển đồ lên cao';
const REASON = 'Nước lên nhanh, người duyệt đang đi chống lụt';

const chip = (page, words) => page.waitForSelector(`.chip:has-text("${words}")`);
const banner = (page, words) => page.waitForSelector(`.banner:has-text("${words}")`);
const draft_of = (people, id) => people.lan.call('GET', `/api/drafts/${id}`);

/** The next minute that a person has the time to write down; as the field wants it, and in milliseconds. */
function next_minute() {
  const at = Math.ceil((Date.now() + 15_000) / MINUTE_MS) * MINUTE_MS;
  return { at, field: new Date(at + VIET_NAM_MS).toISOString().slice(0, 16) };
}

const set_it = (page) => page.getByRole('button', { name: 'Hẹn', exact: true }).click();

/** Approved now, to be published at a later time. */
async function set_a_day(chromium, people, minh, id) {
  await open_to_judge(minh, CLINIC);
  await approve(minh);
  await minh.click('summary:has-text("Hẹn ngày đăng")');
  await set_it(minh);
  assert.equal(await minh.evaluate(() => document.activeElement.id), 'when', 'a day has to be named');
  await minh.fill('#when', '2020-01-01T08:00');
  await set_it(minh);
  await banner(minh, 'một lúc sắp tới');
  await look(chromium, minh, 'setting a day');
  const { at, field } = next_minute();
  await minh.fill('#when', field);
  await set_it(minh);
  await chip(minh, 'Đã hẹn');
  assert.equal((await draft_of(people, id)).state, 'scheduled');
  const [hour] = field.split('T').reverse();
  await banner(minh, `Đã hẹn đăng lúc ${hour}`);
  await minh.click('summary:has-text("Cách khác")');
  await minh.locator('button:has-text("không chờ đến giờ hẹn")').waitFor();
  await look(chromium, minh, 'a day was set');
  return at;
}

async function ask_for_changes(chromium, minh) {
  await open_to_judge(minh, FIRST_TEXT);
  await minh.click('button:has-text("Yêu cầu sửa")');
  await minh.click('dialog button.primary');
  await minh.locator('dialog .banner:has-text("ghi cần sửa gì")').waitFor();
  await minh.fill('dialog textarea', 'Ghi thêm bao lâu thì xong và mất bao nhiêu tiền.');
  await look(chromium, minh, 'asking for changes');
  await minh.click('dialog button.primary');
  await chip(minh, 'Cần sửa');
}

/** Who wrote it finds the words of who judged it beside the form, mends it, takes it back once, and sends it in. */
async function mend(chromium, lan) {
  await go(lan, '#/todo');
  await lan.click('.todo:has-text("Cần sửa lại")');
  await lan.waitForSelector('.comments:has-text("bao lâu thì xong")');
  await look(chromium, lan, 'changes were asked for');
  await lan.fill('[data-field="/description/vi"]', NEW_TEXT);
  await lan.waitForSelector('.save-status[data-state="saved"]');
  await submit_draft(lan, 'Ghi rõ thời gian và lệ phí');
  await banner(lan, 'Người soạn không tự duyệt');
  assert.equal(await lan.locator('button:has-text("Đăng ngay")').count(), 0, 'an author publishes nothing in haste');
  await lan.click('button:has-text("Rút lại")');
  await lan.click('dialog button.primary');
  await lan.waitForSelector('.save-status');
  assert.equal(await lan.inputValue('[data-field="/description/vi"]'), NEW_TEXT);
  await look_at_preview(lan, NEW_TEXT);
  await submit_draft(lan, 'Ghi rõ thời gian và lệ phí');
}

/** The server's clock brings it to whoever signs; nothing is published before that, nor without them. */
async function wait_for_the_day(people, minh, id, at) {
  const until = at + MOST_WAIT_MS;
  const there = () => minh.locator('.todo:has-text("Chờ bạn ký")').count();
  for (await go(minh, '#/todo'); (await there()) === 0; await go(minh, '#/todo')) {
    const { state } = await draft_of(people, id);
    assert.ok(state === 'scheduled' || Date.now() >= at, `${state} before its time`);
    assert.ok(Date.now() < until, 'its time came, and nothing waits to be signed');
    await minh.waitForTimeout(1000);
  }
  assert.ok(Date.now() >= at, 'it waits to be signed before its time');
  assert.equal((await draft_of(people, id)).state, 'signing');
  await minh.click('.todo:has-text("Chờ bạn ký")');
  await title(minh, 'Ký để đăng');
}

/** From the page where it is judged, with a reason; flagged until a third person has looked at it. */
async function publish_in_haste(chromium, { people, minh, hoa }) {
  const { id } = await sent_notice(people.lan, 'nuoc-len', FLOOD);
  await open_to_judge(minh, FLOOD);
  await minh.click('summary:has-text("Cách khác")');
  await minh.click('button:has-text("Đăng ngay, không chờ duyệt")');
  await minh.click('dialog button.danger');
  await minh.locator('dialog .banner:has-text("ghi lý do")').waitFor();
  await minh.fill('dialog textarea', REASON);
  await look(chromium, minh, 'publishing in haste');
  await minh.click('dialog button.danger');
  await title(minh, 'Ký để đăng');
  await sign_by_two(minh, hoa, FLOOD);
  await go(minh, `#/draft/${id}`);
  await banner(minh, `Đăng gấp, chưa duyệt. Lý do: ${REASON}`);
  assert.equal(await minh.locator('main button.primary:has-text("Duyệt")').count(), 0, 'who was in haste reviews it not');
  await go(hoa, '#/todo');
  await look(chromium, hoa, 'something was published in haste');
  await hoa.click('.todo:has-text("Đã công bố khẩn, chưa ai duyệt")');
  await banner(hoa, REASON);
  await look(chromium, hoa, 'published in haste');
  await hoa.click('main button.primary:has-text("Duyệt")');
  await hoa.waitForFunction(() => !document.querySelector('main .banner.warn'));
  const { state, unreviewed } = await draft_of(people, id);
  assert.deepEqual([state, unreviewed], ['published', false]);
}

/** Taken off as it came there: approved, and signed by two. */
async function take_off(chromium, { people, lan, minh, hoa }, id) {
  await go(lan, '#/guide/notice.tiem-chung-moi');
  await title(lan, CLINIC);
  await lan.click('button:has-text("Gỡ khỏi màn hình")');
  await lan.fill('dialog textarea', 'Đã tiêm xong');
  await lan.click('dialog button.danger');
  await chip(lan, 'Chờ duyệt');
  await open_to_judge(minh, 'Đây là việc gỡ khỏi màn hình');
  await look(chromium, minh, 'judging a removal');
  await approve(minh);
  await prepare(minh);
  await sign_by_two(minh, hoa, 'Bỏ đi');
  assert.equal((await draft_of(people, id)).state, 'withdrawn');
}

/** The paths that the commune's role lists in its newest version. */
function published_paths(repository) {
  const folder = join(repository, 'metadata');
  const versions = readdirSync(folder)
    .filter((name) => name.endsWith(`.commune-${COMMUNE}.json`))
    .map((name) => parseInt(name, 10));
  const file = join(folder, `${Math.max(...versions)}.commune-${COMMUNE}.json`);
  return Object.keys(JSON.parse(readFileSync(file, 'utf8')).signed.targets);
}

export async function workflow_part(server, chromium) {
  const office = await signers(server, chromium, { viewport: PHONE, hasTouch: true });
  const [lan, minh, hoa] = [office.lan.page, office.minh.page, office.hoa.page];
  const all = { people: office.people, lan, minh, hoa };
  const path = `communes/${COMMUNE}/notices/tiem-chung-moi.json`;
  const { id } = await sent_notice(all.people.lan, 'tiem-chung-moi', CLINIC);
  const at = await set_a_day(chromium, all.people, minh, id);

  await write_guide(lan, FIRST_TEXT);
  await submit_draft(lan, 'Ghi rõ nơi làm');
  await ask_for_changes(chromium, minh);
  await mend(chromium, lan);
  await open_to_judge(minh, NEW_TEXT);
  await look(chromium, minh, 'judging on a phone');
  await approve(minh);

  await wait_for_the_day(all.people, minh, id, at);
  assert.ok(!published_paths(server.repository).includes(path), 'nothing is published without signatures');
  await sign_by_two(minh, hoa, CLINIC, (page, name) => look(chromium, page, `${name} on a phone`));
  assert.ok(published_paths(server.repository).includes(path));

  await go(minh, '#/todo');
  await minh.click('.todo:has-text("Đã duyệt, chưa đưa đi ký")');
  await prepare(minh);
  await sign_by_two(minh, hoa, NEW_TEXT);
  await publish_in_haste(chromium, all);
  await take_off(chromium, all, id);
  assert.ok(!published_paths(server.repository).includes(path), 'what was taken off is listed no more');
}
