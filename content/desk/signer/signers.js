// Who may sign for the role, and whether they did sign the file of today that the new one builds on. Without this a
// server that somebody took over could put a file nobody signed among those that "stay as they are".

import { canonical_json } from './canonical.js';
import { from_base64, utf8 } from './bytes.js';
import { key_id } from './keys.js';

function from_hex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** r and s of a DER signature side by side, as WebCrypto wants them; nothing for what is no such signature. */
export function raw_signature(der) {
  const out = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1];
    if (der[at] !== 0x02 || !(length <= 33)) return null;
    const body = der.subarray(at + 2, at + 2 + length);
    const digits = body[0] === 0 ? body.subarray(1) : body;
    if (digits.length > 32) return null;
    out.set(digits, end - digits.length);
    at += 2 + length;
  }
  return at === der.length ? out : null;
}

/** True, false, or nothing when this browser cannot tell. */
async function verifies(object, signature, bytes) {
  try {
    if (object.keytype === 'ed25519') {
      const key = await crypto.subtle.importKey('raw', from_hex(object.keyval.public), 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', key, signature, bytes);
    }
    const spki = from_base64(object.keyval.public.replace(/-----[A-Z ]+-----|\s/g, ''));
    const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    const raw = raw_signature(signature);
    return raw !== null && (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw, bytes));
  } catch {
    return undefined;
  }
}

async function listed_keys(proposal) {
  const keys = new Map();
  for (const [id, object] of Object.entries(proposal.keys ?? {}))
    if (proposal.keyIds.includes(id) && (await key_id(object)) === id) keys.set(id, object);
  return keys;
}

/**
 * {verdict, ids, before}. `verdict`: "signed", as many keys as the role needs signed the file of today; "first",
 * there is none yet; "unknown", it cannot be told here; "forged", it is not signed as it must be. `before`: the keys
 * that this key's last signature knew of, when they were others; else nothing.
 */
export async function check_signers(proposal, envelope, key) {
  const ids = [...proposal.keyIds].sort();
  const kept = key.signers?.[proposal.role];
  const changed = kept && (kept.ids.join() !== ids.join() || kept.threshold !== proposal.threshold);
  const result = { ids, before: changed ? kept.ids : null };
  if (envelope === null) return { ...result, verdict: 'first' };
  const keys = await listed_keys(proposal);
  const bytes = utf8(canonical_json(envelope.signed));
  const good = new Set();
  let untold = keys.size < ids.length;
  for (const { keyid, sig } of envelope.signatures ?? []) {
    if (!keys.has(keyid)) continue;
    const verdict = await verifies(keys.get(keyid), from_hex(sig), bytes);
    if (verdict) good.add(keyid);
    if (verdict === undefined) untold = true;
  }
  if (good.size >= proposal.threshold) return { ...result, verdict: 'signed' };
  return { ...result, verdict: untold ? 'unknown' : 'forged' };
}
