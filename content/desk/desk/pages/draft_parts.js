// What both sides of a draft show: who said what, what differs from what is published, and the way out in haste.

import { post } from '../api.js';
import { h, put } from '../dom.js';
import { in_words, moment, say, told } from '../lang.js';
import { is_recording, recording_address } from '../recordings.js';
import { player } from '../sound.js';
import { announce, ask, banner, empty, labelled, section, table, working_button } from '../ui.js';
import { plain_words, value_view } from '../values.js';

/** What is scheduled was approved before; all else goes out without an approval. */
const haste_of = (draft) => (draft.state === 'scheduled' ? 'soon' : 'now');

async function publish_now(draft, revision) {
  const haste = haste_of(draft);
  const reason = await ask({
    title: say(`draft.${haste}Title`),
    words: say(`draft.${haste}Words`),
    yes: say('draft.nowDo'),
    kind: 'danger',
    field: { label: say('draft.nowReason'), required: true, missing: say('draft.nowMissing') },
  });
  if (reason === undefined) return;
  const meant = await revision();
  if (meant === undefined) return;
  const path = `/api/drafts/${encodeURIComponent(draft.id)}/publish-now`;
  const after = await post(path, { reason, revision: meant });
  if (after.notProposed) announce(told(after.notProposed.message));
  location.hash = after.proposal ? `#/sign/${encodeURIComponent(after.proposal)}` : '#/sign';
}

/** Publishes before its time, with a reason. `revision()`: which one this person means; nothing when there is none to be
 * had, which it has told them. */
export const haste_button = (draft, problem, revision) =>
  working_button(say(`draft.${haste_of(draft)}`), () => publish_now(draft, revision), { sign: 'warning', problem });

/** A place to answer. */
export function comment_form(context, draft) {
  const problem = h('div', {});
  const area = h('textarea', { id: 'comment', rows: 2, maxlength: 2000 });
  const press = async () => {
    if (!area.value.trim()) {
      put(problem, banner('danger', say('ui.mustWrite')));
      area.focus();
      return;
    }
    await post(`/api/drafts/${encodeURIComponent(draft.id)}/comments`, { comment: area.value.trim() });
    context.reload();
  };
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, say('draft.addComment')),
    labelled(say('draft.comment'), null, () => area, { id: 'comment' }),
    problem,
    h('div', { class: 'actions' }, working_button(say('draft.sendComment'), press, { problem })),
  );
}

/** What was said of the draft; nothing when nobody said anything. */
export function comments_view(draft) {
  const list = draft.comments ?? [];
  return list.length
    ? section(
        say('draft.comments'),
        h(
          'ol',
          { class: 'comments' },
          list.map((each) =>
            h(
              'li',
              { class: 'card' },
              h('p', { class: 'hint' }, h('strong', {}, each.who || say('audit.system')), ` ${moment(each.at)}`),
              h('p', { class: 'pre' }, each.text),
            ),
          ),
        ),
      )
    : null;
}

const shown = (value) =>
  typeof value === 'object' && value !== null
    ? value_view(value)
    : [
        h('span', { class: 'pre' }, plain_words('', value)),
        is_recording(value) ? player(recording_address(value), say('recording.listen')) : null,
      ];

/** `rows`: [{field, label, kind, before, after}] as the server gives them. Of a page that is all new it names the title
 * alone: who judges `draft` reads the whole of it. */
export function difference_view(rows, draft) {
  if (!rows.length) return empty(say('difference.none'));
  const is_new = (row) => row.field === '' && row.kind === 'added';
  const after = (row) => (is_new(row) ? value_view(draft.content, { kind: draft.kind, both: true }) : shown(row.after));
  const changes = table(
    [
      { words: say('difference.field'), of: (row) => in_words(row.label) || row.field },
      { words: say('difference.before'), of: (row) => h('div', { class: 'was' }, shown(row.before)) },
      { words: say('difference.after'), of: (row) => h('div', { class: 'becomes' }, after(row)) },
    ],
    rows,
  );
  return h('div', { class: 'difference' }, changes);
}
