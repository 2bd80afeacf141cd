// The desk: finds the page that the address names, shows it inside the frame, and leads to the sign-in when the
// session has ended.

import { when_signed_out, words_of } from './api.js';
import { h, put } from './dom.js';
import { show_frame } from './frame.js';
import { choose_language, language, say } from './lang.js';
import { account, forget_session, load, roles_changed } from './session.js';
import { banner, button, heading } from './ui.js';
import * as audit from './pages/audit.js';
import * as draft from './pages/draft.js';
import * as guide from './pages/guide.js';
import * as guides from './pages/guides.js';
import * as invitation from './pages/invitation.js';
import * as keys from './pages/keys.js';
import * as kiosks from './pages/kiosks.js';
import * as people from './pages/people.js';
import * as sign_in from './pages/sign_in.js';
import * as signing from './pages/signing.js';
import * as todo from './pages/todo.js';
import * as usage from './pages/usage.js';

const PAGES = {
  todo,
  guides,
  guide,
  draft,
  drafts: draft,
  proposals: signing,
  sign: signing,
  keys,
  people,
  kiosks,
  usage,
  audit,
  invite: invitation,
  'sign-in': sign_in,
};
const OPEN = ['invite', 'sign-in'];

const main = document.getElementById('main');
let leave = [];
let shown = 0;

/** "#/draft/12?x=1" in parts. */
function address() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, ...parts] = path.split('/');
  return { name: name || 'todo', parts: parts.map(decodeURIComponent), query: new URLSearchParams(query) };
}

function leave_page() {
  const callbacks = leave;
  leave = [];
  for (const callback of callbacks) callback();
}

function title_of(node) {
  const words = node.querySelector?.('h1')?.textContent ?? '';
  document.title = words ? `${words} - ${say('frame.name')}` : say('frame.name');
}

/** What a page is given. `on_leave`: is called when another page opens. */
function context_of(where, turn) {
  return {
    ...where,
    reload: () => open_page({ keep_place: true }),
    on_leave: (callback) => (turn === shown ? leave.push(callback) : callback()),
  };
}

async function open_page({ keep_place = false } = {}) {
  leave_page();
  shown += 1;
  const turn = shown;
  const where = address();
  if (!account() && !OPEN.includes(where.name)) {
    sessionStorage.setItem('conglang-return', location.hash);
    location.replace('#/sign-in');
    return;
  }
  const page = PAGES[where.name] ?? todo;
  show_frame(where.name, change_language);
  if (!keep_place) put(main, h('p', { class: 'loading', role: 'status' }, say('ui.loading')));
  const made = await page.show(context_of(where, turn)).catch((error) => failed_page(error));
  if (turn !== shown) return;
  put(main, made);
  title_of(main);
  if (!keep_place) window.scrollTo(0, 0);
  main.querySelector('h1')?.focus({ preventScroll: true });
  if ((await roles_changed()) && turn === shown) show_frame(where.name, change_language);
}

function failed_page(error) {
  return h(
    'div',
    {},
    heading(say('ui.failed')),
    banner('danger', words_of(error)),
    button(say('ui.again'), () => open_page(), { kind: 'primary' }),
  );
}

function change_language() {
  choose_language(language() === 'vi' ? 'en' : 'vi');
  open_page();
}

async function start() {
  choose_language(language());
  when_signed_out(() => {
    if (!account()) return;
    forget_session();
    sessionStorage.setItem('conglang-return', location.hash);
    location.hash = '#/sign-in?ended=1';
  });
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  window.addEventListener('hashchange', () => open_page());
  try {
    await load();
  } catch (error) {
    show_frame('', change_language);
    put(
      main,
      heading(say('ui.failed')),
      banner('danger', words_of(error)),
      button(say('ui.again'), () => location.reload(), { kind: 'primary' }),
    );
    return;
  }
  await open_page();
}

start();
