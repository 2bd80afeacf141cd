// "Việc cần làm": what waits for this person, the most pressing first, and what this browser still holds.

import { get_list } from '../api.js';
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { all_kept } from '../kept.js';
import { day, in_words, moment, say } from '../lang.js';
import { account, is_author } from '../session.js';
import { banner, empty, heading, link, section } from '../ui.js';

const SIGNS = { expired: 'warning', stale: 'warning', review: 'clock', law: 'scroll', link: 'line', draft: 'pencil', sign: 'seal', kiosk: 'screen', key: 'key' };

const sign_of = (kind) => SIGNS[Object.keys(SIGNS).find((name) => String(kind).includes(name))] ?? 'list';

/** Only a page of the desk: whatever the server says, a thing to do leads nowhere else. */
function inside(address) {
  const hash = String(address ?? '').replace(/^\/desk\/?/, '');
  return hash.startsWith('#/') ? hash : '#/todo';
}

function item(each) {
  return h('li', {}, h('a', { class: 'todo', href: inside(each.link) },
    h('span', { class: 'todo-sign' }, icon(sign_of(each.kind))),
    h('span', { class: 'todo-words' }, h('strong', {}, in_words(each.text)), each.since ? h('span', { class: 'hint' }, say('todo.since', { day: day(each.since) })) : null),
    h('span', { class: 'todo-go', 'aria-hidden': 'true' }, '›')));
}

function unsent(works) {
  return works.map((work) => banner('warn', say('todo.unsent', { at: moment(work.at) }), link(say('todo.unsentOpen'), `#/draft/${encodeURIComponent(work.draft)}`, { kind: 'secondary' })));
}

export async function show() {
  const [todo, works] = await Promise.all([get_list('/api/todo'), all_kept(account().id)]);
  return h('div', {},
    heading(say('todo.title'), todo.length ? say('todo.count', { count: todo.length }) : null),
    unsent(works),
    todo.length ? h('ul', { class: 'todos' }, todo.map(item)) : empty(say('todo.none')),
    section(say('todo.start'), h('div', { class: 'actions' },
      is_author() ? link(say('todo.newNotice'), '#/guides/new', { kind: 'primary', sign: 'plus' }) : null,
      link(say('todo.allGuides'), '#/guides', { kind: 'secondary', sign: 'book' }))));
}
