// What a kiosk can be, and what its last try can have failed of. Plain tables: the tests hold them to the server's and
// the agent's own sources.

/** By the states of the server's judge, the gravest trouble first: how the chip of each looks. */
export const LOOKS = {
  new: 'quiet',
  well: 'good',
  silent: 'danger',
  crashing: 'danger',
  rolledBack: 'warn',
  disk: 'warn',
  stale: 'warn',
  setAside: 'warn',
  settings: 'warn',
  clock: 'warn',
  hot: 'warn',
  retired: 'quiet',
};

/** Somebody has to see to it. */
export const is_ill = (state) => ['warn', 'danger'].includes(LOOKS[state]);

const WEIGHTS = Object.keys(LOOKS);
/** Alarms, the gravest kind first; each kind as it came. */
export const by_weight = (alarms) => [...alarms].sort((a, b) => WEIGHTS.indexOf(a.kind) - WEIGHTS.indexOf(b.kind));

/** [words of an error that the agent reports, the name of what they mean]; the first that fits. */
export const AGENT_ERRORS = [
  ['bytes are needed for new content', 'disk'],
  ['the disk may be failing', 'failingDisk'],
  ['the repository must be refreshed, or the clock set', 'expired'],
  ['of its keys signed it', 'signature'],
  ['which was accepted before', 'rollback'],
  ['is not the one that was signed', 'altered'],
  ['bytes, {} were signed', 'altered'],
  ['that were signed for it', 'altered'],
  ['are used up; the rest comes tomorrow', 'meter'],
  ['the repository holds no content yet', 'noContent'],
  ['the server does not have it', 'missing'],
  ['the server answered', 'answer'],
  ['could not be fetched from', 'line'],
];

const pattern = (words) => new RegExp(words.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace('{}', '\\d+'));

/** The name of what `error` means; nothing for one that is not known here. */
export function meaning_of(error) {
  return AGENT_ERRORS.find(([words]) => pattern(words).test(error))?.[1];
}
