// A person comes by a link that works once, and chooses a name and password.

import { get, words_of } from '../api.js';
import { h, put } from '../dom.js';
import { day, say } from '../lang.js';
import { accept_invitation } from '../session.js';
import { banner, heading, input, labelled, link } from '../ui.js';

const MIN_PASSWORD = 12;

function complaint(name, password, again) {
  if (name && !/^[a-z0-9._-]{3,32}$/.test(name.value.trim())) return [name, say('invite.badName')];
  if ([...password.value].length < MIN_PASSWORD)
    return [password, say('invite.shortPassword', { count: MIN_PASSWORD })];
  if (password.value !== again.value) return [again, say('invite.notSame')];
  return null;
}

/** `known`: the name of somebody who only renews a password. */
function form_for(token, known) {
  const problem = h('div', {});
  const name = known
    ? null
    : input({ id: 'name', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' });
  const password = input({
    id: 'password',
    type: 'password',
    autocomplete: 'new-password',
    'aria-describedby': 'password-hint',
  });
  const again = input({ id: 'again', type: 'password', autocomplete: 'new-password' });
  const submit = async (event) => {
    event.preventDefault();
    const wrong = complaint(name, password, again);
    if (wrong) {
      put(problem, banner('danger', wrong[1]));
      wrong[0].focus();
      return;
    }
    try {
      await accept_invitation(token, name?.value.trim() ?? '', password.value);
      location.hash = known ? '#/todo' : '#/keys?first=1';
    } catch (error) {
      put(problem, banner('danger', words_of(error)));
    }
  };
  return h(
    'form',
    { class: 'card', on_submit: submit, novalidate: true },
    problem,
    known
      ? h('p', { class: 'lead' }, say('invite.known', { name: known }))
      : labelled(
          say('invite.name'),
          say('invite.nameHint'),
          (more) => {
            name.setAttribute('aria-describedby', more['aria-describedby']);
            return name;
          },
          { id: 'name' },
        ),
    labelled(say('invite.password'), say('invite.passwordHint', { count: MIN_PASSWORD }), () => password, {
      id: 'password',
    }),
    labelled(say('invite.again'), null, () => again, { id: 'again' }),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button primary' }, say('invite.do'))),
  );
}

export async function show({ parts: [token = ''] }) {
  let found;
  try {
    found = await get(`/api/invitations/${encodeURIComponent(token)}`);
  } catch (error) {
    const words = error.code === 'line' ? words_of(error) : say('invite.gone');
    return h(
      'div',
      { class: 'narrow' },
      heading(say('invite.title')),
      banner('danger', words),
      link(say('invite.toSignIn'), '#/sign-in', { kind: 'secondary' }),
    );
  }
  const roles = (found.roles ?? []).map((role) => say(`role.${role}`)).join(', ');
  return h(
    'div',
    { class: 'narrow' },
    heading(say('invite.welcome', { name: found.displayName ?? '' }), say('invite.below', { roles })),
    found.expires ? h('p', { class: 'hint' }, say('invite.until', { day: day(found.expires) })) : null,
    form_for(token, found.name),
  );
}
