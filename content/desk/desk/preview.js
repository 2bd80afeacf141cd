// The pane beside the form: the draft as the kiosk itself draws it, upright or wide, and as a phone page.

import { h, put } from './dom.js';
import { language, say } from './lang.js';
import { labelled, select } from './ui.js';

const VIEWS = [
  ['landscape', 'landscape.png', 1920, 1080],
  ['portrait', 'portrait.png', 1080, 1920],
  ['phone', 'phone.html', 390, 844],
];

const PAGES = ['guide', 'case', 'steps', 'qr'];

function address_of(draft, file, more) {
  return `/api/drafts/${encodeURIComponent(draft.id)}/preview/${file}?${new URLSearchParams({ ...more, lang: language() })}`;
}

/** {node, refresh(revision)}. `words()`: the draft's title, for who cannot see the picture. */
export function preview(draft, words) {
  let [view] = VIEWS;
  let [page] = PAGES;
  let shown = draft.revision;
  const stage = h('div', { class: 'preview-stage' });
  const status = h('p', { class: 'hint', role: 'status' });

  function draw() {
    const [name, file, width, height] = view;
    put(status, say('preview.drawing'));
    const done = () => put(status, say('preview.done'));
    const failed = () => {
      put(status, say('preview.failed'));
      put(stage);
    };
    const address = address_of(draft, file, { revision: shown, page });
    const more = { class: `preview-${name}`, src: address, width, height, on_load: done, on_error: failed };
    put(stage, name === 'phone' ? h('iframe', { ...more, sandbox: '', title: say('preview.phoneTitle') }) : h('img', { ...more, alt: say(`preview.alt.${name}`, { title: words() }) }));
  }

  const tabs = VIEWS.map((each) => {
    const radio = h('input', { type: 'radio', name: 'preview', checked: each === view, on_change: () => { view = each; draw(); } });
    return h('label', { class: 'segment' }, radio, h('span', {}, say(`preview.${each[0]}`)));
  });
  const layered = draft.kind === 'guide' || draft.kind === 'patch';
  const pages = layered ? labelled(say('preview.page'), null, (more) => select(PAGES.map((each) => [each, say(`preview.pages.${each}`)]), page, { ...more, on_change: (event) => { page = event.target.value; draw(); } })) : null;
  draw();
  return {
    node: h('section', { class: 'preview', 'aria-labelledby': 'preview-title' }, h('h2', { id: 'preview-title' }, say('preview.title')), h('fieldset', { class: 'segments' }, h('legend', { class: 'unseen' }, say('preview.choose')), tabs), pages, status, stage),
    refresh(revision_now) {
      if (revision_now === shown) return;
      shown = revision_now;
      draw();
    },
  };
}
