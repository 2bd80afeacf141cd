// Texts in the language chosen.

import vi from './strings.vi.js';
import en from './strings.en.js';

let strings = vi;

export function other_language() {
  strings = strings === vi ? en : vi;
}

export function choose_language(code) {
  strings = code === 'en' ? en : vi;
}

/** The text `name` with {holes} filled. */
export function say(name, holes = {}) {
  return (strings[name] ?? name).replace(/\{(\w+)\}/g, (hole, key) => (key in holes ? String(holes[key]) : hole));
}

const quoted = (text) => (text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`);

/** "lệ phí, "Miễn phí", số tiền" for the steps of a difference. */
export function field_words(steps) {
  const words = steps.map((step) => {
    if (step.item !== undefined) return quoted(step.item);
    if (step.key === '(order)') return say('order');
    return Object.hasOwn(strings.fields, step.key) ? strings.fields[step.key] : step.key;
  });
  return words.length ? words.join(', ') : say('whole');
}

/** What a machine's word means, where somebody must not be left to guess. */
function plain_words(key, value) {
  return key === 'mode' && Object.hasOwn(strings.modes, value) ? strings.modes[value] : String(value);
}

/** Every part of a value, a line each, in the order it stands. `key`: what the value is a member as. */
export function value_lines(value, key) {
  if (value === undefined || value === null) return [say('nothing')];
  if (typeof value === 'boolean') return [say(value ? 'yes' : 'no')];
  if (typeof value !== 'object') return [plain_words(key, value)];
  if (Array.isArray(value)) return value.length ? value.flatMap((item) => value_lines(item)) : [say('nothing')];
  return Object.entries(value).flatMap(([member, part]) => {
    const lines = value_lines(part, member);
    const name = field_words([{ key: member }]);
    return lines.length === 1 ? [`${name}: ${lines[0]}`] : [`${name}:`, ...lines.map((line) => `    ${line}`)];
  });
}

const FOLDERS = ['patches', 'notices', 'place', 'heritage', 'products', 'guides', 'pictures', 'audio', 'settings'];

/** A target path as a clerk would call the file. */
export function file_words(path) {
  const parts = path.split('/');
  if (parts[0] === 'emergency') return say('file_emergency');
  const folder = FOLDERS.includes(parts.at(-2)) ? parts.at(-2) : 'other';
  return say(`file_${folder}`, { name: parts.at(-1).replace(/\.json$/, '') });
}

export function role_words(role) {
  const commune = /^commune-(\d{5})$/.exec(role);
  return commune ? say('roleCommune', { code: commune[1] }) : say('roleEmergency');
}

/** A day as it is written in Việt Nam. */
export function day_words(instant) {
  const [year, month, day] = instant.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** A key's number, short enough to be read out on the telephone. */
export function short_id(key_id) {
  return key_id.slice(0, 16).replace(/.{4}(?=.)/g, '$& ');
}
