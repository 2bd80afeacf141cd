// Two people changed one draft: what both changed is told apart from what only one did. Pure.

import { apply_patch, copy, is_object, patch_between, pruned, same } from './patch.js';

const DEEP = ['cases', 'channels']; // lists whose items have ids: two people may work on two of them

const ids = (list) => (Array.isArray(list) ? list.map((item) => item?.id).join('\n') : null);

/** The places at which the three may differ: fields, and for some lists the fields of each item. */
function places(base, mine, theirs) {
  const names = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  return [...names].flatMap((name) => {
    const lists = [base[name], mine[name], theirs[name]];
    const deep = DEEP.includes(name) && lists.every((list) => ids(list) !== null && ids(list) === ids(lists[0]));
    if (!deep) return [[name]];
    return lists[0].flatMap((item, at) =>
      [...new Set(lists.flatMap((list) => Object.keys(list[at])))].map((key) => [name, at, key]),
    );
  });
}

export const at_place = (value, place) => place.reduce((part, key) => part?.[key], value);

function set_place(value, place, part) {
  const parent = at_place(value, place.slice(0, -1));
  if (part === undefined) delete parent[place.at(-1)];
  else parent[place.at(-1)] = copy(part);
}

/**
 * {merged, both, only_theirs, only_mine}: `merged` is mine with all that only they changed; `both` are the places
 * that a person must choose at.
 */
export function three_ways(base, mine, theirs) {
  const result = { merged: copy(mine), both: [], only_theirs: [], only_mine: [] };
  for (const place of places(base, mine, theirs)) {
    const [was, here, there] = [base, mine, theirs].map((value) => at_place(value, place));
    if (same(here, there)) continue;
    if (same(was, here)) {
      set_place(result.merged, place, there);
      result.only_theirs.push(place);
    } else if (same(was, there)) {
      result.only_mine.push(place);
    } else {
      result.both.push(place);
    }
  }
  return result;
}

/** `merged` with theirs at the places chosen. */
export function with_theirs(merged, theirs, chosen) {
  const result = copy(merged);
  for (const place of chosen) set_place(result, place, at_place(theirs, place));
  return result;
}

/** What is edited: a patch is worked on as the whole guide that it makes. */
export const whole = (content, national) => (national ? apply_patch(national, content ?? {}) : copy(content ?? {}));

/** What is stored: a whole guide becomes its difference from the national one again. */
export function stored(edited, national) {
  const clean = pruned(edited) ?? {};
  return national && is_object(national) ? patch_between(national, clean) : clean;
}
