// Signing: what waits for signatures, what is approved and may be put together, and how far each one is.

import { get, get_list, post, words_of } from '../api.js';
import { h, put } from '../dom.js';
import { chosen_object, json_input, save_json } from '../json_files.js';
import { day, in_words, moment, say } from '../lang.js';
import { account, is_author, needs_https, scoped } from '../session.js';
import { SignerError, ask_signer } from '../signer_window.js';
import { ask, banner, card, chip, empty, heading, labelled, link, section, text, working_button } from '../ui.js';
import { icon } from '../icons.js';

const POLL_MS = 4_000;

const signed_by_me = (proposal) =>
  proposal.signedByMe ??
  proposal.signatures.some((each) => each.who === account().displayName || each.who === account().name);

/** "Đã có 1 trong 2 chữ ký", with a step for each. */
function progress(proposal) {
  const have = proposal.signatures.length;
  const steps = Array.from({ length: Math.max(proposal.threshold, have) }, (none, at) => {
    const signature = proposal.signatures[at];
    return h(
      'li',
      { class: signature ? 'step done' : 'step' },
      icon(signature ? 'check' : 'clock'),
      h(
        'span',
        {},
        signature
          ? say('sign.by', { who: signature.who, at: moment(signature.at) })
          : say('sign.waits', { number: at + 1 }),
      ),
    );
  });
  return h(
    'div',
    {},
    h('p', { class: 'lead' }, say('sign.have', { have, threshold: proposal.threshold })),
    h('ol', { class: 'steps' }, steps),
  );
}

function changed_files(proposal) {
  const items = [
    ...(proposal.changes ?? []).map((each) => say('sign.file', { path: each.path })),
    ...(proposal.removed ?? []).map((path) => say('sign.removed', { path })),
  ];
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, say('sign.files', { count: items.length })),
    h(
      'ul',
      {},
      items.map((words) => h('li', {}, words)),
    ),
  );
}

async function sign(proposal, context, problem) {
  try {
    const { keyId, sig } = await ask_signer({ do: 'sign', proposal });
    await post(`/api/proposals/${encodeURIComponent(proposal.id)}/signatures`, { keyId, sig });
    context.reload();
  } catch (error) {
    const words = error instanceof SignerError ? say(`signer.${error.message}`) : words_of(error);
    put(problem, banner(error.message === 'declined' ? 'info' : 'danger', words));
  }
}

async function send_signature(proposal, context, file, told) {
  const signature = await chosen_object(file);
  if (typeof signature?.keyId !== 'string' || typeof signature.sig !== 'string') {
    put(told, banner('danger', say('sign.toolNoFile')));
    file.focus();
    return;
  }
  const { keyId, sig } = signature;
  await post(`/api/proposals/${encodeURIComponent(proposal.id)}/signatures`, { keyId, sig });
  context.reload();
}

/** The way of who keeps their key with `conglang`: the proposal goes there as a file, the signature comes back as one. */
function by_tool(proposal, context) {
  const told = h('div', {});
  const file = json_input('signature-file');
  const names = { proposal: `de-nghi-${proposal.id}.json`, signature: `chu-ky-${proposal.id}.json` };
  return h(
    'details',
    { class: 'more', open: proposal.wantsTool },
    h('summary', {}, say('sign.tool')),
    text(say('sign.toolWhat')),
    h(
      'div',
      { class: 'actions' },
      working_button(say('sign.toolSave'), async () => save_json(names.proposal, proposal), { sign: 'down' }),
    ),
    h('p', {}, h('code', {}, `conglang sign --proposal ${names.proposal} --keys KHOA --out ${names.signature}`)),
    labelled(
      say('sign.toolFile'),
      say('sign.toolFileHint', { name: names.signature }),
      (more) => {
        file.setAttribute('aria-describedby', more['aria-describedby']);
        return file;
      },
      { id: 'signature-file' },
    ),
    told,
    h(
      'div',
      { class: 'actions' },
      working_button(say('sign.toolSend'), () => send_signature(proposal, context, file, told), {
        sign: 'up',
        problem: told,
      }),
    ),
  );
}

async function drop(proposal) {
  const yes = await ask({
    title: say('sign.dropTitle'),
    words: say('sign.dropWords'),
    yes: say('sign.dropDo'),
    kind: 'danger',
  });
  if (yes === undefined) return;
  await post(`/api/proposals/${encodeURIComponent(proposal.id)}/drop`);
  location.hash = '#/sign';
}

function waiting(proposal, context, problem) {
  if (needs_https()) return banner('warn', say('frame.insecure'), text(say('frame.insecureNext')));
  const mine = signed_by_me(proposal);
  const sign_button = working_button(say('sign.do'), () => sign(proposal, context, problem), {
    kind: 'primary',
    sign: 'seal',
  });
  const enough = proposal.signatures.length >= proposal.threshold;
  return [
    proposal.wantsTool ? banner('info', say('sign.wantsTool')) : null,
    enough ? banner('warn', say('sign.stuck')) : null,
    mine ? banner('good', say('sign.mine')) : text(say('sign.next')),
    h(
      'div',
      { class: 'actions' },
      mine ? null : sign_button,
      is_author() ? working_button(say('sign.drop'), () => drop(proposal), { sign: 'bin', problem }) : null,
    ),
    mine ? null : by_tool(proposal, context),
  ];
}

function outcome(proposal, context, problem) {
  if (proposal.state === 'published')
    return [
      banner('good', say('sign.published')),
      text(say('sign.publishedNext')),
      link(say('sign.toList'), '#/guides', { kind: 'secondary' }),
    ];
  if (proposal.state === 'conflict') return [banner('warn', say('sign.conflict')), text(say('sign.conflictNext'))];
  if (proposal.state === 'dropped') return banner('info', say('sign.dropped'));
  return waiting(proposal, context, problem);
}

async function show_one(context, id) {
  const proposal = await get(`/api/proposals/${encodeURIComponent(id)}`);
  const problem = h('div', {});
  const live = h('div', { 'aria-live': 'polite' });
  const draw = (now) => put(live, progress(now), outcome(now, context, problem));
  draw(proposal);
  if (proposal.state === 'waiting') watch(context, proposal, draw);
  return h(
    'div',
    {},
    link(say('sign.toAll'), '#/sign', { sign: 'back', class: 'back' }),
    heading(
      say('sign.title'),
      say('sign.below', { version: proposal.next?.version ?? '', expires: day(proposal.next?.expires) }),
    ),
    proposal.drafts?.length
      ? section(
          say('sign.contains'),
          h(
            'ul',
            {},
            proposal.drafts.map((draft) =>
              h(
                'li',
                {},
                link(in_words(draft.title) || draft.path, `#/draft/${encodeURIComponent(draft.id)}`),
                draft.note ? h('span', { class: 'hint' }, draft.note) : null,
              ),
            ),
          ),
        )
      : null,
    section(null, card(live, problem)),
    changed_files(proposal),
  );
}

/** Others sign elsewhere: the page follows. */
function watch(context, first, draw) {
  let last = first;
  const timer = setInterval(async () => {
    const now = await get(`/api/proposals/${encodeURIComponent(first.id)}`).catch(() => null);
    if (!now || (now.state === last.state && now.signatures.length === last.signatures.length)) return;
    last = now;
    draw(now);
    if (now.state !== 'waiting') clearInterval(timer);
  }, POLL_MS);
  context.on_leave(() => clearInterval(timer));
}

function proposal_row(proposal) {
  const have = proposal.signatures?.length ?? 0;
  return h(
    'li',
    {},
    h(
      'a',
      { class: 'todo', href: `#/sign/${encodeURIComponent(proposal.id)}` },
      h('span', { class: 'todo-sign' }, icon('seal')),
      h(
        'span',
        { class: 'todo-words' },
        h(
          'strong',
          {},
          say(proposal.role === 'emergency' ? 'sign.rowEmergency' : 'sign.row', {
            version: proposal.next?.version ?? '',
          }),
          proposal.note ? `: ${proposal.note}` : '',
        ),
        h('span', { class: 'hint' }, say('sign.have', { have, threshold: proposal.threshold ?? '' })),
      ),
      h('span', { class: 'todo-go', 'aria-hidden': 'true' }, '›'),
    ),
  );
}

function collect_part(drafts) {
  const problem = h('div', {});
  const boxes = drafts.map((draft) =>
    h(
      'label',
      { class: 'tick' },
      h('input', { type: 'checkbox', checked: true, value: draft.id }),
      h('span', {}, in_words(draft.title ?? draft.content?.title ?? draft.content?.name) || draft.path),
    ),
  );
  const press = async () => {
    const chosen = boxes
      .map((box) => box.firstChild)
      .filter((box) => box.checked)
      .map((box) => drafts.find((draft) => String(draft.id) === box.value).id);
    if (!chosen.length) {
      put(problem, banner('danger', say('sign.chooseOne')));
      return;
    }
    const proposal = await post('/api/proposals', { drafts: chosen });
    location.hash = `#/sign/${encodeURIComponent(proposal.id)}`;
  };
  return h(
    'div',
    { class: 'card' },
    h('fieldset', {}, h('legend', {}, say('sign.chooseWhat')), boxes),
    problem,
    h(
      'div',
      { class: 'actions' },
      working_button(say('sign.collect'), press, { kind: 'primary', sign: 'seal', problem }),
    ),
  );
}

export async function show(context) {
  if (context.parts[0]) return show_one(context, context.parts[0]);
  const [proposals, drafts] = await Promise.all([
    get_list(scoped('/api/proposals')),
    get_list(scoped('/api/drafts?state=approved')),
  ]);
  const open = proposals.filter((each) => !each.state || each.state === 'waiting');
  const approved = drafts.filter((each) => each.state === 'approved');
  return h(
    'div',
    {},
    heading(say('sign.heading'), say('sign.headingBelow')),
    section(
      say('sign.waiting'),
      open.length ? h('ul', { class: 'todos' }, open.map(proposal_row)) : empty(say('sign.noneWaits')),
    ),
    section(say('sign.approved'), approved.length ? collect_part(approved) : empty(say('sign.noneApproved'))),
    h('p', { class: 'hint' }, chip('info', say('sign.two')), ' ', say('sign.twoWhat')),
  );
}
