// What install/run says can be done with its demo: edit a guide as lan, approve it as hung, sign as both, and it is in
// what the kiosk shows. Ends with 1 and a line for each thing that is wrong.
//   node check_demo.mjs URL FOLDER MODULES
// FOLDER: the demo's, with its operator, who approves keys and delegates to them, at work.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enrol_key, go, open_browser, person, sign_in } from './browser.mjs';
import { approve, open_to_judge, prepare, sign_by_two, submit_draft, write_guide } from './steps.mjs';

const NEW_TEXT = 'Giấy khai sinh của xã, làm xong trong ngày.';
const PATIENCE_S = 60;
const READ = `
import sqlite3, sys
with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as database:
    print(database.execute("SELECT json FROM guide WHERE id = 'khai-sinh'").fetchone()[0])
`;

const [url, folder, modules] = process.argv.slice(2);
const accounts = JSON.parse(readFileSync(join(folder, 'DEMO-sign-in.json'), 'utf8'));

async function within(what, holds) {
  const until = Date.now() + PATIENCE_S * 1000;
  while (!(await holds())) {
    assert.ok(Date.now() < until, `${what}: not within ${PATIENCE_S} s`);
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** In a browser of their own, with a key that the operator approved and delegated to. */
async function at_the_desk(chromium, name) {
  const { page } = await person(chromium, name);
  await sign_in(page, `${url}/desk/`, name, accounts[name].password);
  await enrol_key(page, `Máy của ${name}`);
  return page;
}

const can_sign = (page) => async () => {
  await go(page, '#/keys');
  return (await page.locator('.chip:has-text("Ký được")').count()) === 1;
};

/** The guide as the kiosk's newest database has it. */
function guide_at_the_kiosk() {
  const data = join(folder, 'kiosk');
  const name = readFileSync(join(data, 'current'), 'utf8').trim();
  return JSON.parse(execFileSync('python3', ['-c', READ, join(data, name)], { encoding: 'utf8' }));
}

async function edit_and_publish(chromium) {
  const [lan, hung] = [await at_the_desk(chromium, 'lan'), await at_the_desk(chromium, 'hung')];
  await within("the author's key may sign", can_sign(lan));
  await within("the reviewer's key may sign", can_sign(hung));
  assert.notEqual(guide_at_the_kiosk().description.vi, NEW_TEXT);
  await write_guide(lan, NEW_TEXT);
  await submit_draft(lan, 'Ghi rõ nơi làm');
  await open_to_judge(hung, NEW_TEXT);
  await approve(hung);
  await prepare(hung);
  await sign_by_two(hung, lan, NEW_TEXT);
  await within('the change is at the kiosk', () => guide_at_the_kiosk().description.vi === NEW_TEXT);
  await kiosk_is_claimed(chromium);
}

/** The demo's kiosk has offered itself, and its admin has taken it in. */
async function kiosk_is_claimed(chromium) {
  const { page } = await person(chromium, 'mai');
  await sign_in(page, `${url}/desk/`, 'mai', accounts.mai.password);
  await within('the kiosk is in the list', async () => {
    await go(page, '#/kiosks');
    return (await page.locator('main:has-text("Nhà văn hóa thôn (demo)")').count()) === 1;
  });
}

const chromium = await open_browser(modules);
try {
  await edit_and_publish(chromium);
} catch (error) {
  chromium.problems.push(error.stack);
} finally {
  await chromium.close();
}
for (const problem of chromium.problems) console.error(problem);
process.exit(chromium.problems.length === 0 ? 0 : 1);
