// Every page, wide and on a phone, in both languages: read with axe, no wider than its screen, silent in the console.
import { PLAIN_HOST, check_page, go, look, person, sign_in, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

const PAGES = ['todo', 'guides', 'guides/new', 'guides/files', 'guide/khai-sinh', 'sign', 'kiosks', 'usage', 'keys', 'people', 'audit'];

async function look_at_open_pages(server, chromium) {
  const { page, context } = await person(chromium, 'somebody');
  await page.goto(server.desk);
  await title(page, 'Đăng nhập');
  await look(chromium, page, 'sign-in');
  await page.click('button[type=submit]');
  await page.waitForSelector('[role=alert]');
  await look(chromium, page, 'sign-in refused');
  await page.goto(`${server.desk}#/invite/nothing`);
  await title(page, 'Lời mời');
  await look(chromium, page, 'invitation gone');
  await page.goto(server.desk.replace('127.0.0.1', PLAIN_HOST));
  await page.waitForSelector('.banner:has-text("https")');
  await look(chromium, page, 'without https');
  await page.goto(server.signer.replace('127.0.0.1', PLAIN_HOST));
  await page.waitForSelector('main:has-text("https")');
  await page.goto(server.signer);
  await page.waitForSelector('main h2');
  await look(chromium, page, 'signer alone');
  await context.close();
}

/** Some of each depth: axe reads every node, and all folds of a guide at once are thousands. */
async function open_some_folds(page) {
  for (let turn = 0; turn < 3; turn += 1) {
    await page.evaluate(() => {
      const closed = [...document.querySelectorAll('main details:not([open])')].filter((each) =>
        each.checkVisibility(),
      );
      for (const details of closed.slice(0, 5)) details.open = true;
    });
    await page.waitForTimeout(50);
  }
}

/** A draft of each kind that has a form of its own. */
async function look_at_drafts(chromium, page, people) {
  const paths = ['patches/khai-sinh', 'notices/cat-dien', 'heritage/giang-dinh', 'products/banh', 'place/thon-moi'];
  for (const path of paths) {
    const draft = await people.lan.call('POST', '/api/drafts', {
      path: `communes/${COMMUNE}/${path}.json`,
      from: path.startsWith('patches') ? 'published' : 'empty',
      title: 'Bài thử',
    });
    await go(page, `#/draft/${draft.id}`);
    await page.waitForSelector('.save-status');
    const change = page.locator('[data-change="cases"]');
    if (await change.count()) await change.click();
    await open_some_folds(page);
    await look(chromium, page, `draft of ${path.split('/')[0]}`);
  }
}

export async function pages_part(server, chromium) {
  await look_at_open_pages(server, chromium);
  const people = await make_people(server, COMMUNE);
  const { page } = await person(chromium, 'hoa');
  await sign_in(page, server.desk, 'hoa', people.password);
  for (const name of PAGES) {
    await go(page, `#/${name}`);
    await page.waitForSelector('main h1');
    await look(chromium, page, name);
  }
  await look_at_drafts(chromium, page, people);
  await page.click('.bar-button:has-text("English")');
  for (const name of PAGES) {
    await go(page, `#/${name}`);
    await page.waitForSelector('main h1');
    await check_page(chromium, page, `${name} in English`);
  }
}
