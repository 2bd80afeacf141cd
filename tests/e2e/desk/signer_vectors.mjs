// The signer's own parts without a browser: canonical JSON by the same vectors as the C++ one
// (tests/unit/sync/tuf/canonical_json_test.cpp), keys and signatures, differences, and every attack that it must
// refuse. node --test signer_vectors.mjs
import assert from 'node:assert/strict';
import {
  createHash,
  generateKeyPairSync,
  sign as node_sign,
  verify as node_verify,
  createPublicKey,
  webcrypto,
} from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { canonical_json, parse_json, JsonError } from '../../../content/desk/signer/canonical.js';
import { difference } from '../../../content/desk/signer/difference.js';
import { der_signature, key_id } from '../../../content/desk/signer/keys.js';
import { rebuild, Refusal } from '../../../content/desk/signer/proposal.js';
import { raw_signature } from '../../../content/desk/signer/signers.js';

globalThis.crypto ??= webcrypto;

const canonical = (text) => canonical_json(parse_json(text));
const refused = (text, why) =>
  assert.throws(
    () => parse_json(text),
    (error) => error instanceof JsonError && error.message.includes(why),
    text.slice(0, 60),
  );
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

test('canonical JSON has no white space and its keys in the order of code points', () => {
  assert.equal(canonical('{ "b" : [ 1 , true, null ] , "a" : {} , "B" : [] } '), '{"B":[],"a":{},"b":[1,true,null]}');
  assert.equal(canonical('{"\u{1F600}":1,"\uFF01":2,"\u00E9":3}'), '{"\u00E9":3,"\uFF01":2,"\u{1F600}":1}');
  assert.equal(canonical('{"10":1,"9":2,"__proto__":3}'), '{"10":1,"9":2,"__proto__":3}');
});

test('canonical JSON escapes the quote and the backslash, and nothing else', () => {
  assert.equal(canonical(String.raw`"\"\\\/\n\u0001\u00e9"`), '"\\"\\\\/\n\u0001\u00e9"');
  assert.equal(canonical(String.raw`"\u0000"`), '"\0"');
  assert.equal(canonical(String.raw`"\ud83d\ude00"`), '"\u{1F600}"');
  assert.equal(canonical(String.raw`"e\u0301"`), '"e\u0301"');
});

test('integers are exact to 64 bits', () => {
  for (const exact of ['9223372036854775807', '-9223372036854775808', '18446744073709551615', '9007199254740993'])
    assert.equal(canonical(exact), exact);
  assert.equal(canonical('-0'), '0');
});

test('attack: numbers that programs print differently are refused', () => {
  for (const text of ['1.0', '1e3', '0.1', '-1.5', '18446744073709551616', '[1,2.0]', '{"a":1E2}'])
    refused(text, '64-bit integer');
  assert.throws(() => canonical_json(1.5), JsonError);
});

test('attack: a key that is there twice is refused', () => {
  refused('{"version":1,"version":2}', '"version" is there twice');
  refused(String.raw`{"a":{"b":1,"\u0062":1}}`, 'twice');
  parse_json('[{"a":1},{"a":2}]');
});

test('attack: deep nesting is refused before it costs a stack', () => {
  const deepest = '['.repeat(32) + ']'.repeat(32);
  assert.equal(canonical(deepest), deepest);
  refused('['.repeat(1_000_000), 'nested');
  refused(`[${deepest}]`, 'nested');
});

test('attack: what is not one JSON value is refused', () => {
  for (const text of [
    '',
    '{',
    '{}{}',
    '{} x',
    "{'a':1}",
    '[1,]',
    'nul',
    String.raw`"\ud800"`,
    'NaN',
    '01',
    '"\n"',
    '/* */ {}',
    '"\ud800"',
  ])
    refused(text, 'not JSON');
});

test('the published list of hashes is that of the signer as it stands', () => {
  const folder = new URL('../../../content/desk/signer/', import.meta.url);
  const names = readdirSync(folder).sort();
  const lines = names.map((name) => `${sha256(readFileSync(new URL(name, folder)))}  ${name}\n`).join('');
  const list = readFileSync(new URL('../../../content/desk/signer.sha256', import.meta.url), 'utf8');
  assert.equal(list, lines, 'run content/desk/list_signer_hashes');
});

test('an ECDSA signature becomes DER that another program verifies, and back', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  for (let turn = 0; turn < 64; turn += 1) {
    const message = Buffer.from(`message ${turn}`);
    const raw = node_sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const der = der_signature(new Uint8Array(raw));
    assert.ok(node_verify('sha256', message, { key: publicKey, dsaEncoding: 'der' }, der));
    assert.deepEqual(Buffer.from(raw_signature(der)), raw);
  }
  assert.equal(raw_signature(Uint8Array.from([0x30, 2, 2, 0])), null);
});

test('a difference names fields, and no change is without a row', () => {
  const rows = difference(
    { a: [{ name: { vi: 'x' }, n: 1 }, { name: { vi: 'y' } }] },
    { a: [{ name: { vi: 'y' } }, { name: { vi: 'x' }, n: 2 }] },
  );
  assert.deepEqual(
    rows.map((row) => row.steps.at(-1)),
    [{ key: 'n' }, { key: '(order)' }],
  );
  assert.deepEqual(difference(undefined, { a: 1 }), [{ steps: [], before: undefined, after: { a: 1 } }]);
  assert.equal(difference({ a: [1, 1, 2] }, { a: [1, 2, 1] }).length, 2);
  assert.equal(difference({ a: null }, { a: {} }).length, 1);
  assert.deepEqual(difference({ a: 1, b: [] }, { b: [], a: 1 }), []);
});

// A commune with three keys of which two must sign, as the server would describe it.
const pairs = [1, 2, 3].map(() => generateKeyPairSync('ed25519'));
const objects = pairs.map(({ publicKey }) => ({
  keytype: 'ed25519',
  scheme: 'ed25519',
  keyval: { public: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex') },
}));
const ids = await Promise.all(objects.map(key_id));
const NOW = Date.parse('2026-11-27T08:00:00Z');
const PATH = 'communes/09784/patches/khai-sinh.json';
const OTHER = 'communes/09784/notices/cat-nuoc.json';
const file = (text) => ({ length: Buffer.byteLength(text), hashes: { sha256: sha256(text) } });

function envelope(signed, signers = [0, 1]) {
  const bytes = Buffer.from(canonical_json(signed));
  return JSON.stringify({
    signatures: signers.map((at) => ({
      keyid: ids[at],
      sig: node_sign(null, bytes, pairs[at].privateKey).toString('hex'),
    })),
    signed,
  });
}

const today = {
  _type: 'targets',
  spec_version: '1.0.34',
  version: 7,
  expires: '2027-01-01T00:00:00Z',
  targets: { [PATH]: file('{"a":1}'), [OTHER]: file('{}') },
};
const key = { keyId: ids[0], label: 'máy', who: 'Lan' };
const proposal = (more = {}) => ({
  role: 'commune-09784',
  threshold: 2,
  keyIds: ids,
  keys: Object.fromEntries(ids.map((id, at) => [id, objects[at]])),
  current: envelope(today),
  next: { version: 8, expires: '2027-11-27T08:00:00Z' },
  changes: [{ path: PATH, before: '{"a":1}', after: '{"a":2}' }],
  removed: [],
  signatures: [],
  ...more,
});
const refuses = (given, code, with_key = key) =>
  assert.rejects(rebuild(given, with_key, NOW), (error) => error instanceof Refusal && error.code === code, code);

test('what is signed is rebuilt from the bytes that are shown', async () => {
  const rebuilt = await rebuild(proposal(), key, NOW);
  const expected = {
    ...today,
    version: 8,
    expires: '2027-11-27T08:00:00Z',
    targets: { ...today.targets, [PATH]: file('{"a":2}') },
  };
  assert.equal(Buffer.from(rebuilt.bytes).toString(), canonical_json(expected));
  assert.equal(rebuilt.sha256, sha256(canonical_json(expected)));
  assert.equal(rebuilt.unchanged, 1);
  assert.equal(rebuilt.signers.verdict, 'signed');
  assert.deepEqual(rebuilt.unseen, []);
});

test('a first version, a new file, a picture and a removal are taken', async () => {
  const first = await rebuild(
    proposal({
      current: null,
      next: { version: 1, expires: '2027-01-01T00:00:00Z' },
      changes: [{ path: PATH, before: null, after: '{}' }],
    }),
    key,
    NOW,
  );
  assert.equal(first.version, 1);
  const more = await rebuild(
    proposal({
      changes: [
        {
          path: 'communes/09784/pictures/a.png',
          before: null,
          after: null,
          binary: { before: null, after: 'iVBORw==' },
        },
      ],
      removed: [OTHER],
    }),
    key,
    NOW,
  );
  assert.deepEqual(
    more.files.map((each) => each.kind),
    ['added', 'removed'],
  );
  assert.equal(more.unchanged, 1);
});

const numbered = (version) => proposal({ next: { version, expires: '2027-01-01T00:00:00Z' } });

test('numbers that a killed publisher used up are skipped', async () => {
  for (const version of [8, 9, 107]) {
    const rebuilt = await rebuild(numbered(version), key, NOW);
    assert.equal(rebuilt.version, version);
    assert.ok(Buffer.from(rebuilt.bytes).toString().endsWith(`"version":${version}}`));
  }
});

test('attack: a version that does not follow is refused', async () => {
  for (const version of [7, 6, 0, -8, 108, 2 ** 53, 8.5, '8', '9', [8], null, undefined])
    await refuses(numbered(version), 'version');
});

test('attack: a file outside the commune, or spelt so that it leads out of it, is refused', async () => {
  for (const path of [
    'communes/00001/patches/a.json',
    'national/guides/khai-sinh.json',
    'communes/09784/../00001/a.json',
    'communes/09784/a/b/c.json',
    'communes/09784/.a/b.json',
    'communes/09784/a/é.json',
    '/communes/09784/a.json',
    'communes/09784/a.json\n',
  ])
    await refuses(proposal({ changes: [{ path, before: null, after: '{}' }] }), 'path');
  await refuses(proposal({ role: 'targets' }), 'role');
  await refuses(proposal({ changes: [proposal().changes[0], proposal().changes[0]] }), 'twice');
  await refuses(proposal({ removed: ['communes/00001/notices/a.json'] }), 'path');
});

test('attack: an old text that is not the published one would hide a change, and is refused', async () => {
  await refuses(proposal({ changes: [{ path: PATH, before: '{"a":2}', after: '{"a":2}' }] }), 'before');
  await refuses(proposal({ changes: [{ path: PATH, before: null, after: '{"a":2}' }] }), 'before');
  await refuses(
    proposal({
      changes: [{ path: PATH, before: null, after: null, binary: { before: 'iVBORw==', after: 'iVBORw==' } }],
    }),
    'before',
  );
  await refuses(proposal({ changes: [{ path: PATH, before: '{"a":1}', after: null }] }), 'text');
});

test('attack: a version in use that nobody signed is refused, with its hidden file', async () => {
  const evil = { ...today, targets: { ...today.targets, [OTHER]: file('{"evil":true}') } };
  await refuses(proposal({ current: JSON.stringify({ ...JSON.parse(envelope(today)), signed: evil }) }), 'forged');
  await refuses(proposal({ current: envelope(evil, [0]) }), 'forged');
  await refuses(proposal({ current: envelope(evil, [0, 0]) }), 'forged');
});

test('attack: keys that the signer does not know from before are told', async () => {
  const strange = generateKeyPairSync('ed25519').publicKey;
  assert.ok(createPublicKey(strange.export({ type: 'spki', format: 'pem' })));
  const known = {
    ...key,
    signers: { 'commune-09784': { ids: [...ids.slice(0, 2), 'f'.repeat(64)].sort(), threshold: 2 } },
  };
  assert.deepEqual((await rebuild(proposal(), known, NOW)).signers.before, known.signers['commune-09784'].ids);
  const same = { ...key, signers: { 'commune-09784': { ids: [...ids].sort(), threshold: 2 } } };
  assert.equal((await rebuild(proposal(), same, NOW)).signers.before, null);
  const fewer = { ...key, signers: { 'commune-09784': { ids: [...ids].sort(), threshold: 3 } } };
  assert.ok((await rebuild(proposal(), fewer, NOW)).signers.before);
});

test('attack: older content after newer is refused, other content of one version is told', async () => {
  await refuses(proposal(), 'older', { ...key, signed: { 'commune-09784': { version: 9, sha256: 'x' } } });
  assert.equal(
    (await rebuild(proposal(), { ...key, signed: { 'commune-09784': { version: 8, sha256: 'x' } } }, NOW)).again,
    true,
  );
  const { sha256: mine } = await rebuild(proposal(), key, NOW);
  assert.equal(
    (await rebuild(proposal(), { ...key, signed: { 'commune-09784': { version: 8, sha256: mine } } }, NOW)).again,
    false,
  );
});

test('files that others changed since this key last signed are named', async () => {
  const last = { version: 6, sha256: 'x', hashes: { [PATH]: sha256('{"a":1}'), [OTHER]: sha256('other') } };
  assert.deepEqual((await rebuild(proposal(), { ...key, signed: { 'commune-09784': last } }, NOW)).unseen, [OTHER]);
});

test('attack: fields that the page does not show, odd dates and foreign keys are refused', async () => {
  await refuses(proposal({ current: envelope({ ...today, delegations: {} }) }), 'current');
  await refuses(proposal({ current: 'x' }), 'current');
  for (const expires of ['2026-01-01T00:00:00Z', '2036-01-01T00:00:00Z', '2027-01-01', undefined])
    await refuses(proposal({ next: { version: 8, expires } }), 'expires');
  await refuses(proposal({ keyIds: ids.slice(1) }), 'key');
  await refuses(proposal({ changes: [{ path: PATH, before: '{"a":1}', after: '"\ud800"' }] }), 'text');
});
