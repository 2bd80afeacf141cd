// What stands round every page: the house's eave, who is here, where one can go.

import { h, put } from './dom.js';
import { icon } from './icons.js';
import { language, say } from './lang.js';
import { account, choose_commune, chooses_commune, commune, is_admin, needs_https, sign_out } from './session.js';
import { announce, banner, labelled, select } from './ui.js';
import { get_list, words_of } from './api.js';

const PLACES = [
  ['todo', 'list'],
  ['guides', 'book'],
  ['sign', 'seal'],
  ['kiosks', 'screen'],
  ['usage', 'bars'],
  ['keys', 'key'],
  ['people', 'people', is_admin],
  ['audit', 'scroll', is_admin],
];
const WITHIN = { guide: 'guides', draft: 'guides', drafts: 'guides', proposals: 'sign' };
const wide = window.matchMedia('(min-width: 60rem)');

async function leave() {
  try {
    await sign_out();
  } catch (error) {
    announce(words_of(error));
    return;
  }
  location.hash = '#/sign-in';
}

function who() {
  const me = account();
  if (!me) return null;
  const roles = me.roles.map((role) => say(`role.${role}`)).join(', ');
  return h(
    'div',
    { class: 'who' },
    h('span', { class: 'who-name' }, me.displayName),
    h('span', { class: 'who-roles' }, roles),
  );
}

function bar(change_language) {
  const other = language() === 'vi' ? 'en' : 'vi';
  const me = account();
  return h(
    'header',
    { class: 'bar' },
    h('div', { class: 'eave', 'aria-hidden': 'true' }),
    h(
      'div',
      { class: 'bar-row' },
      h(
        'a',
        { class: 'brand', href: '#/todo' },
        h('img', { src: 'mark.svg', alt: '', width: 44, height: 44 }),
        h(
          'span',
          {},
          h('strong', {}, say('frame.name')),
          h(
            'span',
            { class: 'brand-below' },
            me?.commune ? say('frame.commune', { commune: me.communeName ?? me.commune }) : say('frame.desk'),
          ),
        ),
      ),
      h(
        'div',
        { class: 'bar-end' },
        who(),
        h(
          'button',
          { type: 'button', class: 'button bar-button', lang: other, on_click: change_language },
          say('frame.otherLanguage'),
        ),
        me
          ? h(
              'button',
              { type: 'button', class: 'button bar-button', on_click: leave },
              icon('door'),
              h('span', {}, say('frame.leave')),
            )
          : null,
      ),
    ),
  );
}

/** The page that is open already is asked for once more. */
function again(hash) {
  if (location.hash === hash) window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function places(current) {
  const here = WITHIN[current] ?? current;
  const links = PLACES.filter(([, , may]) => !may || may()).map(([name, sign]) =>
    h(
      'li',
      {},
      h(
        'a',
        { href: `#/${name}`, on_click: () => again(`#/${name}`), 'aria-current': name === here ? 'page' : null },
        icon(sign),
        h('span', {}, say(`frame.place.${name}`)),
      ),
    ),
  );
  const here_words = say(`frame.place.${PLACES.some(([name]) => name === here) ? here : 'todo'}`);
  const menu = h(
    'details',
    { open: wide.matches },
    h('summary', {}, say('frame.menu', { place: here_words })),
    h('ul', {}, links),
  );
  wide.onchange = () => {
    menu.open = wide.matches;
  };
  return h('nav', { class: 'places', 'aria-label': say('frame.places') }, menu);
}

/** An operator of the province looks at one commune at a time. */
function commune_chooser() {
  if (!chooses_commune()) return null;
  const box = h('section', { class: 'frame-note', 'aria-label': say('frame.chooseCommune') });
  const draw = (codes) => {
    if (!codes.includes(commune()) && codes.length) {
      choose_commune(codes[0]);
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    }
    put(
      box,
      labelled(say('frame.chooseCommune'), null, (more) =>
        select(
          codes.map((code) => [code, code]),
          commune(),
          {
            ...more,
            on_change: (event) => {
              choose_commune(event.target.value);
              window.dispatchEvent(new HashChangeEvent('hashchange'));
            },
          },
        ),
      ),
    );
  };
  get_list('/api/communes').then(draw, () => {});
  return box;
}

/** Draws the frame anew for the page `current`. */
export function show_frame(current, change_language) {
  document.body.classList.toggle('signed-out', !account());
  document.getElementById('skip').textContent = say('frame.skip');
  const insecure = needs_https()
    ? h('div', { class: 'frame-note' }, banner('warn', say('frame.insecure'), h('p', {}, say('frame.insecureNext'))))
    : null;
  put(
    document.getElementById('frame'),
    bar(change_language),
    account() ? places(current) : null,
    insecure,
    account() ? commune_chooser() : null,
  );
}
