import { err, isList, ok, present, type Result } from '../base';
import {
  begin,
  ENGINE,
  readLog,
  stamp,
  step,
  type AttemptEvent,
  type Fact,
  type Run,
  type Undone,
} from '../attempt';
import type { CompiledCase } from '../scenario';
import { judge, score } from '../scoring';
import type { HandinRefusal } from './refusal';
import type { CaseWork } from './model';
import type { CaseShelf } from './shelf';
import type { VerifiedCase, VerifiedDecision } from './verified';

/** What an assignment asks for. */
export interface CaseRules {
  readonly scenarioHash: string;
  readonly seed: number;
  readonly mode: CaseWork['mode'];
  readonly hints: boolean;
}

/** What replay of a case gives. */
export type ProvedCase = Pick<
  VerifiedCase,
  'scorecard' | 'score' | 'decisions' | 'log' | 'undone' | 'ending' | 'hintsTaken' | 'minutes' | 'seconds'
>;

/**
 * Plays a worked case again, line by line, and compares the mark claimed with the one that comes out.
 * @param rules of the assignment; undefined for work that nobody assigned
 * @example proveCase(work, rules, shelf)
 */
export function proveCase(
  work: CaseWork,
  rules: CaseRules | undefined,
  shelf: CaseShelf,
): Result<ProvedCase, HandinRefusal> {
  const refusal = notHere(work, shelf) ?? (rules ? otherDraw(rules, work) : undefined);
  if (refusal) return err(refusal);
  const { scenarioId, seed } = work;
  const c = present(shelf.compiled(scenarioId, seed), 'case at hand');
  const played = play(c, work);
  if (!played.ok) return played;
  const { decisions, undone, seen, run } = played.value;
  const hint = work.mode === 'practice' && rules?.hints !== false ? undefined : seen[0];
  if (hint !== undefined) return err({ code: 'hint-not-allowed', line: hint });
  if (!run.ended) return err({ code: 'unfinished' });
  const parts = present(shelf.parts(scenarioId, seed), 'case at hand');
  if (parts === 'too-large') return err({ code: 'too-large', scenarioId });
  const facts = decisions.flatMap((decision) => decision.facts);
  const scorecard = score(parts.rubric, judge(parts.rubric, facts), parts.best);
  if (scorecard.score !== work.claimed)
    return err({ code: 'edited-score', claimed: work.claimed, recomputed: scorecard.score });
  return ok({
    scorecard,
    score: scorecard.score,
    decisions,
    log: decisions.map(({ at, input }) => ({ v: 1, at, input })),
    undone,
    ending: run.scene,
    hintsTaken: seen.length,
    minutes: (decisions.at(-1)?.at ?? c.start) - c.start,
    seconds: work.seconds.reduce((sum, value) => sum + value, 0),
  });
}

function notHere(work: CaseWork, shelf: CaseShelf): HandinRefusal | undefined {
  if (work.origin === 'what-if') return { code: 'what-if' };
  const { scenarioId, scenarioHash: hash, engine } = work;
  const logic = shelf.logic(scenarioId);
  if (!logic) return { code: 'unknown-scenario', scenarioId };
  if (logic.hash !== hash) return { code: 'changed-scenario', scenarioId, hash, here: logic.hash };
  return engine === ENGINE ? undefined : { code: 'other-engine', engine, here: ENGINE };
}

function otherDraw(rules: CaseRules, work: CaseWork): HandinRefusal | undefined {
  const { scenarioId, scenarioHash: hash, mode, seed } = work;
  if (hash !== rules.scenarioHash)
    return { code: 'changed-scenario', scenarioId, hash, here: rules.scenarioHash };
  if (mode !== rules.mode) return { code: 'wrong-mode', mode, asked: rules.mode };
  return seed === rules.seed ? undefined : { code: 'wrong-seed', seed, asked: rules.seed };
}

interface Played {
  readonly decisions: readonly VerifiedDecision[];
  readonly undone: readonly Undone[];
  /** Lines in which a hint was taken. */
  readonly seen: readonly number[];
  readonly run: Run;
}

/** Every line must be possible where it stands, also one that was taken back afterwards, and carry its clock. */
function play(c: CompiledCase, work: CaseWork): Result<Played, HandinRefusal> {
  const read = readLog(work.lines, { undo: work.mode === 'practice' });
  if (!read.ok) return err({ code: 'unreadable-event', line: read.error + 1 });
  const lines = linesOf(work, read.value);
  const hints = hintsOf(c);
  const decisions: VerifiedDecision[] = [];
  const before: Run[] = [];
  const seen: number[] = [];
  let run = begin(c);
  for (const [at, entry] of lines.entries()) {
    const line = at + 1;
    if (entry.at !== run.now) return err({ code: 'impossible-event', line, reason: 'wrong-clock' });
    if (entry.event === undefined) {
      // What a hint said cannot be unread: the desk does not take one back.
      if (decisions.pop()?.hint === true)
        return err({ code: 'impossible-event', line, reason: 'not-offered' });
      run = present(before.pop(), 'a run to go back to');
      continue;
    }
    const { input } = entry.event;
    const result = step(c, run, input);
    if (!result.ok) return err({ code: 'impossible-event', line, reason: result.error });
    const hint = input.kind === 'act' && hints.has(input.act);
    if (hint) seen.push(line);
    const index = decisions.length;
    const facts: readonly Fact[] = stamp(result.value.facts, index);
    const to = result.value.run.scene;
    decisions.push({
      index,
      line,
      scene: run.scene,
      to,
      input,
      at: run.now,
      seconds: entry.seconds,
      hint,
      facts,
    });
    before.push(run);
    run = result.value.run;
  }
  return ok({ decisions, undone: read.value.undone, seen, run });
}

interface Line {
  /** The clock it carries. */
  readonly at: number;
  readonly seconds: number;
  /** Undefined where the line takes the one before it back. */
  readonly event: AttemptEvent | undefined;
}

/** The lines in their order, out of what counts and what was taken back. */
function linesOf(
  work: CaseWork,
  { log, undone }: { readonly log: readonly AttemptEvent[]; readonly undone: readonly Undone[] },
): readonly Line[] {
  const events = new Map<number, AttemptEvent>();
  const open: number[] = [];
  let taken = 0;
  for (const [index, raw] of work.lines.entries())
    if (isUndo(raw))
      events.set(present(open.pop(), 'an input before it'), present(undone[taken++], 'undone').event);
    else open.push(index);
  for (const [place, index] of open.entries()) events.set(index, present(log[place], 'counted line'));
  return work.lines.map((raw, index) => {
    const event = events.get(index);
    return { at: event?.at ?? clockOf(raw), seconds: work.seconds[index] ?? 0, event };
  });
}

function isUndo(raw: CaseWork['lines'][number]): boolean {
  return raw !== null && typeof raw === 'object' && 'undo' in raw;
}

function clockOf(raw: CaseWork['lines'][number]): number {
  if (raw === null || typeof raw !== 'object' || isList(raw)) return Number.NaN;
  const { at } = raw;
  return typeof at === 'number' ? at : Number.NaN;
}

const hintActs = new WeakMap<CompiledCase, ReadonlySet<string>>();

function hintsOf(c: CompiledCase): ReadonlySet<string> {
  const known = hintActs.get(c);
  if (known) return known;
  const acts = [...Object.values(c.scenes).flatMap((scene) => scene.acts), ...c.desk];
  const made = new Set(acts.filter(({ kind }) => kind === 'hint').map(({ ref }) => ref));
  hintActs.set(c, made);
  return made;
}
