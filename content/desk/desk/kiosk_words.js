// What a kiosk reports of itself, as somebody who looks after it reads it. What the agent writes for engineers stands
// below its meaning, so that it can be passed on.

import { h } from './dom.js';
import { has_words, moment, number, say } from './lang.js';
import { meaning_of } from './kiosk_states.js';
import { field_label } from './values.js';

const GIGABYTE = 1000; // megabytes, as the agent counts them
const MOST_SKEW_SECONDS = 60; // less is nothing that anybody sees

const hint = (words) => h('span', { class: 'hint' }, words);
const list_of = (items) => (items.length ? h('ul', { class: 'said' }, items.map((each) => h('li', {}, each))) : null);

/** An error of the agent's in words, with what it wrote itself below. */
export function error_words(error) {
  const meaning = meaning_of(error);
  return [say(`kiosk.error.${meaning ?? 'other'}`), hint(error)];
}

function size(megabytes) {
  const gigabytes = megabytes / GIGABYTE;
  return megabytes < GIGABYTE ? `${number(megabytes)} MB` : `${number(Math.round(gigabytes * 10) / 10)} GB`;
}

function disk({ diskFreeMegabytes: free, diskMegabytes: all }) {
  if (free === undefined) return null;
  const words = { free: size(free), all: size(all ?? 0) };
  return say(all ? 'kiosk.said.diskOf' : 'kiosk.said.disk', words);
}

function content({ generation, turnedAway }) {
  if (generation === undefined) return null;
  if (!generation) return say('kiosk.said.noContent');
  const words = say('kiosk.said.generation', { number: generation });
  return turnedAway ? [words, hint(say('kiosk.said.turnedAway'))] : words;
}

/** Files that were signed and are not on the screen. */
function unused({ refused = 0, setAside = 0, damaged = 0 }) {
  const parts = Object.entries({ refused, setAside, damaged }).filter(([, count]) => count);
  if (!parts.length) return say('kiosk.said.allUsed');
  return list_of(parts.map(([name, count]) => say(`kiosk.said.${name}`, { count: number(count) })));
}

/** As the server counts them: the run under way is one of `shortRuns`. */
function runs({ shortRuns }) {
  if (shortRuns === undefined) return null;
  return shortRuns > 1 ? say('kiosk.said.shortRuns', { count: number(shortRuns - 1) }) : say('kiosk.said.noShortRuns');
}

function up_time({ upHours }) {
  if (upHours === undefined) return null;
  const [days, hours] = [Math.floor(upHours / 24), upHours % 24];
  return days ? say('kiosk.said.upDays', { days: number(days), hours }) : say('kiosk.said.upHours', { hours });
}

function clock_by(seconds) {
  if (Math.abs(seconds) <= MOST_SKEW_SECONDS) return say('kiosk.said.clockRight');
  const minutes = Math.round(Math.abs(seconds) / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const by = say(hours ? 'kiosk.said.hours' : 'kiosk.said.minutes', { hours: number(hours), minutes: rest });
  return say(seconds > 0 ? 'kiosk.said.clockAhead' : 'kiosk.said.clockBehind', { by });
}

function clock({ clockSkewSeconds }, { clockAheadHours }) {
  if (typeof clockSkewSeconds === 'number') return clock_by(clockSkewSeconds);
  return clockAheadHours === undefined ? null : clock_by(clockAheadHours * 3600);
}

/** Rows of counters and reports that the server did not take: they may have held somebody's number. */
function turned_back({ refusedEntries }, { refusedReports }) {
  const count = (refusedEntries ?? 0) + (refusedReports ?? 0);
  return count ? number(count) : null;
}

const instant = (text) => (text ? moment(text) : null);

/** [[name, words]] of what is known of `kiosk`, as GET /api/kiosks/{id} answers; `place`: its house in words. */
export function facts_of(kiosk, place) {
  const health = kiosk.health ?? {};
  const facts = {
    place,
    commune: kiosk.commune,
    lastReport: instant(kiosk.lastReport) ?? say('kiosk.never'),
    lastSync: instant(kiosk.lastSync) ?? say('kiosk.never'),
    lastTry: instant(health.lastTry),
    error: health.error ? error_words(health.error) : kiosk.health && say('kiosk.said.noError'),
    content: content(health),
    unused: kiosk.health && unused(health),
    disk: disk(health),
    temperature: health.temperatureCelsius === undefined ? null : `${health.temperatureCelsius} °C`,
    runs: runs(health),
    upTime: up_time(health),
    clock: clock(kiosk, health),
    version: kiosk.version || health.version,
    turnedBack: turned_back(kiosk, health),
    claimedAt: instant(kiosk.claimedAt),
    retiredAt: instant(kiosk.retiredAt),
  };
  return Object.entries(facts).filter(([, words]) => words);
}

/** "guides-12.db" is what the agent calls the twelfth content. */
function content_named(name) {
  const found = /^guides-(\d+)\.db$/.exec(name ?? '');
  return found ? say('kiosk.said.generation', { number: found[1] }) : name || say('kiosk.said.noContent');
}

/** "/places/thuong-thap/rotation": where in the settings something cannot be. */
function setting_named(field, places) {
  const parts = String(field ?? '').split('/').filter(Boolean);
  const name = parts.at(-1) ?? '';
  const label = has_words(`settings.${name}`) ? say(`settings.${name}`) : field_label(name);
  if (parts[0] !== 'places') return label || say('settings.title');
  return parts.length < 3 ? places.get(parts[1]) ?? parts[1] : `${label} (${places.get(parts[1]) ?? parts[1]})`;
}

function not_shown(words, entries = []) {
  return entries.map(({ guide, path, reason }) => [say(words, { what: guide || path }), reason ? hint(reason) : null]);
}

/**
 * Each gives the sentences of one kind of report: nodes, or lists of nodes. Of health the newest is told as facts, and
 * counters stand on the page of usage.
 */
const SAID = {
  health: () => [],
  usage: () => [],
  agent: (body) => {
    const troubles = (body.troubles ?? []).map(({ repository, error }) => [
      repository ? `${say('kiosk.said.repository', { name: repository })} ` : null,
      error_words(error ?? ''),
    ]);
    const said = [
      body.error ? error_words(body.error) : null,
      ...troubles,
      body.turnedAway ? say('kiosk.said.turnedAway') : null,
      ...not_shown('kiosk.said.fileRefused', body.refused),
      ...not_shown('kiosk.said.fileSetAside', body.setAside),
      ...not_shown('kiosk.said.fileDamaged', body.damaged),
      body.clockAheadHours ? clock_by(body.clockAheadHours * 3600) : null,
      body.lastSuccess ? say('kiosk.said.lastSuccess', { at: moment(body.lastSuccess) }) : null,
      body.generation ? say('kiosk.said.shows', { what: content_named(`guides-${body.generation}.db`) }) : null,
    ];
    return said.filter(Boolean);
  },
  'crash-loop': ({ turnedAwayFrom, active }) => [
    say('kiosk.said.crashed', { from: content_named(turnedAwayFrom), to: content_named(active) }),
  ],
  picture: ({ file, active, error }) => [
    say('kiosk.said.picture', { file: file ?? '', what: content_named(active), why: error ?? '' }),
  ],
  settings: ({ problems = [] }, places) =>
    problems.map(({ field, why }) => say('kiosk.said.setting', { what: setting_named(field, places), why: why ?? '' })),
};

export const REPORT_KINDS = Object.keys(SAID);

/** A report of the history, with what it says. `places`: the houses' names by their ids. */
export function report_words({ kind, body }, places) {
  return [say(`kiosk.report.${kind}`), list_of(SAID[kind]?.(body ?? {}, places) ?? [])];
}
