import { begin } from '../../../core/attempt';
import type { Choice, Deed } from '../../../core/course';
import { actText, actWords, tell, type Telling } from '../../../ui/case/telling';
import { teachClass } from '../../../ui/messages/teach-class';

/**
 * What a deed is called, with a mark in the place of numbers, which differ from student to student.
 * @example deedWords(telling, { kind: 'look', id: 'wms' })
 */
export function deedWords(telling: Telling, { kind, id }: Deed): string {
  const words = teachClass[telling.locale];
  switch (kind) {
    case 'act':
      return actWords(telling, { ref: id, vars: begin(telling.c).vars, typed: {} }, words.blank);
    case 'look':
      return words.looked(tell(telling, telling.texts.records[id]?.title ?? id));
    case 'wait':
      return words.waited;
  }
}

/**
 * Why an act is good or bad, as the author wrote it; undefined for look-ups and waits.
 * @example reasonOf(telling, { kind: 'act', id: 'greet.own' })
 */
export function reasonOf(telling: Telling, { kind, id }: Deed): string | undefined {
  return kind === 'act' ? tell(telling, actText(telling, id).why, begin(telling.c).vars) : undefined;
}

/** The title of a scene. */
export function sceneTitle({ texts }: Telling, scene: string): string {
  return texts.scenes[scene]?.title ?? scene;
}

/** What was typed with a choice: smallest, middle and largest of each number. */
export interface TypedRange {
  readonly label: string;
  readonly lowest: number;
  readonly middle: number;
  readonly highest: number;
}

/**
 * The numbers typed with a choice, one range a field.
 * @example rangesOf(telling, choice)[0]?.middle
 */
export function rangesOf(telling: Telling, { typed }: Choice): readonly TypedRange[] {
  const names = [...new Set(typed.flatMap((one) => Object.keys(one)))];
  return names.map((name) => {
    const values = typed.flatMap((one) => one[name] ?? []).sort((a, b) => a - b);
    return {
      label: telling.texts.inputs[name] ?? name,
      lowest: values[0] ?? 0,
      middle: values[Math.floor((values.length - 1) / 2)] ?? 0,
      highest: values.at(-1) ?? 0,
    };
  });
}
