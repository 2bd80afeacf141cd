// Every guide, notice and page that the commune shows, with filters.

import { get_list } from '../api.js';
import { h, put } from '../dom.js';
import { day, folded, in_words, say } from '../lang.js';
import { commune, is_author, scoped } from '../session.js';
import { STATES, freshness_chip, review_words, state_chip } from '../states.js';
import { chip, empty, heading, input, labelled, link, select, table } from '../ui.js';
import { show_files } from './files.js';
import { show_guide } from './guide.js';
import { show_new } from './new_content.js';

const KINDS = ['guide', 'patch', 'notice', 'place', 'heritage', 'product', 'settings'];
const filters = { words: '', kind: '', state: '', freshness: '', who: '', draft: false };

const link_to = (each) =>
  each.draft ? `#/draft/${encodeURIComponent(each.draft.id ?? each.draft)}` : `#/guide/${encodeURIComponent(each.id)}`;

function matches(each) {
  const words = folded(`${in_words(each.title)} ${each.title?.vi ?? ''} ${each.id}`);
  return (
    words.includes(folded(filters.words)) &&
    (!filters.kind || each.kind === filters.kind || (filters.kind === 'guide' && each.kind === 'patch')) &&
    (filters.state ? each.state === filters.state : each.state !== 'withdrawn') &&
    (!filters.freshness || each.freshness === filters.freshness) &&
    (!filters.who || each.who === filters.who) &&
    (!filters.draft || Boolean(each.draft))
  );
}

const COLUMNS = () => [
  {
    words: say('guides.title'),
    of: (each) => [
      h('a', { class: 'row-link', href: link_to(each) }, in_words(each.title) || each.id),
      h('span', { class: 'hint' }, kind_words(each)),
    ],
  },
  {
    words: say('guides.state'),
    of: (each) => [state_chip(each.state), each.draft ? chip('info', say('guides.hasDraft'), 'pencil') : null],
  },
  {
    words: say('guides.freshness'),
    of: (each) => [
      freshness_chip(each.freshness),
      h(
        'span',
        { class: 'hint' },
        each.checkedOn ? say('guides.checked', { day: day(each.checkedOn) }) : say('guides.neverChecked'),
      ),
    ],
  },
  { words: say('guides.reviewBy'), of: (each) => review_words(each.reviewBy) },
  { words: say('guides.who'), of: (each) => each.who || say('guides.nobody') },
];

function kind_words(each) {
  const layer = each.layer === 'national' ? say('guides.national') : say('guides.commune');
  return each.kind === 'guide' || each.kind === 'patch' ? layer : say(`kind.${each.kind}`);
}

function chooser(name, options) {
  const all = [['', say('guides.all')], ...options];
  return labelled(say(`guides.${name}`), null, (more) => {
    const node = select(all, filters[name], {
      ...more,
      on_change: () => {
        filters[name] = node.value;
        node.dispatchEvent(new Event('filter', { bubbles: true }));
      },
    });
    return node;
  });
}

function filter_bar(rows, update) {
  const people = [...new Set(rows.map((each) => each.who).filter(Boolean))].sort();
  const search = labelled(say('guides.search'), null, (more) =>
    input({
      type: 'search',
      value: filters.words,
      ...more,
      on_input: (event) => {
        filters.words = event.target.value;
        update();
      },
    }),
  );
  const draft = h(
    'label',
    { class: 'tick' },
    h('input', {
      type: 'checkbox',
      checked: filters.draft,
      on_change: (event) => {
        filters.draft = event.target.checked;
        update();
      },
    }),
    h('span', {}, say('guides.onlyDraft')),
  );
  const more = h(
    'details',
    { class: 'filters-more', open: window.matchMedia('(min-width: 60rem)').matches },
    h('summary', {}, say('guides.filters')),
    h(
      'div',
      { class: 'filters' },
      chooser(
        'kind',
        KINDS.filter((kind) => kind !== 'patch').map((kind) => [kind, say(`kind.${kind}`)]),
      ),
      chooser(
        'state',
        STATES.map((state) => [state, say(`state.${state}`)]),
      ),
      chooser(
        'freshness',
        ['fresh', 'due', 'stale'].map((each) => [each, say(`fresh.${each}`)]),
      ),
      chooser(
        'who',
        people.map((who) => [who, who]),
      ),
      draft,
    ),
  );
  return h(
    'form',
    { class: 'card filter-bar', role: 'search', on_submit: (event) => event.preventDefault(), on_filter: update },
    search,
    more,
  );
}

export async function show({ parts, query }) {
  if (parts[0] === 'new') return show_new();
  if (parts[0] === 'files') return show_files();
  if (parts[0]) return show_guide(parts[0]);
  if (query.get('kind')) filters.kind = query.get('kind');
  const rows = await get_list(scoped('/api/guides?withdrawn=1'));
  const found = h('div', {});
  const count = h('p', { class: 'hint', role: 'status' });
  const update = () => {
    const shown = rows.filter(matches);
    put(count, say('guides.count', { shown: shown.length, all: rows.length }));
    put(found, shown.length ? table(COLUMNS(), shown) : empty(say('guides.none')));
  };
  const node = h(
    'div',
    {},
    h(
      'div',
      { class: 'heading-row' },
      heading(say('guides.heading'), say('guides.below')),
      is_author() && commune()
        ? h(
            'div',
            { class: 'actions' },
            link(say('guides.files'), '#/guides/files', { kind: 'secondary', sign: 'scroll' }),
            link(say('guides.new'), '#/guides/new', { kind: 'primary', sign: 'plus' }),
          )
        : null,
    ),
    filter_bar(rows, update),
    count,
    found,
  );
  update();
  return node;
}
