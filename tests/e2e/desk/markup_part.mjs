// Attack: markup, event handlers and script addresses in every text that anybody can write, from a draft's every field
// to a kiosk's words about itself. Every page of the desk, the signer and the phone pages are opened on them: nothing
// runs, no element is made of it, and it stands there as the text that it is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fields_of, path_of } from '../../../content/desk/desk/model.js';
import { enrol_key, go, person, sign_in, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

/** An element that nothing here makes: one in a page was made of somebody's text. */
const MARK = 'x-mark';
const RUN = 'globalThis.ran=1';
const MARKUP = [
  `Cổng <${MARK}>`,
  `<img src=x onerror=${RUN}>`,
  `<svg/onload=${RUN}>`,
  `"' onmouseover=${RUN} autofocus onfocus=${RUN} x="`,
  `</textarea></script></title></style><script>${RUN}</script>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<a href="javascript:${RUN}">a</a>`,
].join('');
/** As much of it as fits where texts are short. */
const SHORT = `Làng <${MARK} onclick=${RUN}>"' onfocus=${RUN} autofocus x="`;
/** No tag, so that no rule of the content refuses it: what gets out of an attribute, if anything does. */
const QUOTES = `Làng ${MARK} "' onfocus=${RUN} autofocus onmouseover=${RUN} x="`;
const ADDRESS = `javascript:${RUN}//<${MARK}>`;

const is_address = (name) => ['url', 'template'].includes(name);

/** A value for every field that the form of this kind has: the wrong type for some, as an attacker would. */
function filled(fields) {
  const made = {};
  for (const { type, name, fields: inner } of fields) {
    if (type === 'text') made[name] = { vi: MARKUP, en: MARKUP, [`x"><${MARK}>`]: MARKUP };
    else if (type === 'texts') made[name] = [{ vi: MARKUP, en: MARKUP }];
    else if (type === 'list') made[name] = [filled(inner)];
    else if (type === 'part') made[name] = filled(inner);
    else if (type === 'flag') made[name] = true;
    else if (['lines', 'channels', 'places'].includes(type)) made[name] = [MARKUP];
    else made[name] = is_address(name) ? ADDRESS : MARKUP;
  }
  return made;
}

/** Every text of a published file, as far as the file still reads: nobody's desk would let it through. */
function poisoned(value, key = '') {
  if (Array.isArray(value)) return value.map((each) => poisoned(each));
  if (value === null || typeof value !== 'object')
    return ['vi', 'en', 'source'].includes(key) && typeof value === 'string' ? `${value} ${SHORT}` : value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poisoned(each, name)]));
}

function publish_markup(server) {
  const out = join(server.folder, 'out');
  const files = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.json'));
  const shown = files.filter((name) => /(guides|notices|heritage|products|place|patches)\//.test(name));
  for (const name of shown) {
    const file = join(out, name);
    writeFileSync(file, JSON.stringify(poisoned(JSON.parse(readFileSync(file, 'utf8')))));
  }
  server.signing('publish', out);
}

/** The starter content with another guide in place of khai-sinh; its folder. */
function starter_with(server, name, change) {
  const folder = join(server.folder, name);
  execFileSync('cp', ['-r', join(server.source, 'content/starter'), folder]);
  const file = join(folder, 'national/guides/khai-sinh.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
  return folder;
}

/** What lint says of a guide with tags of HTML in it. */
function lint_refuses(server) {
  const folder = starter_with(server, 'lint', (guide) => {
    guide.title.vi = `Khai sinh <img src=x onerror=${RUN}>`;
    return guide;
  });
  let told = '';
  try {
    server.tool('lint', folder);
  } catch (error) {
    told = `${error.stdout}${error.stderr}`;
  }
  assert.match(told, /khai-sinh\.json.*text-html|text-html.*khai-sinh\.json/s, 'lint names the tag as an error');
}

/** The kiosk's own renderer draws the markup as letters. */
function kiosk_shows_text(server) {
  const folder = starter_with(server, 'kiosk', (guide) => poisoned(guide));
  const told = JSON.parse(
    server.tool('preview', 'khai-sinh', '--content', folder, '--commune', COMMUNE, '--png', join(server.folder, 'k'), '--json'),
  );
  const texts = told.pictures.flatMap((picture) => picture.texts).join(' ');
  assert.ok(texts.includes(`<${MARK} onclick=`), `the kiosk shows it as it is written: ${texts.slice(0, 400)}`);
}

/** A draft of each kind, every field filled, with a comment, and one of a national guide. */
async function write_drafts({ lan, minh }) {
  const ids = [];
  for (const kind of ['patch', 'guide', 'notice', 'place', 'heritage', 'product']) {
    const path = path_of(kind, COMMUNE, kind === 'patch' ? 'khai-sinh' : 'danh-dau');
    const from = kind === 'patch' ? 'published' : 'empty';
    const draft = await lan.call('POST', '/api/drafts', { path, from, title: SHORT, note: MARKUP });
    const content = { ...draft.content, ...filled(fields_of(kind)) };
    const { revision } = draft;
    const saved = await lan.call('PUT', `/api/drafts/${draft.id}`, { revision, content, note: MARKUP });
    assert.ok(saved.findings.some(({ level }) => level === 'error'), `${kind}: nothing of it can be proposed`);
    await minh.call('POST', `/api/drafts/${draft.id}/comments`, { comment: MARKUP });
    ids.push(draft.id);
  }
  return ids;
}

/** A notice that passes every rule and still looks like markup: it is submitted, and judged. */
async function submit_a_notice({ lan, minh }) {
  const path = path_of('notice', COMMUNE, 'nhu-the');
  const text = { vi: QUOTES, en: QUOTES };
  const draft = await lan.call('POST', '/api/drafts', { path, from: 'empty', title: 'Thông báo' });
  const provenance = { confidence: 'verified', source: QUOTES };
  const days = { from: '2026-11-01', until: '2026-12-31' };
  const content = { ...draft.content, title: text, body: [text], ...days, provenance };
  const { revision } = await lan.call('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, content, note: MARKUP });
  await lan.call('POST', `/api/drafts/${draft.id}/submit`, { revision });
  const answered = await minh.call('POST', `/api/drafts/${draft.id}/ask-changes`, { revision, comment: MARKUP });
  assert.equal(answered.state, 'changes-asked');
  await lan.call('POST', `/api/drafts/${draft.id}/submit`, { revision });
  return draft.id;
}

function public_key() {
  const { publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: raw.toString('hex') } };
}

/** A kiosk named by markup, which says markup of itself: what its door lets through is what the desk has to bear. */
async function report_as_kiosk(server, { hoa }) {
  const secret = 'a kiosk of the test, long enough';
  const deviceSecretHash = createHash('sha256').update(secret).digest('hex');
  const claimCode = 'ACEFHJKM';
  const ask = async (path, body, headers = {}) => {
    const answer = await fetch(server.address + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const device = await ask('/api/devices', { claimCode, deviceSecretHash });
  assert.ok(device.status < 300, JSON.stringify(device));
  await hoa.call('POST', '/api/kiosks', { claimCode, name: SHORT, place: SHORT });
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const usage = ['use', 'rating', 'search'].map((kind) => ({ day, kind, subject: SHORT, action: kind === 'use' ? 'opened' : SHORT, n: 1 }));
  const reports = [
    { id: 'h-1', kind: 'health', body: { version: SHORT, error: SHORT, lastTry: SHORT, shortRuns: 9, setAside: 3 } },
    { id: 'a-1', kind: 'agent', body: { error: SHORT, troubles: [{ repository: SHORT, error: SHORT }], setAside: [{ path: SHORT, guide: SHORT, reason: SHORT }] } },
    { id: 's-1', kind: 'settings', body: { problems: [{ field: SHORT, why: SHORT }] } },
    { id: 'u-1', kind: 'usage', body: { entries: usage, lost: 0 } },
  ];
  return ask('/api/reports', { reports }, { Authorization: `Bearer ${await token_of(server, device.body, secret)}` });
}

async function token_of(server, device, secret) {
  const answer = await fetch(`${server.address}/api/devices/${device.deviceId}`, { headers: { Authorization: `Bearer ${secret}` } });
  return (await answer.json()).token ?? secret;
}

/** Every text with markup in it that the API takes. */
async function fill_the_desk(server, people) {
  const { operator, hoa, lan } = people;
  const drafts = await write_drafts(people);
  drafts.push(await submit_a_notice(people));
  const invited = await hoa.call('POST', '/api/invitations', { displayName: SHORT, roles: ['author'], commune: COMMUNE });
  const other = await operator.call('POST', '/api/invitations', { displayName: SHORT, roles: ['author'], commune: COMMUNE });
  await new people.lan.constructor(server.address).accept(other.path, 'danh.dau', people.password);
  await lan.call('POST', '/api/keys', { publicKey: public_key(), label: SHORT });
  const reported = await report_as_kiosk(server, people);
  return { drafts, invited: invited.path, reported };
}

/** Opens every fold, since a folded form is not drawn yet. */
async function open_folds(page) {
  for (let turn = 0; turn < 8; turn += 1) {
    const opened = await page.evaluate(() => {
      const closed = [...document.querySelectorAll('main details:not([open])')];
      for (const details of closed) details.open = true;
      return closed.length;
    });
    if (!opened) return;
    await page.waitForTimeout(50);
  }
}

/** What was made of texts in this page: nothing, if all is well. And whether the texts are there at all. */
const looked_at = (mark) => {
  const nodes = [...document.querySelectorAll('*')];
  const values = nodes.map((node) => node.value ?? '').filter((value) => typeof value === 'string');
  return {
    ran: globalThis.ran === 1,
    made: nodes.filter((node) => node.localName === mark).length,
    frames: nodes.filter((node) => node.localName === 'iframe' && node.srcdoc).length,
    handlers: nodes.filter((node) => [...node.attributes].some(({ name }) => name.startsWith('on'))).length,
    addresses: nodes.filter((node) => [...node.attributes].some(({ value }) => /^\s*javascript:/i.test(value)))
      .filter((node) => !['input', 'option', 'textarea'].includes(node.localName)).length,
    there: [document.body.innerText, ...values].some((text) => text.includes(mark)),
  };
};

class Looker {
  constructor(chromium) {
    this.problems = chromium.problems;
    this.there = new Set();
  }

  async look(page, name) {
    await open_folds(page);
    await page.mouse.move(300, 300);
    const { there, ...bad } = await page.evaluate(looked_at, MARK);
    for (const [what, count] of Object.entries(bad)) if (count) this.problems.push(`${name}: ${what}: ${count}`);
    if (there) this.there.add(name);
  }
}

async function open_pages(page, looker, names) {
  for (const name of names) {
    await go(page, `#/${name}`);
    await page.waitForSelector('main h1');
    await looker.look(page, name);
  }
}

/** The signer shows whatever the desk sends, also what a desk that was taken over sends. */
async function look_at_signer(server, page, looker) {
  await enrol_key(page, `Máy <${MARK} onclick=${RUN}>`);
  const [key] = (await page.evaluate(async () => (await fetch('/api/keys')).json())).slice(-1);
  const content = JSON.stringify({ ...filled(fields_of('notice')), [`<${MARK}>`]: MARKUP }, null, 1);
  const change = { path: `communes/${COMMUNE}/notices/danh-dau.json`, before: null, after: content };
  const next = { version: 1, expires: new Date(Date.now() + 30 * 86_400_000).toISOString().replace(/\.\d+Z/, 'Z') };
  const proposal = { role: `commune-${COMMUNE}`, threshold: 2, keyIds: [key.keyId], keys: {}, current: null, changes: [change], removed: [], next, signatures: [{ who: MARKUP }], note: MARKUP };
  for (const [name, more] of Object.entries({
    'signer: a change': { do: 'sign', proposal },
    'signer: refused': { do: 'sign', proposal: { ...proposal, role: MARKUP } },
    'signer: a path': { do: 'sign', proposal: { ...proposal, changes: [{ ...change, path: MARKUP }] } },
    'signer: a key': { do: 'enrol', who: MARKUP },
  })) {
    const who = await page.evaluate(async () => (await (await fetch('/api/me')).json()).account);
    const work = { conglang: 1, who: `${who.displayName} (${who.name})`, language: 'vi', ...more };
    const [signer] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(([address, sent]) => {
        const opened = window.open(address);
        const told = (event) => {
          if (event.source !== opened || !event.data.ready) return;
          window.removeEventListener('message', told);
          opened.postMessage(sent, new URL(address).origin);
        };
        window.addEventListener('message', told);
      }, [server.signer, work]),
    ]);
    await signer.waitForSelector('main h2');
    await signer.waitForFunction((mark) => document.body.innerText.includes(mark) || document.querySelector('input'), MARK);
    await looker.look(signer, name);
    await signer.close();
  }
}

/** The pages that residents open by telephone, and the drafts' as the desk frames them. */
async function look_at_phone_pages(server, chromium, looker, drafts, lan) {
  const { page, context } = await person(chromium, 'a resident');
  for (const name of ['khai-sinh', 'en/khai-sinh', 'ket-hon', 'en/ket-hon', 'index', 'en/index', `${MARKUP}`]) {
    const answer = await page.goto(`${server.address}/g/${COMMUNE}/${encodeURIComponent(name).replaceAll('%2F', '/')}`);
    await looker.look(page, `phone: ${name === MARKUP ? 'a name of markup' : name} ${answer.status()}`);
  }
  await context.close();
  for (const id of drafts)
    for (const language of ['vi', 'en']) {
      await lan.page.goto(`${server.address}/api/drafts/${id}/preview/phone.html?lang=${language}`);
      await looker.look(lan.page, `phone page of draft ${id} (${language})`);
    }
}

export async function markup_part(server, chromium) {
  lint_refuses(server);
  publish_markup(server);
  kiosk_shows_text(server);
  const people = await make_people(server, COMMUNE);
  const { drafts, invited, reported } = await fill_the_desk(server, people);
  const looker = new Looker(chromium);

  const stranger = await person(chromium, 'stranger');
  await stranger.page.goto(`${server.address}${invited}`);
  await stranger.page.waitForSelector('main h1');
  await looker.look(stranger.page, 'invitation');

  const opened = {};
  for (const name of ['lan', 'minh', 'hoa']) {
    opened[name] = await person(chromium, name);
    await sign_in(opened[name].page, server.desk, name, people.password);
  }
  const guides = await people.lan.call('GET', '/api/guides');
  const kiosks = await people.hoa.call('GET', '/api/kiosks');
  const some = guides.map(({ id }) => `guide/${encodeURIComponent(id)}`).slice(0, 12);
  const list = ['todo', 'guides', 'guides/new', 'guides/files', 'sign', 'kiosks', 'usage', 'keys'];
  await open_pages(opened.lan.page, looker, [...list, ...some, ...drafts.map((id) => `draft/${id}`)]);
  await open_pages(opened.minh.page, looker, drafts.map((id) => `draft/${id}?judged`));
  const more = (Array.isArray(kiosks) ? kiosks : kiosks.kiosks).map(({ id }) => `kiosks/${id}`);
  await open_pages(opened.hoa.page, looker, [...list, 'people', 'audit', ...more]);
  await opened.hoa.page.click('.bar-button:has-text("English")');
  await open_pages(opened.hoa.page, looker, ['people', 'kiosks', 'audit', some[0]].map((each) => `${each}?en`));
  await look_at_signer(server, opened.lan.page, looker);
  await look_at_phone_pages(server, chromium, looker, drafts, opened.lan);
  if (process.env.CONGLANG_DESK_SHOTS) console.error([...looker.there].join('\n'), JSON.stringify(reported.body));

  // A test that no markup reached would find nothing either.
  const wanted = ['invitation', 'todo', 'guides', 'kiosks', 'keys', 'people', some[0], 'signer: a change', 'signer: refused',
    ...drafts.map((id) => `draft/${id}`)];
  for (const name of wanted) assert.ok(looker.there.has(name), `${name} shows what was written: ${[...looker.there]}`);
}
