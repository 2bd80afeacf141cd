// The parts that pages are made of.

import { fresh_id, h, put } from './dom.js';
import { icon } from './icons.js';
import { say } from './lang.js';
import { words_of } from './api.js';

export const text = (words, kind) => h('p', { class: kind }, words);

/** The one title of a page; it takes the focus when the page opens. */
export function heading(words, below) {
  return h(
    'div',
    { class: 'heading' },
    h('h1', { tabindex: -1 }, words),
    below ? h('p', { class: 'below' }, below) : null,
  );
}

export function button(words, on_click, { kind = 'secondary', sign, ...more } = {}) {
  return h(
    'button',
    { type: 'button', class: `button ${kind}`, on_click, ...more },
    sign ? icon(sign) : null,
    h('span', {}, words),
  );
}

/** A button whose work takes time: it waits, then says what failed in `problem`. */
export function working_button(words, work, { problem, ...more } = {}) {
  const node = button(
    words,
    async () => {
      node.disabled = true;
      node.setAttribute('aria-busy', 'true');
      if (problem) put(problem);
      try {
        await work();
      } catch (error) {
        if (problem) put(problem, banner('danger', words_of(error)));
        else announce(words_of(error));
      } finally {
        node.disabled = false;
        node.removeAttribute('aria-busy');
      }
    },
    more,
  );
  return node;
}

export function link(words, to, { kind = 'plain', sign, ...more } = {}) {
  return h(
    'a',
    { href: to, class: kind === 'plain' ? null : `button ${kind}`, ...more },
    sign ? icon(sign) : null,
    h('span', {}, words),
  );
}

const SIGNS = { good: 'check', warn: 'warning', danger: 'stop', quiet: 'clock', info: 'list' };

/** A word with its sign: the colour only repeats what they say. */
export function chip(kind, words, sign) {
  return h('span', { class: `chip ${kind}` }, icon(sign ?? SIGNS[kind] ?? 'list'), words);
}

/** `role`: "alert" for what must be read now; a note else. */
export function banner(kind, words, ...more) {
  return h(
    'div',
    { class: `banner ${kind}`, role: kind === 'danger' ? 'alert' : 'status' },
    icon(SIGNS[kind] ?? 'list'),
    h('div', {}, h('p', {}, words), more),
  );
}

export function empty(words, ...more) {
  return h('div', { class: 'empty' }, h('p', {}, words), more);
}

/** A labelled control. `make(attributes)` gives the control itself. */
export function labelled(words, hint, make, { id = fresh_id(), optional } = {}) {
  const hint_id = hint ? `${id}-hint` : null;
  const label = h(
    'label',
    { for: id },
    words,
    optional ? h('span', { class: 'optional' }, ` ${say('ui.optional')}`) : null,
  );
  return h(
    'div',
    { class: 'labelled' },
    label,
    hint ? h('p', { class: 'hint', id: hint_id }, hint) : null,
    make({ id, 'aria-describedby': hint_id }),
  );
}

export const input = (attributes) => h('input', { type: 'text', autocomplete: 'off', ...attributes });

export function select(options, chosen, attributes) {
  const nodes = options.map(([value, words]) => h('option', { value, selected: value === chosen }, words));
  return h('select', attributes, nodes);
}

/** `columns`: [{name, words, of(row)}]; on a phone each row becomes a card whose cells carry their column's name. */
export function table(columns, rows, { caption } = {}) {
  const head = h(
    'tr',
    {},
    columns.map((column) => h('th', { scope: 'col' }, column.words)),
  );
  const body = rows.map((row) =>
    h(
      'tr',
      {},
      columns.map((column, at) =>
        h(
          at === 0 ? 'th' : 'td',
          { 'data-name': column.words, scope: at === 0 ? 'row' : null },
          h('div', {}, column.of(row)),
        ),
      ),
    ),
  );
  return h(
    'table',
    { class: 'table' },
    caption ? h('caption', {}, caption) : null,
    h('thead', {}, head),
    h('tbody', {}, body),
  );
}

export function section(title, ...children) {
  return h('section', { class: 'section' }, title ? h('h2', {}, title) : null, children);
}

export function card(...children) {
  return h('div', { class: 'card' }, children);
}

let region = null;
/** Says something once, also to who cannot see; it stays on the page until the next. */
export function announce(words) {
  region ??= document.getElementById('announcements');
  put(
    region,
    words
      ? h(
          'div',
          { class: 'toast' },
          h('span', {}, words),
          h('button', { type: 'button', class: 'toast-close', on_click: () => put(region) }, say('ui.close')),
        )
      : null,
  );
}

/**
 * A question that must be answered before going on. `field`: {label, hint, required} asks for words too; {node, value()}
 * for what that part of a form gives, nothing while it is not good. Gives that ("" without a field), or nothing when the
 * person went back.
 */
export function ask({ title, words, yes, kind = 'primary', field }) {
  return new Promise((done) => {
    const problem = h('div', {});
    const area = field && !field.node ? h('textarea', { id: 'ask-words', rows: 4, maxlength: 2000 }, field.value ?? '') : null;
    const title_id = fresh_id();
    const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': title_id });
    const end = (value) => {
      dialog.close();
      dialog.remove();
      done(value);
    };
    const press = () => {
      const written = field?.node ? field.value() : (area?.value.trim() ?? '');
      if (written === undefined || (field?.required && !written)) {
        put(problem, banner('danger', field.missing ?? say('ui.mustWrite')));
        area?.focus();
      } else {
        end(written);
      }
    };
    area?.addEventListener('input', () => put(problem));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      end(undefined);
    });
    dialog.append(
      h('h2', { id: title_id }, title),
      words ? text(words) : '',
      field?.node ?? '',
      area
        ? h(
            'div',
            { class: 'labelled' },
            h('label', { for: 'ask-words' }, field.label),
            field.hint ? h('p', { class: 'hint' }, field.hint) : null,
            area,
          )
        : '',
      problem,
      h(
        'div',
        { class: 'actions' },
        button(yes, press, { kind }),
        button(say('ui.back'), () => end(undefined)),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    area?.focus();
  });
}
