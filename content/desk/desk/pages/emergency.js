// One order before everything else on every screen: blank, words of one's own, or an end of either. It is signed like
// any other change, by the people who hold the emergency role's keys.

import { post } from '../api.js';
import { h, put } from '../dom.js';
import { say } from '../lang.js';
import { banner, input, labelled, section, select, text, working_button } from '../ui.js';

const KINDS = ['blank', 'replace', 'lift'];

export function emergency_part() {
  const problem = h('div', {});
  const title = input({ id: 'emergency-title', maxlength: 80 });
  const words = h('textarea', { id: 'emergency-words', rows: 3, maxlength: 300 });
  const own = h(
    'div',
    { hidden: true },
    labelled(say('emergency.title'), null, () => title, { id: 'emergency-title' }),
    labelled(say('emergency.words'), null, () => words, { id: 'emergency-words' }),
  );
  const kind = select(
    KINDS.map((each) => [each, say(`emergency.kind.${each}`)]),
    'blank',
    {
      id: 'emergency-kind',
      on_change: () => {
        own.hidden = kind.value !== 'replace';
      },
    },
  );
  const press = async () => {
    if (kind.value === 'replace' && (!title.value.trim() || !words.value.trim())) {
      put(problem, banner('danger', say('emergency.missing')));
      title.focus();
      return;
    }
    const order =
      kind.value === 'replace'
        ? { kind: kind.value, title: { vi: title.value.trim() }, text: { vi: words.value.trim() } }
        : { kind: kind.value };
    const proposal = await post('/api/emergency', order);
    location.hash = `#/sign/${encodeURIComponent(proposal.id)}`;
  };
  return section(
    say('emergency.heading'),
    h(
      'details',
      { class: 'card' },
      h('summary', {}, say('emergency.open')),
      text(say('emergency.what')),
      labelled(say('emergency.which'), null, () => kind, { id: 'emergency-kind' }),
      own,
      problem,
      h(
        'div',
        { class: 'actions' },
        working_button(say('emergency.do'), press, { kind: 'danger', sign: 'warning', problem }),
      ),
    ),
  );
}
