// The form of a piece of content, generated from the model. It writes into the working content as the person types
// and calls `changed` each time; lists are drawn again when their items change place or number.

import { fresh_id, h, put } from './dom.js';
import { hint_of, label_of, write } from './field_parts.js';
import { icon } from './icons.js';
import { has_words, in_words, long_day, say } from './lang.js';
import { empty_item } from './model.js';
import { picture_field } from './pictures.js';
import { recording_field } from './recordings.js';
import { by_house_field, part_of_day_field } from './settings_fields.js';
import { short_words } from './values.js';
import { button, input, labelled, select } from './ui.js';
import { sortable } from './sortable.js';

function area(attributes, value) {
  const node = h('textarea', { rows: 3, ...attributes });
  node.value = value;
  return node;
}

function language_input(form, parent, name, code, field, pointer) {
  const value = parent[name]?.[code] ?? '';
  const on_input = (event) => {
    const text = { ...parent[name] };
    write(text, code, event.target.value);
    if (Object.keys(text).length) parent[name] = text;
    else delete parent[name];
    form.changed();
  };
  const attributes = { lang: code, on_input, 'data-field': `${pointer}/${code}` };
  return (more) =>
    field.long || value.length > 70
      ? area({ ...attributes, ...more }, value)
      : input({ ...attributes, ...more, value });
}

function text_field(form, field, parent, pointer) {
  const words = label_of(field);
  return h(
    'div',
    { class: 'text-field' },
    labelled(words, hint_of(field.name), language_input(form, parent, field.name, 'vi', field, pointer), {
      optional: !field.required,
    }),
    labelled(
      say('form.inEnglish', { field: words }),
      null,
      language_input(form, parent, field.name, 'en', field, pointer),
      { optional: true },
    ),
  );
}

function plain_field(form, field, parent, pointer, attributes, read) {
  return labelled(
    label_of(field),
    hint_of(field.name),
    (more) =>
      input({
        value: parent[field.name] ?? '',
        'data-field': pointer,
        ...attributes,
        ...more,
        on_input: (event) => {
          write(parent, field.name, read(event.target.value));
          form.changed();
        },
      }),
    { optional: !field.required },
  );
}

/** Browsers write a date as their own language does, not as Việt Nam does: the day stands in words beside it. */
function date_field(form, field, parent, pointer) {
  const words = h('p', { class: 'day-words' });
  const tell = (text) => put(words, text ? long_day(text) : null);
  tell(parent[field.name]);
  const node = plain_field(form, field, parent, pointer, { type: 'date' }, (text) => {
    tell(text);
    return text;
  });
  node.append(words);
  return node;
}

const whole_number = (text) => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text.trim());

function choice_field(form, field, parent, pointer) {
  const is_number = field.options.every((value) => typeof value === 'number');
  const options = field.options.map((value) => [
    String(value),
    has_words(`option.${field.name}.${value}`) ? say(`option.${field.name}.${value}`) : value,
  ]);
  if (!field.required) options.unshift(['', say(field.unsaid ?? 'form.notSaid')]);
  return labelled(label_of(field), hint_of(field.name), (more) => {
    const node = select(options, String(parent[field.name] ?? ''), {
      ...more,
      'data-field': pointer,
      on_change: () => {
        write(parent, field.name, is_number && node.value ? Number(node.value) : node.value);
        form.changed();
      },
    });
    return node;
  });
}

function flag_field(form, field, parent) {
  const box = h('input', {
    type: 'checkbox',
    checked: parent[field.name] === true,
    on_change: () => {
      write(parent, field.name, box.checked || undefined);
      form.changed();
    },
  });
  return h('label', { class: 'tick' }, box, h('span', {}, label_of(field)));
}

/** Ticks for ids that stand elsewhere: channels of this guide, houses of the commune. None ticked means all. */
function ticks_field(form, field, parent, options) {
  const chosen = new Set(parent[field.name] ?? []);
  for (const id of chosen) if (!options.some(([each]) => each === id)) options.push([id, id]);
  if (!options.length) return null;
  const boxes = options.map(([id, words]) => {
    const box = h('input', {
      type: 'checkbox',
      checked: chosen.has(id),
      on_change: () => {
        if (box.checked) chosen.add(id);
        else chosen.delete(id);
        write(parent, field.name, chosen.size ? [...chosen] : undefined);
        form.changed();
      },
    });
    return h('label', { class: 'tick' }, box, h('span', {}, words));
  });
  return h('fieldset', {}, h('legend', {}, label_of(field)), h('p', { class: 'hint' }, say('form.noneIsAll')), boxes);
}

const channel_options = (form) =>
  (form.content.channels ?? []).map((channel) => [channel.id, in_words(channel.name) || channel.id]);

function item_title(field, item, at) {
  const words = field.heading ? short_words(item?.[field.heading]) : '';
  return words || say('form.item', { field: label_of(field), number: at + 1 });
}

/** A list of plain texts or lines: each is one box. */
function simple_list(form, field, parent, pointer, draw_item, make) {
  return list_frame(form, field, parent, pointer, {
    draw: (items, at) => h('div', { class: 'simple-item' }, draw_item(items, at)),
    title: (items, at) => say('form.item', { field: label_of(field), number: at + 1 }),
    make,
  });
}

function texts_field(form, field, parent, pointer) {
  const draw = (items, at) =>
    ['vi', 'en'].map((code) =>
      labelled(
        code === 'vi' ? say('form.inVietnamese') : say('form.english'),
        null,
        (more) =>
          area(
            {
              lang: code,
              rows: 2,
              ...more,
              'data-field': `${pointer}/${at}/${code}`,
              on_input: (event) => {
                write(items[at], code, event.target.value);
                form.changed();
              },
            },
            items[at]?.[code] ?? '',
          ),
        { optional: code === 'en' },
      ),
    );
  return simple_list(form, field, parent, pointer, draw, () => ({}));
}

function lines_field(form, field, parent, pointer) {
  const value = (parent[field.name] ?? []).join('\n');
  return labelled(
    label_of(field),
    say('form.oneALine'),
    (more) =>
      area(
        {
          ...more,
          'data-field': pointer,
          on_input: (event) => {
            const all = event.target.value
              .split('\n')
              .map((each) => each.trim())
              .filter(Boolean);
            write(parent, field.name, all.length ? all : undefined);
            form.changed();
          },
        },
        value,
      ),
    { optional: true },
  );
}

function item_buttons(field, items, at, redraw, title) {
  const move = (to) => {
    items.splice(to, 0, ...items.splice(at, 1));
    redraw(to, to < at ? 'up' : 'down');
  };
  const remove = () => {
    const [gone] = items.splice(at, 1);
    redraw(Math.min(at, items.length - 1), 'remove', gone, at);
  };
  return h(
    'div',
    { class: 'item-buttons' },
    button(say('form.up'), () => move(at - 1), {
      kind: 'small',
      disabled: at === 0,
      'data-do': 'up',
      'aria-label': say('form.upWhat', { what: title }),
    }),
    button(say('form.down'), () => move(at + 1), {
      kind: 'small',
      disabled: at === items.length - 1,
      'data-do': 'down',
      'aria-label': say('form.downWhat', { what: title }),
    }),
    button(say('form.remove'), remove, {
      kind: 'small',
      'data-do': 'remove',
      'aria-label': say('form.removeWhat', { what: title }),
    }),
  );
}

/** The frame of every list: items that can be moved by drag or key, taken away (and brought back), added. */
function list_frame(form, field, parent, pointer, { draw, title, make }) {
  const rows = h('ol', { class: 'items' });
  const status = h('p', { class: 'hint', role: 'status' });
  const items = () => parent[field.name] ?? [];
  const add = () => {
    parent[field.name] = [...items(), make()];
    form.changed();
    redraw();
    rows.lastElementChild.querySelector('details')?.setAttribute('open', '');
    rows.lastElementChild.querySelector('input, textarea, select')?.focus();
  };
  const add_button = button(say('form.add', { field: label_of(field).toLowerCase() }), add, {
    sign: 'plus',
    'data-add': pointer,
  });
  const undo = (gone, at) =>
    button(
      say('form.undo'),
      () => {
        parent[field.name] = items().toSpliced
          ? items().toSpliced(at, 0, gone)
          : [...items().slice(0, at), gone, ...items().slice(at)];
        form.changed();
        redraw(at);
      },
      { kind: 'small', sign: 'undo' },
    );
  function redraw(focus_at, did, gone, gone_at) {
    const list = items();
    if (did) form.changed();
    put(
      rows,
      list.map((item, at) => {
        const words = title(list, at);
        return h(
          'li',
          { class: 'item' },
          h('span', { class: 'grip', 'aria-hidden': 'true', title: say('form.drag') }, icon('grip')),
          h('div', { class: 'item-body' }, draw(list, at)),
          item_buttons(
            field,
            list,
            at,
            (...more) => {
              parent[field.name] = list;
              redraw(...more);
            },
            words,
          ),
        );
      }),
    );
    if (did === 'remove') put(status, say('form.removed'), ' ', undo(gone, gone_at));
    else put(status, did ? say('form.moved', { number: focus_at + 1, all: list.length }) : null);
    sortable(rows, (from, to) => {
      list.splice(to, 0, ...list.splice(from, 1));
      parent[field.name] = list;
      redraw(to, 'down');
    });
    if (did === 'remove') (status.querySelector('button') ?? add_button).focus();
    else if (did) {
      const row = rows.children[focus_at];
      (
        row?.querySelector(`:scope > .item-buttons [data-do="${did}"]:not(:disabled)`) ??
        row?.querySelector(':scope > .item-buttons button:not(:disabled)')
      )?.focus();
    }
  }
  redraw();
  const id = fresh_id();
  return h(
    'div',
    { class: 'list-field', role: 'group', 'aria-labelledby': id },
    h('div', { class: 'list-label', id }, label_of(field)),
    hint_of(field.name) ? h('p', { class: 'hint' }, hint_of(field.name)) : null,
    rows,
    status,
    add_button,
  );
}

function list_field(form, field, parent, pointer) {
  const draw = (items, at) => {
    const summary = h('summary', {}, item_title(field, items[at], at));
    const details = h('details', { class: 'item-details', 'data-pointer': `${pointer}/${at}` }, summary);
    const fill = () => {
      if (details.open && details.children.length === 1)
        details.append(
          h(
            'div',
            { class: 'fields' },
            field.fields.map((each) => draw_field(form, each, items[at], `${pointer}/${at}/${each.name}`)),
          ),
        );
    };
    details.addEventListener('toggle', fill);
    details.addEventListener('input', () => {
      summary.textContent = item_title(field, items[at], at);
    });
    details.addEventListener('reveal', () => {
      details.open = true;
      fill();
    });
    return details;
  };
  return list_frame(form, field, parent, pointer, {
    draw,
    title: (items, at) => item_title(field, items[at], at),
    make: () => empty_item(field),
  });
}

function part_field(form, field, parent, pointer) {
  const value = parent[field.name] ?? {};
  const inner = {
    ...form,
    changed: () => {
      parent[field.name] = value;
      form.changed();
    },
  };
  const body = () =>
    h(
      'div',
      { class: 'fields' },
      field.fields.map((each) => draw_field(inner, each, value, `${pointer}/${each.name}`)),
    );
  if (!field.folded)
    return h(
      'fieldset',
      { class: 'part' },
      h('legend', {}, label_of(field)),
      hint_of(field.name) ? h('p', { class: 'hint' }, hint_of(field.name)) : null,
      body(),
    );
  const words = [label_of(field), value.source].filter(Boolean).join(': ');
  return h('details', { class: 'part folded' }, h('summary', {}, words), body());
}

const DRAW = {
  text: text_field,
  texts: texts_field,
  lines: lines_field,
  list: list_field,
  part: part_field,
  choice: choice_field,
  flag: flag_field,
  picture: picture_field,
  recording: recording_field,
  id: () => null,
  line: (form, field, parent, pointer) => plain_field(form, field, parent, pointer, {}, (text) => text),
  date: date_field,
  'part-of-day': part_of_day_field,
  'by-house': (...field) => by_house_field(draw_field, ...field),
  count: (form, field, parent, pointer) =>
    plain_field(form, field, parent, pointer, { inputmode: 'numeric' }, whole_number),
  channels: (form, field, parent) => ticks_field(form, field, parent, channel_options(form)),
  places: (form, field, parent) => ticks_field(form, field, parent, [...form.places]),
};

/** `form`: {content, changed, places, readings}. `pointer`: where the field lies in the content, for the findings. */
export function draw_field(form, field, parent, pointer) {
  return DRAW[field.type](form, field, parent, pointer);
}
