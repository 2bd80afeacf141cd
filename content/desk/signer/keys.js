// A signer's key: made here, never to leave here. The private half is a CryptoKey that the browser itself refuses
// to give out (not extractable); it lies in this origin's IndexedDB and nowhere else.

import { canonical_json } from './canonical.js';
import { sha256, to_base64, to_hex, utf8 } from './bytes.js';

const ED25519 = { name: 'Ed25519' };
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const P256_SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

/** SHA-256 of the canonical key object. Source: TUF 1.0.34, section 4.2, KEYID. */
export async function key_id(public_key) {
  return sha256(utf8(canonical_json(public_key)));
}

async function generate(algorithm) {
  return crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
}

async function ed25519_object(public_half) {
  const raw = await crypto.subtle.exportKey('raw', public_half);
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: to_hex(raw) } };
}

async function p256_object(public_half) {
  const body = to_base64(await crypto.subtle.exportKey('spki', public_half)).replace(/.{64}(?=.)/g, '$&\n');
  const pem = `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`;
  return { keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: pem } };
}

/** {privateKey, publicKey, keyId}: ed25519 where the browser has it, else ECDSA on P-256. */
export async function make_key() {
  let pair;
  let public_key;
  try {
    pair = await generate(ED25519);
    public_key = await ed25519_object(pair.publicKey);
  } catch {
    pair = await generate(P256);
    public_key = await p256_object(pair.publicKey);
  }
  return { privateKey: pair.privateKey, publicKey: public_key, keyId: await key_id(public_key) };
}

/** One of the two numbers of an ECDSA signature as a DER integer. */
function der_integer(bytes) {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const body = bytes.subarray(start);
  const padded = body[0] & 0x80 ? [0, ...body] : [...body];
  return [0x02, padded.length, ...padded];
}

/** WebCrypto gives r and s side by side; metadata holds them as a DER sequence. */
export function der_signature(raw) {
  const half = raw.length / 2;
  const body = [...der_integer(raw.subarray(0, half)), ...der_integer(raw.subarray(half))];
  return Uint8Array.from([0x30, body.length, ...body]);
}

/** The signature over `bytes` in lower-case hexadecimal, as an envelope holds it. */
export async function sign(private_key, bytes) {
  if (private_key.algorithm.name === 'Ed25519') return to_hex(await crypto.subtle.sign(ED25519, private_key, bytes));
  return to_hex(der_signature(new Uint8Array(await crypto.subtle.sign(P256_SIGNING, private_key, bytes))));
}

function promised(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function with_store(mode, work) {
  const opening = indexedDB.open('conglang-signer', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('keys', { keyPath: 'keyId' });
  const database = await promised(opening);
  try {
    const transaction = database.transaction('keys', mode, { durability: 'strict' });
    const ended = new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onabort = () => failed(transaction.error);
    });
    const result = await promised(work(transaction.objectStore('keys')));
    await ended;
    return result;
  } finally {
    database.close();
  }
}

/** Every key of this browser: {keyId, publicKey, privateKey, label, who, desk, madeAt, signed: {role: {version, sha256}}}. */
export const kept_keys = () => with_store('readonly', (store) => store.getAll());
export const keep_key = (key) => with_store('readwrite', (store) => store.put(key));

/** The browser is asked not to clear this origin when it runs out of room. It may refuse. */
export async function ask_to_keep() {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}
