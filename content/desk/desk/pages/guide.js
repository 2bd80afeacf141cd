// One guide as it is published: what it says, who changed it when, and the way back to an earlier version.

import { get, post } from '../api.js';
import { h } from '../dom.js';
import { in_words, moment, say } from '../lang.js';
import { path_of } from '../model.js';
import { account, is_author, is_reviewer } from '../session.js';
import { state_chip, freshness_chip, review_words } from '../states.js';
import { value_view } from '../values.js';
import { ask, card, empty, heading, link, section, table, working_button } from '../ui.js';

async function edit(item) {
  const national = item.layer === 'national' && (item.kind === 'guide' || item.kind === 'patch');
  const path = national ? path_of('patch', account().commune, item.id) : item.path;
  const draft = await post('/api/drafts', { path, from: 'published' });
  location.hash = `#/draft/${encodeURIComponent(draft.id)}`;
}

async function roll_back(entry) {
  const yes = await ask({ title: say('guide.rollbackTitle', { version: entry.version }), words: say('guide.rollbackWords'), yes: say('guide.rollbackDo') });
  if (yes === undefined) return;
  const proposal = await post('/api/proposals', { rollbackTo: entry.version });
  location.hash = `#/sign/${encodeURIComponent(proposal.id)}`;
}

function history_part(history, problem) {
  if (!history?.length) return empty(say('guide.noHistory'));
  return table([
    { words: say('guide.version'), of: (entry) => String(entry.version) },
    { words: say('guide.when'), of: (entry) => moment(entry.at) },
    { words: say('guide.who'), of: (entry) => entry.who },
    { words: say('guide.note'), of: (entry) => entry.note || say('guide.noNote') },
    { words: say('guide.backTo'), of: (entry) => (entry === history[0] ? say('guide.inUse') : is_reviewer() || is_author() ? working_button(say('guide.rollback'), () => roll_back(entry), { sign: 'undo', problem, 'aria-label': say('guide.rollbackTo', { version: entry.version }) }) : null) },
  ], history);
}

export async function show({ parts: [id] }) {
  const [found, all] = await Promise.all([get(`/api/guides/${encodeURIComponent(id)}`), get('/api/guides')]);
  const rows = Array.isArray(all) ? all : (all.guides ?? []);
  const item = rows.find((each) => String(each.id) === id) ?? { id, kind: found.kind ?? 'guide', path: found.path, layer: found.national ? 'national' : 'commune' };
  const content = found.merged ?? found.commune ?? found.national;
  const problem = h('div', {});
  return h('div', {},
    link(say('guide.toList'), '#/guides', { sign: 'back', class: 'back' }),
    heading(in_words(item.title) || in_words(content?.title ?? content?.name) || id),
    h('div', { class: 'chips' }, item.state ? state_chip(item.state) : null, freshness_chip(item.freshness), h('span', { class: 'hint' }, say('guide.review', { when: review_words(item.reviewBy) }))),
    problem,
    h('div', { class: 'actions' }, is_author() && account().commune ? working_button(found.national && !found.commune ? say('guide.editForCommune') : say('guide.edit'), () => edit(item), { kind: 'primary', sign: 'pencil', problem }) : null),
    section(say('guide.says'), card(value_view(content, { kind: item.kind }))),
    section(say('guide.history'), history_part(found.history, problem)));
}
