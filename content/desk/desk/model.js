// The form of every kind of content, field by field, in the order a clerk thinks of them. It mirrors
// content/guide/*.schema.json; the server judges what is written, this only asks for it.

const field =
  (type) =>
  (name, more = {}) => ({ type, name, ...more });
const text = field('text');
const texts = field('texts');
const line = field('line');
const lines = field('lines');
const date = field('date');
const count = field('count');
const flag = field('flag');
const choice = (name, options, more = {}) => ({ type: 'choice', name, options, ...more });
const list = (name, fields, more = {}) => ({ type: 'list', name, fields, ...more });
const part = (name, fields, more = {}) => ({ type: 'part', name, fields, ...more });
const required = { required: true };

const provenance = part(
  'provenance',
  [
    choice('confidence', ['verified', 'recalled', 'uncertain'], required),
    line('source', required),
    line('publisher'),
    date('publishedOn'),
    date('capturedOn'),
    date('checkedOn'),
    date('validFrom'),
    date('validUntil'),
  ],
  { folded: true, required: true },
);

const channels = { type: 'channels', name: 'channels' };
const long = { long: true };

const evidence = list(
  'evidence',
  [
    text('name', required),
    text('note'),
    count('originals'),
    count('copies'),
    choice('handling', ['submit', 'show']),
    text('onlyIf'),
    channels,
    provenance,
  ],
  { heading: 'name' },
);
const steps = list('steps', [text('text', { ...required, ...long }), provenance], { heading: 'text' });
const costs = list(
  'costs',
  [text('answer', required), count('amountVnd'), text('note'), texts('exemptions'), channels, provenance],
  { heading: 'answer' },
);
const processing_times = list('processingTimes', [text('answer', required), text('note'), channels, provenance], {
  heading: 'answer',
});

const contact = [text('label', required), line('phone', required)];
const pictures = list(
  'pictures',
  [text('alt', required), { type: 'picture', name: 'file', required: true }, flag('panorama')],
  { heading: 'alt' },
);
const sound = { type: 'recording', name: 'file', required: true, words: 'recording.file' };
const recordings = list('recordings', [sound], { heading: 'file' });
const link = [line('url'), line('template'), line('code'), text('label')];

const guide = [
  text('title', required),
  text('shortTitle'),
  text('description', long),
  text('audience', long),
  texts('requirements'),
  text('caseQuestion'),
  text('caseHint'),
  list(
    'cases',
    [{ type: 'id', name: 'id' }, text('label', required), text('note'), evidence, steps, costs, processing_times],
    { heading: 'label', required: true },
  ),
  list(
    'channels',
    [
      { type: 'id', name: 'id' },
      choice('kind', ['counter', 'online', 'police', 'post', 'at-home'], required),
      text('name', required),
      text('note'),
      text('hours'),
      provenance,
    ],
    { heading: 'name' },
  ),
  list('outputs', [text('name', required), provenance], { heading: 'name' }),
  list('forms', [text('name', required), text('note'), provenance], { heading: 'name' }),
  text('competentAuthority'),
  texts('notes'),
  list('comingChanges', [date('from', required), text('text', { ...required, ...long }), provenance], {
    heading: 'text',
  }),
  list('links', link, { heading: 'label' }),
  list('legalResources', [line('number', required), text('title'), provenance], { heading: 'number' }),
  list(
    'codes',
    [line('code', required), choice('role', ['current', 'related', 'replaced']), text('name'), provenance],
    { heading: 'code' },
  ),
  lines('searchTerms'),
  choice('status', ['in-force', 'expired', 'replaced', 'withdrawn']),
  line('replacedBy'),
  date('checkedOn'),
  date('reviewBy'),
  date('validFrom'),
  date('validUntil'),
  text('changeNote'),
  recordings,
];

const notice = [
  text('title', required),
  texts('body', long),
  date('from', required),
  date('until', required),
  choice('urgency', ['normal', 'important', 'emergency']),
  { type: 'places', name: 'places' },
  list('publicContacts', contact, { heading: 'label' }),
  recordings,
  provenance,
  flag('sample'),
];

const place = [
  text('name', required),
  text('commune', required),
  text('village'),
  text('address'),
  text('hours'),
  list(
    'contacts',
    [
      ...contact,
      choice('kind', ['other', 'village-head', 'digital-team', 'police', 'commune', 'emergency', 'hotline']),
      list('about', [text('name', required)], { heading: 'name' }),
    ],
    { heading: 'label' },
  ),
  part('wifi', [line('ssid'), line('password')]),
  list('zaloGroups', [text('name', required), line('url', required)], { heading: 'name' }),
  flag('sample'),
];

const heritage = [
  text('title', required),
  text('summary', { ...required, ...long }),
  texts('body', long),
  pictures,
  recordings,
  provenance,
  flag('sample'),
];

const product = [
  text('name', required),
  text('description', { ...required, ...long }),
  text('producer', required),
  text('price'),
  part('contact', contact),
  part('payment', [line('bank'), line('account'), line('holder'), count('amountVnd'), line('note')]),
  pictures,
  part('link', link),
  provenance,
  flag('sample'),
];

const as_it_is = { unsaid: 'settings.unsaid' };
const own_settings = [
  { type: 'part-of-day', name: 'hours', words: 'settings.hours' },
  count('brightness'),
  count('nightBrightness'),
  choice('language', ['vi', 'en'], { words: 'settings.language', ...as_it_is }),
  choice('loudness', [1, 2, 3, 4, 5], as_it_is),
  choice('rotation', [0, 90, 180, 270], as_it_is),
  { type: 'part-of-day', name: 'syncWindow' },
];

const settings = [
  part('all', own_settings),
  { type: 'by-house', name: 'places', words: 'settings.places', fields: own_settings },
];

const MODELS = { guide, patch: guide, notice, place, heritage, product, settings };

/** The fields of a kind; a kind that nobody knows has none. */
export const fields_of = (kind) => MODELS[kind] ?? [];

const FOLDERS = {
  notice: 'notices',
  place: 'place',
  heritage: 'heritage',
  product: 'products',
  patch: 'patches',
  guide: 'guides',
  settings: 'settings',
};

/** Where the commune's file of this kind and name lies. */
export const path_of = (kind, commune, id) => `communes/${commune}/${FOLDERS[kind]}/${id}.json`;

/** A name for a file, from words: "Cắt nước ngày 27/11" gives "cat-nuoc-ngay-27-11". */
export function slug(words) {
  const plain = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
}

/** A new item of a list, its source filled in as far as it can be known. */
export function empty_item(list_field) {
  const item = {};
  for (const each of list_field.fields) {
    if (each.name === 'provenance') item.provenance = { confidence: 'recalled', source: '' };
    if (each.type === 'id') item.id = '';
    if (each.type === 'choice' && each.required) item[each.name] = each.options[0];
  }
  return item;
}
