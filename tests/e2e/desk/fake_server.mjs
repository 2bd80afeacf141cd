// An API of the desk's own shape in memory, for looking at pages without a server: demo people, the starter content
// of one commune, drafts, signatures that are really checked. Not for anybody's data.
//   node fake_server.mjs ROOT [PORT]
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { canonical_json, parse_json } from '../../../content/desk/signer/canonical.js';
import { apply_patch } from '../../../content/desk/desk/patch.js';

const COMMUNE = '09784';
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.ttf': 'font/ttf' };
export const DESK_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
export const SIGNER_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
const refuse = (status, code, vi, en, more = {}) => ({ status, body: { error: { code, message: { vi, en } }, ...more } });
const read_json = (path) => JSON.parse(readFileSync(path, 'utf8'));

function static_files(folder, policy) {
  return (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (!existsSync(file)) return response.writeHead(404, { 'content-security-policy': policy }).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy, 'x-content-type-options': 'nosniff' });
    response.end(readFileSync(file));
  };
}

class Fake {
  constructor(root) {
    const starter = join(root, 'content/starter');
    this.files = new Map();
    for (const folder of readdirSync(join(starter, 'communes', COMMUNE))) {
      if (folder === 'pictures') continue;
      for (const name of readdirSync(join(starter, 'communes', COMMUNE, folder))) this.files.set(`communes/${COMMUNE}/${folder}/${name}`, readFileSync(join(starter, 'communes', COMMUNE, folder, name), 'utf8'));
    }
    this.national = new Map(readdirSync(join(starter, 'national/guides')).map((name) => [name.slice(0, -5), read_json(join(starter, 'national/guides', name))]));
    this.people = [
      { id: 1, name: 'hoa', displayName: 'Trần Thị Hoa', roles: ['admin'], commune: COMMUNE, password: 'mat khau cua hoa' },
      { id: 2, name: 'lan', displayName: 'Nguyễn Thị Lan', roles: ['author'], commune: COMMUNE, password: 'mat khau cua lan' },
      { id: 3, name: 'minh', displayName: 'Lê Văn Minh', roles: ['reviewer'], commune: COMMUNE, password: 'mat khau cua minh' },
    ];
    Object.assign(this, { sessions: new Map(), invitations: new Map(), keys: [], drafts: [], proposals: [], audit: [], kiosks: this.demo_kiosks(), version: 0, role: null, history: [], offline: false });
  }

  demo_kiosks() {
    const at = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
    const make = (id, name, place, state, vi, en, minutes) => ({ id, name, place, commune: COMMUNE, state, words: { vi, en }, version: 214, lastSync: at(minutes), lastReport: at(minutes) });
    return [
      make(1, 'Màn hình Thượng Tháp', 'thuong-thap', 'well', 'Báo về 8 phút trước, nội dung mới nhất.', 'Reported 8 minutes ago, newest content.', 8),
      make(2, 'Màn hình thôn Mẫu 2', 'thon-mau-2', 'silent', 'Không báo về đã 3 ngày. Xem máy còn bật và có mạng không.', 'No report for 3 days. Is it on, and online?', 4400),
      make(3, 'Màn hình thôn Mẫu 3', 'thon-mau-3', 'disk', 'Ổ đĩa chỉ còn 0,4 GB.', 'Only 0.4 GB of disk is left.', 12),
    ];
  }

  log(account, what, about) {
    this.audit.unshift({ id: this.audit.length + 1, at: now(), who: account?.displayName ?? '', what, about: String(about ?? '') });
  }

  published(path) {
    const text = this.files.get(path);
    return text === undefined ? null : JSON.parse(text);
  }

  kind_of(path) {
    return { patches: 'patch', notices: 'notice', place: 'place', heritage: 'heritage', products: 'product' }[path.split('/')[2]];
  }

  draft_of(path) {
    return this.drafts.find((draft) => draft.path === path && !['published', 'superseded', 'withdrawn', 'discarded'].includes(draft.state));
  }

  guide_rows() {
    const rows = [...this.national].map(([id, guide]) => {
      const path = `communes/${COMMUNE}/patches/${id}.json`;
      return { id, path, title: guide.title, kind: this.files.has(path) ? 'patch' : 'guide', layer: this.files.has(path) ? 'commune' : 'national', checkedOn: guide.checkedOn ?? '2026-11-23', reviewBy: guide.reviewBy ?? null, freshness: id > 'n' ? 'stale' : id > 'k' ? 'due' : 'fresh', who: this.files.has(path) ? 'Nguyễn Thị Lan' : '' };
    });
    for (const path of new Set([...this.files.keys(), ...this.drafts.map((draft) => draft.path)])) {
      const kind = this.kind_of(path);
      if (kind === 'patch') continue;
      const content = this.published(path) ?? this.draft_of(path)?.content ?? {};
      rows.push({ id: `${kind}.${path.split('/').at(-1).replace('.json', '')}`, path, title: content.title ?? content.name, kind, layer: 'commune', checkedOn: null, reviewBy: null, freshness: 'fresh', who: 'Nguyễn Thị Lan' });
    }
    return rows.map((row) => {
      const draft = this.draft_of(row.path);
      return { ...row, draftPath: row.path, state: draft?.state ?? 'published', draft: draft?.id ?? null };
    });
  }

  moves(draft, account) {
    const own = draft.authorId === account.id;
    const reviewer = !account.roles.includes('author');
    const open = ['draft', 'changes-asked'].includes(draft.state);
    return [open && 'save', open && 'submit', open && 'discard', open && reviewer && 'publish-now', draft.state === 'submitted' && reviewer && !own && 'approve', draft.state === 'submitted' && reviewer && !own && 'ask-changes', ['submitted', 'approved'].includes(draft.state) && own && 'take-back', draft.state === 'approved' && reviewer && 'schedule', draft.state === 'approved' && 'propose'].filter(Boolean);
  }

  draft_view(draft, account = this.people[0]) {
    const national = draft.kind === 'patch' ? (this.national.get(draft.path.split('/')[3].replace('.json', '')) ?? null) : null;
    return { ...draft, national, findings: this.findings(draft), moves: this.moves(draft, account), mine: draft.authorId === account.id, title: draft.content.title ?? draft.content.name ?? national?.title };
  }

  findings(draft) {
    if (draft.kind === 'notice' && draft.content.until < draft.content.from) return [{ level: 'error', field: '/until', message: { vi: 'Ngày cuối đứng trước ngày đầu.', en: 'The last day is before the first.' } }];
    return [];
  }

  proposal_view(proposal) {
    const of = (id) => this.keys.find((key) => key.keyId === id);
    return { ...proposal, keyIds: this.key_ids(), keys: Object.fromEntries(this.key_ids().map((id) => [id, of(id).publicKey])), current: this.role, threshold: 2, commune: COMMUNE };
  }

  key_ids() {
    return this.keys.filter((key) => key.state === 'delegated').map((key) => key.keyId);
  }

  propose(drafts) {
    const changes = drafts.map((draft) => ({ path: draft.path, before: this.role && this.files.has(draft.path) ? this.files.get(draft.path) : null, after: canonical_json(draft.content) }));
    if (!this.role) for (const [path, text] of this.files) if (!changes.some((change) => change.path === path)) changes.push({ path, before: null, after: text });
    const expires = new Date(Date.now() + 364 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
    const proposal = { id: this.proposals.length + 1, role: `commune-${COMMUNE}`, next: { version: this.version + 1, expires }, changes, removed: [], signatures: [], state: 'waiting', drafts: drafts.map((draft) => draft.id) };
    this.proposals.push(proposal);
    for (const draft of drafts) Object.assign(draft, { state: 'signing', proposal: proposal.id });
    return proposal;
  }

  next_signed(proposal) {
    const signed = this.role ? JSON.parse(this.role).signed : { _type: 'targets', spec_version: '1.0.34', targets: {} };
    const targets = { ...signed.targets };
    for (const { path, after } of proposal.changes) targets[path] = { length: Buffer.byteLength(after), hashes: { sha256: sha256(after) } };
    return { ...signed, ...proposal.next, targets };
  }

  sign(proposal, account, { keyId, sig }) {
    const key = this.keys.find((each) => each.keyId === keyId && each.state === 'delegated' && each.owner.id === account.id);
    if (!key) return refuse(403, 'not_your_key', 'Chìa khóa này không phải của anh chị hoặc chưa được giao quyền.', 'Not your key, or not delegated.');
    const spki = key.publicKey.keytype === 'ed25519' ? { key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key.publicKey.keyval.public, 'hex')]), format: 'der', type: 'spki' } : key.publicKey.keyval.public;
    const bytes = Buffer.from(canonical_json(this.next_signed(proposal)));
    if (!verify(key.publicKey.keytype === 'ed25519' ? null : 'sha256', bytes, createPublicKey(spki), Buffer.from(sig, 'hex'))) return refuse(422, 'bad_signature', 'Chữ ký không khớp.', 'The signature does not match.');
    proposal.signatures.push({ keyId, who: account.displayName, at: now(), sig });
    if (proposal.signatures.length >= 2) this.publish(proposal);
    return { signers: proposal.signatures.length, threshold: 2, state: proposal.state };
  }

  publish(proposal) {
    const signed = this.next_signed(proposal);
    this.role = JSON.stringify({ signatures: proposal.signatures.map(({ keyId, sig }) => ({ keyid: keyId, sig })), signed });
    this.version = signed.version;
    for (const change of proposal.changes) this.files.set(change.path, change.after);
    for (const draft of this.drafts.filter((each) => proposal.drafts.includes(each.id))) draft.state = 'published';
    proposal.state = 'published';
    this.history.unshift({ version: this.version, at: now(), who: proposal.signatures.map((each) => each.who).join(', '), note: this.drafts.find((each) => proposal.drafts.includes(each.id))?.note ?? '' });
  }

  todo(account) {
    const items = this.drafts.filter((draft) => draft.state === 'submitted' && draft.authorId !== account.id && !account.roles.includes('author')).map((draft) => ({ kind: 'draft', about: draft.id, text: { vi: `Duyệt bài của ${draft.author}: ${this.draft_view(draft).title?.vi}`, en: `Approve ${draft.author}'s: ${this.draft_view(draft).title?.en ?? ''}` }, link: `/desk/#/draft/${draft.id}`, since: now() }));
    for (const draft of this.drafts.filter((each) => each.state === 'changes-asked' && each.authorId === account.id)) items.push({ kind: 'draft', about: draft.id, text: { vi: `Sửa lại theo yêu cầu: ${this.draft_view(draft).title?.vi}`, en: 'Change as asked' }, link: `/desk/#/draft/${draft.id}`, since: now() });
    for (const proposal of this.proposals.filter((each) => each.state === 'waiting')) items.push({ kind: 'sign', about: proposal.id, text: { vi: `Ký bản số ${proposal.next.version} để đăng`, en: `Sign version ${proposal.next.version}` }, link: `/desk/#/sign/${proposal.id}`, since: now() });
    items.push({ kind: 'expired', about: 'tam-vang', text: { vi: 'Bài "Khai báo tạm vắng" đã quá hạn xem lại', en: 'The guide "Temporary absence" is past its review date' }, link: '/desk/#/guide/tam-vang', since: '2026-11-20T00:00:00Z' });
    items.push({ kind: 'kiosk', about: '2', text: { vi: 'Màn hình thôn Mẫu 2 không trả lời', en: 'The kiosk of Mẫu 2 does not answer' }, link: '/desk/#/kiosks/2', since: '2026-11-24T00:00:00Z' });
    return items;
  }

  usage() {
    const days = Array.from({ length: 30 }, (none, at) => ({ day: new Date(Date.now() - (29 - at) * 86_400_000).toISOString().slice(0, 10), opened: 20 + ((at * 37) % 53), codeShown: 6 + ((at * 11) % 17) }));
    const guides = [...this.national.keys()].slice(0, 8).map((guide, at) => ({ guide, opened: 220 - at * 23, codeShown: 60 - at * 6, helped: 12, didNotHelp: at }));
    return { all: { opened: 1374, codeShown: 402, notFound: 13 }, days, guides, places: [{ place: 'thuong-thap', opened: 640, codeShown: 180, helped: 31, didNotHelp: 4 }, { place: 'thon-mau-2', opened: 212, codeShown: 44, helped: 0, didNotHelp: 0 }], searches: [{ words: 'trợ cấp thai sản', n: 9 }, { words: 'giấy phép xây dựng', n: 4 }] };
  }
}

const this_kind = (fake, path) => fake.kind_of(path);
const view = ({ password, ...account }) => account;
const by_id = (list, id) => list.find((each) => String(each.id) === id);

/** [method, pattern, handler(fake, account, values, body, query)]; the first four need no session. */
const ROUTES = [
  ['POST', '/api/sign-in', (fake, none, [], body) => {
    const account = fake.people.find((each) => each.name === body.name && each.password === body.password && !each.disabled);
    if (!account) return refuse(401, 'wrong_password', 'Tên đăng nhập hoặc mật khẩu không đúng.', 'Wrong user name or password.');
    return fake.start_session(account);
  }],
  ['GET', '/api/invitations/([^/]+)', (fake, none, [token]) => fake.invitations.get(token) ?? refuse(404, 'gone', 'Lời mời không còn.', 'Gone.')],
  ['POST', '/api/invitations/([^/]+)', (fake, none, [token], body) => {
    const found = fake.invitations.get(token);
    if (!found) return refuse(404, 'gone', 'Lời mời không còn.', 'Gone.');
    fake.invitations.delete(token);
    const account = { id: fake.people.length + 1, name: body.name, password: body.password, displayName: found.displayName, roles: found.roles, commune: found.commune };
    fake.people.push(account);
    return fake.start_session(account);
  }],
  ['GET', '/api/me', (fake, account) => ({ account: view(account), csrf: 'token', deskNeedsHttps: false, signer: fake.signer, signerHash: 'c0ffee00'.repeat(8) })],
  ['POST', '/api/sign-out', (fake, account) => { fake.sessions.clear(); return {}; }],
  ['GET', '/api/todo', (fake, account) => fake.todo(account)],
  ['GET', '/api/guides', (fake) => ({ guides: fake.guide_rows() })],
  ['GET', '/api/guides/(.+)', (fake, account, [id]) => {
    const path = fake.guide_rows().find((row) => row.id === id)?.path ?? '';
    const national = fake.national.get(id) ?? null;
    const commune = fake.published(path);
    return { id, path, draftPath: path, kind: national ? 'patch' : this_kind(fake, path), draft: fake.draft_of(path)?.id ?? null, national, commune, merged: national ? apply_patch(national, commune ?? {}) : commune, history: fake.history };
  }],
  ['POST', '/api/drafts', (fake, account, [], { path, from }) => {
    const open = fake.draft_of(path);
    if (open) return fake.draft_view(open);
    const base = from === 'empty' ? null : fake.published(path);
    const draft = { id: fake.drafts.length + 1, path, kind: fake.kind_of(path), state: 'draft', revision: 1, content: base ?? {}, base, note: '', author: account.displayName, authorId: account.id, comments: [] };
    fake.drafts.push(draft);
    return fake.draft_view(draft);
  }],
  ['GET', '/api/drafts', (fake, account, [], body, query) => fake.drafts.filter((draft) => !query.get('state') || draft.state === query.get('state')).map((draft) => fake.draft_view(draft, account))],
  ['GET', '/api/drafts/([^/]+)', (fake, account, [id]) => { const draft = by_id(fake.drafts, id); return draft ? fake.draft_view(draft, account) : refuse(404, 'not_found', 'Không có bản soạn này.', 'No such draft.'); }],
  ['PUT', '/api/drafts/([^/]+)', (fake, account, [id], body) => {
    const draft = by_id(fake.drafts, id);
    if (draft.revision !== body.revision) return refuse(409, 'conflict', 'Người khác đã lưu.', 'Saved by somebody else.', { theirs: { revision: draft.revision, content: draft.content, who: draft.savedBy } });
    Object.assign(draft, { revision: draft.revision + 1, content: body.content, note: body.note ?? '', savedBy: account.displayName });
    return { revision: draft.revision, findings: fake.findings(draft) };
  }],
  ['GET', '/api/drafts/([^/]+)/difference', (fake, account, [id]) => {
    const { content, base } = by_id(fake.drafts, id);
    return [...new Set([...Object.keys(content), ...Object.keys(base ?? {})])].filter((key) => JSON.stringify(content[key]) !== JSON.stringify(base?.[key])).map((key) => ({ field: key, label: { vi: key, en: key }, before: base?.[key] ?? null, after: content[key] ?? null }));
  }],
  ['POST', '/api/drafts/([^/]+)/(submit|approve|withdraw|discard|ask-changes|publish-now|schedule|comments)', (fake, account, [id, what], body) => {
    const draft = by_id(fake.drafts, id);
    if (what === 'approve' && draft.authorId === account.id) return refuse(403, 'own_work', 'Người soạn không tự duyệt.', 'Authors do not approve their own.');
    if (what === 'ask-changes' || what === 'comments') draft.comments.push({ who: account.displayName, at: now(), text: body.comment });
    draft.state = { comments: draft.state, submit: 'submitted', approve: 'approved', withdraw: 'draft', discard: 'discarded', 'ask-changes': 'changes-asked', 'publish-now': 'approved', schedule: 'scheduled' }[what];
    fake.log(account, `draft.${what}`, draft.path);
    return fake.draft_view(draft, account);
  }],
  ['POST', '/api/proposals', (fake, account, [], body) => fake.proposal_view(fake.propose(fake.drafts.filter((draft) => body.drafts?.includes(draft.id))))],
  ['GET', '/api/proposals', (fake) => fake.proposals.map((each) => fake.proposal_view(each))],
  ['GET', '/api/proposals/([^/]+)', (fake, account, [id]) => fake.proposal_view(by_id(fake.proposals, id))],
  ['POST', '/api/proposals/([^/]+)/signatures', (fake, account, [id], body) => fake.sign(by_id(fake.proposals, id), account, body)],
  ['POST', '/api/proposals/([^/]+)/drop', (fake, account, [id]) => { by_id(fake.proposals, id).state = 'dropped'; return {}; }],
  ['GET', '/api/keys', (fake) => fake.keys],
  ['POST', '/api/keys', (fake, account, [], { publicKey, label }) => {
    const key = { id: fake.keys.length + 1, keyId: sha256(canonical_json(parse_json(JSON.stringify(publicKey)))), publicKey, label, owner: view(account), state: 'enrolled', enrolledAt: now() };
    fake.keys.push(key);
    return key;
  }],
  ['POST', '/api/keys/([^/]+)/(approve|revoke)', (fake, account, [id, what]) => { by_id(fake.keys, id).state = what === 'approve' ? 'delegated' : 'revoked'; return {}; }],
  ['GET', '/api/people', (fake) => fake.people.map(view)],
  ['POST', '/api/people/([^/]+)/(disable|enable)', (fake, account, [id, what]) => { by_id(fake.people, id).disabled = what === 'disable'; return {}; }],
  ['POST', '/api/invitations', (fake, account, [], body) => {
    const token = randomBytes(16).toString('hex');
    const expires = new Date(Date.now() + 7 * 86_400_000).toISOString();
    fake.invitations.set(token, { ...body, expires });
    return { path: `/desk/#/invite/${token}`, expires };
  }],
  ['GET', '/api/kiosks', (fake) => fake.kiosks],
  ['GET', '/api/kiosks/([^/]+)', (fake, account, [id]) => ({ ...by_id(fake.kiosks, id), reports: [{ kind: 'health', at: now(), receivedAt: now() }], asks: [{ ask: 'sync', askedAt: now(), doneAt: null }], alarms: [{ words: { vi: 'Không báo về', en: 'No report' }, since: '2026-11-24T00:00:00Z', until: null }] })],
  ['POST', '/api/kiosks(?:/([^/]+)/(?:asks|retire))?', (fake) => ({})],
  ['GET', '/api/usage', (fake) => fake.usage()],
  ['GET', '/api/audit', (fake, account, [], body, query) => ({ entries: query.get('before') ? [] : fake.audit, before: null })],
];

Fake.prototype.start_session = function (account) {
  const token = randomBytes(12).toString('hex');
  this.sessions.set(token, account);
  this.log(account, 'signed-in', account.name);
  return { answer: { account: view(account), csrf: 'token' }, cookie: `conglang_session=${token}; HttpOnly; SameSite=Strict; Path=/` };
};

const OPEN_ROUTES = 3;

function answer_api(fake, request, body) {
  const url = new URL(request.url, 'http://x');
  const token = /conglang_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const account = fake.sessions.get(token);
  for (const [at, [method, pattern, handler]] of ROUTES.entries()) {
    const found = new RegExp(`^${pattern}$`).exec(decodeURIComponent(url.pathname));
    if (method !== request.method || !found) continue;
    if (at >= OPEN_ROUTES && !account) return refuse(401, 'signed_out', 'Anh chị chưa đăng nhập.', 'Not signed in.');
    if (at >= OPEN_ROUTES && method !== 'GET' && request.headers['x-conglang-csrf'] !== 'token') return refuse(403, 'csrf', 'Trang đã cũ.', 'Stale page.');
    return handler(fake, account, found.slice(1), body, url.searchParams);
  }
  return refuse(404, 'not_found', 'Không có.', 'Not found.');
}

function send(response, result) {
  const { status = 200, body, answer, cookie } = result.body !== undefined && result.status ? result : { body: undefined, ...(result.answer ? result : { answer: result }) };
  response.writeHead(status, { 'content-type': 'application/json', ...(cookie && { 'set-cookie': cookie }) });
  response.end(JSON.stringify(body ?? answer ?? {}));
}

const PREVIEW = "<!doctype html><html lang=vi><title>Trang</title><meta name=viewport content='width=device-width'><body style='font:18px sans-serif;padding:1rem'><h1>Trang điện thoại</h1><p>Bản mẫu.</p>";

function answer(fake, desk, request, response) {
  if (fake.offline) return request.socket.destroy();
  const path = new URL(request.url, 'http://x').pathname;
  if (path.startsWith('/desk/')) {
    request.url = request.url.slice(5);
    return desk(request, response);
  }
  if (/preview\/phone/.test(path)) return response.writeHead(200, { 'content-type': TYPES['.html'], 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'" }).end(PREVIEW);
  if (/preview\//.test(path)) {
    const [width, height] = path.includes('landscape') ? [1920, 1080] : [1080, 1920];
    return response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#FAF7EE"/><rect width="100%" height="164" fill="#F7CB57"/></svg>`);
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    try {
      const text = Buffer.concat(chunks).toString();
      send(response, answer_api(fake, request, text ? JSON.parse(text) : {}));
    } catch (error) {
      send(response, refuse(500, 'broken', String(error.stack), String(error.stack)));
    }
  });
}

const listen = (server, port = 0) => new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`)));

/** {desk, signer, fake, close}: addresses of the two sites, and what is behind them. `fonts`: a folder or nothing. */
export async function serve(root, desk_folder, port) {
  const fake = new Fake(root);
  const desk = static_files(desk_folder ?? join(root, 'content/desk/desk'), DESK_POLICY);
  const servers = [createServer((request, response) => answer(fake, desk, request, response)), createServer(static_files(join(root, 'content/desk/signer'), SIGNER_POLICY))];
  const [desk_address, signer] = [await listen(servers[0], port), await listen(servers[1])];
  fake.signer = `${signer}/`;
  return { desk: `${desk_address}/desk/`, signer: `${signer}/`, fake, close: () => servers.forEach((server) => { server.closeAllConnections(); server.close(); }) };
}

if (process.argv[1]?.endsWith('fake_server.mjs')) console.log(await serve(process.argv[2], undefined, Number(process.argv[3] ?? 0)).then(({ desk }) => desk));
