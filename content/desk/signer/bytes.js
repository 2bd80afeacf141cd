// Bytes, hexadecimal, base64, SHA-256.

export function utf8(text) {
  return new TextEncoder().encode(text);
}

export function to_hex(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function from_base64(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

export function to_base64(bytes) {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}

/** In lower-case hexadecimal, as metadata writes it. */
export async function sha256(bytes) {
  return to_hex(await crypto.subtle.digest('SHA-256', bytes));
}
