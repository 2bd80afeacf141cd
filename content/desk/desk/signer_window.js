// Opens the signer, which is a page of its own origin, and carries one piece of work there and its answer back. Both
// sides look at where a message comes from.

import { language } from './lang.js';
import { signer_address, signer_name } from './session.js';

const WATCH_MS = 500;

/** Why there is no answer: "blocked" (no window), "closed", "declined", "none" (the server names no signer). */
export class SignerError extends Error {}

/**
 * `work`: {do: "enrol"} or {do: "sign", proposal}. Gives the signer's answer; throws SignerError. Must run in a press
 * of a button, or the browser blocks the window.
 */
export function ask_signer(work) {
  const address = signer_address();
  if (!address) return Promise.reject(new SignerError('none'));
  const { origin } = new URL(address, location.href);
  const signer = window.open(address, 'conglang-signer', 'popup,width=980,height=860');
  if (!signer) return Promise.reject(new SignerError('blocked'));
  return new Promise((done, failed) => {
    const end = (settle, value) => {
      clearInterval(watch);
      window.removeEventListener('message', on_message);
      settle(value);
    };
    const on_message = (event) => {
      if (event.source !== signer || event.origin !== origin || event.data?.conglang !== 1) return;
      if (event.data.ready)
        signer.postMessage({ conglang: 1, who: signer_name(), language: language(), ...work }, origin);
      else if (event.data.declined) end(failed, new SignerError('declined'));
      else end(done, event.data);
    };
    const watch = setInterval(() => signer.closed && end(failed, new SignerError('closed')), WATCH_MS);
    window.addEventListener('message', on_message);
  });
}
