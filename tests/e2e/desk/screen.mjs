// A kiosk that follows the server: its agent and its window on a display of its own, touched by real input events.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMUNE } from './server.mjs';

// What to touch, in the middle of each control of the 1920x1080 layout.
const START = [512, 974];
const MOST_ASKED = [1580, 445]; // the first row of "Hay hỏi nhất"
const FIRST_CASE = [353, 655];
const TITLE = [960, 60]; // nothing happens there, but somebody is reading
const SAME_PICTURE = 2000; // pixels of 2 million: a minute that passed on a clock
const NEW_PICTURE = 20000;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export class Screen {
  #started = [];

  constructor(folder, server) {
    Object.assign(this, { folder: join(folder, 'man-hinh'), server });
    this.pictures = 0;
  }

  async start() {
    const data = join(this.folder, 'data');
    mkdirSync(data, { recursive: true });
    copyFileSync(join(this.server.repository, 'metadata/1.root.json'), join(data, 'root.json'));
    writeFileSync(join(data, 'kiosk.json'), JSON.stringify({ commune: COMMUNE, place: 'thuong-thap', diagonalInches: 21.5 }));
    this.#run('conglang-sync', '--data', data, '--url', this.server.address, '--interval', '1');
    await this.#wait('the agent brought content', () => existsSync(join(data, 'current')));
    this.display = await this.#open_display();
    this.#run('conglang-kiosk', '--data', data, '--size', '1920x1080');
    await this.#wait('the kiosk shows its first page', () => this.#colours() > 16);
  }

  /** From the gate to the papers of the guide that is asked for most. */
  async open_first_guide() {
    for (const place of [START, MOST_ASKED, FIRST_CASE]) {
      const before = await this.at_rest();
      this.#touch(place);
      await this.becomes_other_than(before);
    }
    this.reader = setInterval(() => this.#touch(TITLE), 60_000);
    return this.at_rest();
  }

  async becomes_other_than(before) {
    await this.#wait('the screen changes', () => this.#differs(before, this.#picture()) > NEW_PICTURE);
  }

  async becomes_again(before) {
    await this.#wait('the screen is as it was', () => this.#differs(before, this.#picture()) < SAME_PICTURE);
  }

  /** Whatever is touched. */
  async stays(before) {
    for (const place of [START, FIRST_CASE]) this.#touch(place);
    await pause(500);
    const changed = this.#differs(before, await this.at_rest());
    if (changed > SAME_PICTURE) throw new Error(`a touch changed ${changed} pixels of the screen`);
  }

  /** A picture of the screen once nothing moves on it any more. */
  async at_rest() {
    let last = this.#picture();
    await this.#wait('the screen comes to rest', async () => {
      await pause(300);
      const next = this.#picture();
      const still = this.#differs(last, next) === 0;
      last = next;
      return still;
    });
    return last;
  }

  async stop() {
    clearInterval(this.reader);
    for (const process of this.#started.reverse()) {
      if (process.exitCode !== null) continue;
      const ended = new Promise((done) => process.once('exit', done));
      process.kill('SIGTERM');
      await ended;
    }
  }

  #run(program, ...words) {
    const log = openSync(join(this.folder, `${program}.log`), 'w');
    const path = join(dirname(this.server.program), program);
    const environment = { ...process.env, DISPLAY: this.display, SDL_AUDIODRIVER: 'dummy' };
    this.#started.push(spawn(path, words, { env: environment, stdio: ['ignore', log, log] }));
  }

  async #open_display() {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    this.#started.push(server);
    const number = await new Promise((found, failed) => {
      server.once('error', failed);
      server.stdio[3].once('data', (bytes) => found(String(bytes).trim()));
    });
    return `:${number}`;
  }

  #touch(place) {
    this.#x('xdotool', 'mousemove', ...place.map(String), 'click', '1');
  }

  #x(program, ...words) {
    return execFileSync(program, words, { env: { ...process.env, DISPLAY: this.display }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  #picture() {
    this.pictures += 1;
    const file = join(this.folder, `${this.pictures}.png`);
    this.#x('import', '-silent', '-window', 'root', file);
    return file;
  }

  #colours() {
    return Number(this.#x('identify', '-format', '%k', this.#picture()));
  }

  /** How many pixels differ; compare() ends with 1 when any does. */
  #differs(one, other) {
    try {
      execFileSync('compare', ['-metric', 'AE', one, other, 'null:'], { stdio: ['ignore', 'ignore', 'pipe'] });
      return 0;
    } catch (error) {
      return Number(String(error.stderr).trim());
    }
  }

  async #wait(what, holds, seconds = 60) {
    const until = Date.now() + seconds * 1000;
    while (!(await holds())) {
      if (Date.now() > until) throw new Error(`${what}: not within ${seconds} s; the last picture is ${this.pictures} in ${this.folder}`);
      await pause(200);
    }
  }
}
