// Reads phone pages as residents' browsers do, in Debian's Chromium: every page with axe on a narrow phone, in the
// light and in the dark, and with the letters doubled; a sample of them on a desk, and with Lighthouse. Ends with
// 1 and a line for each thing that is wrong.
//
//   node check_pages.mjs FOLDER MODULES [--axe | --lighthouse]
//
// FOLDER: what `conglang pages` wrote. MODULES: the folder that package-lock.json was installed into.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { serve } from './site_server.mjs';

const CHROMIUM = '/usr/bin/chromium';
const SAMPLE = ['khai-sinh.html', 'index.html', 'en/index.html'];
const NARROW = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

const [folder, modules, only] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const problems = [];
const wrong = (page, what) => problems.push(`${page}: ${what}`);

/** Widest thing on the page against the window, in CSS pixels. */
const overflow = () => document.documentElement.scrollWidth - window.innerWidth;

let opened = '';

function listen(page) {
  page.on('console', (message) => wrong(opened, `the browser says: ${message.text()}`));
  page.on('pageerror', (error) => wrong(opened, `the browser says: ${error.message}`));
}

async function open(page, site, path, name) {
  opened = name;
  await page.goto(site.address + path);
}

async function check_with_axe(page, name, axe, rules) {
  await page.evaluate(axe);
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const results = await page.evaluate((all) => globalThis.axe.run(document, all), options);
  for (const violation of results.violations)
    for (const node of violation.nodes)
      wrong(name, `axe ${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`);
}

async function check_width(page, name) {
  if ((await page.evaluate(overflow)) > 0) wrong(name, 'scrolls sideways');
}

/** Opens every fold, so that nothing is left unread. */
const unfold = () => document.querySelectorAll('details').forEach((each) => (each.open = true));

/** `rules`: of axe; all of them when not given. */
async function check_view(browser, site, paths, axe, { scheme, size, rules }) {
  // The pages' own policy stays in force for them; the checker alone is let past it.
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, bypassCSP: true });
  const page = await context.newPage();
  listen(page);
  for (const path of paths) {
    const name = `${path} (${scheme}, ${size.width} px)`;
    await open(page, site, path, name);
    await page.evaluate(unfold);
    await check_width(page, name);
    await check_with_axe(page, name, axe, rules);
    await page.evaluate(() => (document.documentElement.style.fontSize = '237.5%'));
    await check_width(page, `${name}, letters doubled`);
  }
  await context.close();
}

/** With its policy in force a page complains of nothing, loads nothing but itself and runs nothing. */
async function check_policy(browser, site, paths) {
  const context = await browser.newContext({ viewport: NARROW });
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective}`)),
  );
  const page = await context.newPage();
  listen(page);
  for (const path of paths) {
    await open(page, site, path, path);
    if ((await page.locator('main h1').count()) !== 1) wrong(path, 'has no single title');
  }
  const strange = site.asked.filter((path) => !paths.includes(path.slice(1)) && path !== '/icon.svg');
  for (const path of new Set(strange)) wrong(path, 'was asked for by a page');
  await context.close();
}

/** What a page of the pages' policy would do with a script that somebody got into it: nothing. */
async function check_that_nothing_runs(browser, site, path) {
  const context = await browser.newContext({ viewport: NARROW });
  const page = await context.newPage();
  const refused = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.route('**/*.html', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('</main>', '<script>document.title="ran"</script></main>');
    await route.fulfill({ response: answer, body });
  });
  await page.goto(site.address + path);
  if ((await page.title()) === 'ran') wrong(path, 'runs a script that was put into it');
  if (!refused.some((text) => text.includes('Content Security Policy'))) wrong(path, 'refuses no script');
  await context.close();
}

/** Ticks and folds work without a script, by touch and by key. */
async function check_controls(browser, site, path) {
  const context = await browser.newContext({ viewport: NARROW, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.address + path);
  await page.locator('details.case > summary').first().click();
  const paper = page.locator('details.case[open] .papers label').first();
  await paper.click();
  if (!(await paper.locator('input').isChecked())) wrong(path, 'a paper cannot be ticked');
  await page.goto(site.address + path);
  await page.keyboard.press('Tab');
  const focused = await page.locator('a.skip').evaluate((each) => each.getBoundingClientRect().top);
  if (focused < 0) wrong(path, 'the way to the content does not show when it is reached');
  await context.close();
}

async function check_in_browser(site, paths) {
  const { chromium } = require('playwright-core');
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    await check_policy(browser, site, paths);
    await check_that_nothing_runs(browser, site, paths[0]);
    await check_controls(browser, site, 'khai-sinh.html');
    await check_view(browser, site, paths, axe, { scheme: 'light', size: NARROW });
    await check_view(browser, site, paths, axe, { scheme: 'dark', size: NARROW, rules: ['color-contrast'] });
    for (const scheme of ['light', 'dark']) await check_view(browser, site, SAMPLE, axe, { scheme, size: DESK });
  } finally {
    await browser.close();
  }
  console.log(`${paths.length} pages read with axe`);
}

async function check_with_lighthouse(site, paths) {
  const { launch } = require('chrome-launcher');
  const { default: lighthouse } = await import(pathToFileURL(require.resolve('lighthouse')));
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ['--headless=new', '--no-sandbox'], logLevel: 'silent' });
  try {
    for (const path of paths) {
      const result = await lighthouse(site.address + path, {
        port: chrome.port,
        logLevel: 'silent',
        onlyCategories: ['accessibility', 'best-practices'],
      });
      const { categories, audits } = result.lhr;
      const scores = Object.values(categories).map((each) => `${each.title} ${Math.round(each.score * 100)}`);
      console.log(`${path}: ${scores.join(', ')}`);
      if (Object.values(categories).every((each) => each.score === 1)) continue;
      for (const audit of Object.values(audits))
        if (audit.score !== null && audit.score < 1) wrong(path, `Lighthouse ${audit.id}: ${audit.title}`);
      wrong(path, `Lighthouse is not at 100: ${scores.join(', ')}`);
    }
  } finally {
    await chrome.kill();
  }
}

const list = JSON.parse(await readFile(`${folder}/pages.json`, 'utf8'));
const paths = list.pages.map((page) => page.path);
const site = await serve(folder);
try {
  if (only !== '--lighthouse') await check_in_browser(site, paths);
  if (only !== '--axe') await check_with_lighthouse(site, SAMPLE);
} finally {
  await site.close();
}
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
