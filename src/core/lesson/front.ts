import * as v from 'valibot';
import { plainOf } from './inline';
import type { Front } from './model';
import type { Reading } from './reading';
import { shaped, slug, words } from './shape';

const list = v.optional(v.array(words), []);
const schema = v.strictObject({
  title: words,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(180)),
  objectives: v.record(slug, words),
  key: v.pipe(v.array(words), v.minLength(1)),
  difficult: v.pipe(v.array(words), v.minLength(1)),
  covers: v.array(v.string()),
  board: list,
  homework: list,
  draft: v.optional(v.boolean(), false),
});

const RANGE = /^(D\d-)(\d{3})\.\.(\d{3})$/;

/**
 * Row ids out of what a front matter lists.
 * @example expandRows(['D1-010', 'D3-001..003']) // ['D1-010', 'D3-001', 'D3-002', 'D3-003']
 */
export function expandRows(covers: readonly string[]): readonly string[] {
  return covers.flatMap((entry) => {
    const [, seed, from, to] = RANGE.exec(entry) ?? [];
    if (seed === undefined) return [entry];
    const length = Number(to) - Number(from) + 1;
    return Array.from({ length: Math.max(0, length) }, (_, step) => {
      return `${seed}${String(Number(from) + step).padStart(3, '0')}`;
    });
  });
}

/** A file cut in two: its front matter, and its body with the line on which it begins. */
interface Halves {
  readonly head: string;
  readonly body: string;
  readonly first: number;
}

/**
 * Cuts a file behind its front matter; undefined where it has none.
 * @example halvesOf('---\ntitle: x\n---\ntext') // { head: 'title: x', body: 'text', first: 4 }
 */
export function halvesOf(text: string): Halves | undefined {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match) return undefined;
  const [whole, head = ''] = match;
  return { head, body: text.slice(whole.length), first: whole.split('\n').length };
}

/** Front matter as read, with what only the build needs. */
export interface ReadFront {
  readonly front: Front;
  readonly draft: boolean;
}

/**
 * The front matter of a section; undefined, with defects, where it cannot be read.
 * @example readFront('title: …', reading)
 */
export function readFront(head: string, reading: Reading): ReadFront | undefined {
  const parsed = reading.tools.yaml(head);
  if (!parsed.ok) {
    const spot = reading.spot(2 + parsed.error.line, 'front matter');
    reading.flaw('yaml', spot, { detail: parsed.error.reason });
    return undefined;
  }
  const spot = reading.spot(2, 'front matter');
  const read = shaped(schema, parsed.value, { spot, defects: reading.means.defects });
  if (!read) return undefined;
  const lineOf = (key: string): number =>
    2 + head.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  const plain = (text: string, key: string): string => plainOf(text, reading.spot(lineOf(key), key), reading);
  const covers = expandRows(read.covers);
  for (const row of covers) reading.refer('row', row, reading.spot(lineOf('covers'), 'covers'));
  const texts = (key: 'key' | 'difficult' | 'board' | 'homework') =>
    read[key].map((text) => plain(text, key));
  return {
    draft: read.draft,
    front: {
      title: plain(read.title, 'title'),
      minutes: read.minutes,
      objectives: Object.entries(read.objectives).map(([id, text]) => ({
        id,
        text: plain(text, 'objectives'),
      })),
      key: texts('key'),
      difficult: texts('difficult'),
      covers,
      board: texts('board'),
      homework: texts('homework'),
    },
  };
}
