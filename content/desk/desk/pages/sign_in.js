import { h, put } from '../dom.js';
import { say } from '../lang.js';
import { sign_in } from '../session.js';
import { words_of } from '../api.js';
import { banner, heading, input, labelled } from '../ui.js';

/** Back to where the session ended. */
function go_on() {
  const back = sessionStorage.getItem('conglang-return');
  sessionStorage.removeItem('conglang-return');
  location.hash = back && back.startsWith('#/') && !back.startsWith('#/sign-in') ? back : '#/todo';
}

export async function show({ query }) {
  const problem = h('div', {});
  const name = input({
    id: 'name',
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: true,
  });
  const password = input({ id: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const press = h('button', { type: 'submit', class: 'button primary' }, say('signIn.do'));
  const submit = async (event) => {
    event.preventDefault();
    if (!name.value.trim() || !password.value) {
      put(problem, banner('danger', say('signIn.missing')));
      (name.value.trim() ? password : name).focus();
      return;
    }
    press.disabled = true;
    try {
      await sign_in(name.value.trim(), password.value);
      go_on();
    } catch (error) {
      password.value = '';
      put(problem, banner('danger', error.code === 'line' || error.body ? words_of(error) : say('signIn.wrong')));
      password.focus();
    } finally {
      press.disabled = false;
    }
  };
  return h(
    'div',
    { class: 'narrow' },
    heading(say('signIn.title'), say('signIn.below')),
    query.get('ended') ? banner('warn', say('signIn.ended')) : null,
    h(
      'form',
      { class: 'card', on_submit: submit, novalidate: true },
      problem,
      labelled(say('signIn.name'), null, () => name, { id: 'name' }),
      labelled(say('signIn.password'), null, () => password, { id: 'password' }),
      h('div', { class: 'actions' }, press),
      h('p', { class: 'hint' }, say('signIn.lost')),
    ),
  );
}
