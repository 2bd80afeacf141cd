// Somebody else saved the same draft meanwhile: theirs beside mine, chosen field by field. Nothing of mine is lost.

import { h, put } from './dom.js';
import { say } from './lang.js';
import { at_place, three_ways, with_theirs } from './merge.js';
import { banner, heading, text, working_button } from './ui.js';
import { field_label, short_words, value_view } from './values.js';

function place_words(place, content) {
  const words = place.map((key) =>
    typeof key === 'number'
      ? short_words(at_place(content, [place[0], key, 'label']) ?? at_place(content, [place[0], key, 'name'])) ||
        String(key + 1)
      : field_label(key),
  );
  return words.join(', ');
}

function side(name, which, value, checked, place_id) {
  const radio = h('input', { type: 'radio', name: place_id, value: which, checked });
  return h(
    'div',
    { class: 'side' },
    h('label', { class: 'tick' }, radio, h('span', {}, name)),
    h('div', { class: 'side-value' }, value_view(value, { both: true })),
  );
}

function choice(place, at, { mine, theirs, who }) {
  return h(
    'fieldset',
    { class: 'card conflict' },
    h('legend', {}, place_words(place, mine)),
    h(
      'div',
      { class: 'sides' },
      side(say('conflict.theirs', { who }), 'theirs', at_place(theirs, place), false, `place-${at}`),
      side(say('conflict.mine'), 'mine', at_place(mine, place), true, `place-${at}`),
    ),
  );
}

function told(name, places, content) {
  return places.length
    ? h(
        'div',
        {},
        text(say(name)),
        h(
          'ul',
          {},
          places.map((place) => h('li', {}, place_words(place, content))),
        ),
      )
    : null;
}

/** `base`: what both began from; all three are whole contents. `save(merged)` keeps what was chosen. */
export function conflict_view({ base, mine, theirs, who, save }) {
  const ways = three_ways(base, mine, theirs);
  const problem = h('div', {});
  const form = h(
    'div',
    {},
    ways.both.map((place, at) => choice(place, at, { mine, theirs, who })),
  );
  const press = async () => {
    const chosen = ways.both.filter(
      (place, at) => form.querySelector(`input[name="place-${at}"]:checked`)?.value === 'theirs',
    );
    put(problem);
    await save(with_theirs(ways.merged, theirs, chosen));
  };
  return h(
    'div',
    {},
    heading(say('conflict.title')),
    banner('warn', say('conflict.what', { who }), text(say('conflict.kept'))),
    ways.both.length
      ? text(say('conflict.choose', { count: ways.both.length }), 'lead')
      : text(say('conflict.none'), 'lead'),
    form,
    told('conflict.onlyTheirs', ways.only_theirs, theirs),
    told('conflict.onlyMine', ways.only_mine, mine),
    problem,
    h(
      'div',
      { class: 'actions' },
      working_button(say('conflict.save'), press, { kind: 'primary', sign: 'check', problem }),
    ),
  );
}
