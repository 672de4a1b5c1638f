import type { CompiledCase, Spec } from '../../core/scenario';

/** An act as its author wrote it. */
export type ActSpec = Spec['desk'][string];

/**
 * An act of the file by its `scene.act` or `desk.act`; undefined where there is none.
 * @example actSpec(compiled, 'quantity.release')?.asks
 */
export function actSpec(c: CompiledCase | undefined, ref: string): ActSpec | undefined {
  if (!c) return undefined;
  const { spec } = c.of.logic;
  const [scene = '', id = ''] = ref.split('.');
  const table = scene === 'desk' ? spec.desk : spec.scenes[scene]?.acts;
  return table?.[id];
}

/**
 * The criterion on which an act gives a hint; undefined for every other act.
 * @example hintOn(compiled, 'desk.hintStock') // 'R2.a'
 */
export function hintOn(c: CompiledCase, ref: string): string | undefined {
  const emits = actSpec(c, ref)?.emits ?? [];
  return emits.flatMap((emit) => (emit.fact === 'hinted' ? [emit.criterion] : []))[0];
}
