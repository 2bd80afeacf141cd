// Judging a draft: what changes, how it will look, what was said of it, and the one next step.

import { get_list, post } from '../api.js';
import { h } from '../dom.js';
import { in_words, moment, say } from '../lang.js';
import { preview } from '../preview.js';
import { account, is_author, is_reviewer } from '../session.js';
import { state_chip } from '../states.js';
import { ask, banner, heading, link, section, text, working_button } from '../ui.js';
import { comments_view, difference_view } from './draft_parts.js';

const act = (draft, what, body) => post(`/api/drafts/${encodeURIComponent(draft.id)}/${what}`, body);

const is_own = (draft) => draft.author === account().name || draft.author === account().displayName || draft.authorId === account().id;

async function ask_changes(context, draft) {
  const comment = await ask({ title: say('review.askTitle'), yes: say('review.askDo'), field: { label: say('review.askLabel'), hint: say('review.askHint'), required: true, missing: say('review.askMissing') } });
  if (comment === undefined) return;
  await act(draft, 'ask-changes', { comment });
  context.reload();
}

async function approve(context, draft) {
  await act(draft, 'approve');
  context.reload();
}

async function withdraw(context, draft) {
  const yes = await ask({ title: say('review.withdrawTitle'), words: say('review.withdrawWords'), yes: say('review.withdrawDo') });
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
  return h('details', { class: 'more' }, h('summary', {}, say('review.schedule')), text(say('review.scheduleWhat')),
    h('div', { class: 'labelled' }, h('label', { for: 'when' }, say('review.when')), when),
    h('div', { class: 'actions' }, working_button(say('review.scheduleDo'), press, { sign: 'clock', problem })));
}

function decisions(context, draft, problem) {
  const withdraw_button = is_own(draft) || is_reviewer() ? working_button(say('review.withdraw'), () => withdraw(context, draft), { sign: 'undo', problem }) : null;
  if (draft.state === 'submitted') {
    if (is_own(draft)) return [banner('info', say('review.ownWaits')), h('div', { class: 'actions' }, withdraw_button)];
    if (!is_reviewer()) return [banner('info', say('review.othersDecide'))];
    return [text(say('review.decide'), 'lead'), h('div', { class: 'actions' },
      working_button(say('review.approve'), () => approve(context, draft), { kind: 'primary', sign: 'check', problem }),
      working_button(say('review.askChanges'), () => ask_changes(context, draft), { sign: 'pencil', problem }))];
  }
  if (draft.state === 'approved' || draft.state === 'scheduled') {
    const due = draft.state === 'scheduled' ? banner('info', say('review.scheduledFor', { at: moment(draft.publishAt ?? draft.signableAt) })) : null;
    return [due, text(say('review.approvedNext'), 'lead'), h('div', { class: 'actions' },
      working_button(say('review.toSigning'), () => to_signing(draft), { kind: 'primary', sign: 'seal', problem }), withdraw_button),
      draft.state === 'approved' ? schedule_part(context, draft, problem) : null];
  }
  if (draft.state === 'signing') return [text(say('review.signingNow'), 'lead'), h('div', { class: 'actions' }, link(say('review.openSigning'), draft.proposal ? `#/sign/${encodeURIComponent(draft.proposal)}` : '#/sign', { kind: 'primary', sign: 'seal' }))];
  if (draft.state === 'published') return [banner('good', say('review.isPublished'))];
  if (draft.state === 'changes-asked') return [banner('info', say('review.waitsForAuthor'))];
  if (draft.state === 'draft') return [banner('info', say(is_author() ? 'review.isDraft' : 'review.othersWrite'))];
  return [banner('info', say(`review.is.${draft.state}`))];
}

export async function show_review(context, draft) {
  const rows = await get_list(`/api/drafts/${encodeURIComponent(draft.id)}/difference`).catch(() => []);
  const words = in_words(draft.content?.title ?? draft.content?.name ?? draft.national?.title) || draft.path;
  const problem = h('div', {});
  return h('div', {},
    link(say('guide.toList'), '#/guides', { sign: 'back', class: 'back' }),
    h('div', { class: 'heading-row' }, heading(words, say('review.by', { who: draft.authorName ?? draft.author ?? '' })), state_chip(draft.state)),
    draft.emergency ? banner('warn', say('review.emergency', { reason: draft.emergency.reason ?? '' })) : null,
    section(say('review.next'), h('div', { class: 'card' }, problem, decisions(context, draft, problem))),
    draft.note ? section(say('draft.note'), h('p', { class: 'card pre' }, draft.note)) : null,
    comments_view(draft),
    h('div', { class: 'with-preview' }, section(say('difference.title'), difference_view(rows)), preview(draft.id, draft.revision, () => words).node));
}
