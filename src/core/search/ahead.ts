import { present, WHOLE } from '../base';
import {
  CRITERIA,
  namesIn,
  num,
  type CompiledAct,
  type CompiledCase,
  type CriterionId,
  type Emitted,
  type Expr,
  type Spec,
} from '../scenario';
import { targetsIn } from './reach';

// What each scene can still lead to, with every condition taken as true unless it is certain never to hold again.
// That is more than really can happen: it keeps the bounds of search above the truth.

type Cause = Pick<Spec['desk'][string], 'emits' | 'marks' | 'learns' | 'set'>;

/** Most that marks can add, in basis points, by criterion. */
export type Marks = ReadonlyMap<CriterionId, number>;

/** Static knowledge of one scene. */
export interface Ahead {
  /** Shortest minutes from entering the scene until an act that causes the fact is begun. */
  readonly minutes: ReadonlyMap<string, number>;
  /** The same on ways along which nothing has been proposed yet when the act is begun. */
  readonly unproposed: ReadonlyMap<string, number>;
  /** Whether every proposal ahead is made while the customer is on the line without a break. */
  readonly onLine: boolean;
  /** Scenes that can still be entered, this one included. */
  readonly scenes: ReadonlySet<string>;
  /** Most that marks can add by leaving the scene and after it. */
  readonly away: Marks;
  /** Acts that stay in the scene, with the bit that says they are used up. */
  readonly stay: readonly { readonly once: number; readonly marks: Marks }[];
  /** What a single act of this scene can cause and mark at the most. */
  readonly here: { readonly facts: ReadonlySet<string>; readonly marks: Marks };
  /** Facts that acts ahead put on record with numbers already certain; undefined where one is not. */
  readonly certain: ReadonlyMap<string, readonly Emitted[] | undefined>;
}

/** A case without the acts that are known never to be offered again. */
export interface Living {
  readonly c: CompiledCase;
  readonly dead: ReadonlySet<string>;
}

/** What lies ahead of each scene; worked out when it is first asked for. */
export interface View {
  from(scene: string): Ahead;
}

/**
 * Looks ahead from the scenes of a case.
 * @param living the case and the refs of acts that can never be offered again
 * @example lookAhead({ c, dead: new Set() }).from('work').minutes.get('met:written') // 5
 */
export function lookAhead(living: Living): View {
  const known = new Map<string, Ahead>();
  let ways: Ways | undefined;
  return {
    from: (scene) => {
      const seen = known.get(scene);
      if (seen) return seen;
      ways ??= waysOf(living);
      const made = aheadOf(living, scene, ways);
      known.set(scene, made);
      return made;
    },
  };
}

interface Ways {
  readonly minutes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly unproposed: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly memo: Map<string, Marks | 'busy'>;
}

function waysOf(living: Living): Ways {
  const { c } = living;
  const proposing = Object.keys(c.scenes).flatMap((id) =>
    actsIn(living, id).filter((act) => proposes(c, act)),
  );
  const minutes = spans(living);
  if (proposing.length === 0) return { minutes, unproposed: minutes, memo: new Map() };
  const silent: Living = { c, dead: new Set([...living.dead, ...proposing.map((act) => act.ref)]) };
  return { minutes, unproposed: spans(silent), memo: new Map() };
}

function aheadOf(living: Living, id: string, { minutes, unproposed, memo }: Ways): Ahead {
  return {
    minutes: present(minutes.get(id), id),
    unproposed: present(unproposed.get(id), id),
    onLine: proposedOnLine(living, id),
    scenes: scenesAhead(living, id),
    away: away(living, id, memo),
    stay: staying(living, id),
    here: here(living, id),
    certain: certainFacts(living, id),
  };
}

function targetsFrom(c: CompiledCase, act: CompiledAct): readonly string[] {
  return targetsIn(c, present(specsOf(c, act.scene)[act.id], act.ref).to);
}

function proposes(c: CompiledCase, act: CompiledAct): boolean {
  return present(specsOf(c, act.scene)[act.id], act.ref).emits.some((emit) => emit.fact === 'proposed');
}

/** No scene off the line comes before a proposal. */
function proposedOnLine(living: Living, from: string): boolean {
  const { c } = living;
  return [...scenesAhead(living, from)].every((id) => {
    const scene = present(c.scenes[id], id);
    if (scene.line || scene.ending) return true;
    return ![...scenesAhead(living, id)].some((next) => actsIn(living, next).some((act) => proposes(c, act)));
  });
}

function actsIn({ c, dead }: Living, scene: string): readonly CompiledAct[] {
  const { acts } = present(c.scenes[scene], scene);
  return dead.size === 0 ? acts : acts.filter((act) => !dead.has(act.ref));
}

function here(living: Living, scene: string): Ahead['here'] {
  const specs = specsOf(living.c, scene);
  const acts = actsIn(living, scene).map((act) => present(specs[act.id], act.ref));
  const marks = new Map<CriterionId, number>();
  for (const act of acts)
    for (const [id, value] of topMarks(living.c, act)) marks.set(id, Math.max(marks.get(id) ?? 0, value));
  return { facts: new Set(acts.flatMap((act) => factsOf(act))), marks };
}

/** Scenes that living acts and events can lead to, the given one included. */
export function scenesAhead(living: Living, from: string): ReadonlySet<string> {
  const found = new Set([from]);
  for (const scene of found) {
    for (const act of actsIn(living, scene))
      for (const target of targetsFrom(living.c, act)) found.add(target);
    for (const target of jumps(living.c, scene)) found.add(target);
  }
  return found;
}

const NOTHING = { vars: {}, known: 0, input: {} };

function certainFacts(living: Living, from: string): Ahead['certain'] {
  const { c } = living;
  const { spec } = c.of.logic;
  const out = new Map<string, Emitted[] | undefined>();
  const sources = [...scenesAhead(living, from)].flatMap((scene) =>
    actsIn(living, scene).map((act) => ({ act, from: present(specsOf(c, scene)[act.id], act.ref) })),
  );
  const desk = c.desk.map((act) => ({ act, from: present(spec.desk[act.id], act.ref) }));
  for (const { act, from: source } of [...sources, ...desk])
    source.emits.forEach((emit, index) => {
      const known = out.has(emit.fact) ? out.get(emit.fact) : [];
      const facts = isCertain(c, emit) ? act.change.emits[index]?.(NOTHING) : undefined;
      out.set(emit.fact, known && facts ? [...known, ...facts] : undefined);
    });
  for (const entry of spec.timeline) for (const emit of entry.emits) out.set(emit.fact, undefined);
  return out;
}

function isCertain(c: CompiledCase, of: Readonly<Record<string, unknown>>): boolean {
  return Object.values(of).every((value) => {
    const expr = typeof value === 'string' ? c.of.logic.expressions[value] : undefined;
    return expr === undefined || namesIn(expr).every((name) => name.startsWith('facts.'));
  });
}

/**
 * Facts an act or event can cause, under their bare type and under the name that tells them apart.
 * @example factsOf(act) // ['met', 'met:notice', 'learned:minimum', 'set:told']
 */
export function factsOf(from: Cause): readonly string[] {
  const emitted = from.emits.flatMap((emit) => {
    if ('promise' in emit) return [emit.fact, `${emit.fact}:${emit.promise}`];
    if ('deadline' in emit) return [emit.fact, `${emit.fact}:${emit.deadline}`];
    if ('error' in emit) return [emit.fact, `${emit.fact}:${emit.error}`];
    return [emit.fact];
  });
  const switched = Object.keys(from.set).filter((name) => from.set[name] === true);
  return [...emitted, ...from.learns.map((id) => `learned:${id}`), ...switched.map((name) => `set:${name}`)];
}

/** The most one act can add: its mark, or its largest outcome where it is worked out in play. */
export function topMarks(c: CompiledCase, from: Cause): Marks {
  const out = new Map<CriterionId, number>();
  for (const id of CRITERIA) {
    const mark = from.marks[id];
    if (mark === undefined) continue;
    out.set(id, typeof mark === 'number' ? Math.max(0, Math.round(mark * WHOLE)) : mostOf(c, mark));
  }
  return out;
}

/** No limit: a sum of marks may have sunk below 0 before, so that a whole would not be enough. */
const ANY = Infinity;

/** The largest value a mark worked out in play can turn out. */
function mostOf(c: CompiledCase, source: string): number {
  const expr = c.of.logic.expressions[source];
  return expr === undefined ? ANY : Math.max(0, Math.round(largest(c, expr) * WHOLE));
}

/** Of a choice, the largest branch; what depends on anything but facts may be any number. */
function largest(c: CompiledCase, expr: Expr): number {
  if (expr.op === 'if') return Math.max(largest(c, expr.b), largest(c, expr.c));
  if (!namesIn(expr).every((name) => name.startsWith('facts.'))) return ANY;
  return num(expr, { facts: c.of.facts, bits: c.bits })(NOTHING);
}

function specsOf(c: CompiledCase, scene: string): Spec['scenes'][string]['acts'] {
  return present(c.of.logic.spec.scenes[scene], scene).acts;
}

/** Shortest ways over the scene graph, relaxed until nothing gets shorter. */
function spans(living: Living): Map<string, Map<string, number>> {
  const { c } = living;
  const out = new Map(Object.keys(c.scenes).map((id) => [id, new Map<string, number>()]));
  const shorten = (scene: string, fact: string, span: number): boolean => {
    const table = present(out.get(scene), scene);
    if ((table.get(fact) ?? Infinity) <= span) return false;
    table.set(fact, span);
    return true;
  };
  // Most acts lead on in the order of the file: told from its end, a way is known once it is needed.
  const backwards = Object.keys(c.scenes).reverse();
  for (let changed = true; changed;) {
    changed = false;
    for (const id of backwards) {
      const specs = specsOf(c, id);
      for (const act of actsIn(living, id)) {
        for (const fact of factsOf(present(specs[act.id], act.ref)))
          changed = shorten(id, fact, 0) || changed;
        const cost = act.until === undefined ? act.minutes : 0;
        for (const target of targetsFrom(c, act))
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

const NOWHERE: readonly string[] = [];

/** Scenes that an event of the timeline may throw the conversation into; from anywhere but an ending. */
function jumps(c: CompiledCase, scene: string): readonly string[] {
  if (present(c.scenes[scene], scene).ending || c.timeline.every(({ to }) => to === undefined))
    return NOWHERE;
  return c.timeline.flatMap((entry) => (entry.to === undefined || entry.to === scene ? [] : [entry.to]));
}

function staying(living: Living, scene: string): Ahead['stay'] {
  const { c } = living;
  const specs = specsOf(c, scene);
  return actsIn(living, scene)
    .filter((act) => act.targets.length === 0)
    .map((act) => ({
      once: act.once,
      marks: stayMarks(act.once, topMarks(c, present(specs[act.id], act.ref))),
    }))
    .filter((act) => act.marks.size > 0);
}

/** An act that may be repeated can fill its criterion alone. */
export function stayMarks(once: number, marks: Marks): Marks {
  return once === 0 ? new Map([...marks].map(([id, value]) => [id, value > 0 ? ANY : 0])) : marks;
}

/** A scene that leads back to itself could add marks again and again; there is no limit then. */
const ENDLESS: Marks = new Map(CRITERIA.map((id) => [id, ANY]));

function away(living: Living, scene: string, memo: Map<string, Marks | 'busy'>): Marks {
  const { c } = living;
  const known = memo.get(scene);
  if (known === 'busy') return ENDLESS;
  if (known) return known;
  memo.set(scene, 'busy');
  const specs = specsOf(c, scene);
  const best = new Map<CriterionId, number>();
  for (const act of actsIn(living, scene)) {
    const own = topMarks(c, present(specs[act.id], act.ref));
    for (const target of targetsFrom(c, act)) {
      const rest = sum([
        own,
        away(living, target, memo),
        ...staying(living, target).map((stay) => stay.marks),
      ]);
      for (const [id, value] of rest) best.set(id, Math.max(best.get(id) ?? 0, value));
    }
  }
  for (const target of jumps(c, scene)) {
    const rest = sum([away(living, target, memo), ...staying(living, target).map((stay) => stay.marks)]);
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
