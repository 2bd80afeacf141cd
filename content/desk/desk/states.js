// How the state of a piece of content is told: a word, a sign, a colour that repeats them.

import { day, say, today } from './lang.js';
import { chip } from './ui.js';

const LOOKS = {
  draft: ['info', 'pencil'],
  submitted: ['warn', 'eye'],
  'changes-asked': ['warn', 'undo'],
  approved: ['good', 'check'],
  scheduled: ['good', 'clock'],
  signing: ['warn', 'seal'],
  published: ['good', 'check'],
  superseded: ['quiet', 'clock'],
  withdrawn: ['quiet', 'bin'],
};

export const STATES = Object.keys(LOOKS);

export function state_chip(state) {
  const [kind, sign] = LOOKS[state] ?? ['info', 'list'];
  return chip(kind, say(`state.${state}`), sign);
}

export function freshness_chip(freshness) {
  if (!freshness) return null;
  const kinds = { fresh: 'good', due: 'quiet', stale: 'warn' };
  return chip(kinds[freshness] ?? 'info', say(`fresh.${freshness}`));
}

/** The day by which somebody must look again, and whether it is past. */
export function review_words(review_by) {
  if (!review_by) return say('guides.noReview');
  return review_by < today() ? say('guides.reviewPast', { day: day(review_by) }) : day(review_by);
}
