// "Việc cần làm": what waits for this person, the most pressing first, and what this browser still holds.

import { get_list } from '../api.js';
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { all_kept } from '../kept.js';
import { day, moment, say, told } from '../lang.js';
import { account, commune, is_author, scoped } from '../session.js';
import { banner, empty, heading, link, section } from '../ui.js';

const SIGNS = {
  unreviewed: 'warning',
  review: 'eye',
  changes: 'pencil',
  propose: 'seal',
  sign: 'seal',
  stale: 'clock',
  'coming-change': 'scroll',
  link: 'line',
  kiosk: 'screen',
  silent: 'screen',
  disk: 'screen',
  crashing: 'screen',
  key: 'key',
};
const GROUPS = ['unreviewed', 'review', 'changes', 'propose', 'sign'];

const sign_of = (kind) => SIGNS[Object.keys(SIGNS).find((name) => String(kind).includes(name))] ?? 'list';

/** What a colleague waits for stands apart from what only grew old. */
function part(title, items) {
  return items.length ? section(title, h('ul', { class: 'todos' }, items.map(item))) : null;
}

/** Only a page of the desk: whatever the server says, a thing to do leads nowhere else. */
function inside(address) {
  const hash = String(address ?? '').replace(/^\/desk\/?/, '');
  return hash.startsWith('#/') ? hash : '#/todo';
}

function item(each) {
  return h(
    'li',
    {},
    h(
      'a',
      { class: 'todo', href: inside(each.link) },
      h('span', { class: 'todo-sign' }, icon(sign_of(each.kind))),
      h(
        'span',
        { class: 'todo-words' },
        h('strong', {}, told(each.text)),
        each.since ? h('span', { class: 'hint' }, say('todo.since', { day: day(each.since) })) : null,
      ),
      h('span', { class: 'todo-go', 'aria-hidden': 'true' }, '›'),
    ),
  );
}

function unsent(works) {
  return works.map((work) =>
    banner(
      'warn',
      say('todo.unsent', { at: moment(work.at) }),
      link(say('todo.unsentOpen'), `#/draft/${encodeURIComponent(work.draft)}`, { kind: 'secondary' }),
    ),
  );
}

export async function show() {
  const [todo, works] = await Promise.all([get_list(scoped('/api/todo')), all_kept(account().id)]);
  return h(
    'div',
    {},
    heading(say('todo.title'), todo.length ? say('todo.count', { count: todo.length }) : null),
    unsent(works),
    todo.length ? null : empty(say('todo.none')),
    part(
      say('todo.people'),
      todo.filter((each) => GROUPS.includes(each.kind)),
    ),
    part(
      say('todo.things'),
      todo.filter((each) => !GROUPS.includes(each.kind)),
    ),
    section(
      say('todo.start'),
      h(
        'div',
        { class: 'actions' },
        is_author() && commune()
          ? link(say('todo.newNotice'), '#/guides/new', { kind: 'primary', sign: 'plus' })
          : null,
        link(say('todo.allGuides'), '#/guides', { kind: 'secondary', sign: 'book' }),
      ),
    ),
  );
}
