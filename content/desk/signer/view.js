// What the signer page shows. Plain functions from values to elements.

import { parse_json } from './canonical.js';
import { to_base64 } from './bytes.js';
import { difference } from './difference.js';
import { element, visible } from './dom.js';
import { day_words, field_words, file_words, role_words, say, short_id, value_lines } from './words.js';

const paragraph = (text) => element('p', {}, text);
const warning = (...children) => element('div', { class: 'warning', role: 'note' }, ...children);

function list_of(items) {
  return element(
    'ul',
    {},
    items.map((item) => element('li', {}, item)),
  );
}

function value_cell(name, value, key) {
  const lines = value_lines(value, key).map((line) => element('div', { class: 'line' }, visible(line)));
  return element('td', { 'data-name': say(name) }, lines);
}

function difference_table(rows) {
  const heads = ['field', 'before', 'after'].map((name) => element('th', { scope: 'col' }, say(name)));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, visible(field_words(row.steps))),
      value_cell('before', row.before, row.steps.at(-1)?.key),
      value_cell('after', row.after, row.steps.at(-1)?.key),
    ),
  );
  return element('table', {}, element('thead', {}, element('tr', {}, heads)), element('tbody', {}, body));
}

function parsed_or_text(text) {
  if (text === null) return undefined;
  try {
    return parse_json(text);
  } catch {
    return text;
  }
}

function raw_texts(file) {
  const part = (name, text) =>
    text === null ? null : [element('h4', {}, say(name)), element('pre', { tabindex: 0 }, visible(text))];
  return element(
    'details',
    {},
    element('summary', {}, say('rawText')),
    part('rawBefore', file.before),
    part('rawAfter', file.after),
    element('p', { class: 'hash' }, `${say('hash')}: ${file.hash}`),
  );
}

function text_body(file) {
  const rows = difference(parsed_or_text(file.before), parsed_or_text(file.after));
  return [rows.length ? difference_table(rows) : paragraph(say('noField')), raw_texts(file)];
}

const PICTURES = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

const OGG = [0x4f, 0x67, 0x67, 0x53];
const starts_with = (bytes, head) => head.every((byte, at) => bytes[at] === byte);

/** The picture or recording itself, or a warning that these bytes are neither. */
function shown(bytes, words, name) {
  if (starts_with(bytes, OGG)) {
    const src = `data:audio/ogg;base64,${to_base64(bytes)}`;
    return element('audio', { src, controls: '', 'aria-label': say(`recording${words}`, { name }) });
  }
  const kind = PICTURES.find(([, head]) => starts_with(bytes, head));
  if (!kind) return warning(paragraph(say('binary', { size: bytes.length })));
  const src = `data:${kind[0]};base64,${to_base64(bytes)}`;
  return element('img', { src, alt: say(`picture${words}`, { name }) });
}

function binary_body(file) {
  const name = file.path.split('/').at(-1);
  const old = file.old_bytes && [
    element('h4', {}, say('before')),
    shown(file.old_bytes, 'OldAlt', name),
    element('h4', {}, say('after')),
  ];
  return [
    old,
    shown(file.bytes, 'Alt', name),
    element('p', { class: 'hash' }, `${say('hash')}: ${file.hash}`),
  ];
}

function file_body(file) {
  if (file.kind === 'removed') return null;
  return file.after === null ? binary_body(file) : text_body(file);
}

/** One file of the change, whole. */
export function file_view(file) {
  const kind = element('span', { class: `kind ${file.kind}` }, say(`kind_${file.kind}`));
  return element(
    'article',
    { class: 'file' },
    element('h3', {}, kind, ' ', file_words(file.path)),
    element('p', { class: 'hash' }, file.path),
    file_body(file),
  );
}

/** What the person must know beyond the difference; empty when all is as ever. */
export function warnings(proposal, rebuilt) {
  const found = [];
  if (rebuilt.again) found.push(warning(paragraph(say('again', { version: rebuilt.version }))));
  if (rebuilt.signers.before) {
    const ids = (list) => list.map(short_id).join('; ');
    const both = [
      say('signersBefore', { ids: ids(rebuilt.signers.before) }),
      say('signersNow', { ids: ids(rebuilt.signers.ids) }),
    ];
    found.push(warning(paragraph(say('signersChanged')), both.map(paragraph)));
  }
  if (rebuilt.unseen.length) found.push(warning(paragraph(say('unseen')), list_of(rebuilt.unseen.map(file_words))));
  if (rebuilt.signers.verdict === 'unknown') found.push(warning(paragraph(say('verdict_unknown'))));
  return found;
}

export function summary(proposal, rebuilt, key) {
  const { version, expires, files, unchanged, signers } = rebuilt;
  return [
    element(
      'p',
      { class: 'lead' },
      say('signWhat', { version, role: role_words(proposal.role), expires: day_words(expires) }),
    ),
    paragraph(say('signBy', { label: key.label, who: key.who })),
    paragraph(say('signCount', { threshold: proposal.threshold, signers: proposal.signatures?.length ?? 0 })),
    element('p', { class: 'lead' }, files.length ? say('filesChanged', { count: files.length }) : say('filesNone')),
    signers.verdict === 'unknown' ? null : paragraph(say(`verdict_${signers.verdict}`)),
    unchanged ? paragraph(say('unchanged', { count: unchanged })) : null,
  ];
}

export function refusal(code, about) {
  return element(
    'section',
    { class: 'refused', role: 'alert' },
    element('h2', {}, say('refusedTitle')),
    element('p', { class: 'lead' }, visible(say(`refuse_${code}`, { about }))),
    paragraph(say('refusedNext')),
  );
}

export function keys_list(keys) {
  const lines = keys.map((key) => say('keyLine', { label: key.label, who: key.who, id: short_id(key.keyId) }));
  return element(
    'section',
    {},
    element('h2', {}, say('keysHere')),
    lines.length ? list_of(lines) : paragraph(say('noKeys')),
  );
}
