import type { Front } from './model';
import type { Landmark } from './reading';
import type { ReadSection } from './section';

/**
 * Notes where the two languages of a section differ in what must be equal: the order and ids of headings, blocks and
 * callouts, the size of tables, the keys of checks, the numbers of figures, and the shape of the front matter.
 * @example comparePair(zh, en)
 */
export function comparePair(zh: ReadSection, en: ReadSection): void {
  const { reading } = en;
  const [first, second] = [zh.reading.landmarks, reading.landmarks];
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const [theirs, ours] = [first[index], second[index]];
    const same = nameOf(theirs) === nameOf(ours);
    if (same && theirs?.signature === ours?.signature) continue;
    const spot = reading.spot(ours?.line ?? lastLine(second), nameOf(ours));
    const detail = (mark: Landmark | undefined) => (same ? (mark?.signature ?? '') : nameOf(mark));
    reading.flaw('uneven', spot, {
      zh: `${detail(theirs)}${theirs ? ` (${zh.source.file}:${theirs.line})` : ''}`,
      en: detail(ours),
    });
    // What follows the first block that is missing would all be reported as different.
    if (!same) return;
  }
  if (zh.section && en.section) compareFronts(zh.section.front, en.section.front, en);
}

function nameOf(mark: Landmark | undefined): string {
  return mark ? `${mark.kind} ${mark.id}`.trim() : 'nothing / 无';
}

function lastLine(marks: readonly Landmark[]): number {
  return marks.at(-1)?.line ?? 1;
}

function compareFronts(zh: Front, en: Front, { reading }: ReadSection): void {
  const shapes: readonly (readonly [string, (front: Front) => string])[] = [
    ['minutes', (front) => String(front.minutes)],
    ['objectives', (front) => front.objectives.map(({ id }) => id).join(', ')],
    ['covers', (front) => front.covers.join(', ')],
    ['key', (front) => String(front.key.length)],
    ['difficult', (front) => String(front.difficult.length)],
    ['board', (front) => String(front.board.length)],
    ['homework', (front) => String(front.homework.length)],
  ];
  for (const [key, shapeOf] of shapes)
    if (shapeOf(zh) !== shapeOf(en))
      reading.flaw('uneven', reading.spot(2, key), { zh: shapeOf(zh), en: shapeOf(en) });
}
