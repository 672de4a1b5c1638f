import { canonical } from '../base';
import type { AttemptEvent, Input } from '../attempt';

/**
 * The first place at which two attempts differ, counted from 0: everything before it was done alike. Undefined where
 * both did the same to the end; the length of the shorter one where it is the beginning of the other.
 * @example firstDivergence(first.log, second.log) // 4
 */
export function firstDivergence(
  a: readonly Pick<AttemptEvent, 'input'>[],
  b: readonly Pick<AttemptEvent, 'input'>[],
): number | undefined {
  const longer = Math.max(a.length, b.length);
  for (let index = 0; index < longer; index++) {
    const [one, other] = [a[index]?.input, b[index]?.input];
    if (!one || !other || !sameInput(one, other)) return index;
  }
  return undefined;
}

/**
 * Whether two inputs are the same decision with the same numbers.
 * @example sameInput({ kind: 'wait', minutes: 5 }, { kind: 'wait', minutes: 5 }) // true
 */
export function sameInput(a: Input, b: Input): boolean {
  return canonical(plain(a)) === canonical(plain(b));
}

function plain(input: Input): Readonly<Record<string, string | number | Readonly<Record<string, number>>>> {
  switch (input.kind) {
    case 'act':
      return { kind: input.kind, act: input.act, with: input.with };
    case 'look':
      return { kind: input.kind, record: input.record };
    case 'wait':
      return { kind: input.kind, minutes: input.minutes };
  }
}
