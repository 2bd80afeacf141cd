// The pane beside the form: the draft as the kiosk itself draws it, upright or wide, and where the kind has one, its
// phone page.

import { get_blob, words_of } from './api.js';
import { h, put } from './dom.js';
import { language, say } from './lang.js';
import { button, labelled, select } from './ui.js';

const VIEWS = [
  ['landscape', 'landscape.png', 1920, 1080],
  ['portrait', 'portrait.png', 1080, 1920],
  ['phone', 'phone.html', 390, 844],
];
const GUIDE = ['guide', 'case', 'steps', 'qr'];

/** The pages of the screen that a piece of content has, the first one first. Of what it does not say, none is offered. */
const PAGES = {
  guide: () => GUIDE,
  patch: () => GUIDE,
  notice: ({ urgency }) => (urgency === 'emergency' ? ['urgent', 'own', 'list'] : ['own', 'list', 'rest']),
  heritage: ({ pictures }) => ['own', pictures?.some((each) => each.panorama) && 'panorama'],
  product: ({ payment }) => ['own', 'list', payment && 'payment'],
  place: ({ contacts, wifi, zaloGroups }) => [
    'own',
    'rest',
    contacts?.length && 'contacts',
    wifi?.ssid && 'wifi',
    zaloGroups?.length && 'zalo',
    zaloGroups?.length && 'zalo-code',
  ],
};
const ON_PHONE = ['guide', 'patch'];

const pages_of = (kind, content) => PAGES[kind](content ?? {}).filter(Boolean);

/** "Trang thông báo" for the page that a notice has for itself: what "own" is, the kind says. */
const page_words = (kind, page) => say(`preview.pages.${page === 'own' ? kind : page}`);

function address_of(draft, file, more) {
  return `/api/drafts/${encodeURIComponent(draft.id)}/preview/${file}?${new URLSearchParams({ ...more, lang: language() })}`;
}

/**
 * {node, refresh(revision)}; nothing for a kind that has no page on a screen. `words()`: the draft's title, for the
 * picture's alt. `content()`: what it says now, which tells the pages that it has.
 */
export function preview(draft, words, content = () => draft.content) {
  if (!PAGES[draft.kind]) return null;
  const views = VIEWS.filter(([name]) => name !== 'phone' || ON_PHONE.includes(draft.kind));
  let [view] = views;
  let pages = pages_of(draft.kind, content());
  let [page] = pages;
  let shown = draft.revision;
  let turn = 0;
  const stage = h('div', { class: 'preview-stage' });
  const status = h('div', { class: 'hint', role: 'status' });

  function failed(error) {
    put(stage);
    if (error.code === 'not-ready') {
      put(status, words_of(error)); // drawing again would not help
      return;
    }
    put(
      status,
      `${say('preview.failed')} ${words_of(error)} `,
      button(say('preview.again'), draw, { kind: 'small', sign: 'undo' }),
    );
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

  const tabs = views.map((each) => {
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
  const chooser = h('div', {});
  function offer_pages() {
    const choice = (more) =>
      select(
        pages.map((each) => [each, page_words(draft.kind, each)]),
        page,
        {
          ...more,
          on_change: (event) => {
            page = event.target.value;
            draw();
          },
        },
      );
    put(chooser, pages.length > 1 ? labelled(say('preview.page'), null, choice) : null);
  }

  /** What was just written may have given it a page, or taken one. */
  function see_what_there_is() {
    const now = pages_of(draft.kind, content());
    if (now.join() === pages.join()) return;
    pages = now;
    if (!pages.includes(page)) [page] = pages;
    offer_pages();
  }

  offer_pages();
  draw();
  return {
    node: h(
      'section',
      { class: 'preview', 'aria-labelledby': 'preview-title' },
      h('h2', { id: 'preview-title' }, say('preview.title')),
      h('fieldset', { class: 'segments' }, h('legend', { class: 'unseen' }, say('preview.choose')), tabs),
      chooser,
      status,
      stage,
    ),
    refresh(revision_now) {
      if (revision_now === shown) return;
      shown = revision_now;
      see_what_there_is();
      draw();
    },
  };
}
