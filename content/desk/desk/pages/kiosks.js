// The kiosks in the houses: how each one is, in words, and what can be asked of it from here.

import { get, get_list, post, words_of } from '../api.js';
import { h, put } from '../dom.js';
import { folded, has_words, in_words, moment, say } from '../lang.js';
import { path_of } from '../model.js';
import { commune, is_admin, is_author, scoped } from '../session.js';
import { emergency_part } from './emergency.js';
import {
  ask,
  banner,
  card,
  chip,
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

const LOOKS = {
  well: 'good',
  silent: 'warn',
  stale: 'warn',
  disk: 'warn',
  crashing: 'danger',
  setAside: 'warn',
  waiting: 'quiet',
  retired: 'quiet',
};

const state_chip = (kiosk) => chip(LOOKS[kiosk.state] ?? 'info', say(`kiosk.state.${kiosk.state}`));

async function ask_kiosk(kiosk, what, problem) {
  if (what === 'restart') {
    const yes = await ask({
      title: say('kiosk.restartTitle', { name: kiosk.name }),
      words: say('kiosk.restartWords'),
      yes: say('kiosk.restart'),
    });
    if (yes === undefined) return;
  }
  await post(`/api/kiosks/${encodeURIComponent(kiosk.id)}/asks`, { ask: what });
  put(problem, banner('good', say(`kiosk.asked.${what}`, { name: kiosk.name })));
}

function ask_buttons(kiosk, problem) {
  if (!is_admin()) return null;
  return h(
    'div',
    { class: 'item-buttons' },
    ['sync', 'restart'].map((what) =>
      working_button(say(`kiosk.${what}`), () => ask_kiosk(kiosk, what, problem), {
        kind: 'small',
        problem,
        'aria-label': say(`kiosk.${what}Of`, { name: kiosk.name }),
      }),
    ),
  );
}

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
        of: (each) => (each.lastReport ? moment(each.lastReport) : say('kiosk.never')),
      },
      { words: say('kiosk.version'), of: (each) => (each.lastSync ? moment(each.lastSync) : say('kiosk.never')) },
      { words: say('kiosk.ask'), of: (each) => ask_buttons(each, problem) },
    ],
    kiosks,
  );
}

/** [id, name] of the commune's houses. */
async function houses() {
  const rows = await get_list(scoped('/api/guides')).catch(() => []);
  return rows
    .filter((each) => each.kind === 'place')
    .map((each) => [String(each.id).split(/[./]/).at(-1), in_words(each.title)]);
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
  const [kiosks, places] = await Promise.all([get_list(scoped('/api/kiosks')), is_admin() ? houses() : []]);
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
  const ill = kiosks.filter((each) => !['well', 'retired', 'waiting'].includes(each.state)).length;
  return h(
    'div',
    {},
    heading(say('kiosk.title'), ill ? say('kiosk.ill', { count: ill }) : kiosks.length ? say('kiosk.allWell') : null),
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

async function retire(kiosk) {
  const yes = await ask({
    title: say('kiosk.retireTitle', { name: kiosk.name }),
    words: say('kiosk.retireWords'),
    yes: say('kiosk.retire'),
    kind: 'danger',
  });
  if (yes === undefined) return;
  await post(`/api/kiosks/${encodeURIComponent(kiosk.id)}/retire`);
  location.hash = '#/kiosks';
}

const FACTS = ['place', 'commune', 'version', 'lastSync', 'lastReport', 'claimedAt', 'retiredAt', 'clockSkewSeconds'];

function fact(kiosk, name) {
  const value = kiosk[name];
  if (value === undefined || value === null || value === '') return null;
  const words = /^\d{4}-\d\d-\d\dT/.test(String(value)) ? moment(value) : String(value);
  return h('div', {}, h('dt', {}, say(`kiosk.fact.${name}`)), h('dd', {}, words));
}

/** Alarms, what was asked, what it reported, as one list, the newest first. */
function history_rows(kiosk) {
  const alarms = (kiosk.alarms ?? []).map((each) => ({
    at: each.since,
    words: each.until
      ? say('kiosk.alarmOver', { what: in_words(each.words), until: moment(each.until) })
      : in_words(each.words),
  }));
  const asks = (kiosk.asks ?? []).map((each) => ({
    at: each.askedAt,
    words: say(each.doneAt ? 'kiosk.askDone' : 'kiosk.askOpen', {
      what: say(`kiosk.${each.ask}`),
      at: moment(each.doneAt),
    }),
  }));
  const reports = (kiosk.reports ?? []).map((each) => ({
    at: each.receivedAt ?? each.at,
    words: has_words(`kiosk.report.${each.kind}`) ? say(`kiosk.report.${each.kind}`) : each.kind,
  }));
  return [...alarms, ...asks, ...reports].sort((a, b) => (a.at < b.at ? 1 : -1));
}

function history_table(rows) {
  if (!rows.length) return empty(say('kiosk.noHistory'));
  return table(
    [
      { words: say('kiosk.when'), of: (row) => moment(row.at) },
      { words: say('kiosk.what'), of: (row) => row.words },
    ],
    rows,
  );
}

async function show_kiosk(context, id) {
  const answer = await get(`/api/kiosks/${encodeURIComponent(id)}`);
  const kiosk = answer.kiosk ?? answer;
  const problem = h('div', {});
  return h(
    'div',
    {},
    link(say('kiosk.toList'), '#/kiosks', { sign: 'back', class: 'back' }),
    h('div', { class: 'heading-row' }, heading(kiosk.name, in_words(kiosk.words)), state_chip(kiosk)),
    problem,
    card(
      h(
        'dl',
        { class: 'values facts' },
        FACTS.map((name) => fact(kiosk, name)),
      ),
    ),
    h(
      'div',
      { class: 'actions' },
      ask_buttons(kiosk, problem),
      is_admin() && !kiosk.retiredAt
        ? working_button(say('kiosk.retire'), () => retire(kiosk), { kind: 'small', sign: 'bin', problem })
        : null,
    ),
    section(say('kiosk.history'), history_table(history_rows(kiosk))),
  );
}

export async function show(context) {
  if (context.parts[0]) return show_kiosk(context, context.parts[0]);
  return show_fleet(context).catch((error) =>
    error.status === 404 ? h('div', {}, heading(say('kiosk.title')), empty(words_of(error))) : Promise.reject(error),
  );
}
