// Texts in the language chosen, days and numbers as they are written in it. Vietnamese comes first.

import vi from './strings.vi.js';
import en from './strings.en.js';

const ALL = { vi, en };
const KEPT = 'conglang-language';

let code = localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi';

export const language = () => code;

export function choose_language(wanted) {
  code = wanted === 'en' ? 'en' : 'vi';
  localStorage.setItem(KEPT, code);
  document.documentElement.lang = code;
}

function look_up(strings, name) {
  return name.split('.').reduce((part, key) => (part && Object.hasOwn(part, key) ? part[key] : undefined), strings);
}

/** True when there is a text `name`. */
export const has_words = (name) => typeof look_up(ALL.vi, name) === 'string';

/** The text `name` with its {holes} filled; a name without a text stands for itself. */
export function say(name, holes = {}) {
  const text = look_up(ALL[code], name) ?? look_up(ALL.vi, name) ?? name;
  return String(text).replace(/\{(\w+)\}/g, (hole, key) => (key in holes ? String(holes[key]) : hole));
}

/** A text of the content or the server, {vi, en} or a plain one, in the language chosen. */
export function in_words(text) {
  if (text === null || text === undefined) return '';
  return typeof text === 'object' ? text[code] || text.vi || text.en || '' : String(text);
}

/** The same from the server, with its days as they are written here. */
export function told(text) {
  return in_words(text).replace(/\b\d{4}-\d\d-\d\d\b/g, (found) => day(found));
}

const pad = (number) => String(number).padStart(2, '0');

/** "27/11/2026" for a day or an instant; Vietnamese days are UTC+7. */
export function day(text) {
  if (!text) return '';
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text.split('-').reverse().join('/');
  const local = new Date(Date.parse(text) + 7 * 3_600_000);
  return `${pad(local.getUTCDate())}/${pad(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`;
}

/** "Thứ Bảy, 05/12/2026" for a day. */
export function long_day(text) {
  const at = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return '';
  const weekday = new Intl.DateTimeFormat(code === 'vi' ? 'vi-VN' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(at);
  return `${weekday}, ${day(text)}`;
}

/** "15:04" in Việt Nam. */
export function clock(text) {
  const local = new Date(Date.parse(text) + 7 * 3_600_000);
  return `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}`;
}

export const moment = (text) => (text ? `${clock(text)}, ${day(text)}` : '');

/** The day it is in Việt Nam, as content writes it. */
export function today() {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}

export function number(value) {
  return new Intl.NumberFormat(code === 'vi' ? 'vi-VN' : 'en-GB').format(value ?? 0);
}

/** For lists: marks do not matter, nor does case. */
export function folded(text) {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
}
