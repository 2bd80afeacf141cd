// Who is here, and what they may do.

import { get, post, use_csrf } from './api.js';

let me = null;

export const account = () => me?.account ?? null;
export const signer_hash = () => me?.signerHash ?? '';
export const signer_address = () => me?.signer ?? '';
export const needs_https = () => Boolean(me?.deskNeedsHttps) || !window.isSecureContext;

export const has_role = (...roles) => roles.some((role) => account()?.roles?.includes(role));
/** Roles rise: who has one may do what those before it may. */
export const is_author = () => has_role('author', 'reviewer', 'admin', 'operator');
export const is_reviewer = () => has_role('reviewer', 'admin', 'operator');
export const is_admin = () => has_role('admin', 'operator');

/** The same words at enrolment and at each signature: the signer finds the key by them. */
export const signer_name = () => `${account().displayName} (${account().name})`;

const CHOSEN = 'conglang-commune';

/** Whose matters the pages are about: one's own commune, or the one that an operator of the province chose. */
export const commune = () => account()?.commune || sessionStorage.getItem(CHOSEN) || '';
export const chooses_commune = () => Boolean(account()) && !account().commune;
export const choose_commune = (code) => sessionStorage.setItem(CHOSEN, code);

/** `path` for the commune that was chosen; as it is for who has one of their own. */
export function scoped(path) {
  if (!chooses_commune() || !commune()) return path;
  return `${path}${path.includes('?') ? '&' : '?'}commune=${encodeURIComponent(commune())}`;
}

function adopt(answer) {
  me = { ...me, ...answer };
  use_csrf(answer.csrf);
}

/** True when somebody is signed in. Throws ApiError for anything but that. */
export async function load() {
  try {
    adopt(await get('/api/me'));
    return true;
  } catch (error) {
    if (error.status === 401) return false;
    throw error;
  }
}

/** True when what somebody may do is other than it was: an admin may have changed it meanwhile. */
export async function roles_changed() {
  const before = account();
  const answer = before && (await get('/api/me').catch(() => null));
  if (!answer || account() !== before) return false; // nobody, or somebody else by now
  adopt(answer);
  return account().roles.join() !== before.roles.join();
}

export async function sign_in(name, password) {
  adopt(await post('/api/sign-in', { name, password }));
  await load();
}

/** The server gives this browser another session, and ends all others. */
export async function change_password(old, next) {
  adopt(await post('/api/me/password', { old, new: next }));
}

export async function sign_out() {
  await post('/api/sign-out');
  me = null;
  use_csrf('');
}

/** `name`: "" when the link renews the password of somebody who has one. */
export async function accept_invitation(token, name, password) {
  adopt(await post(`/api/invitations/${encodeURIComponent(token)}`, name ? { name, password } : { password }));
  await load();
}

export function forget_session() {
  me = null;
}

const WRITABLE = ['draft', 'changes-asked'];

/** What the server offers for a draft; `otherwise` for one that does not say. */
export const may = (draft, move, otherwise = false) => draft.moves?.includes(move) ?? otherwise;
export const may_write = (draft) => !draft.removal && may(draft, 'save', WRITABLE.includes(draft.state) && is_author());
