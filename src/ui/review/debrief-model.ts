import { present, type Points, type Share } from '../../core/base';
import type { CriterionId, CriticalErrorId, Right } from '../../core/scenario';
import {
  aftermath,
  criteria,
  rightOf,
  type Aftermath,
  type CapLine,
  type RightLevel,
  type ScoreLevel,
} from '../../core/scoring';
import type { Advice, Costs, Graded, Repair } from '../../core/debrief';
import type { Telling } from '../case/telling';

/** Everything a debrief is drawn from: the numbers, the case in one language, and what is still being worked out. */
export interface View {
  readonly telling: Telling;
  readonly graded: Graded;
  /** Undefined while they are being worked out. */
  readonly costs: Costs | undefined;
  readonly advice: readonly Advice[] | undefined;
  readonly repair: Repair | undefined;
}

/** One limit on the mark. `of` is the cap in force and `from` the cap before a repair, in basis points. */
export interface CapRow {
  readonly by: CapLine['by'];
  readonly of: Share | number;
  readonly from: number;
  readonly repaired: boolean;
  /** Whether it holds the mark below the raw score and no other cap is lower. */
  readonly decides: boolean;
  /** Whether it is no higher than the raw score at all. */
  readonly binds: boolean;
}

/** When something was done: its input, counted from 0, and the simulated minute. */
export interface Occasion {
  readonly input: number;
  readonly at: number;
}

/** A critical error and when it was committed or repaired. */
export interface ErrorRow {
  readonly error: CriticalErrorId;
  readonly committed: readonly Occasion[];
  readonly repaired: readonly Occasion[];
}

/** The headline. Scores in basis points, clocks in simulated minutes. */
export interface Verdict {
  readonly score: Share;
  readonly raw: Share;
  readonly level: ScoreLevel;
  readonly earned: Points;
  readonly best: Points;
  readonly bestScore: Share;
  readonly caps: readonly CapRow[];
  readonly errors: readonly ErrorRow[];
  /** The minute the customer was no longer on the line, or the case ended. */
  readonly start: number;
  readonly contactEnd: number;
  /** Minutes she was on the line, in one call or in several. */
  readonly contact: number;
  readonly inputs: number;
  readonly looks: number;
  readonly waits: number;
}

const HUNDREDTH = 100;
const STEP_UP = 10;

/**
 * The headline of an attempt.
 * @example verdictOf(view).score // 7309
 */
export function verdictOf({ graded, costs, telling }: View): Verdict {
  const { scorecard: card, log, replayed } = graded;
  const first = costs?.regrets.ok === true ? costs.regrets.value[0] : undefined;
  const kinds = log.map(({ input }) => input.kind);
  const lowest = Math.min(...card.caps.map(({ cap }) => cap * HUNDREDTH), card.raw);
  return {
    score: card.score,
    raw: card.raw,
    level: card.level,
    earned: card.earned,
    best: card.best,
    bestScore: first?.before ?? graded.bestScorecard.score,
    caps: card.caps.map(({ by, cap, repaired }) => ({
      by,
      repaired,
      of: cap * HUNDREDTH,
      from: (repaired ? cap - STEP_UP : cap) * HUNDREDTH,
      binds: cap * HUNDREDTH < card.raw,
      decides: card.score < card.raw && cap * HUNDREDTH === lowest,
    })),
    errors: errorsOf(graded),
    start: telling.c.start,
    ...contactIn(telling, replayed.facts),
    inputs: log.length,
    looks: kinds.filter((kind) => kind === 'look').length,
    waits: kinds.filter((kind) => kind === 'wait').length,
  };
}

function errorsOf({ judgement, replayed }: Graded): readonly ErrorRow[] {
  return judgement.criticals.map(({ error, evidence }) => {
    const facts = evidence.map((index) => present(replayed.facts[index], 'evidence'));
    const when = (repaired: boolean): readonly Occasion[] =>
      facts.filter(({ type }) => (type === 'repaired') === repaired).map(({ input, at }) => ({ input, at }));
    return { error, committed: when(false), repaired: when(true) };
  });
}

/** How long the customer was on the line, calls back included, and when she was last. */
function contactIn(
  { c }: Telling,
  facts: Graded['replayed']['facts'],
): Pick<Verdict, 'contact' | 'contactEnd'> {
  let since: number | undefined = present(c.scenes[c.first], c.first).line ? c.start : undefined;
  let [contact, contactEnd] = [0, Number(c.start)];
  const close = (at: number): void => {
    if (since === undefined) return;
    contact += at - since;
    [since, contactEnd] = [undefined, at];
  };
  for (const fact of facts) {
    if (fact.type !== 'entered') continue;
    if (c.scenes[fact.scene]?.line === true) since ??= fact.at;
    else close(fact.at);
  }
  close(c.settles);
  return { contact, contactEnd };
}

/**
 * What the customer made of an attempt in the end: the story, never the mark.
 * @example storyOf(view).csat // 4.1
 */
export function storyOf({ graded, telling }: View): Aftermath {
  return aftermath(telling.c, { ...graded.replayed, findings: graded.judgement.findings });
}

/** One criterion of the rubric as it came out. */
export interface CriterionRow {
  readonly id: CriterionId;
  readonly title: string;
  readonly share: Share;
  readonly earned: Points;
  /** Points of the rubric, not scaled. */
  readonly points: number;
  /** Section and name of the formula, as the model gives it. */
  readonly source: string;
  /** Inputs, counted from 0, that are evidence. */
  readonly moments: readonly number[];
}

/** One right as it came out, with its criteria. */
export interface RightRow {
  readonly right: Right;
  readonly earned: Points;
  readonly points: Points;
  readonly share: Share;
  readonly assessed: boolean;
  readonly level: RightLevel | undefined;
  /** Share that the best play reaches. */
  readonly reachable: Share;
  readonly criteria: readonly CriterionRow[];
}

/**
 * The rights that the rubric asks about, each with its criteria.
 * @example rightsOf(view)[0]?.criteria[0]?.id // 'R1.a'
 */
export function rightsOf(view: View): readonly RightRow[] {
  const { scorecard, bestScorecard } = view.graded;
  const rows = criteriaOf(view);
  return scorecard.rights.map((score) => ({
    ...score,
    reachable: present(
      bestScorecard.rights.find(({ right }) => right === score.right),
      score.right,
    ).share,
    criteria: rows.filter(({ id }) => rightOf(id) === score.right),
  }));
}

/**
 * All criteria of the rubric in the order of the model.
 * @example criteriaOf(view).length // 25
 */
export function criteriaOf({ graded, telling }: View): readonly CriterionRow[] {
  const { facts } = graded.replayed;
  return graded.judgement.findings.map(({ criterion, share, earned, points, evidence }) => ({
    id: criterion,
    ...wordsOf(criterion, telling),
    share,
    earned,
    points,
    moments: [...new Set(evidence.map((index) => present(facts[index], 'evidence').input))],
  }));
}

/**
 * Title and source of a criterion.
 * @example wordsOf('R4.b', telling).title // 'Promise realism'
 */
export function wordsOf(
  id: CriterionId,
  { locale }: Telling,
): { readonly title: string; readonly source: string } {
  const { title, source } = present(
    criteria.find((criterion) => criterion.id === id),
    id,
  );
  return { title: title[locale], source };
}
