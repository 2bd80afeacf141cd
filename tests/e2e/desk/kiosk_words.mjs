// What a kiosk reports, in the words of its page: every field of every report, and errors as the agent writes them.
// node --test kiosk_words.mjs
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

// As much of a browser as words need: nodes that know their text.
class Node {
  constructor(name) {
    Object.assign(this, { name, children: [] });
  }
  setAttribute() {}
  append(...children) {
    this.children.push(...children);
  }
  get text() {
    return this.children.map(text_of).join(' ');
  }
}
const text_of = (words) => (Array.isArray(words) ? words.map(text_of).join(' ') : (words?.text ?? String(words ?? '')));
globalThis.localStorage = { getItem: () => null };
globalThis.document = { createElement: (name) => new Node(name) };

const project = new URL('../../../', import.meta.url);
const source_of = (path) => readFileSync(new URL(path, project), 'utf8');
const desk = (name) => import(new URL(`content/desk/desk/${name}`, project));
const { error_words, facts_of, report_words, REPORT_KINDS } = await desk('kiosk_words.js');
const { AGENT_ERRORS, meaning_of } = await desk('kiosk_states.js');
const strings = (await desk('strings.vi.js')).default;

const HEALTH = {
  version: '1.2.3',
  generation: 7,
  lastTry: '2026-11-27T08:00:00Z',
  lastSuccess: '2026-11-27T07:00:00Z',
  error: 'timestamp.json: could not be fetched from https://xa.example: Timeout was reached',
  turnedAway: true,
  refused: 1,
  setAside: 2,
  damaged: 0,
  clockAheadHours: 0,
  diskFreeMegabytes: 450,
  diskMegabytes: 63_900,
  shortRuns: 4,
  temperatureCelsius: 71,
  upHours: 53,
  refusedReports: 1,
};
const KIOSK = {
  id: 1,
  name: 'Máy cửa chính',
  commune: '09784',
  place: 'thuong-thap',
  version: '1.2.3',
  lastSync: HEALTH.lastSuccess,
  lastReport: '2026-11-27T08:01:00Z',
  claimedAt: '2026-11-01T01:00:00Z',
  retiredAt: '2026-11-28T01:00:00Z',
  clockSkewSeconds: -4000,
  refusedEntries: 2,
  health: HEALTH,
};
const told = (kiosk) => Object.fromEntries(facts_of(kiosk, 'Nhà văn hóa').map(([name, words]) => [name, text_of(words)]));

test("a kiosk's health stands on its page in words and units", () => {
  const facts = told(KIOSK);
  assert.deepEqual(Object.keys(facts).sort(), Object.keys(strings.kiosk.fact).sort());
  assert.equal(facts.lastSync, '14:00, 27/11/2026');
  assert.equal(facts.error, `Không nối được với máy chủ: mạng hoặc máy chủ đang dừng. ${HEALTH.error}`);
  assert.equal(facts.content, 'Bản số 7 Bản mới nhất bị bỏ qua, máy đang hiện bản trước.');
  assert.equal(facts.unused, '1 tệp đã ký 2 tệp của xã');
  assert.equal(facts.disk, 'Còn trống 450 MB trong 63,9 GB');
  assert.equal(facts.temperature, '71 °C');
  assert.equal(facts.runs, 'Tự tắt 3 lần liền, ngay sau khi mở');
  assert.equal(facts.upTime, '2 ngày 5 giờ');
  assert.equal(facts.clock, 'Chạy chậm 1 giờ 7 phút');
  assert.equal(facts.turnedBack, '3');
});

test('a kiosk that is well, and one that never reported, are told of without alarm', () => {
  const well = { error: '', generation: 3, turnedAway: false, refused: 0, setAside: 0, damaged: 0, shortRuns: 1, upHours: 5 };
  const facts = told({ ...KIOSK, health: well, clockSkewSeconds: 20, refusedEntries: 0, retiredAt: null });
  assert.equal(facts.error, 'Không có lỗi');
  assert.equal(facts.content, 'Bản số 3');
  assert.equal(facts.unused, 'Không có');
  assert.equal(facts.runs, 'Không tự tắt lần nào');
  assert.equal(facts.upTime, '5 giờ');
  assert.equal(facts.clock, 'Đúng giờ');
  for (const absent of ['disk', 'temperature', 'turnedBack', 'retiredAt']) assert.ok(!(absent in facts), absent);
  const silent = told({ name: 'Máy', commune: '09784', place: '', lastReport: null, lastSync: null, health: null });
  assert.deepEqual(silent, { place: 'Nhà văn hóa', commune: '09784', lastReport: 'Chưa có', lastSync: 'Chưa có' });
});

test('each report of the history says what is in it', () => {
  const places = new Map([['thuong-thap', 'Thôn Thượng Tháp']]);
  const said = (kind, body) => report_words({ kind, body }, places).map(text_of).join(': ');
  assert.equal(
    said('crash-loop', { turnedAwayFrom: 'guides-12.db', active: 'guides-11.db' }),
    'Máy báo chương trình tắt liên tục: Nội dung mới làm chương trình tắt liên tục. ' +
      'Bỏ: Bản số 12. Đang hiện: Bản số 11.',
  );
  assert.equal(
    said('picture', { file: 'dinh-lang.webp', active: 'guides-11.db', error: 'is cut short' }),
    'Máy báo ảnh không hiện được: Ảnh dinh-lang.webp (Bản số 11): is cut short',
  );
  const problems = [
    { field: '/places/thuong-thap/rotation', why: 'cần là 0, 90, 180 hoặc 270' },
    { field: '/all/hours', why: 'cần là một khoảng giờ như "06:00-21:00"' },
  ];
  const settings = said('settings', { problems });
  assert.match(settings, /Xoay màn hình \(Thôn Thượng Tháp\): cần là 0, 90, 180 hoặc 270/);
  assert.match(settings, /Giờ mở cửa nhà văn hóa: cần là một khoảng giờ/);
  const agent = said('agent', {
    error: 'root.json: 0 of its keys signed it, 1 must',
    lastSuccess: HEALTH.lastSuccess,
    generation: 9,
    turnedAway: true,
    refused: [{ path: 'communes/09784/guides/a.json', guide: '', reason: 'is broken' }],
    setAside: [{ path: 'communes/09784/patches/khai-sinh.json', guide: 'khai-sinh', reason: 'does not fit' }],
    damaged: [{ path: 'guides-8.db', guide: '', reason: 'reads differently' }],
    troubles: [{ repository: 'tinh', error: 'snapshot.json: the server answered 503; try again later' }],
    clockAheadHours: 3,
  });
  for (const words of [
    'Nội dung thiếu chữ ký cần có, nên máy không dùng. root.json: 0 of its keys',
    'Kho tinh: Máy chủ đang trục trặc, máy sẽ tự thử lại. snapshot.json',
    'Bản mới nhất bị bỏ qua',
    'Đã ký mà không dùng được: communes/09784/guides/a.json is broken',
    'Của xã, bị để riêng: khai-sinh does not fit',
    'Hỏng trên ổ đĩa: guides-8.db reads differently',
    'Chạy nhanh 3 giờ 0 phút',
    'Lần cập nhật được gần nhất: 14:00, 27/11/2026',
    'Đang hiện: Bản số 9',
  ])
    assert.ok(agent.replace(/\s+/g, ' ').includes(words), `${words}: ${agent}`);
});

/** [kind, names of its fields] as the server's door knows them. */
function shapes() {
  const [, body] = source_of('sync/server/fleet/report_door.cpp').match(/kShapes = \{(.*?)\n  \};/s);
  return body.split('ReportKind::').slice(1).map((shape) => {
    const names = [...shape.matchAll(/\{"(\w+)", Type::/g)].map(([, name]) => name);
    return [shape.match(/^\w+/)[0].replace('_', '-'), names];
  });
}

test('no field that a kiosk may report is left out of what is told', () => {
  const source = source_of('content/desk/desk/kiosk_words.js');
  const known = shapes();
  assert.deepEqual(known.map(([kind]) => kind).sort(), REPORT_KINDS.filter((kind) => kind !== 'usage').sort());
  for (const [kind, names] of known)
    for (const name of names) assert.match(source, new RegExp(`\\b${name}\\b`), `${name} of ${kind}`);
});

test('the errors that are explained are those that the agent writes, and each explanation is used', () => {
  const folders = ['agent', 'client', 'tuf'].map((name) => `sync/${name}/`);
  const sources = folders.flatMap((folder) =>
    readdirSync(new URL(folder, project))
      .filter((name) => name.endsWith('.cpp'))
      .map((name) => source_of(folder + name)),
  );
  for (const [words] of AGENT_ERRORS) assert.ok(sources.some((text) => text.includes(words)), `nothing says "${words}"`);
  const meanings = new Set([...AGENT_ERRORS.map(([, meaning]) => meaning), 'other']);
  assert.deepEqual(Object.keys(strings.kiosk.error).sort(), [...meanings].sort());
  assert.equal(meaning_of('/data/blobs: 900 bytes are needed for new content and 10 are free; free some space'), 'disk');
  assert.equal(meaning_of('a.json: has 3 bytes, 4 were signed'), 'altered');
  assert.equal(meaning_of('something new'), undefined);
  assert.match(text_of(error_words('something new')), /^Lần thử đó không xong\. something new$/);
});
