// JSON as The Update Framework signs it (sync/tuf/canonical_json.h is the same in C++): read strictly, written in
// the one canonical form (OLPC). No white space, keys in the order of their code points, only `"` and `\` escaped,
// integers exact to 64 bits, no other numbers, text never normalised.

const MAX_DEPTH = 32;
const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 64n - 1n;
const ESCAPES = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** Why a text is not what we sign. */
export class JsonError extends Error {}

class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  fail(why = `not JSON at character ${this.at}`) {
    throw new JsonError(why);
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  skip_space() {
    this.match(/[ \t\n\r]*/y);
  }

  /** True when `sign` comes next, which is then passed. */
  take(sign) {
    this.skip_space();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  expect(sign) {
    if (!this.take(sign)) this.fail();
  }

  value(depth) {
    this.skip_space();
    const next = this.text[this.at];
    if (next === '{') return this.object(depth);
    if (next === '[') return this.array(depth);
    if (next === '"') return this.string();
    for (const [word, value] of LITERALS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.number();
  }

  object(depth) {
    if (depth === MAX_DEPTH) this.fail('nested too deeply');
    const object = Object.create(null);
    this.expect('{');
    if (this.take('}')) return object;
    do {
      this.skip_space();
      const key = this.string();
      if (key in object) this.fail(`the key "${key}" is there twice`);
      this.expect(':');
      object[key] = this.value(depth + 1);
    } while (this.take(','));
    this.expect('}');
    return object;
  }

  array(depth) {
    if (depth === MAX_DEPTH) this.fail('nested too deeply');
    const array = [];
    this.expect('[');
    if (this.take(']')) return array;
    do array.push(this.value(depth + 1));
    while (this.take(','));
    this.expect(']');
    return array;
  }

  string() {
    if (this.text[this.at] !== '"') this.fail();
    this.at += 1;
    let out = '';
    for (;;) {
      out += this.match(/[^"\\\u0000-\u001f]*/y)[0];
      const next = this.text[this.at];
      if (next === '"') break;
      if (next !== '\\') this.fail();
      this.at += 1;
      out += this.escape();
    }
    this.at += 1;
    if (!is_well_formed(out)) this.fail();
    return out;
  }

  escape() {
    const unit = this.match(/u([0-9a-fA-F]{4})/y);
    if (unit) return String.fromCharCode(parseInt(unit[1], 16));
    const sign = this.text[this.at];
    if (!Object.hasOwn(ESCAPES, sign ?? '')) this.fail();
    this.at += 1;
    return ESCAPES[sign];
  }

  number() {
    const found = this.match(/-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y);
    if (!found) this.fail();
    const exact = found[1] || found[2] ? null : BigInt(found[0]);
    if (exact === null || exact < MIN_INTEGER || exact > MAX_INTEGER)
      this.fail(`the number ${found[0]} is not a 64-bit integer`);
    const number = Number(exact);
    return Number.isSafeInteger(number) ? number : exact;
  }
}

/** False for half a surrogate pair, which has no form in UTF-8. */
export function is_well_formed(text) {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

/** One JSON value and nothing after it; objects come without a prototype. Throws JsonError. */
export function parse_json(text) {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.skip_space();
  if (reader.at !== text.length) reader.fail();
  return value;
}

/** UTF-16 units would put U+1F600 before U+FF01. */
function by_code_point(left, right) {
  const [a, b] = [[...left], [...right]];
  for (let i = 0; i < a.length && i < b.length; i += 1)
    if (a[i] !== b[i]) return a[i].codePointAt(0) - b[i].codePointAt(0);
  return a.length - b.length;
}

function quoted(text) {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** `value` in canonical form. Throws JsonError for a number with a fraction and for what is no JSON. */
export function canonical_json(value) {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(BigInt(value));
  if (Array.isArray(value)) return `[${value.map(canonical_json).join(',')}]`;
  if (typeof value !== 'object') throw new JsonError('not a value that canonical JSON has');
  const keys = Object.keys(value).sort(by_code_point);
  return `{${keys.map((key) => `${quoted(key)}:${canonical_json(value[key])}`).join(',')}}`;
}
