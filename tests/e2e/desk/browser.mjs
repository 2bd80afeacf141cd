// Chromium at the desk: people in browsers of their own, and what is asked of every page.
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const LAPTOP = { width: 1366, height: 768 };
/** A busy machine may take its time. */
export const PATIENCE_MS = 60_000;
export const PHONE = { width: 360, height: 740 };

/** Where pictures of the pages go, for somebody to look at. */
const shots = process.env.CONGLANG_DESK_SHOTS;

/** A name of this machine that the browser does not take for itself: plain http there is not trusted. */
export const PLAIN_HOST = 'xa.example';

/**
 * What the browser may say although nothing is wrong: that an answer was not 200; that a previewed phone page, which
 * may load and run nothing, has loaded and run nothing (its icon, the driver's own script).
 */
const EXPECTED = /Failed to load resource|\/api\/drafts\/\d+\/preview\//;

export async function open_browser(modules) {
  const require = createRequire(pathToFileURL(`${modules}/`));
  const { chromium } = require('playwright-core');
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`],
  });
  return { browser, axe, problems: [], close: () => browser.close() };
}

function listen(page, name, problems) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !EXPECTED.test(message.text()))
      problems.push(`${name}: the browser says: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${name}: ${error.stack}`));
  page.on('dialog', (dialog) => {
    problems.push(`${name}: a script opened "${dialog.message()}"`);
    dialog.dismiss();
  });
}

/** A person's own browser, with nothing in it: {page, context}. `more`: of the context. */
export async function person(chromium, name, more = {}) {
  const context = await chromium.browser.newContext({ viewport: LAPTOP, locale: 'vi-VN', ...more });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  context.on('page', (page) => listen(page, name, chromium.problems));
  return { context, page: await context.newPage(), name };
}

export const title = (page, words) => page.waitForSelector(`h1:has-text("${words}")`);

/** Opens a page of the desk anew, also the one that is open. */
export async function go(page, hash) {
  await page.evaluate((wanted) => {
    if (location.hash === wanted) window.dispatchEvent(new HashChangeEvent('hashchange'));
    else location.hash = wanted;
  }, hash);
  await page.waitForTimeout(50);
  await page.waitForFunction(() => !document.querySelector('.loading'));
}

export async function sign_in(page, desk, name, password) {
  await page.goto(`${desk}#/sign-in`);
  await page.fill('#name', name);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  await title(page, 'Việc cần làm');
}

/** Presses what opens the signer, and gives its page once it shows its work. */
export async function signer_after(page, press) {
  const [signer] = await Promise.all([page.context().waitForEvent('page'), press()]);
  await signer.waitForSelector('main h2');
  return signer;
}

export async function enrol_key(page, label) {
  await go(page, '#/keys');
  await title(page, 'Chìa khóa của tôi');
  const signer = await signer_after(page, () =>
    page.click('main button:has-text("Tạo"), main button:has-text("chìa khóa")'),
  );
  await signer.fill('#label', label);
  await signer.click('button[type=submit]');
  await signer.waitForSelector('h2:has-text("Đã tạo chìa khóa")');
  await signer.close();
  await page.locator('.card h3').filter({ hasText: label }).waitFor();
}

/** Reads the change in the signer, ticks what must be ticked, signs. Gives what the page showed. */
export async function sign_shown(signer) {
  const shown = await signer.innerText('main');
  for (const box of await signer.locator('.tick input').all()) await box.check();
  await signer.click('main .actions button.primary');
  await signer.waitForSelector('h2:has-text("Đã ký")');
  await signer.close();
  return shown;
}

const overflow = () => document.documentElement.scrollWidth - window.innerWidth;

/** Axe, no sideways scrolling, one title. The page's own policy stays; axe comes in by the driver's own world. */
export async function check_page(chromium, page, name) {
  const wrong = (what) => chromium.problems.push(`${name}: ${what}`);
  if ((await page.evaluate(overflow)) > 0) wrong('scrolls sideways');
  if ((await page.locator('main h1, main h2').count()) === 0) wrong('has no title');
  await page.evaluate(chromium.axe);
  const results = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of results.violations)
    for (const node of violation.nodes) wrong(`axe ${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`);
}

export async function shoot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name.replaceAll(/[ /]/g, '-')}.png`), fullPage: true });
}

/** The page as it is, on a laptop and on a phone. */
export async function look(chromium, page, name) {
  const before = page.viewportSize() ?? LAPTOP;
  for (const [size, viewport] of Object.entries({ laptop: LAPTOP, phone: PHONE })) {
    await page.setViewportSize(viewport);
    await check_page(chromium, page, `${name} (${size})`);
    await shoot(page, `${name}-${size}`);
  }
  await page.setViewportSize(before);
}

const drawn = (name) => document.querySelector(`img.preview-${name}`)?.naturalWidth > 0;

/** On a busy machine drawing may have to be asked for again, as a person would. */
export async function wait_for_picture(page, view) {
  const again = page.locator('.preview button:has-text("Vẽ lại")');
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.race([page.waitForFunction(drawn, view), again.waitFor()]);
    if (await page.evaluate(drawn, view)) return;
    await again.click();
  }
  throw new Error(`no picture: ${await page.innerText('.preview')}`);
}
