// Any value of the content as a clerk reads it: names of fields in words, texts in the language chosen, empty parts
// left out.

import { h } from './dom.js';
import { day, has_words, in_words, number, say } from './lang.js';
import { fields_of } from './model.js';
import { is_object } from './patch.js';

const HIDDEN = ['$schema', 'type', 'id', 'icon', 'provenance'];

export const is_text = (value) => is_object(value) && typeof value.vi === 'string' && Object.values(value).every((each) => typeof each === 'string');

export function field_label(name) {
  return has_words(`field.${name}`) ? say(`field.${name}`) : name;
}

/** A plain value in words. */
export function plain_words(name, value) {
  if (value === null || value === undefined || value === '') return say('value.nothing');
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return number(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  return has_words(`option.${name}.${value}`) ? say(`option.${name}.${value}`) : String(value);
}

function text_view(text) {
  const both = text.en && text.en !== text.vi;
  return h('span', {}, text.vi, both ? h('span', { class: 'other-language', lang: 'en' }, text.en) : null);
}

/** `kind`: orders the fields of a whole piece as its form does. */
export function value_view(value, { name = '', kind } = {}) {
  if (is_text(value)) return text_view(value);
  if (Array.isArray(value)) {
    if (!value.length) return h('span', {}, say('value.nothing'));
    return h('ol', { class: 'values' }, value.map((item) => h('li', {}, value_view(item, { name }))));
  }
  if (!is_object(value)) return h('span', { class: 'pre' }, plain_words(name, value));
  const order = fields_of(kind).map((field) => field.name);
  const keys = Object.keys(value).filter((key) => !HIDDEN.includes(key));
  if (order.length) keys.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return h('dl', { class: 'values' }, keys.map((key) => h('div', {}, h('dt', {}, field_label(key)), h('dd', {}, value_view(value[key], { name: key })))));
}

/** One line for a value, for a heading or a list. */
export function short_words(value) {
  if (is_text(value)) return in_words(value);
  if (typeof value === 'string') return value;
  return '';
}
