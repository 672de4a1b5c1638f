import { present, WHOLE } from '../base';
import { CRITERIA, type CompiledCase, type CriterionId, type Spec } from '../scenario';

// What each scene can still lead to, with every condition taken as true. That is more than really can happen:
// it keeps the bounds of search above the truth, while the conditions themselves are tried out by search.

type Cause = Pick<Spec['desk'][string], 'emits' | 'marks' | 'learns'>;

/** Most that marks can add, in basis points, by criterion. */
export type Marks = ReadonlyMap<CriterionId, number>;

/** Static knowledge of one scene. */
export interface Ahead {
  /** Shortest minutes from entering the scene until an act that causes the fact is begun. */
  readonly minutes: ReadonlyMap<string, number>;
  /** Most that marks can add by leaving the scene and after it. */
  readonly away: Marks;
  /** Acts that stay in the scene, with the bit that says they are used up. */
  readonly stay: readonly { readonly once: number; readonly marks: Marks }[];
}

/**
 * Looks ahead from every scene of a case.
 * @example lookAhead(c).get('work')?.minutes.get('met:written') // 5
 */
export function lookAhead(c: CompiledCase): ReadonlyMap<string, Ahead> {
  const minutes = spans(c);
  const memo = new Map<string, Marks | 'busy'>();
  return new Map(
    Object.keys(c.scenes).map((id) => [
      id,
      { minutes: present(minutes.get(id), id), away: away(c, id, memo), stay: staying(c, id) },
    ]),
  );
}

/**
 * Facts an act or event can cause, under their bare type and under the name that tells them apart.
 * @example factsOf(act) // ['met', 'met:notice', 'learned:minimum']
 */
export function factsOf(from: Cause): readonly string[] {
  const emitted = from.emits.flatMap((emit) => {
    if ('promise' in emit) return [emit.fact, `${emit.fact}:${emit.promise}`];
    if ('deadline' in emit) return [emit.fact, `${emit.fact}:${emit.deadline}`];
    if ('error' in emit) return [emit.fact, `${emit.fact}:${emit.error}`];
    return [emit.fact];
  });
  return [...emitted, ...from.learns.map((id) => `learned:${id}`)];
}

/** The most one act can add: its mark, or a whole where the mark is worked out in play. */
export function topMarks(from: Cause): Marks {
  const out = new Map<CriterionId, number>();
  for (const id of CRITERIA) {
    const mark = from.marks[id];
    if (mark === undefined) continue;
    out.set(id, typeof mark === 'number' ? Math.max(0, Math.round(mark * WHOLE)) : WHOLE);
  }
  return out;
}

function specsOf(c: CompiledCase, scene: string): Spec['scenes'][string]['acts'] {
  return present(c.of.logic.spec.scenes[scene], scene).acts;
}

/** Shortest ways over the scene graph, relaxed until nothing gets shorter. */
function spans(c: CompiledCase): Map<string, Map<string, number>> {
  const out = new Map(Object.keys(c.scenes).map((id) => [id, new Map<string, number>()]));
  const shorten = (scene: string, fact: string, span: number): boolean => {
    const table = present(out.get(scene), scene);
    if ((table.get(fact) ?? Infinity) <= span) return false;
    table.set(fact, span);
    return true;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const [id, scene] of Object.entries(c.scenes)) {
      const specs = specsOf(c, id);
      for (const act of scene.acts) {
        for (const fact of factsOf(present(specs[act.id], act.ref)))
          changed = shorten(id, fact, 0) || changed;
        const cost = act.until === undefined ? act.minutes : 0;
        for (const target of act.targets)
          for (const [fact, span] of present(out.get(target), target))
            changed = shorten(id, fact, cost + span) || changed;
      }
      for (const target of jumps(c, id))
        for (const [fact, span] of present(out.get(target), target))
          changed = shorten(id, fact, span) || changed;
    }
  }
  return out;
}

/** Scenes that an event of the timeline may throw the conversation into; from anywhere but an ending. */
function jumps(c: CompiledCase, scene: string): readonly string[] {
  if (present(c.scenes[scene], scene).ending) return [];
  return c.timeline.flatMap((entry) => (entry.to === undefined || entry.to === scene ? [] : [entry.to]));
}

function staying(c: CompiledCase, scene: string): Ahead['stay'] {
  const specs = specsOf(c, scene);
  return present(c.scenes[scene], scene)
    .acts.filter((act) => act.targets.length === 0)
    .map((act) => ({ once: act.once, marks: stayMarks(act.once, present(specs[act.id], act.ref)) }))
    .filter((act) => act.marks.size > 0);
}

/** An act that may be repeated can fill its criterion alone. */
function stayMarks(once: number, from: Cause): Marks {
  const marks = topMarks(from);
  return once === 0 ? new Map([...marks].map(([id, value]) => [id, value > 0 ? WHOLE : 0])) : marks;
}

/** A scene that leads back to itself could add marks again and again; a whole is then the honest limit. */
const ENDLESS: Marks = new Map(CRITERIA.map((id) => [id, WHOLE]));

function away(c: CompiledCase, scene: string, memo: Map<string, Marks | 'busy'>): Marks {
  const known = memo.get(scene);
  if (known === 'busy') return ENDLESS;
  if (known) return known;
  memo.set(scene, 'busy');
  const specs = specsOf(c, scene);
  const best = new Map<CriterionId, number>();
  for (const act of present(c.scenes[scene], scene).acts) {
    const own = topMarks(present(specs[act.id], act.ref));
    for (const target of act.targets) {
      const rest = sum([own, away(c, target, memo), ...staying(c, target).map((stay) => stay.marks)]);
      for (const [id, value] of rest) best.set(id, Math.max(best.get(id) ?? 0, value));
    }
  }
  for (const target of jumps(c, scene)) {
    const rest = sum([away(c, target, memo), ...staying(c, target).map((stay) => stay.marks)]);
    for (const [id, value] of rest) best.set(id, Math.max(best.get(id) ?? 0, value));
  }
  memo.set(scene, best);
  return best;
}

function sum(parts: readonly Marks[]): Marks {
  const out = new Map<CriterionId, number>();
  for (const part of parts) for (const [id, value] of part) out.set(id, (out.get(id) ?? 0) + value);
  return out;
}
