// A real server with a repository, the demo commune and people of its own, as a province would set it up.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { dirname, join } from 'node:path';

export const COMMUNE = '09784';
const OFFICE = ['first', 'second'];

export class Server {
  constructor(folder, { conglang, program, source }) {
    Object.assign(this, { folder, conglang, program, source });
    this.repository = join(folder, 'kho');
    this.keys = join(folder, 'khoa');
    this.online = join(folder, 'khoa-truc-tuyen');
    this.passphrase = join(folder, 'passphrase');
    this.data = join(folder, 'data');
  }

  tool(...words) {
    return execFileSync(this.conglang, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** A province whose commune's starter content is public. */
  make_repository() {
    writeFileSync(this.passphrase, 'a passphrase of the test', { mode: 0o600 });
    mkdirSync(this.data);
    this.tool(
      'init',
      '--repo',
      this.repository,
      '--keys',
      this.keys,
      '--commune',
      COMMUNE,
      '--passphrase-file',
      this.passphrase,
    );
    mkdirSync(this.online);
    for (const name of ['snapshot.pem', 'timestamp.pem', 'root.json'])
      copyFileSync(join(this.keys, name), join(this.online, name));
    this.tool('build', join(this.source, 'content/starter'), '--out', join(this.folder, 'out'), '--commune', COMMUNE);
    this.signing('publish', join(this.folder, 'out'));
  }

  /** Two keys of the office's own sign what is public, so that it stays good under people's keys and theirs. */
  sign_with_office_keys() {
    for (const key of OFFICE)
      this.tool(
        'keys',
        'new',
        COMMUNE,
        '--keys',
        this.keys,
        '--passphrase-file',
        this.passphrase,
        '--public',
        join(this.folder, `${key}.pub.json`),
      );
    this.signing('sign', '--role', `commune-${COMMUNE}`, '--again');
  }

  /** A command that opens the province's offline keys. */
  signing(...words) {
    return this.tool(...words, '--repo', this.repository, '--keys', this.keys, '--passphrase-file', this.passphrase);
  }

  /** Waits for the two lines that say where the desk and the signer are. */
  async start(more = []) {
    const words = [
      '--repo',
      this.repository,
      '--data',
      this.data,
      '--desk',
      this.desk_folder,
      '--keys',
      this.online,
      '--passphrase-file',
      this.passphrase,
      '--conglang',
      this.conglang,
      '--port',
      '0',
      '--signer-port',
      '0',
      ...more,
    ];
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

  /** The pages as they are installed, beside the program. */
  get desk_folder() {
    return join(dirname(this.program), '../share/conglang/desk');
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
    const keys = [...paths, ...OFFICE.map((key) => join(this.folder, `${key}.pub.json`))].flatMap((path) => [
      '--key',
      path,
    ]);
    this.signing('delegate', file.commune, ...keys, '--threshold', String(file.threshold));
  }

  /** `files`: public halves of people's keys. Each of them, or the province's own, signs for all screens. */
  delegate_emergency(files) {
    const office = join(this.folder, 'emergency.pub.json');
    const keys = ['--keys', this.keys, '--passphrase-file', this.passphrase];
    this.tool('keys', 'new', 'emergency', ...keys, '--public', office);
    this.signing('sign', '--role', 'emergency', '--again');
    this.signing('delegate', 'emergency', ...[office, ...files].flatMap((file) => ['--key', file]));
  }

  async stop() {
    if (!this.process) return;
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    await ended;
  }
}
