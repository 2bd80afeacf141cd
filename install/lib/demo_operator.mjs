// What the operator and the admin of a demo province do by hand in a real one, over the server's own API:
// accounts by invitation, keys that browsers made approved and delegated to, the demo's kiosk claimed.
//   node demo_operator.mjs URL FOLDER COMMUNE PLACE CONGLANG CONGLANG-SERVER
// FOLDER is the demo's; it writes DEMO-sign-in.json there once everybody can sign in, and then watches.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const [url, folder, commune, place, conglang, server] = process.argv.slice(2);
const run = promisify(execFile);
const signInFile = join(folder, 'DEMO-sign-in.json');

const PEOPLE = [
  { name: 'lan', displayName: 'Lan (người soạn)', roles: ['author'] },
  { name: 'hung', displayName: 'Hùng (người duyệt)', roles: ['reviewer'] },
  { name: 'mai', displayName: 'Mai (quản trị xã)', roles: ['admin'] },
];

// One person's browser, as far as the API sees.
class Visitor {
  #cookie = '';
  #csrf = '';

  async ask(method, path, body) {
    const headers = { ...(this.#cookie && { Cookie: this.#cookie }) };
    if (method !== 'GET') {
      headers['Content-Type'] = 'application/json';
      headers['X-Conglang-Csrf'] = this.#csrf;
    }
    const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
    const cookie = answer.headers.get('set-cookie');
    if (cookie) this.#cookie = cookie.split(';')[0];
    const text = await answer.text();
    const said = text ? JSON.parse(text) : null;
    if (!answer.ok) {
      const error = new Error(`${method} ${path}: ${answer.status} ${said?.error?.message?.en ?? ''}`);
      error.status = answer.status;
      throw error;
    }
    if (said?.csrf) this.#csrf = said.csrf;
    return said;
  }
}

function writeWhole(file, text) {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const newPassword = () => `demo-${randomBytes(6).toString('hex')}`;

async function accept(path, name, password) {
  const visitor = new Visitor();
  const token = path.split('/').pop();
  await visitor.ask('POST', `/api/invitations/${token}`, { name, password });
  return visitor;
}

async function makeAccounts() {
  const accounts = { operator: { name: 'operator', password: newPassword() } };
  const { stdout } = await run(server, ['--data', join(folder, 'server'), 'operator', 'Người vận hành tỉnh']);
  const operator = await accept(stdout.trim(), 'operator', accounts.operator.password);
  for (const { name, displayName, roles } of PEOPLE) {
    const { path } = await operator.ask('POST', '/api/invitations', { displayName, roles, commune });
    accounts[name] = { name, displayName, roles, password: newPassword() };
    await accept(path, name, accounts[name].password);
  }
  return accounts;
}

async function signIn({ name, password }) {
  const visitor = new Visitor();
  await visitor.ask('POST', '/api/sign-in', { name, password });
  return visitor;
}

// The two keys that the demo's content is signed with belong to its admin: with them there are always more
// keys than the two that must sign.
async function enrolSpareKeys(admin) {
  const keys = join(folder, 'DEMO-keys');
  for (const file of readdirSync(keys).filter((name) => name.startsWith(`commune-${commune}.`) && name.endsWith('.pub.json'))) {
    const publicKey = JSON.parse(readFileSync(join(keys, file), 'utf8'));
    const label = `Khóa dự phòng ${file.split('.')[1]}`;
    await admin.ask('POST', '/api/keys', { publicKey, label, heldBy: 'tool' }).catch((error) => {
      if (error.status !== 409) throw error;
    });
  }
}

let delegated = '';

async function delegateTo(operator) {
  const wanted = await operator.ask('GET', `/api/delegations/${commune}`).catch((error) => {
    if (error.status === 409) return null; // too few keys yet
    throw error;
  });
  const text = JSON.stringify(wanted);
  if (!wanted || text === delegated) return;
  const file = join(folder, 'delegation.json');
  writeWhole(file, text);
  await run(conglang, ['delegate', commune, '--file', file, '--repo', join(folder, 'repository'), '--keys', join(folder, 'DEMO-keys'),
    '--passphrase-file', join(folder, 'DEMO-passphrase')]);
  delegated = text;
  console.log(`delegated to ${wanted.keys.length} keys`);
}

async function approveKeys(operator) {
  for (const key of await operator.ask('GET', `/api/keys?commune=${commune}`)) {
    if (key.state !== 'enrolled') continue;
    await operator.ask('POST', `/api/keys/${key.id}/approve`, {});
    console.log(`approved "${key.label}" of ${key.owner.name}`);
  }
}

let claimed = '';

async function claimKiosk(admin) {
  const file = join(folder, 'kiosk', 'enrolment.json');
  if (!existsSync(file)) return;
  const { claimCode } = JSON.parse(readFileSync(file, 'utf8'));
  if (!claimCode || claimCode === claimed) return;
  await admin.ask('POST', '/api/kiosks', { claimCode, name: 'Nhà văn hóa thôn (demo)', place });
  claimed = claimCode;
  console.log(`claimed the kiosk with the code ${claimCode}`);
}

const accounts = existsSync(signInFile) ? JSON.parse(readFileSync(signInFile, 'utf8')) : await makeAccounts();
writeWhole(signInFile, JSON.stringify(accounts, null, 2));
let operator = await signIn(accounts.operator);
let admin = await signIn(accounts.mai);
await enrolSpareKeys(admin);

for (;;) {
  try {
    await approveKeys(operator);
    await delegateTo(operator);
    await claimKiosk(admin);
  } catch (error) {
    console.log(`will try again: ${error.stderr || error.message}`);
    if (error.status === 401) {
      operator = await signIn(accounts.operator).catch(() => operator);
      admin = await signIn(accounts.mai).catch(() => admin);
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
