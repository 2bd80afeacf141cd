// The fleet at the desk: a kiosk is claimed by the code on its screen, tells of ill health, is found, read, asked to
// sync and to restart; and what kiosks counted is seen as a plot, as tables, as a list to download and as a page to file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAPTOP, PHONE, check_page, go, person, sign_in, title } from './browser.mjs';
import { make_people } from './api.mjs';
import { Kiosk } from './kiosk.mjs';
import { COMMUNE } from './server.mjs';

const shots = process.env.CONGLANG_DESK_SHOTS;
const ILL = 'Máy cửa chính';
const WELL = 'Máy sân đình';

async function look(chromium, page, name) {
  for (const [size, viewport] of Object.entries({ laptop: LAPTOP, phone: PHONE })) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(200); // a plot is drawn anew in its new width
    await check_page(chromium, page, `${name} (${size})`);
    if (shots) await page.screenshot({ path: join(shots, `${name.replaceAll(' ', '-')}-${size}.png`), fullPage: true });
  }
  await page.setViewportSize(LAPTOP);
}

const row = (page, name) => page.locator('tbody tr', { hasText: name });
const fact = (page, name) => page.locator('.facts > div', { hasText: name }).locator('dd').innerText();

async function open_fleet(page) {
  await go(page, '#/kiosks');
  await title(page, 'Màn hình ở thôn');
}

/** As the admin does it, with the code in her hand: first a slip, then as it stands on the screen. */
async function claim_at_desk(chromium, page, kiosk) {
  assert.equal(await kiosk.collect(), 'waiting');
  await open_fleet(page);
  await page.click('button:has-text("Nhận màn hình")');
  await page.waitForSelector('.banner.danger:has-text("cả ba ô")');
  await page.fill('#claim-code', 'K7NM-3F4T');
  await page.fill('#claim-name', ILL);
  await page.selectOption('#claim-place', 'thuong-thap');
  await page.click('button:has-text("Nhận màn hình")');
  await page.waitForFunction(() => /mã/i.test(document.querySelector('.banner.danger')?.innerText ?? ''));
  await look(chromium, page, 'a wrong claim code');
  await page.fill('#claim-code', 'acef-hjkm');
  await page.click('button:has-text("Nhận màn hình")');
  await row(page, ILL).locator('.chip:has-text("Mới nhận")').waitFor();
  await page.waitForSelector('.below:has-text("Mọi màn hình đều ổn")');
  assert.equal(await kiosk.collect(), 'claimed');
}

const now = () => new Date().toISOString().replace(/\.\d+Z/, 'Z');
const healthy = () => ({ version: '1.2.3', generation: 12, lastTry: now(), lastSuccess: now(), error: '' });

/** Everything at once, as a machine that was forgotten in a corner. */
const ill = () => ({
  ...healthy(),
  generation: 11,
  error: 'timestamp.json: could not be fetched from https://xa.example: Timeout was reached',
  turnedAway: true,
  refused: 1,
  setAside: 2,
  damaged: 0,
  diskFreeMegabytes: 120,
  diskMegabytes: 31_900,
  shortRuns: 5,
  temperatureCelsius: 91,
  upHours: 53,
});
const STORIES = [
  ['crash-loop', { turnedAwayFrom: 'guides-12.db', active: 'guides-11.db' }],
  ['settings', { problems: [{ field: '/places/thuong-thap/rotation', why: 'cần là 0, 90, 180 hoặc 270' }] }],
  [
    'agent',
    {
      error: '',
      generation: 11,
      setAside: [{ path: 'communes/09784/patches/ket-hon.json', guide: 'ket-hon', reason: 'không khớp với bài chung' }],
    },
  ],
];

/** The server takes no counters before it has read what is published. */
async function until_ready(kiosk) {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await kiosk.poll().catch(() => null)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the server takes no reports');
}

async function see_it_in_the_fleet(chromium, page) {
  await open_fleet(page);
  await page.waitForSelector('.below:has-text("1 màn hình cần xem")');
  await row(page, ILL).locator('.chip.danger:has-text("Chương trình hay tắt")').waitFor();
  const words = await row(page, ILL).innerText();
  for (const part of ['tắt 4 lần liền', 'chỉ còn 120 MB', 'bản mới nhất bị bỏ qua', '91 °C', 'thôn Thượng Tháp'])
    assert.ok(words.includes(part), `${part}: ${words}`);
  await row(page, WELL).locator('.chip.good:has-text("Ổn")').waitFor();
  await look(chromium, page, 'fleet');
}

async function filter(page) {
  const shown = () => page.locator('tbody tr .row-link').allInnerTexts();
  await page.selectOption('#kiosk-state', 'crashing');
  assert.deepEqual(await shown(), [ILL]);
  await page.selectOption('#kiosk-state', 'well');
  assert.deepEqual(await shown(), [WELL]);
  await page.selectOption('#kiosk-state', '');
  await page.fill('#kiosk-search', 'san dinh');
  assert.deepEqual(await shown(), [WELL]);
  await page.fill('#kiosk-search', 'không có máy nào');
  await page.waitForSelector('.empty:has-text("Không có màn hình nào khớp")');
  // No name of the program's own stands anywhere for want of a word.
  assert.doesNotMatch(await page.innerText('main'), /kiosk\.\w+/);
}

/** Every alarm is there, the long list folded, and the first leads to its kiosk. */
async function follow_an_alarm(page) {
  await open_fleet(page);
  await page.click('summary:has-text("báo động")');
  const alarms = await page.locator('.todo:visible').allInnerTexts();
  for (const words of ['hay tắt', 'bản cũ', 'gần đầy', 'không dùng được', 'Cài đặt từ xa', 'Đồng hồ sai', 'quá nóng'])
    assert.ok(alarms.some((each) => each.includes(ILL) && each.includes(words)), `${words}: ${alarms}`);
  assert.equal(await page.locator('h2:has-text("Đang báo động (7)")').count(), 1);
  assert.match(alarms[0], /hay tắt/, 'the gravest first');
  await page.locator('.todo').first().click();
  await title(page, ILL);
}

async function read_its_page(chromium, page) {
  const told = {
    'Nhà văn hóa': 'thôn Thượng Tháp',
    'Lỗi của lần thử đó': 'Không nối được với máy chủ',
    'Nội dung đang hiện': 'Bản số 11',
    'Tệp không dùng được': '2 tệp của xã',
    'Ổ đĩa': 'Còn trống 120 MB trong 31,9 GB',
    'Nhiệt độ máy': '91 °C',
    'Chương trình màn hình': 'Tự tắt 4 lần liền',
    'Máy đã bật': '2 ngày 5 giờ',
    'Đồng hồ': 'Chạy chậm 10 phút',
    'Bản phần mềm': '1.2.3',
  };
  for (const [name, words] of Object.entries(told)) {
    const found = await fact(page, name);
    assert.ok(found.includes(words), `${name}: ${found}`);
  }
  const history = await page.innerText('main section:last-of-type');
  for (const words of [
    'Bỏ: Bản số 12. Đang hiện: Bản số 11.',
    'Xoay màn hình (',
    'cần là 0, 90, 180 hoặc 270',
    'Của xã, bị để riêng: ket-hon',
    'không khớp với bài chung',
  ])
    assert.ok(history.includes(words), `${words}: ${history}`);
  await look(chromium, page, 'kiosk');
  await page.click('.bar-button:has-text("English")');
  await page.waitForSelector('dt:has-text("Temperature")');
  await check_page(chromium, page, 'kiosk in English');
  assert.doesNotMatch(await page.innerText('main'), /kiosk\.\w+/);
  await page.click('.bar-button:has-text("Tiếng Việt")');
  await page.waitForSelector('dt:has-text("Nhiệt độ máy")');
}

/** What is asked at the desk comes with the kiosk's next poll, until it says that it is done. */
async function ask_it(page, kiosk) {
  await page.click('button:has-text("Cập nhật ngay")');
  await page.waitForSelector(`.banner.good:has-text("Đã nhắc ${ILL} cập nhật")`);
  assert.deepEqual((await kiosk.poll()).map(({ ask }) => ask), ['sync']);
  await page.click('.actions button:has-text("Khởi động lại")');
  await page.click('dialog button.primary');
  await page.waitForSelector(`.banner.good:has-text("Đã nhắc ${ILL} khởi động lại")`);
  const asks = await kiosk.poll();
  assert.deepEqual(asks.map(({ ask }) => ask), ['sync', 'restart']);
  await go(page, await page.evaluate(() => location.hash));
  await page.waitForSelector('td:has-text("Đã nhắc: Khởi động lại, máy chưa làm")');
  await kiosk.report([], { done: asks.map(({ id }) => id) });
  assert.deepEqual(await kiosk.poll(), []);
  await go(page, await page.evaluate(() => location.hash));
  await page.waitForSelector('td:has-text("Đã nhắc: Khởi động lại, máy làm lúc")');
}

/** An author finds it among what there is to do, and cannot order a kiosk about. */
async function author_is_told(page) {
  await go(page, '#/todo');
  await page.locator(`.todo:has-text("Màn hình ${ILL}: Chương trình hay tắt")`).click();
  await title(page, ILL);
  assert.equal(await page.locator('button:has-text("Cập nhật ngay")').count(), 0);
}

const DAY_MS = 86_400_000;
const day_before = (days) => new Date(Date.now() + 7 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10);
const written = (day) => day.split('-').reverse().join('/');
const sum = (entries) => entries.reduce((all, { n }) => all + n, 0);

/** Three weeks of a house: more on some days than on others, none on a few. */
function counters(scale) {
  const entries = [];
  for (let ago = 0; ago < 21; ago += 1) {
    if (ago % 7 === 3) continue;
    const count = (kind, subject, action, n) => entries.push({ day: day_before(ago), kind, subject, action, n });
    count('use', 'khai-sinh', 'opened', scale * (5 + ((ago * 7) % 11)));
    count('use', 'khai-sinh', 'code-shown', scale * (1 + (ago % 4)));
    if (ago % 2) count('use', 'ket-hon', 'opened', scale * (2 + (ago % 5)));
    if (ago % 5 === 0) count('rating', 'khai-sinh', 'helped', scale);
    if (ago % 5 === 1) count('rating', 'khai-sinh', 'did-not-help', scale);
    if (ago % 6 === 0) count('search', 'giay khai sinh', '', scale);
  }
  return entries;
}

/** Where the bars are that a canvas shows: how many stand beside each other, and whether dots of the other colour are. */
const drawn = () => {
  const canvas = document.querySelector('.plot-place canvas');
  if (!canvas?.width) return null;
  const copy = document.createElement('canvas');
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  const context = copy.getContext('2d', { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, copy.width, copy.height);
  const is = (at, colour) => [...colour, 255].every((part, each) => data[at + each] === part);
  let bars = 0;
  let dots = 0;
  for (let y = 0; y < height; y += 1) {
    let runs = 0;
    let inside = false;
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const bar = is(at, [0x0e, 0x5a, 0x45]);
      if (bar && !inside) runs += 1;
      inside = bar;
      if (is(at, [0xa3, 0x3a, 0x1f])) dots += 1;
    }
    bars = Math.max(bars, runs);
  }
  return { bars, dots };
};

const opened = (entries) => entries.filter(({ action }) => action === 'opened');
const number = (value) => new Intl.NumberFormat('vi-VN').format(value);

async function see_the_usage(server, chromium, page, entries) {
  const library = join(server.desk_folder, 'desk/uplot/uPlot.esm.js');
  assert.ok(existsSync(library), `${library} is missing: run install/third-party and build again`);
  await go(page, '#/usage');
  await title(page, 'Lượt dùng');
  await page.waitForFunction(drawn);
  const figures = await page.locator('.figure-value').allInnerTexts();
  const of = (action) => sum(entries.filter((each) => each.action === action));
  assert.deepEqual(figures, [of('opened'), of('code-shown'), of('')].map(number));
  const days = new Set(opened(entries).map(({ day }) => day));
  const plot = await page.evaluate(drawn);
  assert.ok(plot.bars >= days.size, `${days.size} days with views are bars: ${JSON.stringify(plot)}`);
  assert.ok(plot.dots > 100, `codes are drawn: ${JSON.stringify(plot)}`);
  await page.click('summary:has-text("Xem thành bảng")');
  for (const day of days) {
    const of_day = opened(entries).filter((each) => each.day === day);
    const cells = await page.locator('details tr', { hasText: written(day) }).locator('td').allInnerTexts();
    assert.equal(cells[0], number(sum(of_day)), day);
  }
  const guide = await page.locator('tr', { hasText: 'hài lòng' }).first().innerText();
  const of_khai_sinh = entries.filter(({ subject }) => subject === 'khai-sinh');
  const of_guide = (action) => number(sum(of_khai_sinh.filter((each) => each.action === action)));
  for (const action of ['opened', 'code-shown', 'helped', 'did-not-help'])
    assert.ok(guide.includes(of_guide(action)), `${action}: ${guide}`);
  await page.waitForSelector('tr:has-text("giay khai sinh")');
  await page.waitForSelector('th:has-text("thôn Thượng Tháp")');
  await look(chromium, page, 'usage');
  const again = await page.evaluate(drawn);
  assert.ok(again.bars >= days.size, `drawn anew in another width: ${JSON.stringify(again)}`);
}

async function download(page, words) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`a:has-text("${words}")`)]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

const KINDS = { use: 'Sử dụng', rating: 'Đánh giá', search: 'Tìm kiếm' };
const ACTIONS = {
  opened: 'Mở bài',
  'code-shown': 'Hiện mã',
  helped: 'Có ích',
  'did-not-help': 'Chưa giúp được',
  '': 'Không có kết quả',
};

/** Each line is one that a kiosk counted, and none is missing. */
async function download_the_list(page, by_place) {
  const { name, path } = await download(page, 'Tải bảng số liệu');
  assert.match(name, new RegExp(`^su-dung-${COMMUNE}-.*\\.csv$`));
  const text = readFileSync(path, 'utf8');
  assert.ok(text.startsWith('\uFEFFXã,Nhà văn hóa,Ngày,Loại,'), 'a spreadsheet sees that it is UTF-8');
  const wanted = Object.entries(by_place).flatMap(([place, entries]) =>
    entries.map(
      ({ day, kind, subject, action, n }) =>
        `"${COMMUNE}","${place}","${day}","${KINDS[kind]}","${subject}","${ACTIONS[action]}",${n}`,
    ),
  );
  assert.deepEqual(text.trim().split('\r\n').slice(1).sort(), wanted.sort());
}

async function download_the_page(page, entries) {
  const { name, path } = await download(page, 'Tải báo cáo tháng');
  const month = day_before(0).slice(0, 7);
  assert.equal(name, `su-dung-${COMMUNE}-${month}.pdf`);
  assert.match(execFileSync('pdfinfo', [path], { encoding: 'utf8' }), /Pages:\s+1\n/);
  const words = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).normalize('NFC');
  const of_month = entries.filter(({ day }) => day.startsWith(month));
  for (const action of ['opened', 'code-shown', 'helped', 'did-not-help', '']) {
    const total = number(sum(of_month.filter((each) => each.action === action)));
    assert.match(words, new RegExp(`(^|\\s)${total.replace('.', '\\.')}(\\s|$)`, 'm'), `${action} ${total}: ${words}`);
  }
  assert.match(words, /giay khai sinh|Thượng Tháp|thuong-thap/);
}

export async function fleet_part(server, chromium) {
  if (shots) mkdirSync(shots, { recursive: true });
  const people = await make_people(server, COMMUNE);
  const [hoa, lan] = await Promise.all(['hoa', 'lan'].map((name) => person(chromium, name)));
  for (const each of [hoa, lan]) await sign_in(each.page, server.desk, each.name, people.password);

  const [kiosk, other] = ['ACEFHJKM', 'ACEFHJKN'].map((code) => new Kiosk(server.address, code));
  await Promise.all([kiosk.offer(), other.offer()]);
  await claim_at_desk(chromium, hoa.page, kiosk);
  await people.hoa.call('POST', '/api/kiosks', { claimCode: other.claimCode, name: WELL, place: 'thon-mau-2' });
  assert.equal(await other.collect(), 'claimed');
  await until_ready(kiosk);
  await kiosk.report([['health', ill()], ...STORIES], { aheadSeconds: -600 });
  await other.report([['health', healthy()]]);

  await see_it_in_the_fleet(chromium, hoa.page);
  await filter(hoa.page);
  await follow_an_alarm(hoa.page);
  await read_its_page(chromium, hoa.page);
  await ask_it(hoa.page, kiosk);
  await author_is_told(lan.page);

  const by_place = { 'thuong-thap': counters(120), 'thon-mau-2': counters(7) };
  await kiosk.report([['usage', { entries: by_place['thuong-thap'], lost: 0 }]], { aheadSeconds: -600 });
  await other.report([['usage', { entries: by_place['thon-mau-2'], lost: 0 }]]);
  const all = Object.values(by_place).flat();
  await see_the_usage(server, chromium, lan.page, all);
  await download_the_list(lan.page, by_place);
  await download_the_page(lan.page, all);
}
