// The signer page: makes a key, or shows a change and signs it. It opens no connection (its policy forbids any): the
// desk that opened it speaks to it by messages, and is believed in nothing but who it is.
//
//   desk to signer: {conglang: 1, do: "enrol" | "sign", who, proposal?, language?}
//   signer to desk: {conglang: 1, ready: true}, {…publicKey, keyId, label}, {…keyId, sig, signedSha256}, {…declined: true}

import { element } from './dom.js';
import { ask_to_keep, keep_key, kept_keys, make_key, sign } from './keys.js';
import { Refusal, rebuild } from './proposal.js';
import { file_view, keys_list, refusal, summary, warnings } from './view.js';
import { choose_language, other_language, say, short_id } from './words.js';

const desk = window.opener;
let desk_origin = null;
let show = () => {};
let answered = false;

const main = document.getElementById('main');

function put(...children) {
  main.replaceChildren(...children.flat(Infinity).filter(Boolean));
  main.querySelector('h2')?.focus();
}

const title = (text) => element('h2', { tabindex: -1 }, text);
const paragraph = (text) => element('p', {}, text);
const button = (text, kind, on_click) => element('button', { type: 'button', class: kind, on_click }, text);

/** Each piece of work is answered once. */
function answer(message) {
  if (answered) return;
  answered = true;
  desk.postMessage({ conglang: 1, ...message }, desk_origin);
}

function show_end(text, more) {
  show = () =>
    put(
      element(
        'section',
        { role: 'status' },
        title(text),
        more ? paragraph(more) : null,
        button(say('close'), 'primary', () => window.close()),
      ),
    );
  show();
}

function decline() {
  answer({ declined: true });
  show_end(say('declined'));
}

function show_refusal(error) {
  const code = error instanceof Refusal ? error.code : 'broken';
  const about = error instanceof Refusal ? error.about : error.message;
  answer({ declined: true });
  show = () =>
    put(
      refusal(code, about),
      button(say('close'), 'primary', () => window.close()),
    );
  show();
}

async function enrol(who, label) {
  const key = {
    ...(await make_key()),
    label,
    who,
    desk: desk_origin,
    madeAt: new Date().toISOString(),
    signed: {},
    signers: {},
  };
  await keep_key(key);
  const kept = await ask_to_keep();
  answer({ publicKey: key.publicKey, keyId: key.keyId, label });
  show_end(say('enrolDone', { id: short_id(key.keyId) }), kept ? null : say('enrolUnkept'));
}

async function show_enrol({ who }) {
  const others = (await kept_keys()).filter((key) => key.who !== who).map((key) => key.who);
  show = () => {
    const problem = element('p', { class: 'problem', id: 'problem', role: 'alert' });
    const input = element('input', {
      id: 'label',
      type: 'text',
      maxlength: 80,
      autocomplete: 'off',
      'aria-describedby': 'hint problem',
    });
    const make = async () => {
      problem.textContent = input.value.trim() ? '' : say('labelEmpty');
      if (!input.value.trim()) return input.focus();
      await enrol(who, input.value.trim()).catch(show_refusal);
    };
    const form = element(
      'form',
      {
        on_submit: (event) => {
          event.preventDefault();
          make();
        },
      },
      element('label', { for: 'label' }, say('labelLabel')),
      element('p', { id: 'hint' }, say('labelHint')),
      input,
      problem,
      element(
        'div',
        { class: 'actions' },
        element('button', { type: 'submit', class: 'primary' }, say('enrolDo')),
        button(say('declineEnrol'), 'secondary', decline),
      ),
    );
    const warning = others.length
      ? element('div', { class: 'warning', role: 'note' }, paragraph(say('enrolOthers', { who: others.join(', ') })))
      : null;
    put(
      title(say('enrolTitle')),
      element('p', { class: 'lead' }, say('enrolFor', { who })),
      paragraph(say('enrolFrom', { desk: desk_origin })),
      paragraph(say('enrolWhat')),
      warning,
      form,
    );
  };
  show();
}

/** The key of `who` that the role knows; else any of theirs, so that the refusal can name it. */
async function key_for(who, proposal) {
  const keys = (await kept_keys()).filter((key) => key.who === who);
  const key = keys.find((each) => proposal.keyIds?.includes(each.keyId)) ?? keys[0];
  if (!key) throw new Refusal('no_key');
  if (key.desk !== desk_origin) throw new Refusal('desk', desk_origin);
  return key;
}

/** What was signed is remembered before the signature leaves, so that no older content can follow it. */
async function sign_and_answer(proposal, rebuilt, key) {
  const sig = await sign(key.privateKey, rebuilt.bytes);
  const signed = {
    ...key.signed,
    [proposal.role]: { version: rebuilt.version, sha256: rebuilt.sha256, hashes: rebuilt.hashes },
  };
  const signers = { ...key.signers, [proposal.role]: { ids: rebuilt.signers.ids, threshold: proposal.threshold } };
  await keep_key({ ...key, signed, signers });
  answer({ keyId: key.keyId, sig, signedSha256: rebuilt.sha256 });
  show_end(say('signed'));
}

const tick = (id, text) => element('label', { class: 'tick' }, element('input', { type: 'checkbox', id }), ' ', text);

async function show_sign({ who, proposal }) {
  const key = await key_for(who, proposal);
  const rebuilt = await rebuild(proposal, key, Date.now());
  show = () => {
    const problem = element('p', { class: 'problem', role: 'alert' });
    const notes = warnings(proposal, rebuilt);
    const ticks = [tick('read-all', say('readAll')), notes.length ? tick('read-warnings', say('readWarnings')) : null];
    const press = () => {
      const ready = [...main.querySelectorAll('.tick input')].every((box) => box.checked);
      problem.textContent = ready ? '' : say('mustTick');
      if (ready) sign_and_answer(proposal, rebuilt, key).catch(show_refusal);
    };
    const actions = element(
      'div',
      { class: 'actions' },
      button(say('signDo'), 'primary', press),
      button(say('decline'), 'secondary', decline),
    );
    put(
      title(say('signTitle')),
      summary(proposal, rebuilt, key),
      notes,
      rebuilt.files.map(file_view),
      ticks,
      problem,
      actions,
    );
  };
  show();
}

function on_message(event) {
  if (event.source !== desk || event.data?.conglang !== 1 || desk_origin) return;
  const { do: work, who, proposal, language } = event.data;
  if (typeof who !== 'string' || (work !== 'enrol' && (work !== 'sign' || typeof proposal !== 'object'))) return;
  desk_origin = event.origin;
  choose_language(language);
  show_frame();
  (work === 'enrol' ? show_enrol : show_sign)(event.data).catch(show_refusal);
}

function show_frame() {
  document.documentElement.lang = say('language');
  document.title = say('title');
  document.getElementById('title').textContent = say('title');
  document.getElementById('subtitle').textContent = say('subtitle');
  document.getElementById('language').textContent = say('otherLanguage');
  document.getElementById('language').lang = say('language') === 'vi' ? 'en' : 'vi';
}

async function start() {
  show_frame();
  document.getElementById('language').addEventListener('click', () => {
    other_language();
    show_frame();
    show();
  });
  if (window.top !== window) show = () => put(paragraph(say('framed')));
  else if (!window.isSecureContext) show = () => put(paragraph(say('insecure')));
  else if (!desk) {
    const keys = await kept_keys();
    show = () => put(paragraph(say('alone')), keys_list(keys));
  } else {
    show = () => put(paragraph(say('waiting')));
    window.addEventListener('message', on_message);
    window.addEventListener('pagehide', () => desk_origin && answer({ declined: true }));
    desk.postMessage({ conglang: 1, ready: true }, '*'); // says nothing of anybody
  }
  show();
}

start();
