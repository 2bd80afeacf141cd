// What both sides of a draft show: who said what, and what differs from what is published.

import { post } from '../api.js';
import { h, put } from '../dom.js';
import { in_words, moment, say } from '../lang.js';
import { is_recording, recording_address } from '../recordings.js';
import { player } from '../sound.js';
import { banner, empty, labelled, section, table, working_button } from '../ui.js';
import { plain_words, value_view } from '../values.js';

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
