// A kiosk as the server knows one: what its sync agent says and asks over HTTP, without a screen.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';

export class Kiosk {
  constructor(address, claimCode) {
    Object.assign(this, { address, claimCode, secret: randomBytes(32).toString('hex'), sent: 0 });
  }

  async call(method, path, bearer, body) {
    const answer = await fetch(this.address + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(bearer && { Authorization: `Bearer ${bearer}` }) },
      body: body && JSON.stringify(body),
    });
    const json = await answer.json();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
    return json;
  }

  /** Shows its claim code from now on. */
  async offer() {
    const deviceSecretHash = createHash('sha256').update(this.secret).digest('hex');
    const { deviceId } = await this.call('POST', '/api/devices', null, { claimCode: this.claimCode, deviceSecretHash });
    this.device = deviceId;
  }

  /** "waiting", or "claimed" from when somebody typed the code at the desk. */
  async collect() {
    const answer = await this.call('GET', `/api/devices/${this.device}`, this.secret);
    this.token = answer.token;
    return answer.state;
  }

  /** [kind, body] each. `aheadSeconds`: of its clock. `done`: ids of what was asked of it. Gives the server's answer. */
  async report(reports, { aheadSeconds = 0, done = [] } = {}) {
    const made = reports.map(([kind, body]) => {
      this.sent += 1;
      return { id: `r-${this.sent}`, kind, body };
    });
    const sentAt = new Date(Date.now() + aheadSeconds * 1000).toISOString().replace(/\.\d+Z/, 'Z');
    const answer = await this.call('POST', '/api/reports', this.token, { sentAt, reports: made, done });
    assert.deepEqual(answer.refused, [], 'nothing that a kiosk says is refused');
    return answer;
  }

  /** What is asked of it just now. */
  async poll() {
    return (await this.report([])).asks;
  }
}
