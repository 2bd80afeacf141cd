// A real server with a repository, the demo commune and people of its own, as a province would set it up.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

export const COMMUNE = '09784';

export class Server {
  constructor(folder, { conglang, program, source }) {
    Object.assign(this, { folder, conglang, program, source });
    this.repository = join(folder, 'kho');
    this.keys = join(folder, 'khoa');
    this.passphrase = join(folder, 'passphrase');
    this.data = join(folder, 'data');
  }

  tool(...words) {
    return execFileSync(this.conglang, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  make_repository() {
    writeFileSync(this.passphrase, 'a passphrase of the test', { mode: 0o600 });
    mkdirSync(this.data);
    this.tool('init', '--repo', this.repository, '--keys', this.keys, '--commune', COMMUNE, '--passphrase-file', this.passphrase);
    this.tool('build', join(this.source, 'content/starter'), '--out', join(this.folder, 'out'), '--commune', COMMUNE);
    this.tool('publish', join(this.folder, 'out', 'bundle'), '--repo', this.repository, '--keys', this.keys, '--passphrase-file', this.passphrase);
  }

  /** Waits for the two lines that say where the desk and the signer are. */
  async start() {
    const words = ['--repo', this.repository, '--data', this.data, '--desk', this.desk_folder, '--keys', this.keys, '--passphrase-file', this.passphrase, '--port', '0', '--signer-port', '0'];
    this.process = spawn(this.program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: this.process.stdout });
    const found = [];
    for await (const line of lines) {
      found.push(line);
      if (found.length === 2) break;
    }
    this.address = found[0];
    this.desk = `${found[0]}/desk/`;
    this.signer = `${found[1].replace('signer ', '')}/`;
  }

  get desk_folder() {
    return join(this.source, 'content/desk');
  }

  /** A one-time link for somebody of the province. */
  invite_operator(name) {
    const path = execFileSync(this.program, ['--data', this.data, 'operator', name], { encoding: 'utf8' }).trim();
    return `${this.address}${path}`;
  }

  /** `file`: what the desk gave the operator; the province's offline keys sign it. */
  delegate(file) {
    const paths = file.keys.map((key, at) => {
      const path = join(this.folder, `key-${at}.json`);
      writeFileSync(path, JSON.stringify(key));
      return path;
    });
    const keys = paths.flatMap((path) => ['--key', path]);
    this.tool('delegate', file.commune, ...keys, '--threshold', String(file.threshold), '--repo', this.repository, '--keys', this.keys, '--passphrase-file', this.passphrase);
  }

  async stop() {
    if (!this.process) return;
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    await ended;
  }
}
