import { isDeepStrictEqual } from 'node:util';
import { present } from '../../src/core/base';
import type { AttemptEvent, Input, Run } from '../../src/core/attempt';
import type { CompiledCase } from '../../src/core/scenario';
import { inputsOf } from './brute';
import type { Played } from './cases';

/** A log someone laid hands on, and the first line that is not what it was. */
export interface Tampered {
  readonly log: readonly AttemptEvent[];
  readonly from: number;
  readonly how: 'clock' | 'input' | 'amount' | 'removed' | 'swapped' | 'doubled' | 'invented';
}

/**
 * A log with one hand laid on each of its lines, in every way there is: another clock, another input that is
 * possible there, another number or length, a line less, two lines exchanged, a line twice, a line made up.
 */
export function tamperings(c: CompiledCase, played: Played): readonly Tampered[] {
  const { log, runs } = played;
  const put = (index: number, less: number, lines: readonly AttemptEvent[]): readonly AttemptEvent[] => [
    ...log.slice(0, index),
    ...lines,
    ...log.slice(index + less),
  ];
  return log.flatMap((event, from): readonly Tampered[] => {
    const run = present(runs[from], 'state');
    const next = log[from + 1];
    const swapped = next && !isDeepStrictEqual(next, event) ? [put(from, 2, [next, event])] : [];
    return [
      ...[-1, 1].map((by) => ({
        log: put(from, 1, [{ ...event, at: event.at + by }]),
        from,
        how: 'clock' as const,
      })),
      ...others(c, run, event.input).map(({ input, how }) => ({
        log: put(from, 1, [{ ...event, input }]),
        from,
        how,
      })),
      { log: put(from, 1, []), from, how: 'removed' },
      ...swapped.map((list) => ({ log: list, from, how: 'swapped' as const })),
      { log: put(from, 0, [event]), from, how: 'doubled' },
      ...inputsOf(c, run)
        .filter((input) => !isDeepStrictEqual(input, event.input))
        .map((input) => ({ log: put(from, 0, [{ ...event, input }]), from, how: 'invented' as const })),
    ];
  });
}

interface Other {
  readonly input: Input;
  readonly how: 'input' | 'amount';
}

/** Everything else that could have been done in a state, and the same with another number or length. */
function others(c: CompiledCase, run: Run, given: Input): readonly Other[] {
  const longer: readonly Input[] =
    given.kind === 'wait' ? [-1, 1].map((by) => ({ kind: 'wait', minutes: given.minutes + by })) : [];
  const rest = inputsOf(c, run).filter((input) => !isDeepStrictEqual(input, given));
  return [
    ...longer.map((input) => ({ input, how: 'amount' as const })),
    ...rest.map((input) => ({
      input,
      how: sameDeed(input, given) ? ('amount' as const) : ('input' as const),
    })),
  ];
}

function sameDeed(a: Input, b: Input): boolean {
  if (a.kind === 'act') return b.kind === 'act' && a.act === b.act;
  return a.kind === 'wait' && b.kind === 'wait';
}
