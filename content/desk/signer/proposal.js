// What a proposal would have this person sign, rebuilt from what is shown and nothing else. The server is not
// believed: hashes and canonical bytes are computed here, from the very bytes on the page.

import { canonical_json, is_well_formed, parse_json } from './canonical.js';
import { from_base64, sha256, utf8 } from './bytes.js';
import { check_signers } from './signers.js';

const DAY_MS = 86_400_000;
const MAX_LIFE_DAYS = 366;
// A publisher that was killed may have used up a number (Tree::next_version); `conglang sign` allows as many.
const MAX_SKIPPED = 100;
const KNOWN_FIELDS = ['_type', 'expires', 'spec_version', 'targets', 'version'];
const PART = '[A-Za-z0-9_~-][A-Za-z0-9._~-]*';

/** Why this page will not sign. `code` names a text in the strings; `about` is put into it. */
export class Refusal extends Error {
  constructor(code, about = '') {
    super(`${code} ${about}`);
    this.code = code;
    this.about = about;
  }
}

/** The paths a role may speak of; the province's delegation says the same (sync/POUF.md). */
function paths_of(role) {
  if (role === 'emergency') return /^emergency\/screen\.json$/;
  const commune = /^commune-([0-9]{5})$/.exec(role);
  if (!commune) throw new Refusal('role', role);
  return new RegExp(`^communes/${commune[1]}/${PART}(/${PART})?$`);
}

function parsed(text, code) {
  try {
    return parse_json(text);
  } catch (error) {
    throw new Refusal(code, error.message);
  }
}

/** The signed part of the role's file of today, or what stands before a first one. */
function current_of(envelope) {
  if (envelope === null) return { _type: 'targets', spec_version: '1.0.34', version: 0, targets: {} };
  const signed = envelope.signed;
  if (signed?._type !== 'targets' || typeof signed.targets !== 'object' || signed.targets === null)
    throw new Refusal('current', '_type');
  const strange = Object.keys(signed).find((field) => !KNOWN_FIELDS.includes(field));
  if (strange) throw new Refusal('current', strange);
  if (!Number.isSafeInteger(signed.version)) throw new Refusal('current', 'version');
  return signed;
}

function check_version(version, current) {
  const follows = Number.isSafeInteger(version) && version > current && version <= current + MAX_SKIPPED;
  if (!follows) throw new Refusal('version', String(version));
}

function check_expiry(expires, now) {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(expires) ? Date.parse(expires) : NaN;
  if (!(at > now) || at > now + MAX_LIFE_DAYS * DAY_MS) throw new Refusal('expires', String(expires));
}

function bytes_of(change) {
  if (typeof change.binary?.after === 'string') return from_base64(change.binary.after);
  if (typeof change.after !== 'string' || !is_well_formed(change.after)) throw new Refusal('text', change.path);
  return utf8(change.after);
}

/** The file's bytes of today, as they will stand beside the new ones: nothing for a new file. */
async function before_of(change, listed) {
  const binary = change.binary?.before;
  const bytes =
    typeof binary === 'string' ? from_base64(binary) : typeof change.before === 'string' ? utf8(change.before) : null;
  const hash = bytes && (await sha256(bytes));
  if ((listed?.hashes.sha256 ?? null) !== hash) throw new Refusal('before', change.path);
  return bytes;
}

/** Reads the changes into `targets`, and gives each as it is to be shown. */
async function apply(proposal, targets) {
  const allowed = paths_of(proposal.role);
  const seen = new Set();
  const once = (path) => {
    if (typeof path !== 'string' || !allowed.test(path)) throw new Refusal('path', String(path));
    if (seen.has(path)) throw new Refusal('twice', path);
    seen.add(path);
  };
  const files = [];
  for (const change of proposal.changes) {
    once(change.path);
    const listed = targets[change.path];
    const old_bytes = await before_of(change, listed);
    const bytes = bytes_of(change);
    const hash = await sha256(bytes);
    targets[change.path] = { length: bytes.length, hashes: { sha256: hash } };
    const kind = listed ? 'changed' : 'added';
    const texts = { before: change.before ?? null, after: change.binary ? null : change.after };
    files.push({ path: change.path, kind, ...texts, old_bytes, bytes, hash });
  }
  for (const path of proposal.removed ?? []) {
    once(path);
    if (!targets[path]) throw new Refusal('removed', path);
    delete targets[path];
    files.push({ path, kind: 'removed', before: null, after: null, old_bytes: null, bytes: null });
  }
  return files;
}

/** Paths whose content of today this key never signed: others changed them, or the server says so. */
function unseen_paths(targets, files, last) {
  if (!last?.hashes) return [];
  const shown = new Set(files.map((file) => file.path));
  return Object.keys(targets).filter((path) => !shown.has(path) && targets[path].hashes.sha256 !== last.hashes[path]);
}

/**
 * Checks `proposal` for `key` and rebuilds what would be signed: {bytes, sha256, version, expires, files, unchanged,
 * unseen, again, signers}. `again`: this key signed another content as this version before, which the person must
 * know. `signers`: what check_signers says. Throws Refusal. `now`: milliseconds.
 */
export async function rebuild(proposal, key, now) {
  if (!proposal.keyIds?.includes(key.keyId)) throw new Refusal('key', key.label);
  const envelope = typeof proposal.current === 'string' ? parsed(proposal.current, 'current') : null;
  const current = current_of(envelope);
  const signers = await check_signers(proposal, envelope, key);
  if (signers.verdict === 'forged') throw new Refusal('forged');
  check_version(proposal.next?.version, current.version);
  check_expiry(proposal.next.expires, now);
  const targets = Object.assign(Object.create(null), current.targets);
  const files = await apply(proposal, targets);
  const signed = {
    _type: 'targets',
    spec_version: current.spec_version,
    version: proposal.next.version,
    expires: proposal.next.expires,
    targets,
  };
  const bytes = utf8(canonical_json(signed));
  const hash = await sha256(bytes);
  const last = key.signed?.[proposal.role];
  if (last && signed.version < last.version) throw new Refusal('older', String(last.version));
  return {
    bytes,
    sha256: hash,
    version: signed.version,
    expires: signed.expires,
    files,
    unchanged: Object.keys(targets).length - files.filter((file) => file.kind !== 'removed').length,
    unseen: unseen_paths(targets, files, last),
    signers,
    hashes: Object.fromEntries(Object.entries(targets).map(([path, file]) => [path, file.hashes.sha256])),
    again: Boolean(last && signed.version === last.version && hash !== last.sha256),
  };
}
