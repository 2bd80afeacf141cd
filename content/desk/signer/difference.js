// What differs between two values, field by field: rows of {steps, before, after} whose values are plain ones or
// whole parts. Two values that are not the same never give an empty list.

import { canonical_json } from './canonical.js';

const NAMES = ['id', 'code', 'number', 'file', 'name', 'label', 'title', 'text', 'answer', 'phone', 'url', 'vi'];

const is_object = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (left, right) =>
  left !== undefined && right !== undefined && canonical_json(left) === canonical_json(right);

/** What an item of a list is known by across changes; empty for one that has nothing of the kind. */
export function item_name(item) {
  if (typeof item === 'string') return item;
  if (!is_object(item)) return '';
  for (const key of NAMES) {
    const value = item[key];
    if (typeof value === 'string') return value;
    if (is_object(value) && typeof value.vi === 'string') return value.vi;
  }
  return '';
}

/** The items by name, or nothing when their names do not tell them apart. */
function by_name(list) {
  const names = new Map(list.map((item) => [item_name(item), item]));
  return names.size === list.length && !names.has('') ? names : null;
}

function compare_lists(before, after, steps, rows) {
  const [old_items, new_items] = [by_name(before), by_name(after)];
  if (!old_items || !new_items) {
    for (let i = 0; i < Math.max(before.length, after.length); i += 1)
      compare(before[i], after[i], [...steps, { item: String(i + 1) }], rows);
    return;
  }
  const names = new Set([...old_items.keys(), ...new_items.keys()]);
  for (const name of names) compare(old_items.get(name), new_items.get(name), [...steps, { item: name }], rows);
  const stay = (items, others) => [...items.keys()].filter((name) => others.has(name));
  const [old_order, new_order] = [stay(old_items, new_items), stay(new_items, old_items)];
  const moved = old_order.join('\n') !== new_order.join('\n');
  if (moved) rows.push({ steps: [...steps, { key: '(order)' }], before: old_order, after: new_order });
}

function compare(before, after, steps, rows) {
  if (same(before, after)) return;
  if (is_object(before) && is_object(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(before[key], after[key], [...steps, { key }], rows);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    compare_lists(before, after, steps, rows);
  } else if (before !== undefined || after !== undefined) {
    rows.push({ steps, before, after });
  }
}

export function difference(before, after) {
  const rows = [];
  compare(before, after, [], rows);
  // An item that moved among items without a name shows as a change of each; anything else that is left shows whole.
  if (rows.length === 0 && !same(before, after)) rows.push({ steps: [], before, after });
  return rows;
}
