import { minutes, type Minutes } from '../base';
import { present } from '../base';
import type { Change, CompiledCase, Env } from '../scenario';
import type { Fact, FactBody } from './fact';
import type { Run } from './run';

/** A run under change, with what happened on the way. Lives inside one `step` only. */
export interface Draft {
  readonly c: CompiledCase;
  run: Run;
  readonly facts: Fact[];
  /** Leaves out facts that tell the story but that no criterion reads; search has no use for them. */
  readonly quiet: boolean;
}

/** Puts a fact on record at the draft's present minute. */
export function note(draft: Draft, body: FactBody): void {
  draft.facts.push({ ...body, at: draft.run.now, input: 0 });
}

/** Facts that only tell the story. */
type Story = Extract<
  FactBody,
  { readonly type: 'acted' | 'looked-up' | 'happened' | 'entered' | 'left' | 'ended' }
>;

/** As {@link note}, for a fact that no criterion reads. */
export function tell(draft: Draft, body: Story): void {
  if (!draft.quiet) note(draft, body);
}

/** Mood a minute of waiting costs in this state; it depends on the channel and on whether she knows why. */
export function drainOf(c: CompiledCase, run: Run): number {
  const { drain } = present(c.scenes[run.scene], `scene ${run.scene}`);
  return run.explained ? drain.explained : drain.silent;
}

/** Whether the customer is on the line in the run's scene. */
export function onLine(c: CompiledCase, run: Run): boolean {
  return present(c.scenes[run.scene], `scene ${run.scene}`).line;
}

/**
 * Applies the consequences of an act or event: facts first, all worked out on the state before it.
 * Feelings have no limits here, pages show 0 … 100: with limits, the order of two acts that have nothing to do
 * with each other would matter.
 */
export function applyChange(draft: Draft, change: Change, env: Env): void {
  for (const emit of change.emits) for (const body of emit(env)) note(draft, body);
  const vars = change.set(env);
  const run = draft.run;
  const fresh = change.learnBits & ~run.known;
  if (fresh !== 0) for (const finding of change.learns) learn(draft, finding, fresh);
  if (vars === run.vars && fresh === 0 && change.mood === 0 && change.trust === 0) return;
  draft.run = {
    ...run,
    vars,
    known: run.known | change.learnBits,
    mood: run.mood + change.mood,
    trust: run.trust + change.trust,
  };
}

/** Notes a finding unless it was known before. */
export function learn(draft: Draft, finding: string, fresh: number): void {
  if (((draft.c.bits[finding] ?? 0) & fresh) !== 0) note(draft, { type: 'learned', finding });
}

/** Moves the conversation; nothing happens when it stays. */
export function enter(draft: Draft, scene: string | undefined): void {
  if (scene === undefined || scene === draft.run.scene) return;
  draft.run = { ...draft.run, scene };
  tell(draft, { type: 'entered', scene });
}

/** A customer on the line who has no mood or no patience left hangs up. */
export function leaveIfGone(draft: Draft): void {
  const { run, c } = draft;
  if (!onLine(c, run) || (run.mood > 0 && run.patience > 0)) return;
  tell(draft, { type: 'left' });
  enter(draft, c.leaves);
}

/**
 * Lets time pass to a minute, firing whatever falls due on the way in due order; stops where the case ends.
 * Waiting drains mood and patience while the customer is on the line, to the minute.
 */
export function passTime(draft: Draft, until: Minutes, waiting: boolean): void {
  while (draft.run.now < until && !isEnding(draft)) {
    const stop = nextStop(draft, until);
    drain(draft, stop, waiting);
    if (isEnding(draft)) break;
    fireDue(draft);
  }
}

/** Where time must halt next: an event, closing time, the end of everything, or the minute asked for. */
function nextStop(draft: Draft, until: Minutes): Minutes {
  const { c, run } = draft;
  const due = c.timeline[run.next]?.at ?? c.settles;
  const closing = onLine(c, run) && c.closes > run.now ? c.closes : c.settles;
  return minutes(Math.min(until, Math.max(due, run.now), closing, c.settles));
}

function drain(draft: Draft, stop: Minutes, waiting: boolean): void {
  const { c, run } = draft;
  const span = stop - run.now;
  if (!waiting || !onLine(c, run)) {
    if (span > 0) draft.run = { ...run, now: stop };
    return;
  }
  const rate = drainOf(c, run);
  const lasting = Math.min(run.patience, Math.ceil(run.mood / rate));
  const passed = Math.min(span, lasting);
  if (passed > 0) {
    note(draft, { type: 'waited', minutes: passed, explained: run.explained });
    draft.run = {
      ...run,
      now: minutes(run.now + passed),
      mood: run.mood - rate * passed,
      patience: run.patience - passed,
    };
  }
  leaveIfGone(draft);
}

function isEnding(draft: Draft): boolean {
  return present(draft.c.scenes[draft.run.scene], 'scene').ending;
}

function fireDue(draft: Draft): void {
  const { c } = draft;
  for (;;) {
    const entry = c.timeline[draft.run.next];
    if (entry === undefined || entry.at > draft.run.now) break;
    draft.run = { ...draft.run, next: draft.run.next + 1 };
    const env = envOf(draft.run);
    if (!entry.change.may(env)) continue;
    tell(draft, { type: 'happened', entry: entry.id });
    applyChange(draft, entry.change, env);
    enter(draft, entry.to);
    leaveIfGone(draft);
  }
  lapseIfClosed(draft);
  if (draft.run.now >= c.settles && !isEnding(draft)) enter(draft, c.lapses);
}

/** Nobody is on the line from closing time on, however the conversation got there. */
export function lapseIfClosed(draft: Draft): void {
  if (onLine(draft.c, draft.run) && draft.run.now >= draft.c.closes) enter(draft, draft.c.lapses);
}

const NOTHING: Readonly<Record<string, number>> = {};

/** What an expression sees of a run. */
export function envOf(run: Run, input: Readonly<Record<string, number>> = NOTHING): Env {
  return { vars: run.vars, known: run.known, input };
}

/** At an ending the clock runs on to the settlement: deliveries, complaints, whatever is still due. */
export function settle(draft: Draft): void {
  const { c } = draft;
  const ending = draft.run.scene;
  for (;;) {
    const entry = c.timeline[draft.run.next];
    if (entry === undefined) break;
    const now = minutes(Math.max(entry.at, draft.run.now));
    draft.run = { ...draft.run, now, next: draft.run.next + 1 };
    const env = envOf(draft.run);
    if (!entry.change.may(env)) continue;
    tell(draft, { type: 'happened', entry: entry.id });
    applyChange(draft, entry.change, env);
  }
  draft.run = { ...draft.run, now: minutes(Math.max(c.settles, draft.run.now)), ended: true };
  tell(draft, { type: 'ended', ending });
}
