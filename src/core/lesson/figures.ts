import * as v from 'valibot';
import { placeOf, type Fence } from './fence';
import { plainOf } from './inline';
import { FIGURES, type Block, type Figure, type Label } from './model';
import { shaped, words } from './shape';

const label = v.strictObject({ label: words, note: v.optional(words) });
const some = <S extends v.GenericSchema>(entry: S) => v.pipe(v.array(entry), v.minLength(2));
const pair = v.tuple([words, words]);
const chain = v.strictObject({ caption: words, items: some(label) });
const bars = v.strictObject({
  caption: words,
  unit: words,
  bars: some(v.strictObject({ label: words, value: v.number(), mark: v.optional(v.boolean(), false) })),
});
const quadrant = v.strictObject({
  caption: words,
  across: pair,
  up: pair,
  cells: v.tuple([label, label, label, label]),
});
const groups = v.strictObject({
  caption: words,
  groups: some(v.strictObject({ label: words, members: v.array(words) })),
});
const drawing = v.strictObject({ caption: words, labels: v.optional(v.record(v.string(), words), {}) });

/**
 * A figure out of its fence; undefined, with a defect, where that fails.
 * @example readFigure(fence)
 */
export function readFigure(fence: Fence): Block | undefined {
  const { reading, id, line } = fence;
  const { spot } = placeOf(fence);
  const shape = FIGURES.find((known) => known === fence.shape);
  if (!shape) {
    reading.flaw('no-choice', spot, { given: `figure ${fence.shape}`, choices: FIGURES.join(', ') });
    return undefined;
  }
  const figure = figureOf(fence, shape);
  if (!figure) return undefined;
  if (shape === 'drawing') reading.refer('drawing', id, spot);
  reading.mark({ id, kind: `figure ${shape}`, signature: signatureOf(figure), line });
  return figure;
}

function figureOf(fence: Fence, shape: (typeof FIGURES)[number]): Figure | undefined {
  const place = placeOf(fence);
  const { id } = fence;
  const plain = (text: string): string => plainOf(text, place.spot, fence.reading);
  const tags = (list: readonly v.InferOutput<typeof label>[]): readonly Label[] =>
    list.map((item) => ({ label: plain(item.label), note: plain(item.note ?? '') }));
  switch (shape) {
    case 'steps':
    case 'cycle': {
      const read = shaped(chain, fence.data, place);
      return read && { kind: 'figure', id, shape, caption: plain(read.caption), items: tags(read.items) };
    }
    case 'bars': {
      const read = shaped(bars, fence.data, place);
      return read && { kind: 'figure', id, shape, ...read, caption: plain(read.caption) };
    }
    case 'quadrant': {
      const read = shaped(quadrant, fence.data, place);
      return (
        read && { kind: 'figure', id, shape, ...read, caption: plain(read.caption), cells: tags(read.cells) }
      );
    }
    case 'groups':
    case 'layers': {
      const read = shaped(groups, fence.data, place);
      return read && { kind: 'figure', id, shape, ...read, caption: plain(read.caption) };
    }
    case 'drawing': {
      const read = shaped(drawing, fence.data, place);
      return read && { kind: 'figure', id, shape, ...read, caption: plain(read.caption) };
    }
  }
}

/** What must be equal in both languages: numbers and how many of everything. */
function signatureOf(figure: Figure): string {
  switch (figure.shape) {
    case 'steps':
    case 'cycle':
      return `${figure.items.length} items`;
    case 'bars':
      return figure.bars.map(({ value, mark }) => `${value}${mark ? '!' : ''}`).join(' ');
    case 'quadrant':
      return '';
    case 'groups':
    case 'layers':
      return figure.groups.map(({ members }) => members.length).join('+');
    case 'drawing':
      return Object.keys(figure.labels).join(' ');
  }
}
