// Elements made of names, attributes and children. Text is only ever text: no page here has a way to write HTML.

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith('on_')) node.addEventListener(key.slice(3), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...present(children));
  return node;
}

/** Children without the absent ones: a condition may stand in a list. */
function present(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== '');
}

/** `attributes`: `on_click` and the like, or plain attributes; false and nothing leave one out. */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

export function put(target, ...children) {
  target.replaceChildren(...present(children));
}

let last_id = 0;
/** An id no other element has. */
export function fresh_id() {
  last_id += 1;
  return `x${last_id}`;
}
