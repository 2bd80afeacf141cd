// A page read aloud by the village: sent, made anew, heard at the desk, compared with the page's words, and published
// with it. What is no recording is refused in words that say what to do.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATIENCE_MS, check_page, enrol_key, go, person, sign_in, signer_after, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { COMMUNE } from './server.mjs';

const RATE = 24_000;
const ID = 'gieng-thu';
const LINES = ['Giếng làng', 'Giếng gạch, nước trong quanh năm.', 'Xây năm 1890.'];
const shots = process.env.CONGLANG_DESK_SHOTS;

/** A WAV file of a tone. */
function tone(seconds, amplitude = 0.4) {
  const samples = Math.round(RATE * seconds);
  const wav = Buffer.alloc(44 + 2 * samples);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + 2 * samples, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  [[16, 4], [1, 2], [1, 2], [RATE, 4], [2 * RATE, 4], [2, 2], [16, 2]].reduce((at, [value, size]) => wav.writeUIntLE(value, at, size), 16);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(2 * samples, 40);
  for (let at = 0; at < samples; at += 1)
    wav.writeInt16LE(Math.round(32_767 * amplitude * Math.sin((2 * Math.PI * 200 * at) / RATE)), 44 + 2 * at);
  return wav;
}

const file = (name, buffer, mimeType = 'audio/wav') => ({ name, mimeType, buffer });

async function new_page({ lan }) {
  const path = `communes/${COMMUNE}/heritage/${ID}.json`;
  const draft = await lan.call('POST', '/api/drafts', { path, from: 'empty', title: LINES[0] });
  const [name, summary, body] = LINES.map((vi) => ({ vi }));
  const provenance = { confidence: 'verified', source: 'Lý lịch di tích' };
  const content = { type: 'Heritage', id: ID, title: name, summary, body: [body], provenance };
  await lan.call('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, content, note: 'Thêm giọng đọc' });
  return draft.id;
}

async function send(page, sent, words) {
  await page.setInputFiles('input[type=file]', sent);
  await page.waitForSelector(`.banner:has-text("${words}")`);
}

/** A large one is handed over by its path, not through the driver. */
function on_disk(server, name, buffer) {
  const path = join(server.folder, name);
  writeFileSync(path, buffer);
  return path;
}

async function refused(server, page) {
  await send(page, file('bai.wav', Buffer.from('không phải âm thanh')), 'không phải bản thu nghe được');
  await send(page, file('anh.wav', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), 'không phải bản thu nghe được');
  await send(page, file('im-lang.wav', tone(2, 0)), 'kiểm tra micrô');
  await send(page, on_disk(server, 'dai.wav', tone(183, 0.3)), 'dài quá 180 giây');
  await send(page, on_disk(server, 'lon.wav', Buffer.alloc(37 * 1024 * 1024)), 'lớn quá 36 MB');
  await send(page, file('trang.mp4', Buffer.from('<html>'), 'video/mp4'), 'không đọc được tệp');
  assert.equal(await page.locator('audio').count(), 0, 'nothing of it is in the page');
}

/** The player knows how long it is, and it plays. */
async function heard(page, seconds) {
  await page.waitForFunction(() => document.querySelector('audio')?.readyState >= 1);
  const length = await page.locator('audio').first().evaluate((audio) => audio.duration);
  assert.ok(Math.abs(length - seconds) < 0.2, `${length} s instead of ${seconds}`);
  await page.locator('audio').first().evaluate(async (audio) => {
    audio.muted = true; // browsers let pages that nobody pressed a button in play only so
    await audio.play();
    await new Promise((done) => audio.addEventListener('timeupdate', () => audio.currentTime > 0.2 && done()));
    audio.pause();
  });
}

/** What a telephone's recorder makes, which only the browser can read. */
async function by_telephone(page) {
  const bytes = await page.evaluate(async () => {
    const context = new AudioContext();
    const [tone, out] = [context.createOscillator(), context.createMediaStreamDestination()];
    tone.connect(out);
    tone.start();
    await context.resume();
    const recorder = new MediaRecorder(out.stream);
    const parts = [];
    recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
    recorder.start();
    await new Promise((later) => setTimeout(later, 1500));
    const ended = new Promise((done) => recorder.addEventListener('stop', done));
    recorder.stop();
    await ended;
    await context.close();
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  await send(page, file('Ghi âm 001.webm', Buffer.from(bytes), 'audio/webm'), 'Đã nhận bản thu');
}

async function eventually(holds, what) {
  const until = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    assert.ok(Date.now() < until, what);
    await new Promise((later) => setTimeout(later, 200));
  }
}

/** The words of the page are read beside the player; until then no screen plays it, and the desk says so. */
async function compared(page, id, { lan }) {
  const stale = async () => {
    const { findings } = await lan.call('GET', `/api/drafts/${id}`);
    return findings.some(({ rule }) => rule === 'recording-stale');
  };
  await eventually(stale, 'a recording that nobody compared is stale');
  await page.click('button:has-text("Xem lời cần đọc")');
  const lines = page.locator('.words-to-read li');
  await lines.first().waitFor();
  assert.deepEqual(await lines.allInnerTexts(), LINES);
  if (shots) await page.screenshot({ path: join(shots, 'recording-words.png'), fullPage: true });
  await page.click('button:has-text("Bản thu đọc đúng các lời này")');
  await page.waitForSelector('.chip:has-text("Đã nghe và so")');
  await eventually(async () => !(await stale()), 'one that was compared is not');
}

async function people_with_keys(server, chromium, people) {
  const pages = {};
  for (const name of ['lan', 'minh', 'hoa']) {
    const { page } = await person(chromium, name);
    await sign_in(page, server.desk, name, people.password);
    await enrol_key(page, `Máy của ${name}`);
    pages[name] = page;
  }
  for (const [who, approver] of [['lan', 'hoa'], ['minh', 'hoa'], ['hoa', 'operator']]) {
    const [key] = (await people[who].call('GET', '/api/keys')).filter(({ label }) => label === `Máy của ${who}`);
    await people[approver].call('POST', `/api/keys/${key.id}/approve`);
  }
  server.sign_with_office_keys();
  server.delegate(await people.operator.call('GET', `/api/delegations/${COMMUNE}`));
  return pages;
}

/** The signer plays what is signed, from the very bytes. */
async function signed(page, seconds) {
  const signer = await signer_after(page, () => page.click('button:has-text("Ký bằng chìa khóa")'));
  await signer.waitForFunction(() => document.querySelector('audio')?.readyState >= 1);
  const length = await signer.locator('audio').evaluate((audio) => audio.duration);
  assert.ok(Math.abs(length - seconds) < 0.2, `the signer hears ${length} s`);
  if (shots) await signer.screenshot({ path: join(shots, 'recording-signer.png'), fullPage: true });
  for (const box of await signer.locator('.tick input').all()) await box.check();
  await signer.click('main .actions button.primary');
  await signer.waitForSelector('h2:has-text("Đã ký")');
  await signer.close();
}

function published(server) {
  const folder = join(server.repository, 'targets/communes', COMMUNE, 'audio');
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

export async function recordings_part(server, chromium) {
  const people = await make_people(server, COMMUNE);
  const pages = await people_with_keys(server, chromium, people);
  const { lan, minh, hoa } = pages;
  const id = await new_page(people);
  await go(lan, `#/draft/${id}`);
  await lan.click('[data-add="/recordings"]');
  await refused(server, lan);
  await by_telephone(lan);
  await send(lan, file('../../"><img src=x onerror=alert(1)>.wav', tone(2.5)), 'dài 3 giây');
  await heard(lan, 2.5);
  if (shots) await lan.screenshot({ path: join(shots, 'recording-editor.png'), fullPage: true });
  await compared(lan, id, people);
  await check_page(chromium, lan, 'a recording in the editor');
  await lan.click('button:has-text("Gửi duyệt")');
  await lan.waitForSelector('.chip:has-text("Chờ duyệt")');

  await go(minh, `#/draft/${id}`);
  await heard(minh, 2.5);
  if (shots) await minh.screenshot({ path: join(shots, 'recording-review.png'), fullPage: true });
  await check_page(chromium, minh, 'a recording that is judged');
  await minh.click('button:has-text("Duyệt")');
  await minh.click('button:has-text("Chuẩn bị ký")');
  await title(minh, 'Ký để đăng');
  await signed(minh, 2.5);
  await minh.waitForSelector('text=Đã có 1 trong 2 chữ ký');
  await go(hoa, '#/todo');
  await hoa.click('.todo:has-text("ký")');
  await title(hoa, 'Ký để đăng');
  await signed(hoa, 2.5);
  await hoa.waitForSelector('text=Đã đăng. Đủ chữ ký.');

  const { content } = await people.lan.call('GET', `/api/drafts/${id}`);
  const [recording] = content.recordings;
  const [found] = published(server).filter(({ name }) => name.endsWith(`.${recording.file}`));
  assert.ok(found, `${recording.file} lies in the repository`);
  assert.ok(found.bytes.subarray(0, 4).equals(Buffer.from('OggS')));
  assert.ok(!found.bytes.includes('onerror'), 'nothing of the file that was sent is in it');
}
