// What every kind of field of the form needs.

import { has_words, say } from './lang.js';
import { field_label } from './values.js';

export const hint_of = (name) => (has_words(`hint.${name}`) ? say(`hint.${name}`) : null);
export const label_of = (field) => (field.words ? say(field.words) : field_label(field.name));

/** Sets a member, or takes it away when nothing was written. */
export function write(parent, key, value) {
  if (value === '' || value === undefined) delete parent[key];
  else parent[key] = value;
}
