import * as v from 'valibot';
import { canonical, type Json } from '../base';
import { keyed, placeOf, type Fence } from './fence';
import { plainOf, richOf } from './inline';
import { CHECK_KINDS, type Block, type Check, type CheckKind, type Rich } from './model';
import { shaped, words } from './shape';

const common = { prompt: words, objective: v.optional(v.string(), '') };
const option = v.strictObject({ text: words, right: v.optional(v.boolean(), false), why: words });
const choice = v.strictObject({ ...common, options: keyed(option) });
const truefalse = v.strictObject({
  ...common,
  answer: v.boolean(),
  why: v.strictObject({ true: words, false: words }),
});
const ordering = v.strictObject({ ...common, items: keyed(v.strictObject({ text: words, why: words })) });
const matching = v.strictObject({
  ...common,
  pairs: keyed(v.strictObject({ left: words, right: words, why: words })),
  extra: v.optional(keyed(words), {}),
});
const tolerance = v.optional(v.pipe(v.number(), v.minValue(0)), 0);
const numeric = v.strictObject({
  ...common,
  value: v.number(),
  tolerance,
  unit: words,
  why: words,
  traps: v.optional(v.array(v.strictObject({ value: v.number(), tolerance, why: words })), []),
});
const categorise = v.strictObject({
  ...common,
  groups: keyed(words),
  cards: keyed(v.strictObject({ text: words, group: v.string(), why: words })),
});

/**
 * A check out of its fence; undefined, with a defect, where that fails.
 * @example readCheck(fence)
 */
export function readCheck(fence: Fence): Block | undefined {
  const { reading, id, line } = fence;
  const { spot } = placeOf(fence);
  const kind = CHECK_KINDS.find((known) => known === fence.shape);
  if (!kind) {
    reading.flaw('no-choice', spot, { given: `check ${fence.shape}`, choices: CHECK_KINDS.join(', ') });
    return undefined;
  }
  const check = checkOf(fence, kind);
  if (!check) return undefined;
  if (check.objective !== '') reading.refer('objective', check.objective, spot);
  const signature = canonical({ objective: check.objective, key: keyOf(check) });
  reading.mark({ id, kind: `check ${kind}`, signature, line });
  return { kind: 'check', check };
}

function checkOf(fence: Fence, kind: CheckKind): Check | undefined {
  switch (kind) {
    case 'single':
    case 'multiple':
      return choiceOf(fence, kind);
    case 'truefalse':
      return trueFalseOf(fence);
    case 'ordering':
      return orderingOf(fence);
    case 'matching':
      return matchingOf(fence);
    case 'numeric':
      return numericOf(fence);
    case 'categorise':
      return categoriseOf(fence);
  }
}

const richIn = (fence: Fence) => {
  const { spot } = placeOf(fence);
  return (text: string): Rich => richOf(text, spot, fence.reading);
};
const plainIn = (fence: Fence) => {
  const { spot } = placeOf(fence);
  return (text: string): string => plainOf(text, spot, fence.reading);
};
const entries = <T>(table: Readonly<Record<string, T>>) =>
  Object.entries(table).map(([id, value]) => ({ id, value }));

function enough(fence: Fence, count: number, what: string): void {
  if (count < 2) fence.reading.flaw('too-few', placeOf(fence).spot, { what });
}

function choiceOf(fence: Fence, kind: 'single' | 'multiple'): Check | undefined {
  const read = shaped(choice, fence.data, placeOf(fence));
  if (!read) return undefined;
  const rich = richIn(fence);
  const options = entries(read.options).map(({ id, value }) => ({
    id,
    text: rich(value.text),
    right: value.right,
    why: rich(value.why),
  }));
  enough(fence, options.length, 'options');
  const given = options.filter(({ right }) => right).length;
  const fits = kind === 'single' ? given === 1 : given > 0;
  if (!fits)
    fence.reading.flaw('right-options', placeOf(fence).spot, {
      wanted: kind === 'single' ? '1' : '1+',
      given,
    });
  return { kind, id: fence.id, objective: read.objective, prompt: rich(read.prompt), options };
}

function trueFalseOf(fence: Fence): Check | undefined {
  const read = shaped(truefalse, fence.data, placeOf(fence));
  if (!read) return undefined;
  const rich = richIn(fence);
  const why = { true: rich(read.why.true), false: rich(read.why.false) };
  const { objective, answer } = read;
  return { kind: 'truefalse', id: fence.id, objective, prompt: rich(read.prompt), answer, why };
}

function orderingOf(fence: Fence): Check | undefined {
  const read = shaped(ordering, fence.data, placeOf(fence));
  if (!read) return undefined;
  const rich = richIn(fence);
  const items = entries(read.items).map(({ id, value }) => ({
    id,
    text: rich(value.text),
    why: rich(value.why),
  }));
  enough(fence, items.length, 'items');
  return { kind: 'ordering', id: fence.id, objective: read.objective, prompt: rich(read.prompt), items };
}

function matchingOf(fence: Fence): Check | undefined {
  const read = shaped(matching, fence.data, placeOf(fence));
  if (!read) return undefined;
  const rich = richIn(fence);
  const plain = plainIn(fence);
  const pairs = entries(read.pairs).map(({ id, value }) => ({
    id,
    left: rich(value.left),
    right: plain(value.right),
    why: rich(value.why),
  }));
  const extra = entries(read.extra).map(({ id, value }) => ({ id, name: plain(value) }));
  enough(fence, pairs.length, 'pairs');
  const sides = [...pairs.map(({ right }) => right), ...extra.map(({ name }) => name)];
  const twice = sides.find((side, index) => sides.indexOf(side) !== index);
  const { spot } = placeOf(fence);
  if (twice !== undefined) fence.reading.flaw('same-right-side', spot, { text: twice });
  const both = extra.find(({ id }) => pairs.some((pair) => pair.id === id));
  if (both) fence.reading.flaw('duplicate', spot, { id: both.id });
  const { objective } = read;
  return { kind: 'matching', id: fence.id, objective, prompt: rich(read.prompt), pairs, extra };
}

function numericOf(fence: Fence): Check | undefined {
  const read = shaped(numeric, fence.data, placeOf(fence));
  if (!read) return undefined;
  const rich = richIn(fence);
  for (const trap of read.traps)
    if (Math.abs(trap.value - read.value) <= read.tolerance)
      fence.reading.flaw('trap-is-right', placeOf(fence).spot, { value: trap.value });
  return {
    kind: 'numeric',
    id: fence.id,
    objective: read.objective,
    prompt: rich(read.prompt),
    value: read.value,
    tolerance: read.tolerance,
    unit: plainIn(fence)(read.unit),
    why: rich(read.why),
    traps: read.traps.map((trap) => ({ ...trap, why: rich(trap.why) })),
  };
}

function categoriseOf(fence: Fence): Check | undefined {
  const read = shaped(categorise, fence.data, placeOf(fence));
  if (!read) return undefined;
  const rich = richIn(fence);
  const groups = entries(read.groups).map(({ id, value }) => ({ id, name: plainIn(fence)(value) }));
  const cards = entries(read.cards).map(({ id, value }) => ({
    id,
    text: rich(value.text),
    group: value.group,
    why: rich(value.why),
  }));
  enough(fence, groups.length, 'groups');
  enough(fence, cards.length, 'cards');
  for (const card of cards)
    if (!groups.some(({ id }) => id === card.group))
      fence.reading.flaw('unknown-group', placeOf(fence).spot, { id: card.group });
  const { objective } = read;
  return { kind: 'categorise', id: fence.id, objective, prompt: rich(read.prompt), groups, cards };
}

/** What both languages must agree on: ids, keys and numbers. */
function keyOf(check: Check): Json {
  switch (check.kind) {
    case 'single':
    case 'multiple':
      return check.options.map(({ id, right }) => [id, right]);
    case 'truefalse':
      return check.answer;
    case 'ordering':
      return check.items.map(({ id }) => id);
    case 'matching':
      return { pairs: check.pairs.map(({ id }) => id), extra: check.extra.map(({ id }) => id) };
    case 'numeric':
      return [check.value, check.tolerance, check.traps.map(({ value, tolerance: t }) => [value, t])];
    case 'categorise':
      return {
        groups: check.groups.map(({ id }) => id),
        cards: check.cards.map(({ id, group }) => [id, group]),
      };
  }
}
