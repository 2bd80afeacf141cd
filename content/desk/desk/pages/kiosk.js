// One kiosk: how it is, what it told lately, and what can be asked of it from here.

import { get, get_list, post } from '../api.js';
import { h, put } from '../dom.js';
import { LOOKS } from '../kiosk_states.js';
import { facts_of, report_words } from '../kiosk_words.js';
import { in_words, moment, say } from '../lang.js';
import { is_admin, scoped } from '../session.js';
import { ask, banner, card, chip, empty, heading, link, section, table, working_button } from '../ui.js';

/** [id, name] of the commune's houses. */
export async function houses() {
  const rows = await get_list(scoped('/api/guides')).catch(() => []);
  return rows
    .filter((each) => each.kind === 'place')
    .map((each) => [String(each.id).split(/[./]/).at(-1), in_words(each.title)]);
}

export const state_chip = (kiosk) => chip(LOOKS[kiosk.state], say(`kiosk.state.${kiosk.state}`));

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

export function ask_buttons(kiosk, problem) {
  if (!is_admin() || kiosk.retiredAt) return null;
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

/** Alarms, what was asked, what it reported, as one list, the newest first. */
function history_rows(kiosk, places) {
  const alarms = (kiosk.alarms ?? []).map((each) => ({
    at: each.since,
    words: say(each.until ? 'kiosk.alarmOver' : 'kiosk.alarmLasts', {
      what: in_words(each.words),
      until: moment(each.until),
    }),
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
    words: report_words(each, places),
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

function fact_list(kiosk, places) {
  const facts = facts_of(kiosk, places.get(kiosk.place) ?? kiosk.place);
  return h(
    'dl',
    { class: 'values facts' },
    facts.map(([name, words]) => h('div', {}, h('dt', {}, say(`kiosk.fact.${name}`)), h('dd', {}, words))),
  );
}

/** The page of one kiosk. */
export async function show_kiosk(id) {
  const [kiosk, all] = await Promise.all([get(`/api/kiosks/${encodeURIComponent(id)}`), houses()]);
  const places = new Map(all);
  const problem = h('div', {});
  return h(
    'div',
    {},
    link(say('kiosk.toList'), '#/kiosks', { sign: 'back', class: 'back' }),
    heading(kiosk.name),
    h('p', { class: 'state-line' }, state_chip(kiosk), h('span', {}, in_words(kiosk.words))),
    problem,
    card(fact_list(kiosk, places)),
    h(
      'div',
      { class: 'actions' },
      ask_buttons(kiosk, problem),
      is_admin() && !kiosk.retiredAt
        ? working_button(say('kiosk.retire'), () => retire(kiosk), { kind: 'small', sign: 'bin', problem })
        : null,
    ),
    section(say('kiosk.history'), history_table(history_rows(kiosk, places))),
  );
}
