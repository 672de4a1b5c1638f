import { minutes, present, type Minutes } from '../../core/base';
import type { Fact } from '../../core/attempt';
import { SYSTEMS, type CompiledCase, type System } from '../../core/scenario';
import type { DeskWords } from '../../ui/messages/desk';
import type { Progress } from './progress';

/**
 * Money committed so far, in yuan.
 * @example spentSoFar(progress.facts) // 880
 */
export function spentSoFar(facts: readonly Fact[]): number {
  return facts.reduce((sum, fact) => (fact.type === 'spent' ? sum + fact.amount : sum), 0);
}

/**
 * Findings known, in the order in which they were learned.
 * @example knownSoFar(progress.facts) // ['minimum', 'order']
 */
export function knownSoFar(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => (fact.type === 'learned' ? [fact.finding] : []));
}

/**
 * Whether the learner has found out the customer's tier: the findings on which the service owed (R1.b) rests, or
 * the customer's card where the case does not score that.
 * @example tierKnown(compiled, progress)
 */
export function tierKnown(c: CompiledCase, { facts }: Pick<Progress, 'facts'>): boolean {
  const { spec } = c.of.logic;
  const cards = Object.values(spec.records).filter((record) => record.system === 'crm');
  const telling = spec.rubric['R1.b']?.findings ?? cards.flatMap((record) => record.reveals);
  const known = knownSoFar(facts);
  return telling.length > 0 && telling.every((finding) => known.includes(finding));
}

/**
 * When each opened record had been read, by its id.
 * @example readSoFar(compiled, progress).get('wms') // 913
 */
export function readSoFar(c: CompiledCase, { log }: Pick<Progress, 'log'>): ReadonlyMap<string, Minutes> {
  return new Map(
    log.flatMap(({ input, at }) => {
      if (input.kind !== 'look') return [];
      const record = present(
        c.records.find(({ id }) => id === input.record),
        input.record,
      );
      return [[input.record, minutes(at + record.minutes)] as const];
    }),
  );
}

/** A system that the case has records for. */
export interface SystemEntry {
  readonly system: System;
  /** Records of the system that lie in no other, in the order of the file. */
  readonly roots: readonly string[];
}

/**
 * The systems of a case in the order they stand on the screen; those without a record are left out.
 * @example systemsOf(compiled)[0] // { system: 'oms', roots: ['oms'] }
 */
export function systemsOf(c: CompiledCase): readonly SystemEntry[] {
  const records = Object.entries(c.of.logic.spec.records);
  return SYSTEMS.map((system) => ({
    system,
    roots: records
      .filter(([, record]) => record.system === system && record.within === undefined)
      .map(([id]) => id),
  })).filter(({ roots }) => roots.length > 0);
}

/**
 * Records that can be reached from the one on the screen: what lies in it, what it lies in, and its neighbours.
 * @example aroundOf(compiled, 'schedule') // ['oms', 'neighbour']
 */
export function aroundOf(c: CompiledCase, id: string): readonly string[] {
  const { records } = c.of.logic.spec;
  const own = records[id];
  return Object.entries(records)
    .filter(([other, record]) => {
      if (other === id) return false;
      const parent = other === own?.within;
      const sibling = record.within === own?.within && record.system === own?.system;
      return record.within === id || parent || sibling;
    })
    .map(([other]) => other);
}

/**
 * Whether the customer is there, in the words of the channel.
 * @example contactWords(compiled, 'opening', desk.en) // 'On the line'
 */
export function contactWords(c: CompiledCase, scene: string, words: Pick<DeskWords, 'channels'>): string {
  const here = c.scenes[scene]?.channel;
  return here === undefined
    ? words.channels[c.of.logic.spec.customer.channel].over
    : words.channels[here].live;
}

/**
 * The records opened so far, the latest first.
 * @example openedSoFar(compiled, progress)[0] // ['wms', 913]
 */
export function openedSoFar(
  c: CompiledCase,
  progress: Pick<Progress, 'log'>,
): readonly (readonly [string, Minutes])[] {
  return [...readSoFar(c, progress)].reverse();
}
