// Sound in the browser: a player, and what a telephone's recorder writes as a file that the server reads.

import { get_blob, words_of } from './api.js';
import { h } from './dom.js';

/** What the server decodes. Anything else that this browser can play is turned into WAV here first. */
const SENT_AS_IT_IS = /\.(wav|mp3|flac|ogg|oga|opus)$/i;
const RATE = 24_000;
export const MOST_SECONDS = 180;

/** `address`: of a recording. It is fetched whole, since a browser knows a stream's length only at its end. */
export function player(address, label) {
  const audio = h('audio', { class: 'player', controls: true, 'aria-label': label });
  get_blob(address).then(
    (blob) => audio.setAttribute('src', URL.createObjectURL(blob)),
    (error) => audio.replaceWith(h('p', { class: 'hint' }, words_of(error))),
  );
  return audio;
}

function one_channel(sound) {
  const mixed = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel += 1)
    sound.getChannelData(channel).forEach((value, at) => {
      mixed[at] += value / sound.numberOfChannels;
    });
  return mixed;
}

/** A WAV file of 16-bit samples, one channel. */
function wav_of(samples) {
  const view = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const word = (at, letters) => [...letters].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, 36 + 2 * samples.length, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, 2 * RATE, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((value, at) =>
    view.setInt16(44 + 2 * at, Math.round(Math.max(-1, Math.min(1, value)) * 32_767), true),
  );
  return new Blob([view], { type: 'audio/wav' });
}

/** `file` as it can be sent; nothing when this browser cannot play it. */
export async function sendable(file) {
  if (SENT_AS_IT_IS.test(file.name)) return file;
  try {
    const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await file.arrayBuffer());
    // A little more than is taken, so that the server says that it is too long.
    return wav_of(one_channel(sound).subarray(0, RATE * (MOST_SECONDS + 2)));
  } catch {
    return null;
  }
}
