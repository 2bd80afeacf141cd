// Small JSON files that go from the desk to a command line, and come back.

import { h } from './dom.js';

const PATIENCE_MS = 60_000;

/** Has the browser save `value` as a file called `name`. */
export function save_json(name, value) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE_MS);
}

export const json_input = (id) => h('input', { type: 'file', id, accept: '.json,application/json' });

/** The object in the file that was chosen in `input`; nothing without a file, or when it holds no object. */
export async function chosen_object(input) {
  const [file] = input.files;
  if (!file) return null;
  try {
    const value = JSON.parse(await file.text());
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
