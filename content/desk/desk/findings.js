// What is left to mend in a draft: each finding with the field it speaks of and a way there.

import { h } from './dom.js';
import { icon } from './icons.js';
import { has_words, language, say, told } from './lang.js';
import { button } from './ui.js';
import { field_label } from './values.js';

export const errors_in = (findings) => (findings ?? []).filter((each) => each.level === 'error').length;

/** "/cases/0/label" for "cases[0].label" and for what is a pointer already. */
const pointer_of = (field) =>
  field.startsWith('/') ? field : `/${field.replace(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}`;

/** "Trường hợp 1, Tên gọi" for a pointer; the language of a text says nothing more. */
function place_words(pointer) {
  const words = [];
  for (const part of pointer.split('/').filter(Boolean)) {
    if (/^\d+$/.test(part)) words.push(`${words.pop() ?? ''} ${Number(part) + 1}`);
    else if (part !== 'vi' && part !== 'en') words.push(field_label(part));
  }
  return words.join(', ');
}

/** Opens the items that hold the field; each fills in its fields when it is opened. */
function open_items(root, pointer) {
  for (let more = true; more; ) {
    const closed = [...root.querySelectorAll('details[data-pointer]')].filter(
      (each) => !each.open && `${pointer}/`.startsWith(`${each.dataset.pointer}/`),
    );
    for (const details of closed) details.dispatchEvent(new Event('reveal'));
    more = closed.length > 0;
  }
}

/** Leads to the field, or to the nearest that holds it. True when there is one. */
function reveal(root, pointer) {
  open_items(root, pointer);
  const parts = pointer.split('/').filter(Boolean);
  for (let end = parts.length; end > 0; end -= 1) {
    const wanted = `/${parts.slice(0, end).join('/')}`;
    const node = [...root.querySelectorAll('[data-field], [data-add]')].find((each) =>
      `${each.dataset.field ?? each.dataset.add}/`.startsWith(`${wanted}/`),
    );
    if (!node) continue;
    for (let box = node.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
    node.focus();
    node.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

/** A field that stands as the national text says is opened for the commune first. */
function lead_to(root, pointer) {
  if (reveal(root, pointer)) return;
  root.querySelector(`[data-change="${CSS.escape(pointer.split('/')[1] ?? '')}"]`)?.click();
  reveal(root, pointer);
}

const MISSING = /^thiếu "(\w+)"(?:: (.+))?$/; // object_reader.cpp: told of what should hold the field

/** `advice`: what to write there, as the rule says it in Vietnamese; English has a sentence of its own. */
function missing_words({ message }, advice) {
  if (!advice || advice.startsWith('tiếng Việt')) return say('draft.missing');
  return language() === 'vi' ? `${say('draft.missing')}; ${advice}` : told(message);
}

/** {pointer, what}: the field that is meant and what is wrong with it, in the form's own words. */
function in_form_words(each) {
  const pointer = each.field ? pointer_of(each.field) : '';
  const missing = MISSING.exec(each.message?.vi ?? '');
  if (missing) return { pointer: `${pointer}/${missing[1]}`, what: missing_words(each, missing[2]) };
  const named = (found, name) => (has_words(`field.${name}`) ? `"${field_label(name)}"` : found);
  return { pointer, what: told(each.message).replace(/"(\w+)"/g, named) };
}

function finding(each, root) {
  const { pointer, what } = in_form_words(each);
  const place = place_words(pointer);
  const more = { kind: 'small', 'aria-label': say('draft.toFieldOf', { what: `${place}: ${what}` }) };
  return h(
    'li',
    {},
    place ? h('strong', {}, `${place}: `) : null,
    what,
    ' ',
    pointer ? button(say('draft.toField'), () => lead_to(root, pointer), more) : null,
  );
}

/** Errors stand open; advice alone is folded away. Nothing for no findings. `root`: what holds the form. */
export function findings_view(findings, root) {
  if (!findings?.length) return null;
  const list = h(
    'ul',
    {},
    findings.map((each) => finding(each, root)),
  );
  const words = say(errors_in(findings) ? 'draft.findErrors' : 'draft.findWarnings', { count: findings.length });
  if (errors_in(findings))
    return h('div', { class: 'banner danger' }, icon('stop'), h('div', {}, h('p', {}, words), list));
  const folded = h('details', {}, h('summary', {}, words), list);
  return h('div', { class: 'banner warn' }, icon('warning'), h('div', {}, folded));
}
