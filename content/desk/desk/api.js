// The server's API. Every failure is an ApiError that can say in words what happened and what to do.

import { has_words, in_words, say } from './lang.js';

const PATIENCE_MS = 60_000;

let csrf = '';
let on_signed_out = () => {};

export class ApiError extends Error {
  /** `code`: the server's, or "line" when no answer came. `body`: the whole answer. */
  constructor(status, code, body) {
    super(code);
    this.status = status;
    this.code = code;
    this.body = body;
  }

  /** What a clerk reads. */
  get words() {
    const told = in_words(this.body?.error?.message);
    if (told) return told;
    return has_words(`error.${this.code}`) ? say(`error.${this.code}`) : say('error.other', { code: this.code });
  }
}

/** The same for anything that was thrown. */
export function words_of(error) {
  return error instanceof ApiError ? error.words : say('error.other', { code: error.message });
}

export function use_csrf(token) {
  csrf = token ?? '';
}

export function when_signed_out(callback) {
  on_signed_out = callback;
}

function headers_for(method, body, more) {
  const headers = { Accept: 'application/json', ...more };
  if (method !== 'GET') headers['X-Conglang-Csrf'] = csrf;
  if (method !== 'GET' && !headers['Content-Type']) headers['Content-Type'] = 'application/json';
  return headers;
}

/** A picture or page instead of JSON, as a Blob. `patience_ms`: drawing takes longer than reading. Throws ApiError. */
export async function get_blob(path, patience_ms = 60_000) {
  let answer;
  try {
    answer = await fetch(path, { signal: AbortSignal.timeout(patience_ms), cache: 'no-store' });
  } catch {
    throw new ApiError(0, 'line', null);
  }
  if (answer.ok) return answer.blob();
  const json = parsed(await answer.text());
  throw new ApiError(answer.status, json?.error?.code ?? `http_${answer.status}`, json);
}

async function send(method, path, body, more) {
  const raw = body instanceof Blob;
  const text = method === 'GET' ? undefined : raw ? body : JSON.stringify(body ?? {});
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(path, {
      method,
      headers: headers_for(method, body, more),
      body: text,
      signal: patience.signal,
      cache: 'no-store',
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    throw new ApiError(0, 'line', null);
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return null;
  }
}

/** The answer's JSON. `more`: headers. Throws ApiError. */
export async function call(method, path, body, more) {
  const { status, text } = await send(method, path, body, more);
  const json = parsed(text);
  if (status >= 200 && status < 300 && json !== null) return json;
  const error = new ApiError(status, json?.error?.code ?? `http_${status}`, json);
  if (status === 401 && path !== '/api/sign-in') on_signed_out();
  throw error;
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);
export const put_json = (path, body) => call('PUT', path, body);

/** A list, whether the answer is one or holds one. */
export async function get_list(path) {
  const answer = await get(path);
  if (Array.isArray(answer)) return answer;
  return Object.values(answer).find(Array.isArray) ?? [];
}
