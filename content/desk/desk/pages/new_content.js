// A new notice, place, heritage page or product: its title gives its file a name.

import { post, words_of } from '../api.js';
import { h, put } from '../dom.js';
import { say } from '../lang.js';
import { path_of, slug } from '../model.js';
import { commune } from '../session.js';
import { banner, heading, input, labelled, link, select } from '../ui.js';

const KINDS = ['notice', 'heritage', 'product', 'place'];

async function create(kind, words) {
  const id = slug(words);
  const draft = await post('/api/drafts', {
    path: path_of(kind, commune(), id),
    from: 'empty',
    title: words,
    commune: commune(),
  });
  location.hash = `#/draft/${encodeURIComponent(draft.id)}`;
}

export function show_new() {
  const problem = h('div', {});
  const kind = select(
    KINDS.map((each) => [each, say(`kind.${each}`)]),
    'notice',
    { id: 'new-kind' },
  );
  const title = input({ id: 'new-title', maxlength: 120, 'aria-describedby': 'new-title-hint' });
  const submit = async (event) => {
    event.preventDefault();
    if (!slug(title.value)) {
      put(problem, banner('danger', say('new.missing')));
      title.focus();
      return;
    }
    await create(kind.value, title.value.trim()).catch((error) => put(problem, banner('danger', words_of(error))));
  };
  return h(
    'div',
    { class: 'narrow' },
    heading(say('new.heading'), say('new.below')),
    h(
      'form',
      { class: 'card', on_submit: submit, novalidate: true },
      problem,
      labelled(say('new.kind'), null, () => kind, { id: 'new-kind' }),
      labelled(say('new.title'), say('new.titleHint'), () => title, { id: 'new-title' }),
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'submit', class: 'button primary' }, say('new.do')),
        link(say('ui.back'), '#/guides', { kind: 'secondary' }),
      ),
    ),
  );
}
