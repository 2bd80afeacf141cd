// One guide as it is published: what it says, who changed it when, and the way back to an earlier version.

import { get, get_list, post } from '../api.js';
import { h } from '../dom.js';
import { day, in_words, moment, say } from '../lang.js';
import { path_of } from '../model.js';
import { commune, is_author, is_reviewer, scoped } from '../session.js';
import { state_chip, freshness_chip, review_words } from '../states.js';
import { value_view } from '../values.js';
import { ask, banner, card, chip, empty, heading, link, section, table, text, working_button } from '../ui.js';

async function edit(item) {
  const layered = item.kind === 'guide' || item.kind === 'patch';
  const path = item.draftPath ?? (layered ? path_of('patch', commune(), item.id) : item.path);
  const draft = await post('/api/drafts', { path, from: 'published', commune: commune() });
  location.hash = `#/draft/${encodeURIComponent(draft.id)}`;
}

const REMOVE = { patch: 'guide.removePatch', settings: 'settings.remove' };

/** Off the screens: as a draft of its own, which somebody approves and two people sign. */
async function remove(item) {
  const note = await ask({
    title: say(item.kind === 'settings' ? 'settings.removeTitle' : 'guide.removeTitle'),
    words: say(item.kind === 'patch' ? 'guide.removePatchWords' : 'guide.removeWords'),
    yes: say('guide.removeDo'),
    kind: 'danger',
    field: { label: say('draft.note'), required: true },
  });
  if (note === undefined) return;
  const draft = await post('/api/removals', { path: item.draftPath ?? item.path, commune: commune(), note });
  location.hash = `#/draft/${encodeURIComponent(draft.id)}`;
}

async function roll_back(entry) {
  const yes = await ask({
    title: say('guide.rollbackTitle', { version: entry.version }),
    words: say('guide.rollbackWords'),
    yes: say('guide.rollbackDo'),
  });
  if (yes === undefined) return;
  const proposal = await post('/api/proposals', { rollbackTo: entry.version, commune: commune() });
  location.hash = `#/sign/${encodeURIComponent(proposal.id)}`;
}

/** One page alone, as a draft that goes the ordinary way. */
async function restore(item, entry) {
  const note = await ask({
    title: say('guide.restoreTitle', { version: entry.version }),
    words: say('guide.restoreWords'),
    yes: say('guide.restoreDo'),
    field: {
      label: say('draft.note'),
      value: say('guide.restoreNote', { version: entry.version, when: day(entry.at) }),
      required: true,
    },
  });
  if (note === undefined) return;
  const draft = await post('/api/restorations', {
    path: item.draftPath ?? item.path,
    version: entry.version,
    commune: commune(),
    note,
  });
  location.hash = `#/draft/${encodeURIComponent(draft.id)}`;
}

/** `may_restore`: nobody writes at a draft of the page, which would be in the way. */
function history_part(item, history, may_restore, problem) {
  if (!history?.length) return empty(say('guide.noHistory'));
  const made = (words, work, entry, name) =>
    working_button(say(words), work, {
      kind: 'small',
      sign: 'undo',
      problem,
      'aria-label': say(`${words}To`, { version: entry.version }),
      'data-do': name,
    });
  const ways_back = (entry) => {
    if (entry === history[0]) return say(entry.removed ? 'guide.removedNow' : 'guide.inUse');
    return h(
      'div',
      { class: 'item-buttons' },
      may_restore && !entry.removed ? made('guide.restore', () => restore(item, entry), entry, 'restore') : null,
      is_reviewer() ? made('guide.rollback', () => roll_back(entry), entry, 'rollback') : null,
    );
  };
  return [
    is_reviewer() && history.length > 1 ? text(say('guide.waysBack')) : null,
    table(
      [
        { words: say('guide.version'), of: (entry) => String(entry.version) },
        { words: say('guide.when'), of: (entry) => moment(entry.at) },
        { words: say('guide.who'), of: (entry) => entry.who },
        {
          words: say('guide.note'),
          of: (entry) => [entry.note || say('guide.noNote'), entry.removed ? chip('quiet', say('guide.removed')) : null],
        },
        { words: say('guide.backTo'), of: ways_back },
      ],
      history,
    ),
  ];
}

export const show = ({ parts: [id] }) => show_guide(id);

export async function show_guide(id) {
  const [found, rows] = await Promise.all([
    get(scoped(`/api/guides/${encodeURIComponent(id)}`)),
    get_list(scoped('/api/guides?withdrawn=1')),
  ]);
  const row = rows.find((each) => String(each.id) === id);
  const item = {
    ...row,
    id,
    kind: found.kind ?? row?.kind ?? 'guide',
    path: found.path ?? row?.path,
    draftPath: found.draftPath ?? row?.draftPath,
  };
  const open_draft = found.draft ?? row?.draft?.id ?? row?.draft;
  const content = found.merged ?? found.commune ?? found.national;
  const problem = h('div', {});
  const of_settings = item.kind === 'settings';
  const houses = Object.fromEntries(
    rows.filter((each) => each.kind === 'place').map((each) => [each.id.split('.').at(-1), in_words(each.title)]),
  );
  return h(
    'div',
    {},
    link(say('guide.toList'), '#/guides', { sign: 'back', class: 'back' }),
    heading(in_words(item.title) || in_words(content?.title ?? content?.name) || id),
    h(
      'div',
      { class: 'chips' },
      item.state ? state_chip(item.state) : null,
      of_settings ? null : freshness_chip(item.freshness),
      of_settings ? null : h('span', { class: 'hint' }, say('guide.review', { when: review_words(item.reviewBy) })),
    ),
    problem,
    open_draft ? banner('info', say('guide.hasDraft')) : null,
    h(
      'div',
      { class: 'actions' },
      open_draft
        ? link(say('guide.openDraft'), `#/draft/${encodeURIComponent(open_draft)}`, { kind: 'primary', sign: 'pencil' })
        : content && is_author() && commune()
          ? working_button(
              say(of_settings ? 'settings.edit' : found.national && !found.commune ? 'guide.editForCommune' : 'guide.edit'),
              () => edit(item),
              { kind: 'primary', sign: 'pencil', problem },
            )
          : null,
      found.commune && is_author() && !open_draft
        ? working_button(say(REMOVE[item.kind] ?? 'guide.remove'), () => remove(item), {
            sign: 'bin',
            problem,
          })
        : null,
    ),
    section(
      say(of_settings ? 'settings.says' : 'guide.says'),
      content ? card(value_view(content, { kind: item.kind, names: houses })) : empty(say('guide.gone')),
    ),
    section(say('guide.history'), history_part(item, found.history, !open_draft && is_author() && Boolean(commune()), problem)),
  );
}
