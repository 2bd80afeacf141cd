// "Chìa khóa của tôi": the keys this person signs with, each with its state in words, and what to do when one is lost.

import { get_list, post, words_of } from '../api.js';
import { h, put } from '../dom.js';
import { chosen_object, json_input } from '../json_files.js';
import { moment, say } from '../lang.js';
import { account, change_password, commune, needs_https, scoped, signer_hash } from '../session.js';
import { SignerError, ask_signer } from '../signer_window.js';
import { ask, banner, card, chip, empty, heading, input, labelled, section, text, working_button } from '../ui.js';

const LOOKS = {
  enrolled: ['warn', 'clock'],
  approved: ['warn', 'clock'],
  delegated: ['good', 'check'],
  revoked: ['quiet', 'bin'],
};

export function key_chip(state) {
  const [kind, sign] = LOOKS[state] ?? ['info', 'key'];
  return chip(kind, say(`key.state.${state}`), sign);
}

/** A key's number, short enough to be read out on the telephone; the signer shows the same. */
export const short_id = (id) =>
  String(id ?? '')
    .slice(0, 16)
    .replace(/.{4}(?=.)/g, '$& ');

export const is_mine = (key) => key.owner?.id === account().id;

async function give_up(context, key) {
  const yes = await ask({
    title: say('people.revokeTitle', { label: key.label, who: account().displayName }),
    words: say('people.revokeWords'),
    yes: say('key.giveUpDo'),
    kind: 'danger',
  });
  if (yes === undefined) return;
  await post(`/api/keys/${encodeURIComponent(key.id)}/revoke`);
  context.reload();
}

function key_card(context, key) {
  return card(
    h('div', { class: 'block-head' }, h('h3', {}, key.label), key_chip(key.state)),
    text(say(`key.next.${key.state}`)),
    h(
      'p',
      { class: 'hint' },
      say('key.number', { id: short_id(key.keyId) }),
      ` ${say('key.since', { at: moment(key.enrolledAt) })}`,
      ` ${say(`key.heldBy.${key.heldBy}`)}`,
    ),
    key.stillDelegated ? banner('warn', say('key.stillDelegated')) : null,
    key.state === 'revoked'
      ? null
      : h(
          'details',
          { class: 'more' },
          h('summary', {}, say('key.giveUp')),
          text(say('key.giveUpWords')),
          h(
            'div',
            { class: 'actions' },
            working_button(say('key.giveUpDo'), () => give_up(context, key), {
              sign: 'bin',
              'aria-label': say('people.revokeTitle', { label: key.label, who: account().displayName }),
            }),
          ),
        ),
  );
}

async function enrol(context, problem) {
  try {
    const { publicKey, label } = await ask_signer({ do: 'enrol' });
    await post('/api/keys', { publicKey, label });
    context.reload();
  } catch (error) {
    put(
      problem,
      banner(
        error.message === 'declined' ? 'info' : 'danger',
        error instanceof SignerError ? say(`signer.${error.message}`) : words_of(error),
      ),
    );
  }
}

async function enrol_tool(context, label, file, told) {
  const publicKey = await chosen_object(file);
  if (!publicKey || !label.value.trim()) {
    put(told, banner('danger', say('key.toolMissing')));
    (label.value.trim() ? file : label).focus();
    return;
  }
  await post('/api/keys', { publicKey, label: label.value.trim(), heldBy: 'tool' });
  context.reload();
}

/** A key that `conglang keys new` made: only its public half comes here, as the file that the tool wrote. */
function tool_part(context) {
  const told = h('div', {});
  const label = input({ id: 'tool-label', maxlength: 80 });
  const file = json_input('tool-key');
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, say('key.tool')),
    text(say('key.toolWhat')),
    h('p', {}, h('code', {}, `conglang keys new ${commune() || '09784'} --keys KHOA`)),
    labelled(say('key.toolLabel'), null, () => label, { id: 'tool-label' }),
    labelled(say('key.toolFile'), null, () => file, { id: 'tool-key' }),
    told,
    h(
      'div',
      { class: 'actions' },
      working_button(say('key.toolDo'), () => enrol_tool(context, label, file, told), { sign: 'key', problem: told }),
    ),
  );
}

function password_part() {
  const problem = h('div', {});
  const name = input({
    class: 'unseen',
    autocomplete: 'username',
    value: account().name,
    tabindex: -1,
    'aria-hidden': 'true',
  });
  const old = input({ type: 'password', id: 'old-password', autocomplete: 'current-password' });
  const next = input({ type: 'password', id: 'new-password', autocomplete: 'new-password' });
  const press = async () => {
    await change_password(old.value, next.value);
    old.value = '';
    next.value = '';
    put(problem, banner('good', say('key.passwordDone')));
  };
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, say('key.password')),
    h(
      'form',
      { on_submit: (event) => event.preventDefault() },
      name,
      labelled(say('key.oldPassword'), null, () => old, { id: 'old-password' }),
      labelled(say('key.newPassword'), null, () => next, { id: 'new-password' }),
      problem,
      h('div', { class: 'actions' }, working_button(say('key.passwordDo'), press, { problem })),
    ),
  );
}

export async function show(context) {
  const keys = (await get_list(scoped('/api/keys'))).filter(is_mine);
  const live = keys.filter((key) => key.state !== 'revoked');
  const problem = h('div', {});
  const make = working_button(say(live.length ? 'key.another' : 'key.make'), () => enrol(context, problem), {
    kind: live.length ? 'secondary' : 'primary',
    sign: 'key',
  });
  return h(
    'div',
    {},
    heading(say('key.title'), say('key.below')),
    context.query.get('first') ? banner('good', say('key.welcome')) : null,
    needs_https() ? banner('danger', say('frame.insecure'), text(say('frame.insecureNext'))) : null,
    section(
      say('key.mine'),
      keys.length
        ? h(
            'div',
            { class: 'cards' },
            keys.map((key) => key_card(context, key)),
          )
        : empty(say('key.none')),
      problem,
      needs_https() ? null : h('div', { class: 'actions' }, make),
      tool_part(context),
    ),
    section(
      say('key.lostTitle'),
      card(
        h(
          'ol',
          { class: 'plain-steps' },
          ['lost1', 'lost2', 'lost3'].map((name) => h('li', {}, say(`key.${name}`))),
        ),
      ),
    ),
    signer_hash()
      ? section(say('key.signerTitle'), card(text(say('key.signerWhat')), h('p', { class: 'hash' }, signer_hash())))
      : null,
    password_part(),
  );
}
