// Small bars in SVG. The table beside them says the same in numbers, so the picture is for the eye alone.

import { h, svg } from './dom.js';
import { number } from './lang.js';

const WIDTH = 640;
const HEIGHT = 160;
const FOOT = 26;
const GAP = 2;

/** `bars`: [[label, value]]; the first, middle and last labels are written. */
export function day_bars(bars, caption) {
  const most = Math.max(1, ...bars.map(([, value]) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const columns = bars.map(([, value], at) => {
    const height = ((HEIGHT - FOOT) * value) / most;
    return svg('rect', {
      x: at * step + GAP / 2,
      y: HEIGHT - FOOT - height,
      width: Math.max(1, step - GAP),
      height: Math.max(height, value ? 1 : 0),
      class: 'bar-mark',
    });
  });
  const at_labels = [...new Set([0, Math.floor(bars.length / 2), bars.length - 1])].filter((at) => bars[at]);
  const labels = at_labels.map((at) =>
    svg(
      'text',
      {
        x: at === 0 ? 0 : at === bars.length - 1 ? WIDTH : at * step + step / 2,
        y: HEIGHT - 6,
        'text-anchor': at === 0 ? 'start' : at === bars.length - 1 ? 'end' : 'middle',
        class: 'bar-label',
      },
      bars[at][0],
    ),
  );
  const top = svg('text', { x: 0, y: 14, class: 'bar-label' }, number(most));
  return h(
    'figure',
    { class: 'plot' },
    h('figcaption', {}, caption),
    svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
      svg('line', { x1: 0, x2: WIDTH, y1: HEIGHT - FOOT, y2: HEIGHT - FOOT, class: 'bar-line' }),
      columns,
      labels,
      top,
    ),
  );
}

/** A bar in a cell of a table, as wide as its share. */
export function share_bar(value, most) {
  return svg(
    'svg',
    { viewBox: '0 0 100 10', class: 'share', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { width: (100 * value) / Math.max(1, most), height: 10, rx: 2, class: 'bar-mark' }),
  );
}
