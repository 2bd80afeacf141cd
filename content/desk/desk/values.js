// Any value of the content as a clerk reads it: names of fields in words, texts in the language chosen, empty parts
// left out, an item of a list in one line with its larger parts folded.

import { h } from './dom.js';
import { day, has_words, in_words, number, say } from './lang.js';
import { fields_of } from './model.js';
import { is_object } from './patch.js';
import { is_recording, recording_address } from './recordings.js';
import { player } from './sound.js';

const HIDDEN = ['$schema', 'type', 'id', 'icon', 'provenance'];
const HEADINGS = ['label', 'name', 'title', 'text', 'answer', 'number', 'code', 'file', 'url'];

export const is_text = (value) =>
  is_object(value) && typeof value.vi === 'string' && Object.values(value).every((each) => typeof each === 'string');

export function field_label(name) {
  return has_words(`field.${name}`) ? say(`field.${name}`) : name;
}

/** A plain value in words. */
export function plain_words(name, value) {
  if (value === null || value === undefined || value === '') return say('value.nothing');
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return has_words(`option.${name}.${value}`) ? say(`option.${name}.${value}`) : number(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  return has_words(`option.${name}.${value}`) ? say(`option.${name}.${value}`) : String(value);
}

/** One line for a value, for a heading or a list. */
export function short_words(value) {
  if (is_text(value)) return in_words(value);
  if (typeof value === 'string') return value;
  return '';
}

/** `both`: the other language below, for who edits it. */
function text_view(text, both) {
  const other = both && text.en && text.en !== text.vi;
  return other
    ? h('span', {}, text.vi, h('span', { class: 'other-language', lang: 'en' }, text.en))
    : h('span', {}, in_words(text));
}

/** A recording is heard, not read. */
const heard = (item) =>
  is_recording(item.file) ? player(recording_address(item.file), say('recording.listen')) : null;

const is_leaf = (value) => !is_object(value) && !Array.isArray(value);
const says_something = (value) => value !== 0 && value !== '' && value !== null;

/** "Số bản chính: 1": a part of an item in a few words. */
function leaf_words(name, value) {
  const words = is_text(value) ? in_words(value) : plain_words(name, value);
  return has_words(`option.${name}.${value}`) ? words : `${field_label(name)}: ${words}`;
}

function item_view(item, options) {
  if (is_text(item)) return text_view(item, options.both);
  if (!is_object(item)) return value_view(item, options);
  const keys = Object.keys(item).filter((key) => !HIDDEN.includes(key));
  const heading = HEADINGS.find((key) => keys.includes(key) && short_words(item[key]));
  const small = keys.filter(
    (key) => key !== heading && (is_leaf(item[key]) || is_text(item[key])) && says_something(item[key]),
  );
  const large = keys.filter((key) => key !== heading && Array.isArray(item[key]) && item[key].length);
  return h(
    'div',
    {},
    heading ? h('strong', {}, is_text(item[heading]) ? text_view(item[heading], options.both) : item[heading]) : null,
    heard(item),
    small.length ? h('span', { class: 'hint' }, small.map((key) => leaf_words(key, item[key])).join(' · ')) : null,
    large.map((key) =>
      h(
        'details',
        {},
        h('summary', {}, `${field_label(key)} (${item[key].length})`),
        value_view(item[key], { ...options, name: key }),
      ),
    ),
  );
}

/** `kind`: orders the fields of a whole piece as its form does. `names`: words for members that are no fields. */
export function value_view(value, { name = '', kind, both = false, fields = fields_of(kind), names = {} } = {}) {
  if (is_text(value)) return text_view(value, both);
  if (Array.isArray(value)) {
    if (!value.length) return h('span', {}, say('value.nothing'));
    return h(
      'ol',
      { class: 'values' },
      value.map((item) => h('li', {}, item_view(item, { name, both }))),
    );
  }
  if (!is_object(value)) return h('span', { class: 'pre' }, plain_words(name, value));
  const order = fields.map((field) => field.name);
  const label_of = (key) => {
    const field = fields.find((each) => each.name === key);
    return names[key] ?? (field?.words ? say(field.words) : field_label(key));
  };
  const below = (key) => fields.find((each) => each.name === key)?.fields ?? [];
  const place = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = Object.keys(value)
    .filter((key) => !HIDDEN.includes(key))
    .sort((a, b) => place(a) - place(b));
  return h(
    'dl',
    { class: 'values' },
    keys.map((key) =>
      h(
        'div',
        {},
        h('dt', { class: is_object(value[key]) && !is_text(value[key]) ? 'group' : null }, label_of(key)),
        h('dd', {}, value_view(value[key], { name: key, both, fields: below(key), names })),
      ),
    ),
  );
}
