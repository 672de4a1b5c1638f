import { present } from '../base';
import type { CaseActor, CompiledCase } from '../scenario';
import type { Input } from './input';
import type { Run } from './run';

/**
 * Feeds one input to the statechart of a case as the small events it consists of: the act, then the clock a
 * minute at a time while someone waits on the line, and every timeline entry when it falls due.
 * The input must be possible; afterwards the actor stands where `step` stands.
 * @example drive(actor, c, { kind: 'look', record: 'wms' })
 */
export function drive(actor: CaseActor, c: CompiledCase, input: Input): void {
  const before = context(actor).now;
  const { until, waiting } = send(actor, { c, now: before }, input);
  if (context(actor).now >= c.closes) actor.send({ type: 'close' });
  while (context(actor).now < until && !ending(actor, c)) advance(actor, c, { until, waiting });
  if (ending(actor, c)) settle(actor, c);
}

function context(actor: CaseActor): ReturnType<CaseActor['getSnapshot']>['context'] {
  return actor.getSnapshot().context;
}

/** The scene the statechart is in. */
export function sceneOf(actor: CaseActor): string {
  return actor.getSnapshot().value.conversation;
}

/** How the customer feels: calm, tense, angry or gone. */
export function temperOf(actor: CaseActor): string {
  return actor.getSnapshot().value.customer;
}

function ending(actor: CaseActor, c: CompiledCase): boolean {
  return present(c.scenes[sceneOf(actor)], 'scene of the statechart').ending;
}

interface Span {
  readonly until: number;
  readonly waiting: boolean;
}

function send(actor: CaseActor, at: { readonly c: CompiledCase; readonly now: number }, input: Input): Span {
  const { c, now } = at;
  switch (input.kind) {
    case 'wait':
      return { until: now + input.minutes, waiting: true };
    case 'look': {
      const record = present(
        c.records.find((r) => r.id === input.record),
        input.record,
      );
      actor.send({ type: `look.${input.record}` });
      return { until: now + record.minutes, waiting: true };
    }
    case 'act': {
      const all = [...Object.values(c.scenes).flatMap((scene) => scene.acts), ...c.desk];
      const act = present(
        all.find((a) => a.ref === input.act),
        input.act,
      );
      actor.send({ type: `act.${input.act}`, typed: input.with });
      return { until: Math.max(act.until ?? 0, now + act.minutes), waiting: act.waiting };
    }
  }
}

/** One stretch of clock: a minute on the line, else up to whatever comes next. */
function advance(actor: CaseActor, c: CompiledCase, span: Span): void {
  const { now } = context(actor);
  const line = present(c.scenes[sceneOf(actor)], 'scene').line;
  const due = pending(actor, c)[0]?.at ?? c.settles;
  const next = line && span.waiting ? now + 1 : Math.min(span.until, due, line ? c.closes : due, c.settles);
  actor.send({ type: 'tick', minutes: next - now, waiting: line && span.waiting });
  if (ending(actor, c)) return;
  for (const entry of pending(actor, c)) {
    if (entry.at > context(actor).now) break;
    actor.send({ type: `due.${entry.id}` });
  }
  if (context(actor).now >= c.closes) actor.send({ type: 'close' });
  if (context(actor).now >= c.settles) actor.send({ type: 'settle' });
}

function pending(actor: CaseActor, c: CompiledCase): CompiledCase['timeline'] {
  const { world } = actor.getSnapshot().value;
  return c.timeline.filter((entry) => stateIn(world, entry.id) === 'pending');
}

function stateIn(world: unknown, id: string): unknown {
  return typeof world === 'object' && world !== null
    ? Object.entries(world).find(([key]) => key === id)?.[1]
    : undefined;
}

function settle(actor: CaseActor, c: CompiledCase): void {
  for (const entry of pending(actor, c)) {
    const span = Math.max(0, entry.at - context(actor).now);
    actor.send({ type: 'tick', minutes: span, waiting: false });
    actor.send({ type: `due.${entry.id}` });
  }
  const rest = Math.max(0, c.settles - context(actor).now);
  actor.send({ type: 'tick', minutes: rest, waiting: false });
}

/**
 * Says where a statechart and a run disagree; empty when they agree. The desk checks it after every act.
 * @example disagreements(actor, run) // []
 */
export function disagreements(actor: CaseActor, run: Run): readonly string[] {
  const seen = context(actor);
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['scene', sceneOf(actor), run.scene],
    ['now', seen.now, run.now],
    ['mood', seen.mood, run.mood],
    ['trust', seen.trust, run.trust],
    ['patience', seen.patience, run.patience],
    ['explained', seen.explained, run.explained],
    ['known', seen.known, run.known],
    ['done', seen.done, run.done],
    ['vars', JSON.stringify(seen.vars), JSON.stringify(run.vars)],
  ];
  return pairs.filter(([, a, b]) => a !== b).map(([name, a, b]) => `${name}: ${String(a)} ≠ ${String(b)}`);
}
