import { WHOLE, type Points } from '../base';
import type { Run } from '../attempt';
import type { CompiledCase } from '../scenario';
import {
  boundCap,
  boundOfRow,
  boundPoints,
  finalScore,
  scoreOf,
  type Outlook,
  type Rubric,
  type Standing,
} from '../scoring';
import { Lookout, type Prospects } from './lookout';
import type { Objective, Position } from './search';
import { Slack } from './slack';

const NO_CAP = 100;
const HUNDREDTH = WHOLE / NO_CAP;

/** Upper limits for what can still be reached, and exact values at the end. Made once a case. */
export class Bounds {
  readonly #rubric: Rubric;
  readonly #lookout: Lookout;
  /** Sees only plays in which the customer is never parted from. */
  readonly #leaving: Lookout;
  readonly #slack: Slack;
  /** Promises that acts deliver with a minute of their own. */
  readonly #dated: ReadonlySet<string>;
  readonly #rows = new WeakMap<readonly Outlook[], WeakMap<Standing, readonly Points[]>>();

  constructor(c: CompiledCase, rubric: Rubric, lookout = new Lookout(c, rubric)) {
    this.#rubric = rubric;
    this.#lookout = lookout;
    this.#leaving = new Lookout(c, rubric, partings(c));
    this.#slack = new Slack(c, rubric, this.#lookout);
    this.#dated = datedIn(c);
  }

  /** The most points without a critical error; −1 where one was committed. */
  points(): Objective {
    const within = (position: Position, lookout: Lookout): number => {
      if (position.standing.criticals.length > 0) return -1;
      for (const prospects of lookout.from(position))
        return prospects.level.cap < NO_CAP ? -1 : this.#best(position, prospects, sum);
      return -1;
    };
    return {
      bound: (position) => within(position, this.#lookout),
      rank: (position) => this.#rank(position),
      leaving: (position) => within(position, this.#leaving),
    };
  }

  /**
   * The final score in basis points.
   * @param best the full mark of the case
   */
  score(best: Points): Objective {
    return {
      bound: ({ run, standing, resigned }) =>
        run.ended
          ? finalScore(this.#rubric, standing, best)
          : this.#scoreWithin({ run, standing, resigned: resigned === true }, this.#lookout, best),
      rank: (position) => this.#rank(position),
      leaving: (position) => this.#scoreWithin(position, this.#leaving, best),
    };
  }

  /** Points that rows looked at alone can still earn, without any cap. */
  #rank(position: Position): number {
    for (const { outlooks } of this.#lookout.from(position))
      return sum(this.#pointsOf(position.standing, outlooks));
    return 0;
  }

  #scoreWithin(position: Position, lookout: Lookout, best: Points): number {
    const { standing } = position;
    const standingCap = boundCap(standing.criticals, (error) => lookout.repairable(position, error));
    let top = 0;
    for (const prospects of lookout.from(position)) {
      const cap = Math.min(standingCap, prospects.level.cap);
      if (top >= cap * HUNDREDTH) break;
      const value = this.#best(position, prospects, (points) => scoreOf(this.#rubric, points, { best, cap }));
      top = Math.max(top, value);
    }
    return top;
  }

  #best(position: Position, prospects: Prospects, value: (points: readonly number[]) => number): number {
    const { run, standing, resigned = false } = position;
    const points = this.#timely(position, prospects, this.#pointsOf(standing, prospects.outlooks));
    if (run.ended || resigned) return value(points);
    return this.#slack.best({ run, standing, prospects, points }, value);
  }

  /** Rows that count minutes, with what the minute of this very run leaves possible. */
  #timely({ run, standing }: Position, prospects: Prospects, points: readonly Points[]): readonly Points[] {
    if (run.ended) return points;
    const { ahead, outlooks, deliveries } = prospects;
    const span = this.#lookout.anytime('answered', run) ? undefined : ahead.minutes.get('answered');
    const arrives = (promise: string): number => this.#arrival(run, prospects, promise);
    return points.map((most, index) => {
      const row = this.#rubric.rows[index];
      const outlook = outlooks[index];
      if (!row || !outlook || most === 0) return most;
      const answers = span !== undefined && row.criterion.reads.includes('answered');
      if (!answers && (deliveries.length === 0 || !row.criterion.reads.includes('delivered'))) return most;
      const soonest = answers ? run.now + span : undefined;
      return boundOfRow(row, standing.accs[index] ?? null, { ...outlook, soonest, arrives });
    });
  }

  /** The first minute at which something promised can arrive, by an event or by an act. */
  #arrival(run: Run, { ahead, deliveries }: Prospects, promise: string): number {
    const fact = `delivered:${promise}`;
    const span = ahead.minutes.get(fact);
    let first = span === undefined ? Infinity : run.now + span;
    for (const one of deliveries) if (one.promise === promise) first = Math.min(first, one.arrives(run));
    return this.#lookout.atDesk(fact) || this.#dated.has(promise) ? -Infinity : first;
  }

  /** What rows can earn depends on what can still come and on the standing alone; both are shared, so ask once. */
  #pointsOf(standing: Standing, outlooks: readonly Outlook[]): readonly Points[] {
    const table = this.#rows.get(outlooks) ?? new WeakMap<Standing, readonly Points[]>();
    this.#rows.set(outlooks, table);
    const known = table.get(standing);
    if (known) return known;
    const made = boundPoints(this.#rubric, standing, outlooks);
    table.set(standing, made);
    return made;
  }
}

function sum(points: readonly number[]): number {
  return points.reduce((all, one) => all + one, 0);
}

function datedIn(c: CompiledCase): ReadonlySet<string> {
  const { desk, scenes } = c.of.logic.spec;
  const acts = [
    ...Object.values(desk),
    ...Object.values(scenes).flatMap((scene) => Object.values(scene.acts)),
  ];
  return new Set(
    acts.flatMap(({ emits }) =>
      emits.flatMap((emit) =>
        emit.fact === 'delivered' && emit.arrived !== undefined ? [emit.promise] : [],
      ),
    ),
  );
}

/** Acts that end a conversation: all they lead to is off the line. */
function partings(c: CompiledCase): ReadonlySet<string> {
  const acts = Object.values(c.scenes).flatMap((scene) => (scene.line ? scene.acts : []));
  const off = acts.filter(
    ({ targets }) => targets.length > 0 && targets.every((scene) => c.scenes[scene]?.line === false),
  );
  return new Set(off.map((act) => act.ref));
}
