// RFC 7396 merge patches: a commune's guide is stored as its difference from the national one.

export const is_object = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export function same(left, right) {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, at) => same(item, right[at]));
  if (!is_object(left) || !is_object(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  );
}

export function copy(value) {
  return value === undefined ? undefined : structuredClone(value);
}

/** `target` with `patch` applied. Source: RFC 7396, section 2. */
export function apply_patch(target, patch) {
  if (!is_object(patch)) return copy(patch);
  const result = is_object(target) ? copy(target) : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = apply_patch(result[key], value);
  }
  return result;
}

/** The smallest patch that makes `before` into `after`. */
export function patch_between(before, after) {
  const patch = {};
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const old = before[key];
    if (same(old, value)) continue;
    patch[key] = is_object(old) && is_object(value) ? patch_between(old, value) : copy(value);
  }
  return patch;
}

/** `value` without empty texts, lists and parts: what a form leaves behind when nothing was written. */
export function pruned(value) {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (!is_object(value)) return value ?? undefined;
  const entries = Object.entries(value)
    .map(([key, part]) => [key, pruned(part)])
    .filter(([, part]) => part !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}
