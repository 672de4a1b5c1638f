import { textOf } from './inline';
import type { Block, Check, Rich, Section } from './model';

const RUN = /[\u3400-\u9fff]+|[\p{L}\p{N}]+(?:[.%-][\p{L}\p{N}]+)*/gu;
const HAN = /^[\u3400-\u9fff]/;

/**
 * The words of a text: Latin words and numbers in small letters, Chinese as pairs of neighbouring characters, since
 * Chinese puts no blanks between words.
 * @example tokensOf('可承诺量 ATP') // ['可承', '承诺', '诺量', 'atp']
 */
export function tokensOf(text: string): readonly string[] {
  return (text.match(RUN) ?? []).flatMap((run) => (HAN.test(run) ? pairsIn(run) : [run.toLowerCase()]));
}

function pairsIn(run: string): readonly string[] {
  if (run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));
}

/** A piece of a section that can be found: what stands under one heading. */
export interface Passage {
  /** `u05/s3#atp`; nothing behind # for what stands before the first heading. */
  readonly id: string;
  readonly section: string;
  readonly heading: string;
  readonly text: string;
}

/**
 * A section cut at its headings, as letters only.
 * @example passagesOf(section)[0]?.id // 'u05/s3#'
 */
export function passagesOf({ unit, id, front, blocks }: Section): readonly Passage[] {
  const place = `${unit}/${id}`;
  const pieces: { at: string; heading: string; texts: string[] }[] = [{ at: '', heading: '', texts: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') pieces.push({ at: block.id, heading: textOf(block.of), texts: [] });
    else pieces.at(-1)?.texts.push(lettersOf(block));
  }
  return pieces.map(({ at, heading, texts }) => ({
    id: `${place}#${at}`,
    section: front.title,
    heading,
    text: texts.filter(Boolean).join(' '),
  }));
}

/**
 * All letters of a block that a reader sees without answering anything.
 * @example lettersOf({ kind: 'paragraph', of: ['…'] }) // '…'
 */
export function lettersOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOf(block.of);
    case 'list':
      return block.items.flat().map(lettersOf).join(' ');
    case 'table':
      return [block.caption, ...[block.head, ...block.rows].flat().map(textOf)].join(' ');
    case 'callout':
      return [textOf(block.title), ...block.blocks.map(lettersOf)].join(' ');
    case 'check':
      return questionOf(block.check);
    case 'lab':
    case 'case':
      return textOf(block.task);
    case 'figure':
      return block.caption;
    case 'formula':
      return [block.is, ...block.where.map(({ symbol, meaning }) => `${symbol} ${textOf(meaning)}`)].join(
        ' ',
      );
    case 'caution':
      return joined([block.claim, block.said, block.known, block.advice]);
  }
}

function joined(list: readonly Rich[]): string {
  return list.map(textOf).join(' ');
}

/** The question and its options; explanations would give the answer away in a list of hits. */
function questionOf(check: Check): string {
  switch (check.kind) {
    case 'single':
    case 'multiple':
      return joined([check.prompt, ...check.options.map(({ text }) => text)]);
    case 'truefalse':
    case 'numeric':
    case 'matching':
    case 'ordering':
    case 'categorise':
      return textOf(check.prompt);
  }
}

/**
 * A stretch of a text around the first place where one of the words stands.
 * @example excerptOf(passage.text, ['承诺'], 80)
 */
export function excerptOf(text: string, tokens: readonly string[], length: number): string {
  const small = text.toLowerCase();
  const hits = tokens.map((token) => small.indexOf(token)).filter((at) => at >= 0);
  const first = hits.length > 0 ? Math.min(...hits) : 0;
  const from = Math.max(0, first - Math.floor(length / 4));
  const piece = text.slice(from, from + length);
  return `${from > 0 ? '…' : ''}${piece}${from + length < text.length ? '…' : ''}`;
}
