import type { Run } from '../attempt';
import type { CompiledAct, CompiledCase, CompiledRecord } from '../scenario';

/** Something that takes minutes and reveals findings: a record, a colleague, a question in a scene. */
interface Source {
  readonly bit: number;
  readonly minutes: number;
  /** Of these, minutes of waiting. */
  readonly waiting: number;
  readonly learns: readonly string[];
  /** The scene it belongs to; undefined for what is always at hand. */
  readonly scene: string | undefined;
  /** The bit of `Run.done` that says it is used up; 0 where it never is. */
  readonly once: number;
  /** Bits of `sources`: itself and the records it lies in. */
  readonly chain: number;
}

/** Least minutes, and least minutes of waiting, each for itself. */
export interface Cost {
  readonly minutes: number;
  readonly waiting: number;
}

const MOST_SOURCES = 30;
const FREE: Cost = { minutes: 0, waiting: 0 };

/** Everything in a case that reveals findings, and what it costs. Made once a case. */
export class Sources {
  readonly #all: readonly Source[];
  /** What acts that lead on teach, by scene: they delay nothing by teaching it. */
  readonly #passing: ReadonlyMap<string, ReadonlySet<string>>;
  /** What events teach from an index on. */
  readonly #late: readonly ReadonlySet<string>[];

  constructor(c: CompiledCase) {
    this.#all = sourcesOf(c);
    this.#passing = new Map(
      Object.values(c.scenes).map((scene) => [
        scene.id,
        new Set(scene.acts.filter((act) => !stays(act)).flatMap((act) => act.change.learns)),
      ]),
    );
    this.#late = c.timeline.map(
      (_, index) => new Set(c.timeline.slice(index).flatMap((entry) => entry.change.learns)),
    );
  }

  /** False for a case with more sources than can be told apart by bits: then nothing is known about costs. */
  get countable(): boolean {
    return this.#all.length <= MOST_SOURCES;
  }

  /** Whether some source teaches both. */
  shared(a: string, b: string): boolean {
    return this.#all.some((source) => {
      const within = this.#all.filter((other) => (other.chain & source.bit) !== 0);
      return [a, b].every((id) => within.some((other) => other.learns.includes(id)));
    });
  }

  /**
   * What it costs at the least to learn a set of findings from a state on: never more than it really does.
   * @param scenes that can still be entered
   */
  pricer(run: Run, scenes: ReadonlySet<string>): (findings: readonly string[]) => Cost {
    const open = this.#all.filter(
      ({ once, scene }) => (run.done & once) === 0 && (scene === undefined || scenes.has(scene)),
    );
    const spent = this.#all.filter((s) => (run.done & s.once) !== 0).reduce((bits, s) => bits | s.bit, 0);
    const free = (id: string): boolean =>
      this.#late[run.next]?.has(id) === true ||
      [...scenes].some((scene) => this.#passing.get(scene)?.has(id) === true);
    return (findings) =>
      this.#price(
        findings.filter((id) => !free(id)).map((id) => open.filter((source) => source.learns.includes(id))),
        spent,
      );
  }

  /** Sources without a choice are paid once; of several, the cheapest is paid in equal parts by what it teaches. */
  #price(wanted: readonly (readonly Source[])[], spent: number): Cost {
    let paid = 0;
    for (const [only, other] of wanted) if (only && !other) paid |= only.chain & ~spent;
    let [minutes, waiting] = [0, 0];
    for (const source of this.#all)
      if ((source.bit & paid) !== 0)
        [minutes, waiting] = [minutes + source.minutes, waiting + source.waiting];
    for (const choice of wanted) {
      if (choice.length < 2 || choice.some((source) => (source.bit & paid) !== 0)) continue;
      minutes += Math.min(...choice.map((source) => source.minutes / source.learns.length));
      waiting += Math.min(...choice.map((source) => source.waiting / source.learns.length));
    }
    return wanted.length === 0 ? FREE : { minutes, waiting };
  }
}

function stays(act: CompiledAct): boolean {
  return act.targets.length === 0 && act.until === undefined;
}

function sourcesOf(c: CompiledCase): readonly Source[] {
  const acts = [...c.desk, ...Object.values(c.scenes).flatMap((scene) => scene.acts)].filter(
    (act) => stays(act) && act.change.learns.length > 0,
  );
  const place = new Map<CompiledRecord, number>(c.records.map((record, index) => [record, 2 ** index]));
  const chain = (record: CompiledRecord): number => {
    const outer = record.within === 0 ? undefined : c.records.find((one) => one.once === record.within);
    return (place.get(record) ?? 0) | (outer ? chain(outer) : 0);
  };
  return [
    ...c.records.map((record) => ({
      bit: place.get(record) ?? 0,
      minutes: record.minutes,
      waiting: record.minutes,
      learns: record.learns,
      scene: undefined,
      once: record.once,
      chain: chain(record),
    })),
    ...acts.map((act, index) => {
      const bit = 2 ** (c.records.length + index);
      return {
        bit,
        minutes: act.minutes,
        waiting: act.waiting ? act.minutes : 0,
        learns: act.change.learns,
        scene: act.scene === 'desk' ? undefined : act.scene,
        once: act.once,
        chain: bit,
      };
    }),
  ];
}
