import { describe, expect, it } from 'vitest';
import { plotRows, type Plot } from './plot';
import { plotChart } from './plot-chart';
import { near } from './task';

const plot = (count: number): Plot => ({
  kind: 'bars',
  title: 'Title',
  across: 'Hours',
  up: 'Orders',
  labels: Array.from({ length: count }, (_, n) => String(n)),
  series: [
    { label: 'first', values: Array.from({ length: count }, (_, n) => n), tone: 'accent' },
    { label: 'second', values: [], tone: 'faint', line: true },
  ],
});
const ink = {
  accent: 'blue',
  good: 'green',
  warn: 'brown',
  bad: 'red',
  faint: 'grey',
  text: 'black',
  grid: 'silver',
  font: 'sans-serif',
  size: 12,
};

describe('the table of a plot', () => {
  it('has a row for each label, and a gap where nothing is drawn', () => {
    expect(plotRows(plot(2))).toEqual([
      { label: '0', values: [0, undefined] },
      { label: '1', values: [1, undefined] },
    ]);
  });

  it('stays readable where there are very many labels, and keeps first and last', () => {
    const rows = plotRows(plot(200));
    expect(rows.length).toBeLessThanOrEqual(61);
    expect([rows[0]?.label, rows.at(-1)?.label]).toEqual(['0', '199']);
  });
});

describe('the drawing of a plot', () => {
  it('draws the numbers of the table, series by series', () => {
    const { data } = plotChart(plot(3), ink);
    expect(data.labels).toEqual(['0', '1', '2']);
    expect(data.datasets.map(({ type, label }) => [type, label])).toEqual([
      ['bar', 'first'],
      ['line', 'second'],
    ]);
    expect(data.datasets[0]?.data).toEqual([0, 1, 2]);
  });

  it('starts at zero unless the plot says otherwise, and never moves', () => {
    const { options } = plotChart(plot(1), ink);
    expect(options?.scales?.['y']).toMatchObject({ beginAtZero: true });
    expect(plotChart({ ...plot(1), from: 50, to: 100 }, ink).options?.scales?.['y']).toMatchObject({
      min: 50,
      max: 100,
    });
    expect(options?.animation).toBe(false);
  });
});

describe('the names below a plot', () => {
  it('are all there where they are few, and thinned out where they are many', () => {
    const skips = (count: number): unknown => plotChart(plot(count), ink).options?.scales?.['x']?.ticks;
    expect(skips(4)).toMatchObject({ autoSkip: false });
    expect(skips(40)).toMatchObject({ autoSkip: true, maxRotation: 0 });
  });
});

describe('a number asked for by a task', () => {
  const of = { value: 49.5, tolerance: 0.1, way: 'the way', hint: 'the hint' };

  it('is right up to the tolerance and gets the worked way', () => {
    expect(near(49.6, of)).toEqual({ right: true, say: 'the way' });
  });

  it('is wrong beyond it and gets the hint', () => {
    expect(near(49.7, of)).toEqual({ right: false, say: 'the hint' });
  });
});
