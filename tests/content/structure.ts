import type { Spec } from '../../src/core/scenario';

// What can be proved about a case from its scenes alone, whatever anybody does.

type Act = Spec['desk'][string];

const targets = (act: Act): readonly string[] => {
  if (act.to === undefined) return [];
  return typeof act.to === 'string' ? [act.to] : act.to.map((target) => target.scene);
};

/** Scenes that are no ending and have no way on without a condition. */
export function deadEnds(spec: Spec): readonly string[] {
  return Object.entries(spec.scenes)
    .filter(([, { ending, acts }]) => !ending && !Object.values(acts).some(leadsOn))
    .map(([id]) => id);
}

function leadsOn(act: Act): boolean {
  return act.when === undefined && act.to !== undefined;
}

/**
 * The most decisions a play can have, waits apart: every record and every act that stays in its scene is used once,
 * and ways on lead along a graph without circles. Undefined where it has circles or an act may be repeated.
 */
export function mostDecisions(spec: Spec): number | undefined {
  const memo = new Map<string, number | undefined>();
  const from = (id: string): number | undefined => {
    if (memo.has(id)) return memo.get(id);
    memo.set(id, undefined); // met again before it is known: a circle
    const acts = Object.values(spec.scenes[id]?.acts ?? {});
    const onward = acts.flatMap((act) => targets(act).map(from));
    if (acts.some((act) => act.repeat && act.to === undefined) || onward.includes(undefined))
      return undefined;
    const stays = acts.filter((act) => act.to === undefined).length;
    const most = stays + onward.reduce<number>((longest, next) => Math.max(longest, 1 + (next ?? 0)), 0);
    memo.set(id, most);
    return most;
  };
  const desk = Object.values(spec.desk);
  // An event that moves the conversation does so once at most; from there a new walk begins.
  const walks = [spec.first, ...spec.timeline.flatMap((entry) => entry.to ?? [])].map(from);
  if (desk.some((act) => act.repeat) || walks.includes(undefined)) return undefined;
  const around = Object.keys(spec.records).length + desk.length;
  return walks.reduce<number>((sum, walk) => sum + (walk ?? 0), around);
}
