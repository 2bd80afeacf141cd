// Both languages say the same things, and every text that a page asks for is there. node --test strings.mjs
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../../content/desk/', import.meta.url);
const load = async (path) => (await import(new URL(path, root))).default;

function flat(strings, before = '') {
  return Object.entries(strings).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}

const holes = (text) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((hole) => hole[1])
    .sort()
    .join();

for (const site of ['desk', 'signer']) {
  test(`both languages of the ${site} have the same texts with the same holes`, async () => {
    const [vi, en] = await Promise.all(['vi', 'en'].map((code) => load(`${site}/strings.${code}.js`)));
    const english = new Map(flat(en));
    assert.deepEqual(
      flat(vi)
        .map(([key]) => key)
        .sort(),
      [...english.keys()].sort(),
    );
    for (const [key, text] of flat(vi)) assert.equal(holes(text), holes(english.get(key)), key);
  });

  test(`every text that the ${site} asks for by its name is there`, async () => {
    const known = new Map(flat(await load(`${site}/strings.vi.js`)));
    const files = readdirSync(new URL(`${site}/`, root), { recursive: true }).filter((name) => name.endsWith('.js'));
    for (const name of files) {
      const source = readFileSync(new URL(`${site}/${name}`, root), 'utf8');
      for (const [, key] of source.matchAll(/\bsay\('([\w.-]+)'/g))
        assert.ok(known.has(key), `${name} asks for ${key}`);
      for (const [, start] of source.matchAll(/\bsay\(`([\w.-]+)\$\{/g))
        assert.ok(
          [...known.keys()].some((key) => key.startsWith(start)),
          `${name} asks for ${start}…`,
        );
    }
  });

  test(`no page of the ${site} writes HTML, runs text or reaches outside`, () => {
    const files = readdirSync(new URL(`${site}/`, root), { recursive: true }).filter((name) =>
      /\.(js|html|css)$/.test(name),
    );
    for (const name of files) {
      const source = readFileSync(new URL(`${site}/${name}`, root), 'utf8');
      assert.doesNotMatch(
        source,
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\('style'|\sstyle=|\son[a-z]+="|javascript:/,
        name,
      );
      if (!/strings|http:\/\/www\.w3/.test(name + source))
        assert.doesNotMatch(source, /(src|href|url\()\s*=?\s*["']?(https?:)?\/\//, name);
      if (site === 'signer')
        assert.doesNotMatch(source, /fetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/, name);
    }
  });
}

const project = new URL('../../../', import.meta.url);
const source_of = (path) => readFileSync(new URL(path, project), 'utf8');

/** The names in the array `name` of a C++ source. */
function listed(path, name) {
  const found = source_of(path).match(new RegExp(`\\b${name} = \\{([^}]*)\\}`));
  assert.ok(found, `${path} has no list ${name}`);
  return [...found[1].matchAll(/"([\w-]+)"/g)].map(([, each]) => each);
}

const same = (these, those, what) => assert.deepEqual([...these].sort(), [...those].sort(), what);
// What the server's judge says of a kiosk that is no part of the fleet any more.
const STATES = [...listed('sync/server/fleet/judge.h', 'kStates'), 'retired'];
const KINDS = listed('sync/server/fleet/report_door.h', 'kReportKinds');

for (const code of ['vi', 'en']) {
  test(`the desk has words for each state of a kiosk and each kind of report, and for no others (${code})`, async () => {
    const { kiosk } = await load(`desk/strings.${code}.js`);
    same(Object.keys(kiosk.state), STATES, 'kiosk.state');
    same(Object.keys(kiosk.report), KINDS, 'kiosk.report');
  });
}

test('every state of a kiosk has its look, and one that is new, well or retired is not counted as ill', async () => {
  const { LOOKS, is_ill } = await import(new URL('desk/kiosk_states.js', root));
  same(Object.keys(LOOKS), STATES);
  same(
    STATES.filter((state) => !is_ill(state)),
    ['new', 'well', 'retired'],
  );
});

test("the API's description names the server's states of a kiosk and kinds of report", () => {
  const { schemas } = JSON.parse(source_of('sync/server/openapi.json')).components;
  same(schemas.KioskState.enum, STATES);
  same(schemas.Report.properties.kind.enum, KINDS);
});
