// Writing a draft: form, autosave told in words, findings, preview, change note, sending to review.

import { get, post, put_json } from '../api.js';
import { conflict_view } from '../conflict.js';
import { h, put } from '../dom.js';
import { editor, name_items } from '../editor.js';
import { errors_in, findings_view } from '../findings.js';
import { icon } from '../icons.js';
import { forget } from '../kept.js';
import { clock, in_words, moment, say } from '../lang.js';
import { stored, whole } from '../merge.js';
import { copy, same } from '../patch.js';
import { preview } from '../preview.js';
import { Saver } from '../saver.js';
import { account, is_reviewer, may } from '../session.js';
import { state_chip } from '../states.js';
import { ask, banner, heading, labelled, link, section, text, working_button } from '../ui.js';
import { comment_form, comments_view, haste_button } from './draft_parts.js';

const LOOKS = {
  changed: ['pencil', 'quiet'],
  saving: ['clock', 'quiet'],
  saved: ['check', 'good'],
  offline: ['line', 'warn'],
  'signed-out': ['door', 'warn'],
  refused: ['stop', 'danger'],
  unkept: ['warning', 'danger'],
};

function save_words(state, detail, errors) {
  if (state === 'refused') return say('save.refused', { why: detail.words });
  if (state !== 'saved') return say(`save.${state}`);
  const saved = say('save.saved', { at: clock(new Date().toISOString()) });
  return errors ? `${saved}. ${say('save.errors', { count: errors })}` : saved;
}

/** How the saving goes, and what is left to mend, in words that stay in sight. */
function save_status() {
  const node = h('p', { class: 'save-status', role: 'status' });
  return {
    node,
    errors: 0,
    tell(state, detail) {
      const [sign, kind] = state === 'saved' && this.errors ? ['warning', 'warn'] : LOOKS[state];
      const words = save_words(state, detail, this.errors);
      node.className = `save-status ${kind}`;
      node.dataset.state = state;
      put(node, icon(sign), h('span', {}, words));
    },
  };
}

/** What this browser kept of an earlier visit: taken back when the server's draft is the one it began from. */
function restored({ draft, content, national, kept }) {
  if (!kept) return { content, note: draft.note ?? '' };
  const mine = whole(kept.content, national);
  if (kept.revision === draft.revision) return { content: mine, note: kept.note ?? '', from: kept.at, dirty: true };
  return same(mine, content)
    ? { content, note: draft.note ?? '', stale: true }
    : { content: mine, note: kept.note ?? '', conflict: true };
}

async function submit(context, draft, saver, note, problem) {
  if (!note.value.trim()) {
    put(problem, banner('danger', say('draft.noteMissing')));
    note.focus();
    return;
  }
  if (!(await saver.save())) {
    put(problem, banner('danger', say('draft.notSavedYet')));
    return;
  }
  await post(`/api/drafts/${encodeURIComponent(draft.id)}/submit`, { revision: saver.revision });
  saver.stop();
  context.reload();
}

/** The revision with all that was written in it; nothing when the line or the server refuses it. */
async function saved_revision(saver, problem) {
  if (await saver.save()) return saver.revision;
  put(problem, banner('danger', say('draft.notSavedYet')));
  return undefined;
}

async function discard(draft, saver) {
  const yes = await ask({
    title: say('draft.discardTitle'),
    words: say('draft.discardWords'),
    yes: say('draft.discardDo'),
    kind: 'danger',
  });
  if (yes === undefined) return;
  saver.stop();
  await post(`/api/drafts/${encodeURIComponent(draft.id)}/discard`);
  await forget(account().id, draft.id);
  location.hash = '#/guides';
}

function conflict_node(context, { draft, national, base, mine, note, theirs }) {
  const their_content = whole(theirs.content, national);
  const save = async (merged) => {
    await put_json(`/api/drafts/${encodeURIComponent(draft.id)}`, {
      revision: theirs.revision,
      content: stored(name_items(merged), national),
      note,
    });
    await forget(account().id, draft.id);
    context.reload();
  };
  return conflict_view({ base, mine, theirs: their_content, who: theirs.who ?? say('conflict.somebody'), save });
}

/** `given`: {draft, national, content, kept, places}. */
export function show_editing(context, given) {
  const { draft, national, places } = given;
  const work = restored(given);
  const page = h('div', {});
  const base = copy(given.content);
  if (work.conflict) {
    const theirs = { revision: draft.revision, content: draft.content, who: draft.savedBy ?? draft.author };
    put(
      page,
      conflict_node(context, {
        draft,
        national,
        base: draft.base ? whole(draft.base, national) : base,
        mine: work.content,
        note: work.note,
        theirs,
      }),
    );
    return page;
  }
  if (work.stale) forget(account().id, draft.id);

  const status = save_status();
  const findings = h('div', {});
  const problem = h('div', {});
  const note = h('textarea', { rows: 2, maxlength: 500, id: 'change-note', 'aria-describedby': 'change-note-hint' });
  note.value = work.note;
  const title = () => in_words(work.content.title ?? work.content.name ?? draft.title) || draft.path;
  const pane = preview(draft, title, () => work.content);
  const saver = new Saver({
    who: account().id,
    draft: draft.id,
    revision: draft.revision,
    read: () => ({ content: stored(name_items(work.content), national), note: note.value }),
    tell: (state, detail) => {
      status.tell(state, detail);
      if (state === 'saved') pane?.refresh(saver.revision);
    },
    findings: (list) => {
      status.errors = errors_in(list);
      put(findings, findings_view(list, page));
    },
    conflict: (theirs) =>
      put(page, conflict_node(context, { draft, national, base, mine: work.content, note: note.value, theirs })),
  });
  context.on_leave(() => saver.leave());
  note.addEventListener('input', () => saver.changed());
  const readings = async () => {
    await saver.save();
    return get(`/api/drafts/${encodeURIComponent(draft.id)}/words`);
  };
  const form = { content: work.content, places, changed: () => saver.changed(), readings };

  put(findings, findings_view(draft.findings, page));
  status.errors = errors_in(draft.findings);
  status.tell('saved');
  put(
    page,
    link(say('guide.toList'), '#/guides', { sign: 'back', class: 'back' }),
    h(
      'div',
      { class: 'heading-row' },
      heading(title(), national ? say('draft.belowPatch') : say('draft.below')),
      state_chip(draft.state),
    ),
    work.dirty ? banner('good', say('draft.restored', { at: moment(work.from) })) : null,
    comments_view(draft),
    h('div', { class: 'save-bar' }, status.node),
    findings,
    h(
      'div',
      { class: pane ? 'with-preview' : null },
      h(
        'div',
        { class: 'writing' },
        editor(form, draft.kind, national),
        section(
          say('draft.sendTitle'),
          h(
            'div',
            { class: 'card' },
            labelled(say('draft.note'), say('draft.noteHint'), () => note, { id: 'change-note' }),
            problem,
            h(
              'div',
              { class: 'actions' },
              working_button(say('draft.submit'), () => submit(context, draft, saver, note, problem), {
                kind: 'primary',
                sign: 'check',
                problem,
              }),
            ),
          ),
          comment_form(context, draft),
          h(
            'details',
            { class: 'more' },
            h('summary', {}, say('draft.more')),
            text(say('draft.moreWhat')),
            h(
              'div',
              { class: 'actions' },
              may(draft, 'publish-now', is_reviewer())
                ? haste_button(draft, problem, () => saved_revision(saver, problem))
                : null,
              working_button(say('draft.discard'), () => discard(draft, saver), { sign: 'bin', problem }),
            ),
          ),
        ),
      ),
      pane?.node,
    ),
  );
  if (work.dirty) saver.changed();
  return page;
}
