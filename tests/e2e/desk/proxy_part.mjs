// The server behind nginx and behind Caddy, as the configurations of install/server set them up: files of the tree, the
// desk over TLS, the signer on a host of its own, and what callers say of themselves not believed.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { connect } from 'node:tls';
import { join } from 'node:path';
import { make_people } from './api.mjs';
import { person, sign_in, title } from './browser.mjs';
import { COMMUNE } from './server.mjs';

const DESK = 'desk.localhost';
const SIGNER = 'sign.localhost';

async function free_port() {
  const listener = createServer();
  await new Promise((listening) => listener.listen(0, '127.0.0.1', listening));
  const { port } = listener.address();
  await new Promise((closed) => listener.close(closed));
  return port;
}

export const proxy_options = async () => {
  const port = await free_port();
  return { port, words: ['--behind-proxy', '--signer-url', `https://${SIGNER}:${port}/`] };
};

const configuration_of = (server, file) => readFileSync(join(server.source, 'install/server', file), 'utf8');

/** The configuration of install/server with this test's names, ports, certificate and tree in it. */
function nginx_configuration(server, folder, port) {
  const ports = [new URL(server.address).port, new URL(server.signer).port];
  const sites = configuration_of(server, 'nginx.conf')
    .replace(/server \{\s+listen 80;[^]*?\n\}/, '') // a port that only root has
    .replaceAll('sign.conglang.example', SIGNER)
    .replaceAll('conglang.example', DESK)
    .replaceAll('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replaceAll(/ *listen \[::\]:443.*\n/g, '')
    .replaceAll('/etc/ssl/conglang', folder)
    .replaceAll('/srv/conglang/repository', server.repository)
    .replaceAll('127.0.0.1:8420', `127.0.0.1:${ports[0]}`)
    .replaceAll('127.0.0.1:8421', `127.0.0.1:${ports[1]}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
  return `daemon off; user root; worker_processes 1; pid ${folder}/nginx.pid; events {}
http { access_log off; ${temporary.join(' ')} ${sites} }`;
}

function caddy_configuration(server, folder, port) {
  const ports = [new URL(server.address).port, new URL(server.signer).port];
  const own = `\n\tbind 127.0.0.1\n\ttls ${folder}/fullchain.pem ${folder}/key.pem`;
  return configuration_of(server, 'Caddyfile')
    .replace(/^\{/m, '{\n\tadmin off\n\tauto_https disable_redirects')
    .replace(/^sign\.conglang\.example \{/m, `${SIGNER}:${port} {${own}`)
    .replace(/^conglang\.example \{/m, `${DESK}:${port} {${own}`)
    .replaceAll('127.0.0.1:8420', `127.0.0.1:${ports[0]}`)
    .replaceAll('127.0.0.1:8421', `127.0.0.1:${ports[1]}`);
}

function make_certificate(folder) {
  mkdirSync(folder);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=localhost',
    '-addext', `subjectAltName=DNS:${DESK},DNS:${SIGNER}`, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'fullchain.pem')], { stdio: 'ignore' });
}

/** Whether somebody speaks TLS there. */
function answers(port) {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port, servername: DESK, rejectUnauthorized: false }, () => done(true));
    socket.once('error', () => done(false));
    socket.once('secureConnect', () => socket.end());
  });
}

async function started(program, words, port, options = {}) {
  const proxy = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
  const until = Date.now() + 20_000;
  while (!(await answers(port))) {
    assert.ok(Date.now() < until && proxy.exitCode === null, `${program} starts with the configuration`);
    await new Promise((later) => setTimeout(later, 50));
  }
  return proxy;
}

function start_nginx(server, folder, port) {
  writeFileSync(join(folder, 'nginx.conf'), nginx_configuration(server, folder, port));
  return started('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], port);
}

function start_caddy(server, folder, port) {
  writeFileSync(join(folder, 'Caddyfile'), caddy_configuration(server, folder, port));
  const stdio = ['ignore', 'ignore', openSync(join(folder, 'error.log'), 'w')];
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return started('caddy', ['run', '--config', join(folder, 'Caddyfile')], port, { stdio, env });
}

/** Asks the proxy: {status, headers}. `path` goes out as it is written. */
function ask(port, path, { host = DESK, method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, servername: host, path, method, rejectUnauthorized: false,
      headers: { Host: `${host}:${port}`, ...headers } }, (answer) => {
      answer.resume();
      answer.once('end', () => done({ status: answer.statusCode, headers: answer.headers }));
    });
    asked.once('error', failed);
    asked.end(body);
  });
}

async function check_files(server, port) {
  const timestamp = await ask(port, '/metadata/timestamp.json');
  assert.equal(timestamp.status, 200);
  assert.equal(timestamp.headers['cache-control'], 'no-cache');
  const again = await ask(port, '/metadata/timestamp.json', { headers: { 'If-None-Match': timestamp.headers.etag } });
  assert.equal(again.status, 304, 'a poll when nothing changed costs no body');
  const root = await ask(port, '/metadata/1.root.json');
  assert.match(root.headers['cache-control'], /immutable/);
  const next_root = await ask(port, '/metadata/99.root.json');
  assert.equal(next_root.status, 404);
  assert.doesNotMatch(next_root.headers['cache-control'] ?? '', /immutable|max-age=[1-9]\d{2}/, 'the next root is found when it comes');
  assert.equal((await ask(port, '/metadata/')).status >= 400, true, 'no folder is listed');
  assert.equal((await ask(port, '/pending/')).status >= 400, true, 'what waits for signatures is not served');
  symlinkSync(server.passphrase, join(server.repository, 'metadata/9.link.json'));
  assert.notEqual((await ask(port, '/metadata/9.link.json')).status, 200, 'no link is followed out of the tree');
  for (const path of ['/metadata/../../passphrase', '/metadata/%2e%2e/%2e%2e/passphrase', '/targets/.hidden'])
    assert.notEqual((await ask(port, path)).status, 200, path);
  const [blob] = readdirSync(join(server.repository, 'targets/national')).filter((name) => name.includes('links'));
  const part = await ask(port, `/targets/national/${blob}`, { headers: { Range: 'bytes=0-9' } });
  assert.equal(part.status, 206, 'a download can go on where it ended');
}

/** A guesser who names another address with each try is one and the same to the server. */
async function check_addresses(port) {
  const statuses = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const { status } = await ask(port, '/api/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `203.0.113.${turn}`, Origin: `https://${DESK}:${port}` },
      body: JSON.stringify({ name: `nguoi.${turn}`, password: 'không phải mật khẩu' }),
    });
    statuses.push(status);
    if (status === 429) break;
  }
  assert.equal(statuses.at(-1), 429, `slowed down by its own address: ${statuses}`);
}

/** Somebody who opens connections and never ends what they ask gets their share, and is told so after it. */
async function check_connections(port) {
  const head = `POST /api/sign-in HTTP/1.1\r\nHost: ${DESK}:${port}\r\nContent-Type: application/json\r\nContent-Length: 60\r\n\r\n{`;
  const held = [];
  for (let at = 0; at < 256; at += 1)
    held.push(new Promise((done, failed) => {
      const socket = connect({ host: '127.0.0.1', port, servername: DESK, rejectUnauthorized: false }, () => socket.write(head, () => done(socket)));
      socket.once('error', failed);
    }));
  const sockets = await Promise.all(held);
  let status = 0;
  for (let turn = 0; turn < 100 && status !== 429; turn += 1) ({ status } = await ask(port, '/desk/'));
  assert.equal(status, 429, 'the 257th connection of one address is refused');
  for (const socket of sockets) socket.destroy();
}

async function behind(server, chromium, port) {
  const people = await make_people(server, COMMUNE);
  const lan = await person(chromium, 'lan', { ignoreHTTPSErrors: true });
  const desk = `https://${DESK}:${port}/desk/`;
  await sign_in(lan.page, desk, 'lan', people.password);
  await title(lan.page, 'Việc cần làm');
  const [cookie] = (await lan.context.cookies()).filter(({ name }) => name === 'conglang_session');
  assert.deepEqual([cookie.secure, cookie.httpOnly, cookie.sameSite], [true, true, 'Strict']);
  const me = await lan.page.evaluate(async () => (await fetch('/api/me')).json());
  assert.equal(me.deskNeedsHttps, false);
  assert.equal(me.signer, `https://${SIGNER}:${port}/`);
  const signer = await ask(port, '/', { host: SIGNER });
  assert.match(signer.headers['content-security-policy'], /default-src 'none'/);
  assert.equal((await ask(port, '/api/me', { host: SIGNER })).status, 404, 'the signer has no API beside it');
  await check_files(server, port);
  await check_addresses(port);
}

const proxy_part = (start, more = async () => {}) => async (server, chromium, { port }) => {
  const folder = join(server.folder, 'proxy');
  make_certificate(folder);
  const proxy = await start(server, folder, port);
  try {
    await behind(server, chromium, port);
    await more(port);
  } finally {
    proxy.kill('SIGTERM');
  }
};

export const nginx_part = proxy_part(start_nginx, check_connections);
export const caddy_part = proxy_part(start_caddy);
