import type { CompiledCase, Spec } from '../scenario';
import { certainValue } from './certainty';

type To = Spec['desk'][string]['to'];

/**
 * Scenes an act can lead to in one case: choices that its hidden facts rule out are left out.
 * @example targetsIn(c, act.to) // ['delivered'] where the inbound does not slip
 */
export function targetsIn(c: CompiledCase, to: To): readonly string[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  const out: string[] = [];
  for (const { scene, when } of to) {
    const expr = when === undefined ? undefined : c.of.logic.expressions[when];
    const holds = expr
      ? certainValue(expr, (scope, name) => (scope === 'facts' ? c.of.facts[name] : undefined))
      : true;
    if (holds !== false) out.push(scene);
    if (holds === true) break;
  }
  return out;
}
