import { present, type Share } from '../../core/base';
import { replay, type Fact, type Input, type Run } from '../../core/attempt';
import type { CriterionId, CriticalErrorId, Right, Unit } from '../../core/scenario';
import { regretClass, type Grade } from '../../core/debrief';
import { rightOf } from '../../core/scoring';
import { shown } from '../case/feelings';
import { actText, lineText, tell, type Telling } from '../case/telling';
import { transcript, type Line, type Voice } from '../case/transcript';
import { debrief } from '../messages/debrief';
import { wordsOf, type View } from './debrief-model';

/** A criterion that an input moved: its share before and after, and what it is worth. */
export interface Touch {
  readonly criterion: CriterionId;
  readonly right: Right;
  readonly title: string;
  readonly before: Share;
  readonly after: Share;
  readonly points: number;
}

/** Something that happened by itself while the minutes of an input passed. */
export interface Happening {
  readonly at: number;
  readonly text: string;
  readonly why: string | undefined;
}

/** A number typed with an act, with its name and unit as the scenario gives them. */
export interface TypedNumber {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: Unit;
}

/** A feeling of the customer as it is shown, 0 … 100, and by how much a step changed it. */
export interface Feeling {
  readonly now: number;
  readonly change: number;
}

/** One input of the trainee with all that came of it. */
export interface Moment {
  readonly index: number;
  readonly at: number;
  readonly kind: Input['kind'];
  readonly title: string;
  readonly typed: readonly TypedNumber[];
  readonly reply: { readonly voice: Voice; readonly text: string } | undefined;
  readonly happenings: readonly Happening[];
  readonly learned: readonly string[];
  /** How many findings were in hand before it. */
  readonly knew: number;
  readonly why: string | undefined;
  /** Section of the course that the act belongs to, e.g. `u05-s3`. */
  readonly lesson: string | undefined;
  readonly before: Run;
  readonly after: Run;
  readonly mood: Feeling;
  readonly trust: Feeling;
  readonly touched: readonly Touch[];
  readonly committed: readonly CriticalErrorId[];
  readonly repaired: readonly CriticalErrorId[];
  /** Basis points of the final score; undefined while or where it is not known. */
  readonly lost: number | undefined;
  /** The best final score still in reach after it. */
  readonly reach: Share | undefined;
  readonly grade: Grade | undefined;
}

/**
 * The inputs of an attempt in their order.
 * @example momentsOf(view)[0]?.title // 'Good afternoon. May I have the order number …'
 */
export function momentsOf(view: View): readonly Moment[] {
  const { graded, telling } = view;
  const { runs, facts } = graded.replayed;
  const lines = groupBy(transcript(telling.c, { log: graded.log, runs, facts }), ({ input }) => input);
  const own = groupBy(facts, ({ input }) => input);
  return graded.log.map(({ at, input }, index) => {
    const before = present(runs[index], 'state before');
    const after = present(runs[index + 1], 'state after');
    const mine = own.get(index) ?? [];
    const said = lines.get(index) ?? [];
    const errors = errorsAt(view, index);
    return {
      index,
      at,
      kind: input.kind,
      title: titleOf(telling, input, before),
      typed: typedIn(telling, input),
      reply: replyIn(telling, said),
      happenings: happeningsIn(telling, said),
      learned: mine.flatMap((fact) => (fact.type === 'learned' ? finding(telling, fact.finding, after) : [])),
      knew: facts.filter((fact) => fact.type === 'learned' && fact.input < index).length,
      why: input.kind === 'act' ? tell(telling, actText(telling, input.act).why, after.vars) : undefined,
      lesson: input.kind === 'act' ? lessonOf(telling, input.act) : undefined,
      before,
      after,
      mood: feeling(before.mood, after.mood),
      trust: feeling(before.trust, after.trust),
      touched: touchedBy(view, index),
      ...errors,
      ...costAt(view, index, errors.committed.length > 0),
    };
  });
}

/**
 * The decision that cost most, of equals the earlier one; undefined where nothing was lost or it is not known.
 * @example costliestOf(moments)?.index // 13
 */
export function costliestOf(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (most, moment) => ((moment.lost ?? 0) > (most?.lost ?? 0) ? moment : most),
    undefined,
  );
}

function lessonOf({ c }: Telling, ref: string): string | undefined {
  const { spec } = c.of.logic;
  const [scene = '', id = ''] = ref.split('.');
  const table = scene === 'desk' ? spec.desk : spec.scenes[scene]?.acts;
  return table?.[id]?.lesson;
}

/** Feelings have no ceiling in the state; people read whole numbers out of 100. */
function feeling(before: number, after: number): Feeling {
  const now = shown(after);
  return { now, change: now - shown(before) };
}

function groupBy<T>(list: readonly T[], key: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/**
 * What an input is called: the words of the act, the record opened, the minutes waited.
 * @example titleOf(telling, { kind: 'look', record: 'oms' }, run) // 'Opened OMS order SO-0611'
 */
export function titleOf(telling: Telling, input: Input, run: Run): string {
  const words = debrief[telling.locale];
  switch (input.kind) {
    case 'act':
      return tell(telling, actText(telling, input.act).text, { ...run.vars, ...input.with });
    case 'look':
      return words.looked(tell(telling, present(telling.texts.records[input.record], input.record).title));
    case 'wait':
      return words.waited(input.minutes);
  }
}

function typedIn({ c, texts }: Telling, input: Input): readonly TypedNumber[] {
  if (input.kind !== 'act') return [];
  const acts = [...Object.values(c.scenes).flatMap((scene) => scene.acts), ...c.desk];
  const asks = acts.find(({ ref }) => ref === input.act)?.asks ?? {};
  return Object.entries(asks).flatMap(([id, { unit }]) => {
    const value = input.with[id];
    return value === undefined ? [] : [{ id, label: texts.inputs[id] ?? id, value, unit }];
  });
}

function replyIn(telling: Telling, lines: readonly Line[]): Moment['reply'] {
  const line = lines.find((one) => one.kind === 'reply');
  const text = line && lineText(telling, line);
  return line && text ? { voice: line.voice, text } : undefined;
}

function happeningsIn(telling: Telling, lines: readonly Line[]): readonly Happening[] {
  const words = debrief[telling.locale];
  return lines.flatMap((line): readonly Happening[] => {
    if (line.kind === 'left') return [{ at: line.at, text: words.left, why: undefined }];
    if (line.kind !== 'event') return [];
    const why = telling.texts.timeline[line.entry]?.why;
    return [{ at: line.at, text: lineText(telling, line), why: why && tell(telling, why, line.vars) }];
  });
}

function finding(telling: Telling, id: string, run: Run): readonly string[] {
  const text = telling.texts.findings[id];
  return text === undefined ? [] : [tell(telling, text, run.vars)];
}

function touchedBy({ graded, telling }: View, index: number): readonly Touch[] {
  const { facts } = graded.replayed;
  return graded.judgement.findings.flatMap(({ criterion, points, evidence }, row) => {
    if (!evidence.some((fact) => facts[fact]?.input === index)) return [];
    const [before, after] = [graded.shares[index]?.[row], graded.shares[index + 1]?.[row]];
    const { title } = wordsOf(criterion, telling);
    return [
      {
        criterion,
        right: rightOf(criterion),
        title,
        points,
        before: present(before, 'share before'),
        after: present(after, 'share after'),
      },
    ];
  });
}

function errorsAt({ graded }: View, index: number): Pick<Moment, 'committed' | 'repaired'> {
  const { facts } = graded.replayed;
  const at = (repaired: boolean): readonly CriticalErrorId[] =>
    graded.judgement.criticals
      .filter(({ evidence }) =>
        evidence.some((fact) => {
          const one = facts[fact];
          return one?.input === index && (one.type === 'repaired') === repaired;
        }),
      )
      .map(({ error }) => error);
  return { committed: at(false), repaired: at(true) };
}

function costAt({ costs }: View, index: number, critical: boolean): Pick<Moment, 'lost' | 'reach' | 'grade'> {
  const regret = costs?.regrets.ok === true ? costs.regrets.value[index] : undefined;
  if (regret === undefined)
    return { lost: undefined, reach: undefined, grade: critical ? 'critical' : undefined };
  return { lost: regret.lost, reach: regret.after, grade: regretClass(regret.lost, critical) };
}

/**
 * What the trainee had found out before an input, in the order of finding.
 * @example knownBefore(view, 3) // ['At least 180 cartons at 8 tomorrow …']
 */
export function knownBefore({ graded, telling }: View, index: number): readonly string[] {
  const run = present(graded.replayed.runs[index], 'state');
  return graded.replayed.facts.flatMap((fact: Fact) =>
    fact.type === 'learned' && fact.input < index ? finding(telling, fact.finding, run) : [],
  );
}

/** One step of the best path. */
export interface PathStep {
  readonly index: number;
  readonly at: number;
  readonly kind: Input['kind'];
  readonly title: string;
  readonly why: string | undefined;
}

/**
 * The play that reaches the full mark, step by step.
 * @example bestPath(view)[0]?.title
 */
export function bestPath({ graded, telling }: View): readonly PathStep[] {
  const played = replay(telling.c, graded.bestPlay);
  if (!played.ok) throw new Error(`the best play does not replay: ${JSON.stringify(played.error)}`);
  return graded.bestPlay.map(({ at, input }, index) => {
    const run = present(played.value.runs[index], 'state before');
    const after = present(played.value.runs[index + 1], 'state after');
    return {
      index,
      at,
      kind: input.kind,
      title: titleOf(telling, input, run),
      why: input.kind === 'act' ? tell(telling, actText(telling, input.act).why, after.vars) : undefined,
    };
  });
}
