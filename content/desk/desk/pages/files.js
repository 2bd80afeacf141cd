// Files in and out: guides that come from a portal's record or a list, and boards, leaflets and stickers to print.

import { get_blob, get_list, post } from '../api.js';
import { h, put } from '../dom.js';
import { in_words, say } from '../lang.js';
import { commune, scoped } from '../session.js';
import { banner, heading, labelled, link, section, select, text, working_button } from '../ui.js';

const MOST_GUIDES = 12;
const BOARDS = ['wall', 'leaflet', 'stickers'];

function result_of(answer) {
  const made = answer.drafts.map((draft) =>
    h(
      'li',
      {},
      h('a', { class: 'row-link', href: `#/draft/${encodeURIComponent(draft.id)}` }, in_words(draft.title) || draft.title),
    ),
  );
  return [
    banner(made.length ? 'success' : 'info', say('files.imported', { made: made.length, left: answer.left.length })),
    made.length ? h('ul', { class: 'plain-list' }, made) : null,
    h('details', {}, h('summary', {}, say('files.report')), h('pre', { class: 'report' }, answer.report)),
  ];
}

function import_part() {
  const told = h('div', { role: 'status' });
  const file = h('input', { type: 'file', id: 'import-file', accept: '.json,.csv,application/json,text/csv' });
  const press = async () => {
    const [chosen] = file.files;
    if (!chosen) {
      put(told, banner('danger', say('files.noFile')));
      file.focus();
      return;
    }
    const kind = chosen.name.toLowerCase().endsWith('.csv') ? 'csv' : 'portal';
    const answer = await post('/api/imports', { kind, text: await chosen.text(), commune: commune() });
    put(told, result_of(answer));
  };
  return section(
    say('files.import'),
    h(
      'div',
      { class: 'card' },
      text(say('files.importWhat')),
      labelled(say('files.file'), say('files.fileHint'), () => file, { id: 'import-file' }),
      h('div', { class: 'actions' }, working_button(say('files.importDo'), press, { kind: 'primary', problem: told })),
      told,
    ),
  );
}

async function save_pdf(kind, ids) {
  const query = new URLSearchParams({ guides: ids.join(',') });
  const path = scoped(`/api/boards/${kind}.pdf?${query}`);
  const address = URL.createObjectURL(await get_blob(path));
  h('a', { href: address, download: `${say(`files.board.${kind}`)}.pdf` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function print_part(guides) {
  const told = h('div', { role: 'status' });
  const boxes = guides.map((guide) => h('input', { type: 'checkbox', value: guide.id }));
  const kind = select(
    BOARDS.map((each) => [each, say(`files.board.${each}`)]),
    'wall',
    { id: 'board-kind' },
  );
  const press = async () => {
    const ids = boxes.filter((box) => box.checked).map((box) => box.value);
    if (ids.length === 0 || ids.length > MOST_GUIDES) {
      put(told, banner('danger', say('files.howMany', { most: MOST_GUIDES })));
      boxes[0]?.focus();
      return;
    }
    await save_pdf(kind.value, ids);
    put(told, banner('success', say('files.printed')));
  };
  const rows = guides.map((guide, at) =>
    h('label', { class: 'tick' }, boxes[at], h('span', {}, in_words(guide.title) || guide.id)),
  );
  return section(
    say('files.print'),
    h(
      'div',
      { class: 'card' },
      text(say('files.printWhat')),
      labelled(say('files.boardKind'), null, () => kind, { id: 'board-kind' }),
      h('fieldset', { class: 'ticks' }, h('legend', {}, say('files.which', { most: MOST_GUIDES })), rows),
      h('div', { class: 'actions' }, working_button(say('files.printDo'), press, { kind: 'primary', problem: told })),
      told,
    ),
  );
}

export async function show_files() {
  const guides = (await get_list(scoped('/api/guides'))).filter(({ kind }) => kind === 'guide' || kind === 'patch');
  return h(
    'div',
    {},
    link(say('guide.toList'), '#/guides', { sign: 'back', class: 'back' }),
    heading(say('files.heading'), say('files.below')),
    print_part(guides),
    import_part(),
  );
}
