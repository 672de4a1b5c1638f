import type { Choice, Item } from '../../../core/course';
import { actSpec } from '../../../ui/case/act-spec';
import type { Telling } from '../../../ui/case/telling';
import { deedWords } from '../classview/wording';

/** One option as the room sees it. */
export interface Option {
  /** `A`, `B` … */
  readonly letter: string;
  readonly key: string;
  readonly text: string;
  /** What was handed in with it; undefined where nobody took it. */
  readonly choice: Choice | undefined;
}

const FIRST_LETTER = 65;

/**
 * The acts of a scene in the author's order, hints left out, and after them whatever else the scene was left by.
 * @example optionsOf(telling, item)[0]?.letter // 'A'
 */
export function optionsOf(telling: Telling, { scene, choices }: Item): readonly Option[] {
  const own = (telling.c.scenes[scene]?.acts ?? [])
    .filter(({ ref }) => actSpec(telling.c, ref)?.act !== 'hint')
    .map(({ ref }) => ({ kind: 'act' as const, id: ref }));
  const others = choices
    .map(({ deed }) => deed)
    .filter(({ kind, id }) => kind !== 'act' || own.every((one) => one.id !== id));
  return [...own, ...others].map((deed, place) => ({
    letter: String.fromCharCode(FIRST_LETTER + place),
    key: `${deed.kind} ${deed.id}`,
    text: deedWords(telling, deed),
    choice: choices.find((one) => one.deed.kind === deed.kind && one.deed.id === deed.id),
  }));
}
