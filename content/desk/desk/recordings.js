// A recording of a page, read aloud by somebody of the village: in which language, the file, which the server makes
// anew, a player to hear it, and the words that were read. A page keeps the mark of those words beside the file; when
// they change, kiosks read the page by machine until somebody has listened again.

import { call, words_of } from './api.js';
import { fresh_id, h, put } from './dom.js';
import { in_words, say } from './lang.js';
import { scoped } from './session.js';
import { MOST_SECONDS, player, sendable } from './sound.js';
import { banner, chip, labelled, select, working_button } from './ui.js';

const MAX_BYTES = 36 * 1024 * 1024;
const LANGUAGES = ['vi', 'en'];

export const recording_address = (file) => scoped(`/api/recordings/${encodeURIComponent(file)}`);
export const is_recording = (file) => typeof file === 'string' && /\.(opus|ogg)$/.test(file);

/** {path, file, seconds, bytes}. Throws ApiError. */
function upload(file) {
  const type = file.type.startsWith('audio/') ? file.type : 'audio/unknown';
  return call('POST', scoped('/api/recordings'), file, { 'Content-Type': type });
}

function file_part(form, parent, pointer, told_words) {
  const id = fresh_id();
  const problem = h('div', {});
  const heard = h('div', {});
  const show = () =>
    put(
      heard,
      parent.file
        ? player(recording_address(parent.file), say('recording.listen'))
        : h('p', { class: 'hint' }, say('recording.none')),
    );
  const choose = h('input', {
    type: 'file',
    id,
    accept: 'audio/*,.opus,.flac',
    'data-field': `${pointer}/file`,
    'aria-describedby': `${id}-hint`,
  });
  const send = async (file) => {
    const sent = file.size > MAX_BYTES ? file : await sendable(file);
    if (!sent || sent.size > MAX_BYTES) return banner('danger', say(sent ? 'recording.tooLarge' : 'recording.badKind'));
    const stored = await upload(sent);
    parent.file = stored.file;
    delete parent.words; // another voice: who chose it says anew what was read
    form.changed();
    show();
    told_words();
    return banner('good', say('recording.done', { seconds: stored.seconds }));
  };
  choose.addEventListener('change', async () => {
    const [file] = choose.files;
    if (!file) return;
    put(problem, h('p', { role: 'status' }, say('recording.sending')));
    put(problem, await send(file).catch((error) => banner('danger', words_of(error))));
    choose.value = '';
  });
  show();
  return h(
    'div',
    { class: 'labelled' },
    h('label', { for: id }, say('recording.file')),
    h('p', { class: 'hint', id: `${id}-hint` }, say('recording.hint', { seconds: MOST_SECONDS })),
    choose,
    problem,
    heard,
  );
}

/** What is to be read, from the draft as it is saved now, and whether the recording was made of it. */
function words_part(form, parent, pointer) {
  const problem = h('div', {});
  const state = h('div', {});
  const shown = h('div', { role: 'status' });
  const tell = () =>
    put(state, parent.words ? chip('good', say('recording.confirmed')) : chip('warn', say('recording.unconfirmed')));
  const confirm = (reading) => {
    parent.words = reading.words;
    form.changed();
    tell();
    put(shown);
  };
  const read = async () => {
    const { readings } = await form.readings();
    const several = readings.some((each) => each.case);
    const mine = readings.find(
      (each) => each.language === (parent.language ?? 'vi') && each.case === (several ? (parent.case ?? '') : ''),
    );
    if (!mine) {
      put(shown, banner('danger', say('recording.caseFirst')));
      return;
    }
    const yes = working_button(say('recording.confirm'), async () => confirm(mine), { kind: 'primary', sign: 'check' });
    put(
      shown,
      mine.words === parent.words ? banner('good', say('recording.fits')) : null,
      h('h4', {}, say('recording.linesTitle')),
      h(
        'ul',
        { class: 'words-to-read', lang: mine.language },
        mine.lines.map((line) => h('li', {}, line)),
      ),
      mine.words === parent.words ? null : h('div', { class: 'actions' }, yes),
    );
  };
  tell();
  const node = h(
    'div',
    { class: 'labelled', tabindex: -1, 'data-field': `${pointer}/words` },
    h('div', { class: 'list-label' }, say('recording.words')),
    h('p', { class: 'hint' }, say('recording.wordsHint')),
    state,
    h('div', { class: 'actions' }, working_button(say('recording.read'), read, { sign: 'list', problem })),
    problem,
    shown,
  );
  return { node, tell: () => (tell(), put(shown)) };
}

export function recording_field(form, field, parent, list_pointer) {
  const pointer = list_pointer.replace(/\/file$/, '');
  const words = words_part(form, parent, pointer);
  parent.language ??= 'vi';
  const chosen = (name) => (more) => {
    const options =
      name === 'language'
        ? LANGUAGES.map((code) => [code, say(`option.language.${code}`)])
        : [['', say('form.notSaid')], ...form.content.cases.map((each) => [each.id, in_words(each.label) || each.id])];
    const node = select(options, parent[name] ?? '', {
      ...more,
      'data-field': `${pointer}/${name}`,
      on_change: () => {
        if (node.value) parent[name] = node.value;
        else delete parent[name];
        delete parent.words;
        form.changed();
        words.tell();
      },
    });
    return node;
  };
  return h(
    'div',
    { class: 'fields' },
    labelled(say('field.language'), null, chosen('language')),
    (form.content.cases?.length ?? 0) > 1 ? labelled(say('field.case'), say('recording.caseHint'), chosen('case')) : null,
    file_part(form, parent, pointer, words.tell),
    words.node,
  );
}
