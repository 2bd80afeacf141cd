// What the screens were used for: by day, procedure and house, and what was searched without a result.

import { get, get_list } from '../api.js';
import { h, put } from '../dom.js';
import { day, in_words, number, say, today } from '../lang.js';
import { commune, chooses_commune, scoped } from '../session.js';
import { day_plot, share_bar } from '../plot.js';
import { banner, empty, heading, input, labelled, link, section, table, working_button } from '../ui.js';

function days_ago(count) {
  return new Date(Date.parse(`${today()}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);
}

const range = { from: '', to: '' };

const views_of = (row) => row.opened ?? 0;
const codes_of = (row) => row.codeShown ?? 0;

function ranked(rows, name_of, first) {
  if (!rows?.length) return empty(say('usage.nothing'));
  const sorted = [...rows].sort((a, b) => views_of(b) - views_of(a));
  const most = views_of(sorted[0]);
  return table(
    [
      { words: first, of: name_of },
      {
        words: say('usage.views'),
        of: (row) =>
          h('div', { class: 'share-cell' }, h('span', {}, number(views_of(row))), share_bar(views_of(row), most)),
      },
      { words: say('usage.codes'), of: (row) => number(codes_of(row)) },
      {
        words: say('usage.good'),
        of: (row) =>
          row.helped || row.didNotHelp
            ? say('usage.ratings', { good: number(row.helped), bad: number(row.didNotHelp) })
            : say('usage.unrated'),
      },
    ],
    sorted,
  );
}

function searches(rows) {
  if (!rows?.length) return empty(say('usage.noMisses'));
  return table(
    [
      { words: say('usage.words'), of: (row) => row.words },
      { words: say('usage.times'), of: (row) => number(row.n) },
    ],
    rows,
  );
}

function all_days(rows) {
  const known = new Map(rows.map((row) => [row.day, row]));
  const days = [];
  for (
    let at = Date.parse(`${range.from}T00:00:00Z`);
    at <= Date.parse(`${range.to}T00:00:00Z`) && days.length < 400;
    at += 86_400_000
  )
    days.push(new Date(at).toISOString().slice(0, 10));
  return days.map((each) => [each, views_of(known.get(each) ?? {}), codes_of(known.get(each) ?? {})]);
}

function day_table(rows) {
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, say('usage.asTable')),
    table(
      [
        { words: say('usage.day'), of: (row) => day(row.day) },
        { words: say('usage.views'), of: (row) => number(views_of(row)) },
        { words: say('usage.codes'), of: (row) => number(codes_of(row)) },
      ],
      rows,
    ),
  );
}

function by_day(rows) {
  if (!rows.length) return empty(say('usage.nothing'));
  const numbers = day_table(rows);
  const plot = day_plot(all_days(rows), say('usage.byDayWhat'), () => {
    numbers.open = true;
  });
  return h('div', { class: 'card' }, plot, numbers);
}

const figure = (words, value) =>
  h('div', { class: 'figure' }, h('span', { class: 'figure-value' }, value), h('span', {}, words));

/** `titles`: of guides and houses, by the names that the counts know them by. */
function report(usage, titles) {
  const all = usage.all ?? {};
  return [
    h(
      'div',
      { class: 'figures' },
      figure(say('usage.allViews'), number(views_of(all))),
      figure(say('usage.allCodes'), number(codes_of(all))),
      figure(say('usage.allMisses'), number(all.notFound)),
    ),
    section(say('usage.byDay'), by_day(usage.days ?? [])),
    section(
      say('usage.byProcedure'),
      ranked(usage.guides, (row) => in_words(titles.get(row.guide)) || row.guide, say('usage.procedure')),
    ),
    section(
      say('usage.byPlace'),
      ranked(usage.places, (row) => in_words(titles.get(`place.${row.place}`)) || row.place, say('usage.place')),
    ),
    section(say('usage.misses'), h('p', { class: 'hint' }, say('usage.missesWhat')), searches(usage.searches)),
  ];
}

export async function show() {
  const titles = new Map((await get_list(scoped('/api/guides')).catch(() => [])).map((row) => [row.id, row.title]));
  range.to ||= today();
  range.from ||= days_ago(29);
  const from = input({ type: 'date', id: 'from', value: range.from, max: today() });
  const to = input({ type: 'date', id: 'to', value: range.to, max: today() });
  const body = h('div', {});
  const files = h('div', { class: 'actions' });
  const load = async () => {
    const query = new URLSearchParams({
      from: range.from,
      to: range.to,
      ...(chooses_commune() && { commune: commune() }),
    });
    put(body, report(await get(`/api/usage?${query}`), titles));
    put(
      files,
      link(say('usage.csv'), `/api/usage.csv?${query}`, { kind: 'secondary', download: '' }),
      link(say('usage.pdf'), scoped(`/api/usage.pdf?month=${range.to.slice(0, 7)}`), {
        kind: 'secondary',
        download: '',
      }),
    );
  };
  const problem = h('div', {});
  const press = async () => {
    if (!from.value || !to.value || from.value > to.value) {
      put(problem, banner('danger', say('usage.badRange')));
      from.focus();
      return;
    }
    Object.assign(range, { from: from.value, to: to.value });
    await load();
  };
  await load();
  return h(
    'div',
    {},
    heading(say('usage.title'), say('usage.below')),
    h(
      'form',
      { class: 'card filters', on_submit: (event) => event.preventDefault() },
      labelled(say('usage.from'), null, () => from, { id: 'from' }),
      labelled(say('usage.to'), null, () => to, { id: 'to' }),
      working_button(say('usage.show'), press, { kind: 'primary', problem }),
    ),
    problem,
    files,
    body,
  );
}
