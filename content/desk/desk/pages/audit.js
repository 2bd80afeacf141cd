// Who did what, the newest first. The server chains each line to the one before it: none can be taken out unseen.

import { get_list } from '../api.js';
import { h, put } from '../dom.js';
import { has_words, in_words, moment, say } from '../lang.js';
import { empty, heading, table, working_button } from '../ui.js';

/** "account.invite" is a text's name once its dots are gone. */
const key_of = (row) => `audit.did.${String(row.what).replaceAll('.', '-')}`;
const what_words = (row) => in_words(row.text) || (has_words(key_of(row)) ? say(key_of(row)) : row.what);

function lines(rows) {
  return table(
    [
      { words: say('audit.when'), of: (row) => moment(row.at) },
      { words: say('audit.who'), of: (row) => (row.who && row.who !== 'server' ? row.who : say('audit.system')) },
      { words: say('audit.what'), of: (row) => what_words(row) },
      {
        words: say('audit.about'),
        of: (row) => (typeof row.about === 'object' && row.about ? JSON.stringify(row.about) : String(row.about ?? '')),
      },
    ],
    rows,
  );
}

export async function show() {
  let rows = await get_list('/api/audit');
  const body = h('div', {});
  const more = h('div', { class: 'actions' });
  const draw = (last) => {
    put(body, rows.length ? lines(rows) : empty(say('audit.none')));
    put(more, last.length ? working_button(say('audit.older'), older) : h('p', { class: 'hint' }, say('audit.end')));
  };
  const older = async () => {
    const next = await get_list(`/api/audit?before=${encodeURIComponent(rows.at(-1).id)}`);
    rows = [...rows, ...next];
    draw(next);
  };
  draw(rows);
  return h('div', {}, heading(say('audit.title'), say('audit.below')), body, more);
}
