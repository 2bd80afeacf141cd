// Items of a list dragged by their grip, with mouse, pen or finger. The keyboard's way is the two buttons of each item.

/** `moved(from, to)` is called once, when an item was let go elsewhere. */
export function sortable(rows, moved) {
  for (const [from, row] of [...rows.children].entries())
    row
      .querySelector(':scope > .grip')
      .addEventListener('pointerdown', (event) => start(event, rows, row, from, moved));
}

/** The place whose middle the pointer has passed. */
function place_under(rows, row, y) {
  const others = [...rows.children].filter((each) => each !== row);
  return others.filter((each) => {
    const box = each.getBoundingClientRect();
    return y > box.top + box.height / 2;
  }).length;
}

function start(event, rows, row, from, moved) {
  if (event.button !== 0) return;
  event.preventDefault();
  const grip = event.currentTarget;
  let to = from;
  grip.setPointerCapture(event.pointerId);
  row.classList.add('dragged');
  const move = (next) => {
    to = place_under(rows, row, next.clientY);
    const others = [...rows.children].filter((each) => each !== row);
    for (const [at, each] of others.entries()) each.classList.toggle('drop-before', at === to);
    rows.classList.toggle('drop-last', to === others.length);
  };
  const end = (next) => {
    grip.removeEventListener('pointermove', move);
    row.classList.remove('dragged');
    rows.classList.remove('drop-last');
    for (const each of rows.children) each.classList.remove('drop-before');
    if (next.type === 'pointerup' && to !== from) moved(from, to);
  };
  grip.addEventListener('pointermove', move);
  grip.addEventListener('pointerup', end, { once: true });
  grip.addEventListener('pointercancel', end, { once: true });
}
