import fc from 'fast-check';
import { present } from '../../src/core/base';
import { CONTACTS, CRITERIA, type ActKind, type Contact, type CriterionId } from '../../src/core/scenario';
import { smallCase, type RawCase } from './generate';
import { clockText, START, type RawAct, type RawEmit } from './generate-parts';

// The same small cases with everything else the format has: contacts on other channels, urgency, several numbers
// with a total, late acts on the way on, hints, deliveries with a minute of their own, money worth a part, a pace a
// promise, every kind of act. Each case has some of it.

const features = fc.record({
  contacts: fc.boolean(),
  urgent: fc.boolean(),
  totals: fc.boolean(),
  lateExits: fc.boolean(),
  hints: fc.boolean(),
  arrivals: fc.boolean(),
  parts: fc.boolean(),
  paces: fc.boolean(),
  kinds: fc.boolean(),
  renewals: fc.boolean(),
});
type Features = typeof features extends fc.Arbitrary<infer T> ? T : never;

/** Small whole numbers in a fixed order: what is chosen where. */
class Picks {
  readonly #list: readonly number[];
  #next = 0;

  constructor(list: readonly number[]) {
    this.#list = list;
  }

  of<T>(choices: readonly T[]): T {
    const pick = this.#list[this.#next++ % this.#list.length] ?? 0;
    return present(choices[pick % choices.length], 'a choice');
  }
}

const picks = fc.array(fc.nat({ max: 419 }), { minLength: 23, maxLength: 23, size: 'max' });

/** Small scenarios that use every mechanic of the format, the newer ones included. */
export const richCase = fc
  .tuple(smallCase, features, picks)
  .map(([raw, has, list]) => enriched(raw, has, new Picks(list)));

function enriched(raw: RawCase, has: Features, pick: Picks) {
  const act = (of: RawAct, at: 'scene' | 'desk' | 'exit'): RawAct => richer(of, { at, has, pick });
  const table = (acts: Readonly<Record<string, RawAct>>, at: 'scene' | 'desk'): Record<string, RawAct> =>
    Object.fromEntries(Object.entries(acts).map(([id, of]) => [id, act(of, id === 'go' ? 'exit' : at)]));
  const scored = CRITERIA.filter((id) => raw.rubric[id] !== undefined);
  const scenes = Object.entries(raw.scenes).map(([id, scene]) => {
    const contact: Contact = scene.ending || !has.contacts ? scene.contact : pick.of(CONTACTS);
    return [id, { ...scene, contact, acts: table(scene.acts, 'scene') }] as const;
  });
  return {
    ...raw,
    customer: { ...raw.customer, ...(has.urgent ? { urgent: true } : {}) },
    desk: { ...table(raw.desk, 'desk'), ...(has.hints ? { clue: hint(pick.of(scored)) } : {}) },
    scenes: Object.fromEntries(scenes),
    timeline: raw.timeline.map((entry) => ({ ...entry, emits: emitsOf(entry.emits ?? [], { has, pick }) })),
    rubric:
      has.paces && raw.rubric['R4.c']
        ? { ...raw.rubric, 'R4.c': paced(raw.rubric['R4.c'], pick) }
        : raw.rubric,
  };
}

const hint = (criterion: CriterionId): RawAct => ({
  act: 'hint',
  minutes: 0,
  emits: [{ fact: 'hinted', criterion }],
});

function paced(row: NonNullable<RawCase['rubric']['R4.c']>, pick: Picks): typeof row {
  return { ...row, tau: { p0: pick.of([5, 30]), p1: pick.of([5, 30]) } };
}

const SPOKEN_OR_NOT: readonly ActKind[] = ['say', 'verify', 'hold', 'ask', 'escalate', 'transfer', 'wait'];
const KINDS: readonly ActKind[] = [
  ...SPOKEN_OR_NOT,
  ...(['propose', 'promise', 'confirm', 'execute', 'notify', 'note', 'close'] as const),
];

interface Means {
  readonly has: Features;
  readonly pick: Picks;
}

function richer(of: RawAct, by: Means & { readonly at: 'scene' | 'desk' | 'exit' }): RawAct {
  const { has, pick, at } = by;
  const until = has.lateExits && at === 'exit' && pick.of([true, false]);
  const plain: RawAct = {
    ...of,
    ...(has.kinds ? { act: pick.of(at === 'desk' ? SPOKEN_OR_NOT : KINDS) } : {}),
    ...(until ? { until: clockText(START + pick.of([2, 5, 9, 14])) } : {}),
    emits: emitsOf(of.emits ?? [], by),
  };
  return has.totals && of.asks !== undefined ? shared(plain, pick) : plain;
}

/** Two numbers instead of one, which may not add up to more than there is. */
function shared(of: RawAct, pick: Picks): RawAct {
  const field = (max: number) => ({ min: 0, max, step: 1, unit: 'carton' as const });
  return {
    ...of,
    asks: { q: field(2), r: field(pick.of([1, 2])) },
    total: pick.of([0, 2, 3, 'facts.size', 'vars.count', 'known.k0 ? facts.size : 1']),
    set: { ...of.set, ...(pick.of([true, false]) ? { count: { is: 'min(input.q + input.r, 2)' } } : {}) },
    emits: [
      ...(of.emits ?? []),
      ...(pick.of([true, false])
        ? [
            {
              fact: 'cost' as const,
              amount: 'max(0, 2 - input.q) + 2 * max(0, 1 - input.r)',
              best: 0,
              worst: 4,
            },
          ]
        : []),
    ],
  };
}

function emitsOf(emits: readonly RawEmit[], { has, pick }: Means): RawEmit[] {
  return emits.flatMap((emit): readonly RawEmit[] => {
    if (emit.fact === 'delivered' && has.arrivals)
      return [{ ...emit, arrived: pick.of([START + 4, START + 20, `${String(START)} + vars.count * 10`]) }];
    if (emit.fact === 'spent' && has.parts)
      return [{ ...emit, share: pick.of([0.5, 'known.k1 ? 1.0 : 0.25']) }];
    if (emit.fact === 'promised' && has.renewals)
      return [emit, { fact: 'renewed', promise: emit.promise, due: pick.of([START + 8, START + 25]) }];
    return [emit];
  });
}
