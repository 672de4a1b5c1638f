import { describe, expect, it } from 'vitest';
import { chunksOf, filesOf, pagesIn, readManifest } from './manifest';
import { median, percentile, ratio } from './measure';
import { json, table } from './table';

describe('a percentile', () => {
  it('is a value that was measured, by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([4, 1, 3, 2], 0.95)).toBe(4);
    expect(percentile([7], 0.5)).toBe(7);
    expect(percentile([2, 1], 0)).toBe(1);
  });

  it('of one half is the median, the lower of two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2);
    expect(median([10, 9, 8])).toBe(9);
  });

  it('leaves what it is given as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('a ratio', () => {
  it('is taken round by round, so that a slow round of both does not show', () => {
    expect(ratio([200, 20, 200], [2, 0.2, 2])).toBe(100);
  });
});

describe('the table', () => {
  const parts = [
    { 'step.rate': { value: 134_783, unit: '1/s' }, 'ratio.table.transition': { value: 59.6, unit: '×' } },
    { 'search.S10.after.worst.nodes': { value: 20_000, unit: 'or more', note: 'too large '.repeat(9) } },
  ];
  const lines = table(parts).split('\n');

  it('stands in columns, its parts apart', () => {
    expect(lines.slice(0, 3)).toEqual([
      'step.rate                     134,783 1/s',
      'ratio.table.transition           59.6 ×',
      '',
    ]);
  });

  it('never needs more than 100 columns', () => {
    expect(Math.max(...lines.map((line) => line.length))).toBe(100);
  });

  it('is one object for programs, values and units alone', () => {
    expect(JSON.parse(json(parts))).toEqual({
      'step.rate': { value: 134_783, unit: '1/s' },
      'ratio.table.transition': { value: 59.6, unit: '×' },
      'search.S10.after.worst.nodes': { value: 20_000, unit: 'or more' },
    });
  });
});

describe('the walk over a build', () => {
  const pages = [
    'home/Page',
    'course/Page',
    'course/UnitPage',
    'teach/Page',
    'teach/roster/Page',
    'labs/UnitPage',
  ];
  const chunk = (file: string, imports: readonly string[] = [], css: readonly string[] = []) => ({
    file,
    imports,
    css,
  });
  const manifest = readManifest(
    JSON.stringify({
      'index.html': {
        ...chunk('index.js', ['_shared.js'], ['index.css']),
        dynamicImports: [...pages.map((page) => `src/pages/${page}.svelte`), '_db.js', 'virtual:text/en'],
      },
      '_shared.js': chunk('shared.js'),
      '_db.js': chunk('db.js'),
      '_circle.js': chunk('circle.js', ['src/pages/home/Page.svelte'], ['circle.css']),
      'src/pages/home/Page.svelte': chunk('home.js', ['_shared.js', '_circle.js', 'index.html']),
      'virtual:text/zh-CN': chunk('zh.js'),
      'virtual:text/en': chunk('en.js'),
    }),
  );

  it('finds every page the program loads, and names it by its folder or by itself', () => {
    expect([...pagesIn(manifest).keys()]).toEqual([
      'course',
      'home',
      'labs-unit',
      'teach',
      'teach-roster',
      'unit',
    ]);
    expect(pagesIn(manifest).get('home')).toBe('src/pages/home/Page.svelte');
  });

  it('counts each file once, whatever imports what', () => {
    expect([...filesOf(manifest, ['index.html', 'src/pages/home/Page.svelte'])].sort()).toEqual([
      'circle.css',
      'circle.js',
      'home.js',
      'index.css',
      'index.js',
      'shared.js',
    ]);
  });

  it('lists the chunks of one kind', () => {
    expect(chunksOf(manifest, 'virtual:text/')).toEqual(['virtual:text/en', 'virtual:text/zh-CN']);
  });

  it('refuses a manifest of another shape', () => {
    expect(() => readManifest('{"index.html":{}}')).toThrow();
  });
});
