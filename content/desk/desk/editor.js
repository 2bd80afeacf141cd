// The form of one draft. A guide of the commune is edited as a whole, field by field, with the national text beside
// what the commune says otherwise; only the difference is stored.

import { h, put } from './dom.js';
import { draw_field } from './form.js';
import { say } from './lang.js';
import { fields_of, slug } from './model.js';
import { copy, same } from './patch.js';
import { button, chip, section } from './ui.js';
import { field_label, value_view } from './values.js';

/** Gives every item of a list that is known by an id one of its own, from its words. */
export function name_items(content) {
  for (const list of [content.cases, content.channels].filter(Array.isArray)) {
    const taken = new Set(list.map((item) => item.id).filter(Boolean));
    for (const item of list.filter((each) => !each.id)) {
      const root = slug(item.label?.vi ?? item.name?.vi ?? '') || 'muc';
      let id = root;
      for (let number = 2; taken.has(id); number += 1) id = `${root}-${number}`;
      taken.add(id);
      item.id = id;
    }
  }
  return content;
}

const has_value = (value) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** A field that says what the national text says: read only, until the commune wants another. */
function national_row(field, national, open) {
  const words = field_label(field.name);
  const value = national[field.name];
  const label = has_value(value) ? say('editor.change', { field: words }) : say('editor.addWhat', { field: words });
  const edit = button(has_value(value) ? say('editor.changeHere') : say('editor.addHere'), open, {
    kind: 'small',
    sign: 'pencil',
    'aria-label': label,
    'data-change': field.name,
  });
  const long = Array.isArray(value) && value.length > 2;
  const shown = has_value(value)
    ? value_view(value, { name: field.name })
    : h('span', { class: 'hint' }, say('editor.nationalSilent'));
  const body = long ? h('details', {}, h('summary', {}, say('editor.items', { count: value.length })), shown) : shown;
  return h('div', { class: 'national-row' }, h('div', { class: 'national-words' }, h('h3', {}, words), body), edit);
}

/** A field that the commune says otherwise. */
function commune_block(form, field, national, back) {
  const value = national[field.name];
  const words = field_label(field.name);
  return h(
    'div',
    { class: 'commune-block card', 'data-block': field.name },
    h(
      'div',
      { class: 'block-head' },
      h('h3', {}, words),
      chip('info', say('editor.ours'), 'pencil'),
      button(say('editor.useNational'), back, {
        kind: 'small',
        sign: 'undo',
        'aria-label': say('editor.useNationalFor', { field: words }),
      }),
    ),
    h(
      'div',
      { class: 'beside' },
      h('div', { class: 'ours' }, draw_field(form, field, form.content, `/${field.name}`)),
      h(
        'div',
        { class: 'theirs' },
        h('h4', {}, say('editor.nationalSays')),
        has_value(value)
          ? value_view(value, { name: field.name, both: true })
          : h('p', { class: 'hint' }, say('editor.nationalSilent')),
      ),
    ),
  );
}

function patch_form(form, fields, national) {
  const opened = new Set(
    fields.filter((field) => !same(form.content[field.name], national[field.name])).map((field) => field.name),
  );
  const node = h('div', {});
  const open = (field) => {
    if (form.content[field.name] === undefined && national[field.name] !== undefined)
      form.content[field.name] = copy(national[field.name]);
    opened.add(field.name);
    draw();
    node
      .querySelector(
        `[data-block="${field.name}"] input, [data-block="${field.name}"] textarea, [data-block="${field.name}"] select, [data-block="${field.name}"] summary`,
      )
      ?.focus();
  };
  const back = (field) => {
    if (national[field.name] === undefined) delete form.content[field.name];
    else form.content[field.name] = copy(national[field.name]);
    opened.delete(field.name);
    form.changed();
    draw();
    node.querySelector(`[data-change="${field.name}"]`)?.focus();
  };
  function draw() {
    const ours = fields.filter((field) => opened.has(field.name));
    const rest = fields.filter((field) => !opened.has(field.name));
    put(
      node,
      section(
        say('editor.oursTitle', { count: ours.length }),
        ours.length
          ? ours.map((field) => commune_block(form, field, national, () => back(field)))
          : h('p', { class: 'empty' }, say('editor.oursNone')),
      ),
      section(
        say('editor.restTitle'),
        h('p', { class: 'hint' }, say('editor.restWhat')),
        h(
          'div',
          { class: 'card rows' },
          rest.map((field) => national_row(field, national, () => open(field))),
        ),
      ),
    );
  }
  draw();
  return node;
}

/** `form`: {content, changed, places, readings}: `content` is written into. `national`: for a patch, else nothing. */
export function editor(form, kind, national) {
  const fields = fields_of(kind);
  if (national) return patch_form(form, fields, national);
  return h(
    'div',
    { class: 'card fields' },
    fields.map((field) => draw_field(form, field, form.content, `/${field.name}`)),
  );
}
