// A picture is chosen from this computer, sent to the server, which draws it anew, and named in the content.

import { call, words_of } from './api.js';
import { fresh_id, h, put } from './dom.js';
import { say } from './lang.js';
import { banner } from './ui.js';
import { field_label } from './values.js';

const KINDS = ['image/jpeg', 'image/png', 'image/webp'];
const MAX_BYTES = 12 * 1024 * 1024;

/** {path, width, height, bytes}. Throws ApiError. */
function upload(file, alt) {
  return call('POST', '/api/pictures', file, { 'Content-Type': file.type, 'X-Conglang-Alt': encodeURIComponent(alt) });
}

const complaint = (file, alt) => {
  if (!alt) return say('picture.altFirst');
  if (!KINDS.includes(file.type)) return say('picture.badKind');
  return file.size > MAX_BYTES ? say('picture.tooLarge') : null;
};

export function picture_field(form, field, parent, pointer) {
  const id = fresh_id();
  const problem = h('div', {});
  const shown = h('p', { class: 'hint' });
  const preview = h('div', {});
  const tell = () => put(shown, parent.file ? say('picture.now', { file: parent.file }) : say('picture.none'));
  const choose = h('input', {
    type: 'file',
    id,
    accept: KINDS.join(','),
    'data-field': pointer,
    'aria-describedby': `${id}-hint`,
  });
  choose.addEventListener('change', async () => {
    const [file] = choose.files;
    if (!file) return;
    const wrong = complaint(file, parent.alt?.vi);
    put(problem, wrong ? banner('danger', wrong) : h('p', { role: 'status' }, say('picture.sending')));
    if (wrong) {
      choose.value = '';
      return;
    }
    try {
      const stored = await upload(file, parent.alt.vi);
      parent.file = stored.path.split('/').at(-1);
      put(problem, banner('good', say('picture.done', { width: stored.width, height: stored.height })));
      put(preview, h('img', { class: 'thumbnail', src: URL.createObjectURL(file), alt: parent.alt.vi }));
      form.changed();
      tell();
    } catch (error) {
      put(problem, banner('danger', words_of(error)));
    }
  });
  tell();
  return h(
    'div',
    { class: 'labelled' },
    h('label', { for: id }, field_label(field.name)),
    h('p', { class: 'hint', id: `${id}-hint` }, say('picture.hint')),
    shown,
    choose,
    problem,
    preview,
  );
}
