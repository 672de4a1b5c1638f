import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './keeping';
import { editionOf, workerText } from './offline-plugin';

const given = { program: 'run()', hashed: 'assets/' };
const contents = new Map([
  ['index.html', '<!doctype html>'],
  ['assets/app-1.js', 'app'],
  ['icon.svg', '<svg/>'],
]);

describe('the edition of a build', () => {
  it('lists every file but maps, dot files and the worker itself, in one order', () => {
    const more = new Map([
      ['assets/app-1.js.map', '{}'],
      ['.vite/manifest.json', '{}'],
      ['sw.js', 'old'],
      ...contents,
    ]);
    expect(Object.keys(editionOf(more, given).files)).toEqual(['assets/app-1.js', 'icon.svg', 'index.html']);
  });

  it('is the same for the same files in any order', () => {
    const order = fc.shuffledSubarray([...contents], { minLength: contents.size });
    fc.assert(
      fc.property(order, (files) => {
        expect(editionOf(new Map(files), given)).toEqual(editionOf(contents, given));
      }),
    );
  });

  it('has another version when any file changes by a character, appears or goes, and when the program changes', () => {
    const { version } = editionOf(contents, given);
    fc.assert(
      fc.property(fc.constantFrom(...contents.keys()), fc.string({ minLength: 1 }), (path, added) => {
        const changed = new Map(contents).set(path, (contents.get(path) ?? '') + added);
        expect(editionOf(changed, given).version).not.toBe(version);
        const fewer = new Map([...contents].filter(([other]) => other !== path));
        expect(editionOf(fewer, given).version).not.toBe(version);
      }),
    );
    expect(editionOf(contents, { ...given, program: 'run(2)' }).version).not.toBe(version);
    expect(editionOf(new Map(contents).set('robots.txt', ''), given).version).not.toBe(version);
  });

  it('counts bytes, not characters', () => {
    expect(editionOf(new Map([['a.txt', '七R']]), given).bytes).toBe(4);
  });

  it('prints fingerprints as the worker does', async () => {
    const print = await fingerprintOf(new TextEncoder().encode('app').buffer);
    expect(editionOf(contents, given).files['assets/app-1.js']).toBe(print);
  });

  it('goes into the worker before its program, as one script', () => {
    const edition = editionOf(contents, given);
    const run: unknown = runInNewContext(workerText(edition, 'JSON.stringify(EDITION)'));
    expect(run).toBe(JSON.stringify(edition));
  });
});

describe('the app on a home screen', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const manifest = text('public/manifest.webmanifest');
  const token = (name: string): string =>
    new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(text('src/ui/tokens.css'))?.[1] ?? '';

  it('has the colours of the interface', () => {
    expect(manifest).toContain(`"background_color": "${token('paper')}"`);
    expect(manifest).toContain(`"theme_color": "${token('surface')}"`);
    expect(text('index.html')).toContain(`(prefers-color-scheme: light)" content="${token('surface')}"`);
  });

  it('has icons of the sizes it says', () => {
    const icons = [...manifest.matchAll(/"src": "\.\/([\w-]+\.png)".*?"sizes": "(\d+)x(\d+)"/g)];
    expect(icons).toHaveLength(3);
    for (const [, file = '', width, height] of icons) {
      const png = readFileSync(join(root, 'public', file));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width), Number(height)]);
    }
  });
});
