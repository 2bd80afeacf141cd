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
