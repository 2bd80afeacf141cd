// The pane beside the form: the draft as the kiosk itself draws it, upright or wide, and as a phone page.

import { h, put } from './dom.js';
import { say } from './lang.js';

const VIEWS = [
  ['landscape', 'landscape.png', 1920, 1080],
  ['portrait', 'portrait.png', 1080, 1920],
  ['phone', 'phone.html', 390, 844],
];

const address_of = (draft, file, revision) => `/api/drafts/${encodeURIComponent(draft)}/preview/${file}?revision=${encodeURIComponent(revision)}`;

/** {node, refresh(revision)}. `words()`: the draft's title, for who cannot see the picture. */
export function preview(draft, revision, words) {
  let [view] = VIEWS;
  let shown = revision;
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
    const address = address_of(draft, file, shown);
    const more = { class: `preview-${name}`, src: address, width, height, on_load: done, on_error: failed };
    put(stage, name === 'phone' ? h('iframe', { ...more, sandbox: '', title: say('preview.phoneTitle') }) : h('img', { ...more, alt: say(`preview.alt.${name}`, { title: words() }) }));
  }

  const tabs = VIEWS.map((each) => {
    const radio = h('input', { type: 'radio', name: 'preview', checked: each === view, on_change: () => { view = each; draw(); } });
    return h('label', { class: 'segment' }, radio, h('span', {}, say(`preview.${each[0]}`)));
  });
  draw();
  return {
    node: h('section', { class: 'preview', 'aria-labelledby': 'preview-title' }, h('h2', { id: 'preview-title' }, say('preview.title')), h('fieldset', { class: 'segments' }, h('legend', { class: 'unseen' }, say('preview.choose')), tabs), status, stage),
    refresh(revision_now) {
      if (revision_now === shown) return;
      shown = revision_now;
      draw();
    },
  };
}
