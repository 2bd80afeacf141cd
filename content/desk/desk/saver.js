// Saves a draft by itself. What was typed lies in this browser at once (kept.js) and stays there until the server
// said yes, whatever happens to the tab, the line or the server in between.

import { put_json } from './api.js';
import { forget, keep } from './kept.js';
import { same } from './patch.js';

const PAUSE_MS = 900;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

export class Saver {
  /**
   * `read()`: {content, note} as they stand. `tell(state, detail)`: "changed", "saving", "saved", "offline" (kept
   * here, tried again by itself), "signed-out" (kept here), "refused" (detail: the ApiError; kept here), "unkept"
   * (this browser has no room). `conflict(theirs)`: somebody else saved first; saving stops.
   */
  constructor({ who, draft, revision, read, tell, conflict, findings }) {
    Object.assign(this, { who, draft, revision, read, tell, conflict, findings });
    this.tries = 0;
    this.timer = null;
    this.sending = null;
    this.stopped = false;
    this.dirty = false;
    this.online = () => this.dirty && this.save();
    this.hidden = () => document.visibilityState === 'hidden' && this.dirty && this.save();
    window.addEventListener('online', this.online);
    document.addEventListener('visibilitychange', this.hidden);
  }

  /** Something was typed. */
  changed() {
    if (this.stopped) return;
    this.dirty = true;
    this.tell('changed');
    this.keep_here();
    this.later(PAUSE_MS);
  }

  keep_here() {
    const work = { revision: this.revision, ...structuredClone(this.read()) };
    this.keeping = keep(this.who, this.draft, work).catch(() => this.tell('unkept'));
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  /** Ends when all that was typed before is saved or cannot be: true when it is saved. */
  async save() {
    clearTimeout(this.timer);
    if (this.sending) {
      await this.sending;
      if (this.dirty && !this.stopped && this.tries === 0) return this.save();
      return !this.dirty;
    }
    if (!this.dirty || this.stopped) return !this.dirty;
    this.sending = this.send();
    await this.sending;
    this.sending = null;
    return !this.dirty;
  }

  async send() {
    const work = structuredClone(this.read());
    this.tell('saving');
    try {
      const answer = await put_json(`/api/drafts/${encodeURIComponent(this.draft)}`, {
        revision: this.revision,
        ...work,
      });
      this.revision = answer.revision;
      this.tries = 0;
      await this.accepted(work, answer);
    } catch (error) {
      this.failed(error);
    }
  }

  async accepted(work, answer) {
    if (answer.findings) this.findings(answer.findings);
    if (!same(work, structuredClone(this.read()))) {
      this.keep_here(); // typed meanwhile, now on top of the new revision
      this.later(PAUSE_MS);
      return;
    }
    this.dirty = false;
    await this.keeping;
    await forget(this.who, this.draft).catch(() => {});
    this.tell('saved', answer);
  }

  failed(error) {
    if (error.status === 409 && error.body?.theirs) {
      this.stop();
      this.conflict(error.body.theirs);
    } else if (error.status === 401) {
      this.tell('signed-out');
    } else if (error.status === 0 || error.status === 429 || error.status >= 500) {
      this.tell('offline');
      this.later(RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)]);
      this.tries += 1;
    } else {
      this.tell('refused', error);
    }
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.online);
    document.removeEventListener('visibilitychange', this.hidden);
  }

  /** The page is left: what is not saved yet is sent once more, and stays here until the next visit else. */
  leave() {
    if (this.dirty && !this.stopped) this.save();
    const end = () => this.stop();
    if (this.sending) this.sending.then(end);
    else end();
  }
}
