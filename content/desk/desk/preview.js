// The pane beside the form: the draft as the kiosk itself draws it, upright or wide, and as a phone page.

import { get_blob, words_of } from './api.js';
import { h, put } from './dom.js';
import { language, say } from './lang.js';
import { button, labelled, select } from './ui.js';

const VIEWS = [
  ['landscape', 'landscape.png', 1920, 1080],
  ['portrait', 'portrait.png', 1080, 1920],
  ['phone', 'phone.html', 390, 844],
];
const PAGES = ['guide', 'case', 'steps', 'qr'];
const DRAWN = ['guide', 'patch']; // other kinds have no page of their own to draw

function address_of(draft, file, more) {
  return `/api/drafts/${encodeURIComponent(draft.id)}/preview/${file}?${new URLSearchParams({ ...more, lang: language() })}`;
}

/** {node, refresh(revision)}; nothing for a kind that is not drawn. `words()`: the draft's title, for the picture's alt. */
export function preview(draft, words) {
  if (!DRAWN.includes(draft.kind)) return null;
  let [view] = VIEWS;
  let [page] = PAGES;
  let shown = draft.revision;
  let turn = 0;
  const stage = h('div', { class: 'preview-stage' });
  const status = h('div', { class: 'hint', role: 'status' });

  function failed(error) {
    put(
      status,
      `${say('preview.failed')} ${words_of(error)} `,
      button(say('preview.again'), draw, { kind: 'small', sign: 'undo' }),
    );
    put(stage);
  }

  async function picture([name, file, width, height], more) {
    const url = URL.createObjectURL(await get_blob(address_of(draft, file, more)));
    const node = h('img', {
      class: `preview-${name}`,
      src: url,
      width,
      height,
      alt: say(`preview.alt.${name}`, { title: words() }),
    });
    node.addEventListener('load', () => URL.revokeObjectURL(url));
    return node;
  }

  /** Asked for twice: once to be told in words what is wrong, once by the frame, which could not tell. */
  async function phone([name, file, width, height], more) {
    const address = address_of(draft, file, more);
    await get_blob(address);
    return h('iframe', {
      class: `preview-${name}`,
      src: address,
      width,
      height,
      sandbox: '',
      title: say('preview.phoneTitle'),
    });
  }

  async function draw() {
    turn += 1;
    const mine = turn;
    const more = { revision: shown, page };
    put(status, say('preview.drawing'));
    try {
      const node = await (view[0] === 'phone' ? phone : picture)(view, more);
      if (mine !== turn) return;
      put(stage, node);
      put(status, say('preview.done'));
    } catch (error) {
      if (mine === turn) failed(error);
    }
  }

  const tabs = VIEWS.map((each) => {
    const radio = h('input', {
      type: 'radio',
      name: 'preview',
      checked: each === view,
      on_change: () => {
        view = each;
        draw();
      },
    });
    return h('label', { class: 'segment' }, radio, h('span', {}, say(`preview.${each[0]}`)));
  });
  const pages = labelled(say('preview.page'), null, (more) =>
    select(
      PAGES.map((each) => [each, say(`preview.pages.${each}`)]),
      page,
      {
        ...more,
        on_change: (event) => {
          page = event.target.value;
          draw();
        },
      },
    ),
  );
  draw();
  return {
    node: h(
      'section',
      { class: 'preview', 'aria-labelledby': 'preview-title' },
      h('h2', { id: 'preview-title' }, say('preview.title')),
      h('fieldset', { class: 'segments' }, h('legend', { class: 'unseen' }, say('preview.choose')), tabs),
      pages,
      status,
      stage,
    ),
    refresh(revision_now) {
      if (revision_now === shown) return;
      shown = revision_now;
      draw();
    },
  };
}
