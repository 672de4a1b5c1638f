import type { Block, Check, Inline, Rich } from './model';

/** A block and every block inside it. */
function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'callout') return [block, ...flat(block.blocks)];
    return block.kind === 'list' ? [block, ...block.items.flatMap(flat)] : [block];
  });
}

/**
 * The checks of a section in the order of the text, also those inside callouts.
 * @example checksIn(section.blocks).map(({ id }) => id)
 */
export function checksIn(blocks: readonly Block[]): readonly Check[] {
  return flat(blocks).flatMap((block) => (block.kind === 'check' ? [block.check] : []));
}

/**
 * Ids of the labs or cases that a section names.
 * @example named(section.blocks, 'lab') // ['L5.1']
 */
export function named(blocks: readonly Block[], kind: 'lab' | 'case'): readonly string[] {
  return flat(blocks).flatMap((block) => (block.kind === kind ? [block.id] : []));
}

/**
 * Ids of the glossary terms that a section shows, each as often as it stands there.
 * @example termsIn(section.blocks) // ['atp', 'order-cycle']
 */
export function termsIn(blocks: readonly Block[]): readonly string[] {
  return flat(blocks)
    .flatMap(richesOf)
    .flatMap((rich) => rich.flatMap(termsOf));
}

function termsOf(run: Inline): readonly string[] {
  if (typeof run === 'string' || run.kind === 'code' || run.kind === 'break') return [];
  return run.kind === 'term' ? [run.id] : run.of.flatMap(termsOf);
}

function richesOf(block: Block): readonly Rich[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.of];
    case 'table':
      return [block.head, ...block.rows].flat();
    case 'callout':
      return [block.title];
    case 'check':
      return richesOfCheck(block.check);
    case 'lab':
    case 'case':
      return [block.task];
    case 'formula':
      return block.where.map(({ meaning }) => meaning);
    case 'caution':
      return [block.claim, block.said, block.known, block.advice];
    case 'list':
    case 'figure':
      return [];
  }
}

function richesOfCheck(check: Check): readonly Rich[] {
  switch (check.kind) {
    case 'single':
    case 'multiple':
      return [check.prompt, ...check.options.flatMap(({ text, why }) => [text, why])];
    case 'truefalse':
      return [check.prompt, check.why.true, check.why.false];
    case 'ordering':
      return [check.prompt, ...check.items.flatMap(({ text, why }) => [text, why])];
    case 'matching':
      return [check.prompt, ...check.pairs.flatMap(({ left, why }) => [left, why])];
    case 'numeric':
      return [check.prompt, check.why, ...check.traps.map(({ why }) => why)];
    case 'categorise':
      return [check.prompt, ...check.cards.flatMap(({ text, why }) => [text, why])];
  }
}
