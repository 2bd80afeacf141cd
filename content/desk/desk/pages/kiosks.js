// The kiosks in the houses: how each one is, in words, and what can be asked of it from here.

import { get, get_list, post, words_of } from '../api.js';
import { h, put } from '../dom.js';
import { icon } from '../icons.js';
import { by_weight, is_ill } from '../kiosk_states.js';
import { folded, in_words, moment, say } from '../lang.js';
import { path_of } from '../model.js';
import { commune, is_admin, is_author, scoped } from '../session.js';
import { emergency_part } from './emergency.js';
import { ask_buttons, houses, show_kiosk, state_chip } from './kiosk.js';
import {
  banner,
  empty,
  heading,
  input,
  labelled,
  link,
  section,
  select,
  table,
  text,
  working_button,
} from '../ui.js';

const when = (instant) => h('span', { class: 'when' }, instant ? moment(instant) : say('kiosk.never'));

function fleet_table(kiosks, places, problem) {
  return table(
    [
      {
        words: say('kiosk.name'),
        of: (each) => [
          h('a', { class: 'row-link', href: `#/kiosks/${encodeURIComponent(each.id)}` }, each.name),
          h('span', { class: 'hint' }, places.get(each.place) ?? each.place),
        ],
      },
      { words: say('kiosk.how'), of: (each) => [state_chip(each), h('span', { class: 'hint' }, in_words(each.words))] },
      {
        words: say('kiosk.lastReport'),
        of: (each) => when(each.lastReport),
      },
      { words: say('kiosk.version'), of: (each) => when(each.lastSync) },
      { words: say('kiosk.ask'), of: (each) => ask_buttons(each, problem) },
    ],
    kiosks,
  );
}

const SHOWN_ALARMS = 6;

function alarm_item(alarm, places) {
  const { id, name, place } = alarm.kiosk;
  const where = places.get(place) ?? place;
  return h(
    'li',
    {},
    h(
      'a',
      { class: 'todo', href: `#/kiosks/${encodeURIComponent(id)}` },
      h('span', { class: 'todo-sign' }, icon('warning')),
      h(
        'span',
        { class: 'todo-words' },
        h('strong', {}, say('kiosk.alarm', { name, what: in_words(alarm.words) })),
        h('span', { class: 'hint' }, say('kiosk.alarmSince', { place: where, at: moment(alarm.since) })),
      ),
      h('span', { class: 'todo-go', 'aria-hidden': 'true' }, '›'),
    ),
  );
}

/** What is wrong just now, each leading to its kiosk; the rest of a long list folded. */
function alarm_part(found, places) {
  if (!found.length) return null;
  const alarms = by_weight(found);
  const list = (some) => h('ul', { class: 'todos' }, some.map((each) => alarm_item(each, places)));
  const rest = alarms.slice(SHOWN_ALARMS);
  return section(
    say('kiosk.alarms', { count: alarms.length }),
    list(alarms.slice(0, SHOWN_ALARMS)),
    rest.length
      ? h('details', { class: 'more' }, h('summary', {}, say('kiosk.moreAlarms', { count: rest.length })), list(rest))
      : null,
  );
}

function claim_part(context, places) {
  const problem = h('div', {});
  const code = input({ id: 'claim-code', autocapitalize: 'characters', spellcheck: 'false', maxlength: 16 });
  const name = input({ id: 'claim-name', maxlength: 60 });
  const place = places.length
    ? select([['', say('kiosk.choosePlace')], ...places], '', { id: 'claim-place' })
    : input({ id: 'claim-place', maxlength: 64, autocapitalize: 'none' });
  const press = async () => {
    const missing = [code, name, place].find((box) => !box.value.trim());
    if (missing) {
      put(problem, banner('danger', say('kiosk.claimMissing')));
      missing.focus();
      return;
    }
    await post('/api/kiosks', {
      claimCode: code.value.trim(),
      name: name.value.trim(),
      place: place.value.trim(),
      commune: commune(),
    });
    context.reload();
  };
  const hinted = (words, hint, box) =>
    labelled(
      words,
      hint,
      (more) => {
        if (more['aria-describedby']) box.setAttribute('aria-describedby', more['aria-describedby']);
        return box;
      },
      { id: box.id },
    );
  return h(
    'div',
    { class: 'card' },
    text(say('kiosk.claimWhat')),
    hinted(say('kiosk.claimCode'), say('kiosk.claimCodeHint'), code),
    hinted(say('kiosk.claimName'), null, name),
    hinted(say('kiosk.claimPlace'), say('kiosk.claimPlaceHint'), place),
    problem,
    h(
      'div',
      { class: 'actions' },
      working_button(say('kiosk.claimDo'), press, { kind: 'primary', sign: 'plus', problem }),
    ),
  );
}

async function show_fleet(context) {
  const [kiosks, alarms, places] = await Promise.all([
    get_list(scoped('/api/kiosks')),
    get_list(scoped('/api/alarms')),
    houses(),
  ]);
  const place_words = new Map(places);
  const problem = h('div', {});
  const found = h('div', {});
  const count = h('p', { class: 'hint', role: 'status' });
  const search = input({ type: 'search', id: 'kiosk-search' });
  const states = [...new Set(kiosks.map((each) => each.state))];
  const state = select([['', say('guides.all')], ...states.map((each) => [each, say(`kiosk.state.${each}`)])], '', {
    id: 'kiosk-state',
  });
  const update = () => {
    const shown = kiosks.filter(
      (each) =>
        folded(`${each.name} ${each.place} ${each.commune}`).includes(folded(search.value)) &&
        (!state.value || each.state === state.value),
    );
    put(count, say('kiosk.count', { shown: shown.length, all: kiosks.length }));
    put(
      found,
      shown.length
        ? fleet_table(shown, place_words, problem)
        : empty(say(kiosks.length ? 'kiosk.none' : 'kiosk.noneYet')),
    );
  };
  search.addEventListener('input', update);
  state.addEventListener('change', update);
  update();
  const ill = kiosks.filter((each) => is_ill(each.state)).length;
  return h(
    'div',
    {},
    heading(say('kiosk.title'), ill ? say('kiosk.ill', { count: ill }) : kiosks.length ? say('kiosk.allWell') : null),
    alarm_part(alarms, place_words),
    h(
      'div',
      { class: 'card filters' },
      labelled(say('kiosk.search'), null, () => search, { id: 'kiosk-search' }),
      labelled(say('kiosk.how'), null, () => state, { id: 'kiosk-state' }),
    ),
    count,
    problem,
    found,
    is_author() && commune() ? section(say('settings.title'), await settings_part()) : null,
    is_admin() ? section(say('kiosk.claimTitle'), claim_part(context, places)) : null,
    is_admin() ? emergency_part() : null,
  );
}

/** How the commune's kiosks are set is content like another: written, approved, signed. */
async function settings_part() {
  const problem = h('div', {});
  const published = await get(scoped('/api/guides/settings.kiosks')).catch(() => null);
  const edit = async () => {
    const path = path_of('settings', commune(), 'kiosks');
    const draft = await post('/api/drafts', { path, commune: commune() });
    location.hash = `#/draft/${encodeURIComponent(draft.id)}`;
  };
  return h(
    'div',
    { class: 'card' },
    text(say('settings.what')),
    problem,
    h(
      'div',
      { class: 'actions' },
      working_button(say('settings.edit'), edit, { kind: 'secondary', sign: 'pencil', problem }),
      published ? link(say('settings.history'), '#/guide/settings.kiosks', { kind: 'plain' }) : null,
    ),
  );
}

export async function show(context) {
  if (context.parts[0]) return show_kiosk(context.parts[0]);
  return show_fleet(context).catch((error) =>
    error.status === 404 ? h('div', {}, heading(say('kiosk.title')), empty(words_of(error))) : Promise.reject(error),
  );
}
