import fc from 'fast-check';
import type * as v from 'valibot';
import { CHANNEL_FITS, SERVICE_LEVELS, type CriterionId } from '../../src/core/scenario';
import type {
  actSchema,
  emitSchema,
  recordSchema,
  rubricEntrySchema,
  timelineSchema,
} from '../../src/core/scenario/schema';

// Fragments of small scenarios as their file would hold them. Numbers are few and close together, so that every
// rule is hit often and all plays of a case can still be written out.

export type RawAct = v.InferInput<typeof actSchema>;
export type RawEmit = v.InferInput<typeof emitSchema>;
export type RawRecord = v.InferInput<typeof recordSchema>;
export type RawEntry = v.InferInput<typeof timelineSchema>;
export type RawRow = v.InferInput<typeof rubricEntrySchema>;

/** The minute every generated case starts: 10:00. */
export const START = 600;
export const FINDINGS = ['k0', 'k1', 'k2'] as const;
export const PROMISES = ['p0', 'p1'] as const;
export const DEADLINES = ['d0', 'd1'] as const;
/** Errors that acts and events may commit or repair. */
const ERRORS = ['CE-01', 'CE-03', 'CE-09'] as const;
/** Criteria that only marks can feed. */
export const MARKED: readonly CriterionId[] = ['R1.c', 'R2.d', 'R5.a', 'R6.b', 'R7.b', 'R7.c'];

/** Writes a minute as a clock of the file. */
export function clockText(at: number): string {
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

const atom = fc.constantFrom(
  'known.k0',
  '!known.k0',
  'known.k1',
  '!known.k1',
  'known.k2',
  'vars.flag',
  '!vars.flag',
  'vars.count > 0',
  'vars.count == 0',
  'vars.count >= 2',
  "vars.colour == 'red'",
  "vars.colour != 'red'",
  "vars.colour in ['red', 'blue']",
  'facts.luck',
  '!facts.luck',
  'facts.size > 1',
  'vars.flag == facts.luck',
);

/** A condition over knowledge, variables and facts. */
export const condition = fc.oneof(
  { weight: 6, arbitrary: atom },
  { weight: 1, arbitrary: fc.tuple(atom, atom).map(([a, b]) => `${a} && ${b}`) },
  { weight: 1, arbitrary: fc.tuple(atom, atom).map(([a, b]) => `${a} || ${b}`) },
  { weight: 1, arbitrary: fc.tuple(atom, atom).map(([a, b]) => `!(${a} && ${b})`) },
  { weight: 1, arbitrary: fc.tuple(atom, atom, atom).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`) },
);

const flag = fc.oneof(fc.boolean(), condition);

type Source = number | string;

/** A number, one worked out in play, or the one typed with the act where it asks for one. */
function amount(asks: boolean): fc.Arbitrary<Source> {
  const plain = fc.oneof(
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom('facts.size', 'facts.twice', 'vars.count', 'known.k0 ? 1 : 3', 'facts.size + vars.count'),
  );
  return asks ? fc.oneof(plain, fc.constantFrom('input.q', 'facts.twice - input.q')) : plain;
}

/** A minute of the clock, as a number or worked out. */
function minuteOf(asks: boolean): fc.Arbitrary<Source> {
  const plain = fc.oneof(
    fc.integer({ min: START, max: START + 30 }),
    fc.constantFrom(`${String(START)} + facts.size * 5`, `${String(START)} + vars.count * 10`),
  );
  return asks ? fc.oneof(plain, fc.constant(`${String(START)} + input.q * 8`)) : plain;
}

const of = <const T extends string>(fact: T): fc.Arbitrary<T> => fc.constant(fact);
const promise = fc.constantFrom(...PROMISES);
const deadline = fc.constantFrom(...DEADLINES);
const error = fc.constantFrom(...ERRORS);

/** What an act or event puts on record: every type of fact. */
export function emitOf(asks: boolean): fc.Arbitrary<RawEmit> {
  const number = amount(asks);
  const minute = minuteOf(asks);
  const sd = fc.constantFrom(0, 2, 6);
  return fc.oneof(
    fc.record({ fact: of('answered') }),
    fc.record({ fact: of('verified'), share: fc.constantFrom(0, 0.5, 1, 'known.k1 ? 1.0 : 0.25') }),
    fc.record({ fact: of('disclosed'), allowed: flag }),
    fc.record({ fact: of('proposed'), quantity: number, limit: number }),
    fc.record({ fact: of('promised'), promise, due: minute, mean: minute, sd, needBy: minute }),
    fc.record({ fact: of('renewed'), promise, due: minute }),
    fc.record({ fact: of('delivered'), promise }),
    fc.record({ fact: of('offered'), amount: number, low: fc.constant(1), high: fc.constant(2) }),
    fc.record({ fact: of('spent'), amount: number, limit: fc.constantFrom(1, 'facts.size'), approved: flag }),
    fc.record({ fact: of('cost'), amount: number, best: fc.constant(1), worst: fc.constant(4) }),
    fc.record({ fact: of('served'), level: fc.constantFrom(...SERVICE_LEVELS) }),
    fc.record({
      fact: of('confirmed'),
      fit: fc.constantFrom(...CHANNEL_FITS),
      written: flag,
      needsWriting: flag,
    }),
    fc.record({ fact: of('met'), deadline }),
    fc.record({ fact: of('lapsed'), deadline }),
    fc.record({ fact: of('lapsed'), deadline, error }),
    fc.record({ fact: of('erred'), error }),
    fc.record({ fact: of('repaired'), error }),
  );
}

function markOf(asks: boolean): fc.Arbitrary<Source> {
  const plain = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(-1, -0.5, 0.25, 0.5, 1) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'known.k0 ? 1.0 : -0.5',
        'facts.size / 3.0',
        'vars.count / 2.0',
        'vars.flag ? 0.5 : 0.0',
      ),
    },
  );
  return asks ? fc.oneof(plain, fc.constant('input.q == facts.size ? 1.0 : -0.25')) : plain;
}

function setOf(asks: boolean): fc.Arbitrary<NonNullable<RawAct['set']>> {
  const count = fc.constantFrom(0, 1, 2, { is: 'vars.count + 1' }, { is: 'facts.size' });
  return fc.record(
    {
      flag: fc.constantFrom(true, false, { is: '!vars.flag' }, { is: 'known.k1' }),
      count: asks ? fc.oneof(count, fc.constant({ is: 'input.q' })) : count,
      colour: fc.constantFrom('red', 'blue'),
    },
    { requiredKeys: [] },
  );
}

/** A value in `of` of ten cases, nothing in the others. */
export function sometimes<T>(arbitrary: fc.Arbitrary<T>, of: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 10 - of, arbitrary: fc.constant(undefined) }, { weight: of, arbitrary });
}

/** What acts and events have in common. */
export function consequences(asks: boolean) {
  return {
    when: sometimes(condition, 4),
    mood: fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.integer({ min: -8, max: 6 }) },
    ),
    set: fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: setOf(asks) }),
    learns: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray([...FINDINGS], { maxLength: 1 }) },
    ),
    marks: fc.oneof(
      { weight: 2, arbitrary: fc.constant({}) },
      { weight: 3, arbitrary: fc.dictionary(fc.constantFrom(...MARKED), markOf(asks), { maxKeys: 2 }) },
    ),
    emits: fc.array(emitOf(asks), { maxLength: 2, size: 'max' }),
  };
}

/** A look-up; `within` names an earlier one by its distance and is settled when the case is put together. */
export const record: fc.Arbitrary<Omit<RawRecord, 'within'> & { readonly inside: number }> = fc.record({
  system: fc.constant('wms' as const),
  minutes: fc.integer({ min: 0, max: 3 }),
  reveals: fc.subarray([...FINDINGS], { maxLength: 2 }),
  inside: fc.constantFrom(0, 0, 1, 2),
  when: sometimes(condition, 2),
});
