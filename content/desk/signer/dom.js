// Elements made of names, attributes and children. Text is only ever text.

/** `attributes`: `class`, `on_click` and the like, or plain attributes; false and nothing leave one out. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith('on_')) node.addEventListener(key.slice(3), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff]/g;

/** A sign that cannot be seen, or that turns the order of the others round, is written out. */
export function visible(text) {
  return text.replace(INVISIBLE, (sign) => `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}
