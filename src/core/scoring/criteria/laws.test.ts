import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes, share, WHOLE, type Json } from '../../base';
import type { Fact, FactBody } from '../../attempt';
import { CHANNEL_FITS, CHANNELS, CRITICAL_ERRORS, SERVICE_LEVELS, TIERS } from '../../scenario';
import type { Criterion, Outlook, Setting } from '../criterion';
import { withHints } from '../hints';
import { criteria } from './index';

const flag = fc.boolean();
const sum = fc.integer({ min: 0, max: 4000 });
const clock = fc.integer({ min: 900, max: 1500 });
const findings = ['order', 'split', 'asn', 'lane'];
const promise = fc.constantFrom('one', 'two', 'unlisted');
const deadline = fc.constantFrom('notice', 'written', 'unlisted');
const error = fc.constantFrom(...CRITICAL_ERRORS);
const of = <const T extends string>(type: T): fc.Arbitrary<T> => fc.constant(type);

/** Facts of every type that some row reads, and others. */
const bodiesFor = (criterion: Criterion): fc.Arbitrary<FactBody> =>
  fc.oneof(
    fc.record({ type: of('acted'), scene: of('s'), act: of('s.a'), contact: flag }),
    fc.record({ type: of('waited'), minutes: fc.integer({ min: 1, max: 3 }), explained: flag }),
    fc.record({ type: of('learned'), finding: fc.constantFrom(...findings, 'unlisted') }),
    fc.record({ type: of('left') }),
    fc.record({ type: of('answered'), channel: fc.constantFrom(...CHANNELS) }, { requiredKeys: ['type'] }),
    fc.record({ type: of('hinted'), criterion: fc.constantFrom(criterion.id, 'R1.c' as const) }),
    fc.record({ type: of('verified'), share: fc.constantFrom(share(0), share(1 / 3), share(1)) }),
    fc.record({ type: of('disclosed'), allowed: flag }),
    fc.record({ type: of('proposed'), quantity: fc.nat(4), limit: fc.constant(3) }),
    fc.record({ type: of('promised'), promise, due: clock, mean: clock, sd: fc.nat(200), needBy: clock }),
    fc.record({ type: of('renewed'), promise, due: clock }),
    fc.record({ type: of('delivered'), promise, arrived: clock }, { requiredKeys: ['type', 'promise'] }),
    fc.record({ type: of('offered'), amount: sum, low: fc.constant(900), high: fc.constant(1200) }),
    fc.record(
      {
        type: of('spent'),
        amount: sum,
        limit: fc.constant(1000),
        approved: flag,
        share: fc.constantFrom(share(0.5), share(1)),
      },
      { requiredKeys: ['type', 'amount', 'limit', 'approved'] },
    ),
    fc.record({ type: of('cost'), amount: sum, best: fc.constant(500), worst: fc.constant(3000) }),
    fc.record({ type: of('served'), level: fc.constantFrom(...SERVICE_LEVELS) }),
    fc.record({
      type: of('confirmed'),
      fit: fc.constantFrom(...CHANNEL_FITS),
      written: flag,
      needsWriting: flag,
    }),
    fc.record({ type: fc.constantFrom('met' as const, 'lapsed' as const), deadline }),
    fc.record({ type: of('erred'), error }),
    fc.record({
      type: of('marked'),
      criterion: fc.constantFrom(criterion.id, criterion.id, 'R1.c' as const),
      basis: fc.integer({ min: -10_000, max: 10_000 }),
    }),
  );

function factsFor(criterion: Criterion): fc.Arbitrary<readonly Fact[]> {
  const step = fc.tuple(fc.integer({ min: 0, max: 60 }), bodiesFor(criterion));
  return fc.array(step, { maxLength: 24 }).map((steps) => {
    let now = 910;
    return steps.map(([gap, body], input) => ({ ...body, at: minutes((now += gap)), input }));
  });
}

const settings: fc.Arbitrary<Setting> = fc.record({
  entry: fc.record(
    {
      points: fc.constantFrom(2, 3.5, 4),
      findings: fc.constant(findings),
      promises: fc.constant({ one: 1, two: 2 }),
      deadlines: fc.constant({ notice: 1, written: 2 }),
      tau: fc.constantFrom(30, 240, { one: 30, two: 240 }),
    },
    { requiredKeys: ['points'] },
  ),
  tier: fc.constantFrom(...TIERS),
  channel: fc.constantFrom(...CHANNELS),
  start: fc.constant(minutes(910)),
});

/** Names under which a coming fact is announced to a bound. */
function namesOf(fact: Fact): readonly string[] {
  if ('promise' in fact) return [fact.type, `${fact.type}:${fact.promise}`];
  if ('deadline' in fact) return [fact.type, `${fact.type}:${fact.deadline}`];
  return fact.type === 'learned' ? [fact.type, `learned:${fact.finding}`] : [fact.type];
}

/** The outlook that knows exactly what comes: the tightest that is honest. */
function outlookOn(criterion: Criterion, ahead: readonly Fact[]): Outlook {
  const names = new Set(ahead.flatMap(namesOf));
  const marks = ahead.reduce(
    (most, fact) =>
      fact.type === 'marked' && fact.criterion === criterion.id ? most + Math.max(0, fact.basis) : most,
    0,
  );
  return {
    open: ahead.some((fact) => criterion.reads.includes(fact.type)),
    marks,
    can: (name) => names.has(name),
  };
}

const WIDE: Outlook = { open: true, marks: 1e9, can: () => true };
const CLOSED: Outlook = { open: false, marks: 1e9, can: () => true };

/** Accumulators before the first fact and after each. */
function fold(criterion: Criterion, facts: readonly Fact[], setting: Setting): readonly Json[] {
  const accs: Json[] = [criterion.begin(setting)];
  for (const fact of facts) {
    const acc = accs.at(-1) ?? null;
    accs.push(criterion.reads.includes(fact.type) ? criterion.next(acc, fact, setting) : acc);
  }
  return accs;
}

const all: readonly (readonly [string, Criterion])[] = [
  ...criteria.map((criterion) => [criterion.id, criterion] as const),
  ...criteria.map((criterion) => [`${criterion.id} with hints`, withHints(criterion)] as const),
];

describe.each(all)('%s', (_id, criterion) => {
  const holds = (law: (accs: readonly Json[], facts: readonly Fact[], setting: Setting) => void): void => {
    fc.assert(
      fc.property(factsFor(criterion), settings, (facts, setting) => {
        law(fold(criterion, facts, setting), facts, setting);
      }),
      { numRuns: 100 },
    );
  };

  it('gives whole basis points between nothing and all', () => {
    holds((accs, _facts, setting) => {
      for (const acc of accs) {
        const x = criterion.verdict(acc, setting);
        expect(Number.isInteger(x) && x >= 0 && x <= WHOLE).toBe(true);
      }
    });
  });

  it('never bounds a verdict that is still reached too low, and never loosens a bound', () => {
    holds((accs, facts, setting) => {
      const verdicts = accs.map((acc) => criterion.verdict(acc, setting));
      const bounds = accs.map((acc, i) =>
        criterion.bound(acc, setting, outlookOn(criterion, facts.slice(i))),
      );
      bounds.forEach((bound, i) => {
        expect(bound).toBeGreaterThanOrEqual(Math.max(...verdicts.slice(i)));
        expect(bound).toBeLessThanOrEqual(bounds[i - 1] ?? WHOLE);
        expect(criterion.bound(accs[i] ?? null, setting, WIDE)).toBeGreaterThanOrEqual(bound);
      });
    });
  });

  it('bounds by the verdict itself where nothing lies ahead', () => {
    holds((accs, _facts, setting) => {
      for (const acc of accs)
        expect(criterion.bound(acc, setting, CLOSED)).toBe(criterion.verdict(acc, setting));
    });
  });

  it('returns the very same accumulator when a fact changes nothing', () => {
    holds((accs, facts) => {
      facts.forEach((_fact, i) => {
        const [before, after] = [accs[i], accs[i + 1]];
        if (JSON.stringify(before) === JSON.stringify(after)) expect(after).toBe(before);
      });
    });
  });

  it('changes only for the types of facts it says it reads', () => {
    holds((accs, facts, setting) => {
      facts.forEach((fact, i) => {
        const acc = accs[i] ?? null;
        if (!criterion.reads.includes(fact.type)) expect(criterion.next(acc, fact, setting)).toBe(acc);
      });
    });
  });
});
