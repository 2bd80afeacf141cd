// What both sides of a draft show: who said what, and what differs from what is published.

import { h } from '../dom.js';
import { in_words, moment, say } from '../lang.js';
import { empty, section, table } from '../ui.js';
import { plain_words, value_view } from '../values.js';

export function comments_view(draft) {
  if (!draft.comments?.length) return null;
  return section(say('draft.comments'), h('ol', { class: 'comments' }, draft.comments.map((each) =>
    h('li', { class: 'card' }, h('p', { class: 'hint' }, h('strong', {}, each.who), ` ${moment(each.at)}`), h('p', { class: 'pre' }, each.text)))));
}

const shown = (value) => (typeof value === 'object' && value !== null ? value_view(value) : h('span', { class: 'pre' }, plain_words('', value)));

/** `rows`: [{field, label, before, after}] as the server gives them. */
export function difference_view(rows) {
  if (!rows.length) return empty(say('difference.none'));
  return table([
    { words: say('difference.field'), of: (row) => in_words(row.label) || row.field },
    { words: say('difference.before'), of: (row) => h('div', { class: 'was' }, shown(row.before)) },
    { words: say('difference.after'), of: (row) => h('div', { class: 'becomes' }, shown(row.after)) },
  ], rows);
}
