import { present } from '../base';
import type { Run } from '../attempt';
import type { CompiledCase } from '../scenario';
import { boundOfRow, type Outlook, type Rubric, type Standing } from '../scoring';
import type { Lookout, Prospects } from './lookout';
import { Sources, type Cost } from './sources';

// Minutes are scarce: what is found out before the first proposal delays everything after it, and tries the
// customer's patience. Bounds of single rows know nothing of each other; here they share the minutes.

/** Findings that rows count at the first proposal and that share sources. */
interface Group {
  readonly findings: readonly string[];
  /** Rows that count them, each with its own findings as bits of the group's list. */
  readonly rows: readonly { readonly index: number; readonly mask: number }[];
}

/** A way to learn some of a group in time: how many each row gains, and the least it costs. */
interface Bundle extends Cost {
  readonly gains: readonly number[];
}

/** What a bound is worked out for. */
export interface Tight {
  readonly run: Run;
  readonly standing: Standing;
  readonly prospects: Prospects;
  /** The most each row can earn when looked at alone. */
  readonly points: readonly number[];
}

/** Minutes that may be spent before the first proposal, and the deadlines given up for them. */
interface Budget {
  readonly minutes: number;
  readonly given: ReadonlySet<string>;
}

interface Sharing {
  readonly at: Tight;
  readonly tight: readonly { readonly group: Group; readonly bundles: readonly Bundle[] }[];
  readonly points: readonly number[];
  readonly value: (points: readonly number[]) => number;
}

/** Above it, the sets of a group are too many to look at: its findings then count as free. */
const MOST_FINDINGS = 9;

/** Shares out minutes among rows. Made once a case. */
export class Slack {
  readonly #c: CompiledCase;
  readonly #rubric: Rubric;
  readonly #lookout: Lookout;
  readonly #sources: Sources;
  readonly #groups: readonly Group[];
  readonly #deadlines: number;
  readonly #counted: number;
  readonly #bundles = new Map<string, readonly Bundle[]>();

  constructor(c: CompiledCase, rubric: Rubric, lookout: Lookout) {
    this.#c = c;
    this.#rubric = rubric;
    this.#lookout = lookout;
    this.#sources = new Sources(c);
    this.#groups = this.#sources.countable ? groupsOf(rubric, this.#sources) : [];
    this.#deadlines = rubric.rows.findIndex(({ criterion }) => criterion.id === 'R4.d');
    this.#counted = this.#groups
      .flatMap((group) => group.findings)
      .reduce((bits, id) => bits | (c.bits[id] ?? 0), 0);
  }

  /**
   * The most a value of row points can become once the minutes are shared out.
   * @param value never falls when a row's points rise
   */
  best(at: Tight, value: (points: readonly number[]) => number): number {
    const groups = this.#groups.filter((group) => this.#matters(at, group));
    // An event may propose at any hour, whatever the minutes left.
    if (groups.length === 0 || this.#lookout.anytime('proposed', at.run)) return value(at.points);
    const waiting = this.#patience(at);
    let top = value(this.#silent(at));
    for (const { minutes, given } of this.#budgets(at)) {
      const tight = groups.map((group) => ({
        group,
        bundles: undominated(this.#bundlesOf(at, group), { minutes, waiting }),
      }));
      const points = [...at.points];
      if (given.size > 0 && this.#deadlines >= 0) points[this.#deadlines] = this.#without(at, given);
      top = Math.max(top, this.#share({ at, tight, value, points }, { minutes, waiting }));
    }
    return top;
  }

  /** Tries all ways to share what is left among the groups. */
  #share(of: Sharing, left: Cost): number {
    const [now, ...others] = of.tight;
    if (now === undefined) return of.value(of.points);
    let top = -Infinity;
    for (const bundle of now.bundles) {
      const rest = { minutes: left.minutes - bundle.minutes, waiting: left.waiting - bundle.waiting };
      if (rest.minutes < 0 || rest.waiting < 0) continue;
      const points = [...of.points];
      now.group.rows.forEach(({ index }, row) => {
        points[index] = this.#bound(of.at, index, { early: bundle.gains[row] ?? 0 });
      });
      top = Math.max(top, this.#share({ ...of, tight: others, points }, rest));
    }
    return top;
  }

  /** Whether it makes a difference to a row of the group when things are found out. */
  #matters(at: Tight, group: Group): boolean {
    return group.rows.some(({ index }) => this.#bound(at, index, { early: 0 }) < (at.points[index] ?? 0));
  }

  /** What rows can earn where nothing is ever proposed: then nothing comes too late. */
  #silent(at: Tight): readonly number[] {
    return at.points.map((most, index) => {
      const row = present(this.#rubric.rows[index], 'row');
      const outlook = present(at.prospects.outlooks[index], 'outlook');
      if (!row.criterion.reads.includes('proposed')) return most;
      return this.#bound(at, index, { can: (fact) => fact !== 'proposed' && outlook.can(fact) });
    });
  }

  #without(at: Tight, given: ReadonlySet<string>): number {
    const outlook = present(at.prospects.outlooks[this.#deadlines], 'outlook');
    return this.#bound(at, this.#deadlines, { can: (fact) => !given.has(fact) && outlook.can(fact) });
  }

  #bound(at: Tight, index: number, change: Partial<Outlook>): number {
    const row = present(this.#rubric.rows[index], 'row');
    const outlook = present(at.prospects.outlooks[index], 'outlook');
    return boundOfRow(row, at.standing.accs[index] ?? null, { ...outlook, ...change });
  }

  /** Minutes of waiting the customer puts up with, where all of them have to be spent on the line. */
  #patience({ run, prospects }: Tight): number {
    const line = this.#c.scenes[run.scene]?.line === true && prospects.ahead.onLine;
    return line ? Math.max(0, run.patience - 1) : Infinity;
  }

  /** Where a deadline can only be met after a proposal: it is kept, or given up for more time to find out. */
  #budgets({ run, prospects }: Tight): readonly Budget[] {
    const { ahead, level, outlooks } = prospects;
    const spare = (fact: string, due: number): number => {
      const span = ahead.minutes.get(fact);
      const free = span === undefined || ahead.unproposed.has(fact) || this.#lookout.anytime(fact, run);
      return free ? Infinity : due - 1 - run.now - span;
    };
    const must = Math.min(Infinity, ...level.musts.map(({ due, fact }) => spare(fact, due)));
    const open = [...this.#lookout.lapses]
      .map(([id, due]) => ({ fact: `met:${id}`, minutes: spare(`met:${id}`, due) }))
      .filter(({ fact, minutes }) => minutes < must && present(outlooks[0], 'outlook').can(fact));
    return [...new Set([must, ...open.map(({ minutes }) => minutes)])].map((minutes) => ({
      minutes,
      given: new Set(open.filter((one) => one.minutes < minutes).map(({ fact }) => fact)),
    }));
  }

  /** Every way to learn more of a group from here, with the least it can cost. */
  #bundlesOf({ run, prospects }: Tight, group: Group): readonly Bundle[] {
    const { scenes } = prospects.ahead;
    const place = String(this.#groups.indexOf(group));
    const state = `${run.scene}|${String(run.known & this.#counted)}|${String(run.done)}|${String(run.next)}`;
    const key = `${place}|${state}|${[...scenes].join()}`;
    const known = this.#bundles.get(key);
    if (known) return known;
    const outlook = present(prospects.outlooks[0], 'outlook');
    const open = group.findings.filter(
      (id) => (run.known & (this.#c.bits[id] ?? 0)) === 0 && outlook.can(`learned:${id}`),
    );
    const made = bundles(group, open, this.#sources.pricer(run, scenes));
    this.#bundles.set(key, made);
    return made;
  }
}

function bundles(
  group: Group,
  open: readonly string[],
  price: (findings: readonly string[]) => Cost,
): readonly Bundle[] {
  const best = new Map<string, Bundle>();
  for (let set = 0; set < 1 << open.length; set++) {
    const chosen = open.filter((_, index) => (set & (1 << index)) !== 0);
    const bits = chosen.reduce((all, id) => all | (1 << group.findings.indexOf(id)), 0);
    const gains = group.rows.map(({ mask }) => ones(mask & bits));
    const cost = price(chosen);
    const key = gains.join();
    const known = best.get(key) ?? { minutes: Infinity, waiting: Infinity };
    best.set(key, {
      gains,
      minutes: Math.min(known.minutes, cost.minutes),
      waiting: Math.min(known.waiting, cost.waiting),
    });
  }
  return [...best.values()];
}

/** Affordable bundles that no other one beats in every respect. */
function undominated(list: readonly Bundle[], most: Cost): readonly Bundle[] {
  const open = list.filter(({ minutes, waiting }) => minutes <= most.minutes && waiting <= most.waiting);
  const beats = (a: Bundle, b: Bundle): boolean =>
    a !== b &&
    a.minutes <= b.minutes &&
    a.waiting <= b.waiting &&
    a.gains.every((gain, row) => gain >= (b.gains[row] ?? 0));
  return open.filter((one) => !open.some((other) => beats(other, one)));
}

function ones(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Rows that count findings at the first proposal, together where they count the same or share a source. */
function groupsOf(rubric: Rubric, sources: Sources): readonly Group[] {
  const sets: { findings: Set<string>; rows: { index: number; findings: readonly string[] }[] }[] = [];
  rubric.rows.forEach(({ criterion, setting }, index) => {
    const findings = setting.entry.findings;
    if (!findings || !criterion.reads.includes('proposed') || !criterion.reads.includes('learned')) return;
    const near = sets.filter((set) =>
      [...set.findings].some((a) => findings.some((b) => a === b || sources.shared(a, b))),
    );
    for (const set of near) sets.splice(sets.indexOf(set), 1);
    sets.push({
      findings: new Set([...near.flatMap((set) => [...set.findings]), ...findings]),
      rows: [...near.flatMap((set) => set.rows), { index, findings }],
    });
  });
  return sets
    .filter((set) => set.findings.size <= MOST_FINDINGS)
    .map((set) => {
      const list = [...set.findings];
      const mask = (own: readonly string[]): number =>
        own.reduce((bits, id) => bits | (1 << list.indexOf(id)), 0);
      return {
        findings: list,
        rows: set.rows.map((row) => ({ index: row.index, mask: mask(row.findings) })),
      };
    });
}
