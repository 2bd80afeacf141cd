// Judging a draft: what changes, how it will look, what was said of it, and the next step. The server offers the
// steps that this person may take (`moves`); this page only names them.

import { get_list, post } from '../api.js';
import { h } from '../dom.js';
import { in_words, moment, say } from '../lang.js';
import { preview } from '../preview.js';
import { may } from '../session.js';
import { state_chip } from '../states.js';
import { ask, banner, heading, link, section, text, working_button } from '../ui.js';
import { comment_form, comments_view, difference_view, haste_button } from './draft_parts.js';

/** Nobody decides about another revision than the one they have read. */
const act = (draft, what, body) =>
  post(`/api/drafts/${encodeURIComponent(draft.id)}/${what}`, { revision: draft.revision, ...body });

async function ask_changes(context, draft) {
  const comment = await ask({
    title: say('review.askTitle'),
    yes: say('review.askDo'),
    field: {
      label: say('review.askLabel'),
      hint: say('review.askHint'),
      required: true,
      missing: say('review.askMissing'),
    },
  });
  if (comment === undefined) return;
  await act(draft, 'ask-changes', { comment });
  context.reload();
}

async function approve(context, draft) {
  await act(draft, 'approve');
  context.reload();
}

async function take_back(context, draft) {
  const yes = await ask({
    title: say('review.withdrawTitle'),
    words: say('review.withdrawWords'),
    yes: say('review.withdrawDo'),
  });
  if (yes === undefined) return;
  await act(draft, 'withdraw');
  context.reload();
}

async function to_signing(draft) {
  const proposal = await post('/api/proposals', { drafts: [draft.id] });
  location.hash = `#/sign/${encodeURIComponent(proposal.id)}`;
}

/** "2026-12-01T07:00" as it is written here becomes an instant; Việt Nam is UTC+7. */
function local_instant(value) {
  const at = Date.parse(`${value}:00+07:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

function schedule_part(context, draft, problem) {
  const when = h('input', { type: 'datetime-local', id: 'when' });
  const press = async () => {
    const at = local_instant(when.value);
    if (!at) {
      when.focus();
      return;
    }
    await act(draft, 'schedule', { at });
    context.reload();
  };
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, say('review.schedule')),
    text(say('review.scheduleWhat')),
    h('div', { class: 'labelled' }, h('label', { for: 'when' }, say('review.when')), when),
    h('div', { class: 'actions' }, working_button(say('review.scheduleDo'), press, { sign: 'clock', problem })),
  );
}

/** What cannot wait for an approval or for its day. */
function haste_part(draft, problem) {
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, say('draft.more')),
    text(say('draft.moreWhat')),
    h('div', { class: 'actions' }, haste_button(draft, problem, () => draft.revision)),
  );
}

/** Where the draft stands, in a sentence. */
function standing(draft) {
  if (draft.state === 'scheduled') return banner('info', say('review.scheduledFor', { at: moment(draft.publishAt) }));
  if (draft.state === 'submitted' && may(draft, 'approve')) return text(say('review.decide'), 'lead');
  if (draft.state === 'submitted') return banner('info', say(draft.mine ? 'review.ownWaits' : 'review.othersDecide'));
  if (draft.state === 'approved') return text(say('review.approvedNext'), 'lead');
  return banner(draft.state === 'published' ? 'good' : 'info', say(`review.is.${draft.state}`));
}

function decisions(context, draft, problem) {
  const made = (move, words, work, more) =>
    may(draft, move) ? working_button(say(words), work, { problem, ...more }) : null;
  const signing =
    draft.state === 'signing' && draft.proposal
      ? link(say('review.openSigning'), `#/sign/${encodeURIComponent(draft.proposal)}`, {
          kind: 'primary',
          sign: 'seal',
        })
      : null;
  return [
    standing(draft),
    h(
      'div',
      { class: 'actions' },
      signing,
      made('approve', 'review.approve', () => approve(context, draft), { kind: 'primary', sign: 'check' }),
      made('propose', 'review.toSigning', () => to_signing(draft), { kind: 'primary', sign: 'seal' }),
      made('ask-changes', 'review.askChanges', () => ask_changes(context, draft), { sign: 'pencil' }),
      made('take-back', 'review.withdraw', () => take_back(context, draft), { sign: 'undo' }),
    ),
    may(draft, 'schedule') ? schedule_part(context, draft, problem) : null,
    may(draft, 'publish-now') ? haste_part(draft, problem) : null,
  ];
}

export async function show_review(context, draft) {
  const rows = await get_list(`/api/drafts/${encodeURIComponent(draft.id)}/difference`).catch(() => []);
  const words =
    in_words(draft.content?.title ?? draft.content?.name ?? draft.national?.title ?? draft.title) || draft.path;
  const pane = draft.removal ? null : preview(draft, () => words);
  const problem = h('div', {});
  const next = section(say('review.next'), h('div', { class: 'card' }, problem, decisions(context, draft, problem)));
  const judging = may(draft, 'approve'); // who decides comes to the buttons by way of what they decide about
  return h(
    'div',
    {},
    link(say('guide.toList'), '#/guides', { sign: 'back', class: 'back' }),
    h(
      'div',
      { class: 'heading-row' },
      heading(words, say('review.by', { who: draft.author ?? '' })),
      state_chip(draft.state),
    ),
    draft.unreviewed ? banner('warn', say('review.emergency', { reason: draft.reason ?? '' })) : null,
    draft.removal ? banner('warn', say('review.removal')) : null,
    judging ? null : next,
    draft.note ? section(say('draft.note'), h('p', { class: 'card pre' }, draft.note)) : null,
    h(
      'div',
      { class: pane ? 'with-preview' : null },
      section(say('difference.title'), difference_view(rows, draft)),
      pane?.node,
    ),
    comments_view(draft),
    judging ? next : null,
    comment_form(context, draft),
  );
}
