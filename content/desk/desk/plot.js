// Plots of figures. The table beside each says the same in numbers, so a plot is for the eye alone.

import { h, put, svg } from './dom.js';
import { day, number, say } from './lang.js';

const HEIGHT = 240;
const DAY = 86_400; // seconds
const MONTH = 30 * DAY;
const WIDEST_BAR = 40;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

async function load_library() {
  const { default: plot } = await import('./uplot/uPlot.esm.js');
  const style = { rel: 'stylesheet', href: 'uplot/uPlot.min.css' };
  await new Promise((done) => {
    document.head.append(h('link', { ...style, on_load: done, on_error: done }));
  });
  return plot;
}

let library = null;
/** uPlot, which lies beside the desk where it was fetched; nothing where it was not. */
const plotter = () => (library ??= load_library().catch(() => null));

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const second_of = (text) => Date.parse(`${text}T00:00:00Z`) / 1000;
const day_of = (second) => day(new Date(second * 1000).toISOString().slice(0, 10));

function axes() {
  const look = { stroke: colour('soft'), font: `14px ${getComputedStyle(document.body).fontFamily}` };
  const lines = { stroke: colour('line'), width: 1 };
  const ticks = { ...lines, size: 5 };
  return [
    {
      ...look,
      ticks,
      grid: { show: false },
      space: 64,
      incrs: [DAY, 2 * DAY, 7 * DAY, 14 * DAY, MONTH, 2 * MONTH, 3 * MONTH, 6 * MONTH],
      values: (_, seconds) => seconds.map((second) => day_of(second).slice(0, 5)),
    },
    {
      ...look,
      ticks,
      grid: lines,
      size: 64,
      incrs: WHOLE,
      values: (_, values) => values.map((value) => number(value)),
    },
  ];
}

function series(plot) {
  const [views, codes] = [colour('primary'), colour('brick')];
  const bars = plot.paths.bars({ size: [0.7, WIDEST_BAR] });
  return [
    {},
    { fill: views, stroke: views, width: 0, paths: bars, points: { show: false } },
    { stroke: codes, width: 2, points: { show: true, size: 6, fill: codes } },
  ];
}

/** `point`: is told the place of the day under the pointer, or nothing. */
function options(plot, width, point) {
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    tzDate: (second) => plot.tzDate(new Date(second * 1000), 'Etc/UTC'),
    scales: {
      x: { range: (_, least, most) => [least - DAY / 2, most + DAY / 2] },
      y: { range: (_, least, most) => [0, Math.max(5, most * 1.1)] },
    },
    axes: axes(),
    series: series(plot),
    hooks: { setCursor: [({ cursor }) => point(cursor.idx)] },
  };
}

/** As wide as its place, drawn when the page shows it, gone with the page. */
function draw_in(place, plot, data, point) {
  let chart = null;
  const watch = new ResizeObserver(() => {
    const width = place.clientWidth;
    if (!place.isConnected) {
      watch.disconnect();
      chart?.destroy();
    } else if (chart) {
      chart.setSize({ width, height: HEIGHT });
    } else if (width) {
      chart = new plot(options(plot, width, point), data, place);
    }
  });
  watch.observe(place);
}

const key = (kind, words) => h('span', { class: `plot-key ${kind}` }, words);

/**
 * `rows`: [day, views, codes] of every day that is to be seen. `without`: is called where there is nothing to draw
 * with, and no plot is shown.
 */
export function day_plot(rows, caption, without) {
  const place = h('div', { class: 'plot-place', 'aria-hidden': 'true' });
  const pointed = h('p', { class: 'hint plot-pointed', 'aria-hidden': 'true' });
  const figure = h(
    'figure',
    { class: 'plot' },
    h('figcaption', {}, caption),
    h(
      'p',
      { class: 'plot-keys', 'aria-hidden': 'true' },
      key('bars', say('usage.plotViews')),
      key('dots', say('usage.plotCodes')),
    ),
    place,
    pointed,
  );
  const point = (at) => {
    const row = rows[at];
    put(pointed, row ? say('usage.pointed', { day: day(row[0]), views: number(row[1]), codes: number(row[2]) }) : null);
  };
  const data = [rows.map(([at]) => second_of(at)), rows.map(([, views]) => views), rows.map(([, , codes]) => codes)];
  plotter().then((plot) => {
    if (plot) return draw_in(place, plot, data, point);
    figure.remove();
    return without();
  });
  return figure;
}

/** A bar in a cell of a table, as wide as its share. */
export function share_bar(value, most) {
  return svg(
    'svg',
    { viewBox: '0 0 100 10', class: 'share', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { width: (100 * value) / Math.max(1, most), height: 10, rx: 2, class: 'bar-mark' }),
  );
}
