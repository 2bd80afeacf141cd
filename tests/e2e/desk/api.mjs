// The server's API as a browser would call it, for what a test needs before it looks at pages.
import { COMMUNE } from './server.mjs';

export class Api {
  constructor(address) {
    this.address = address;
    this.cookie = '';
    this.csrf = '';
  }

  async call(method, path, body) {
    const headers = {
      'Content-Type': 'application/json',
      Origin: this.address,
      Cookie: this.cookie,
      'X-Conglang-Csrf': this.csrf,
    };
    const answer = await fetch(this.address + path, {
      method,
      headers,
      body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    const [cookie] = answer.headers.getSetCookie?.() ?? [answer.headers.get('set-cookie')].filter(Boolean);
    if (cookie) [this.cookie] = cookie.split(';');
    const json = text ? JSON.parse(text) : {};
    if (json.csrf) this.csrf = json.csrf;
    return json;
  }

  /** By the link that somebody was given. */
  accept(link, name, password) {
    return this.call('POST', `/api/invitations/${link.split('/invite/')[1]}`, { name, password });
  }
}

const PASSWORD = 'một câu dễ nhớ của người thử';

/** Three people of the commune, and somebody of the province who invited them: {operator, hoa, lan, minh, password}. */
export async function make_people(server, commune) {
  const operator = new Api(server.address);
  await operator.accept(server.invite_operator('Phạm Tỉnh'), 'tinh', PASSWORD);
  const people = { operator, password: PASSWORD };
  for (const [name, displayName, role] of [
    ['hoa', 'Trần Thị Hoa', 'admin'],
    ['lan', 'Nguyễn Thị Lan', 'author'],
    ['minh', 'Lê Văn Minh', 'reviewer'],
  ]) {
    const { path } = await operator.call('POST', '/api/invitations', { displayName, roles: [role], commune });
    people[name] = new Api(server.address);
    await people[name].accept(path, name, PASSWORD);
  }
  return people;
}

/** What the province does once people have made keys: approves each, and delegates their commune to all of them. */
export async function delegate_keys(server, operator) {
  for (const { id } of await operator.call('GET', `/api/keys?commune=${COMMUNE}`))
    await operator.call('POST', `/api/keys/${id}/approve`);
  server.sign_with_office_keys();
  server.delegate(await operator.call('GET', `/api/delegations/${COMMUNE}`));
}

/** A notice that somebody began, wrote a line about and sent in; its draft. */
export async function sent_notice(api, name, words) {
  const path = `communes/${COMMUNE}/notices/${name}.json`;
  const begun = await api.call('POST', '/api/drafts', { path, from: 'empty', title: words });
  const { revision, content } = begun;
  const saved = await api.call('PUT', `/api/drafts/${begun.id}`, { revision, content, note: words });
  return api.call('POST', `/api/drafts/${begun.id}/submit`, { revision: saved.revision });
}
