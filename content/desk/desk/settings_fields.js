// The fields that only the settings of a commune's kiosks have.

import { fresh_id, h, put } from './dom.js';
import { hint_of, label_of, write } from './field_parts.js';
import { say } from './lang.js';
import { input, labelled } from './ui.js';

/**
 * From one time of day to another, as "22:00-05:00"; what is half written stays half written, and is told. Browsers
 * write a time as their own language does, some with AM and PM: it stands in words below.
 */
export function part_of_day_field(form, field, parent, pointer) {
  const [from = '', to = ''] = (parent[field.name] ?? '').split('-');
  const id = fresh_id();
  const times = [from, to].map((value) => input({ type: 'time', value, on_input: () => take() }));
  const words = h('p', { class: 'day-words' });
  const tell = ([start, end]) => put(words, start && end ? say('settings.span', { from: start, to: end }) : null);
  tell([from, to]);
  const take = () => {
    const written = times.map((each) => each.value);
    tell(written);
    write(parent, field.name, written.some(Boolean) ? written.join('-') : undefined);
    form.changed();
  };
  const hint = hint_of(field.name);
  const one = (words, node, more) => labelled(words, null, (names) => fill_in(node, { ...names, ...more }));
  return h(
    'div',
    { class: 'labelled', role: 'group', 'aria-labelledby': id },
    h('div', { class: 'list-label', id }, label_of(field), h('span', { class: 'optional' }, ` ${say('ui.optional')}`)),
    hint ? h('p', { class: 'hint' }, hint) : null,
    h(
      'div',
      { class: 'part-of-day' },
      one(say('settings.from'), times[0], { 'data-field': pointer }),
      one(say('settings.to'), times[1], {}),
    ),
    words,
  );
}

function fill_in(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) if (value) node.setAttribute(name, value);
  return node;
}

/** A part for each house of the commune, folded: what it wants otherwise than all of them. */
export function by_house_field(draw_field, form, field, parent, pointer) {
  const all = parent[field.name] ?? {};
  const houses = [...form.places];
  for (const id of Object.keys(all)) if (!houses.some(([each]) => each === id)) houses.push([id, id]);
  const one = ([id, words]) => {
    const value = all[id] ?? {};
    const inner = {
      ...form,
      changed: () => {
        all[id] = value;
        parent[field.name] = all;
        form.changed();
      },
    };
    const own = Object.keys(value).length ? ` (${say('settings.own')})` : '';
    return h(
      'details',
      { class: 'part folded', 'data-house': id },
      h('summary', {}, `${words}${own}`),
      h(
        'div',
        { class: 'fields' },
        field.fields.map((each) => draw_field(inner, each, value, `${pointer}/${id}/${each.name}`)),
      ),
    );
  };
  return h(
    'div',
    { class: 'list-field' },
    h('div', { class: 'list-label' }, label_of(field)),
    h('p', { class: 'hint' }, say('settings.placesHint')),
    houses.map(one),
  );
}
