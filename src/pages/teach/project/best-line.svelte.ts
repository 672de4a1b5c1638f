import type { Locale } from '../../../core/base';
import type { AttemptEvent } from '../../../core/attempt';
import type { Graded } from '../../../core/debrief';
import type { CompiledCase } from '../../../core/scenario';
import { analyse } from '../../../io/analysis';
import type { Telling } from '../../../ui/case/telling';
import { knownBefore, momentsOf, type Moment } from '../../../ui/review/moments';

/** The best line through one scene, and what stood at its door. */
export interface AtScene {
  /** What was last said or happened before the scene's first decision; undefined at the very start. */
  readonly said: string | undefined;
  readonly known: readonly string[];
  readonly moves: readonly Moment[];
}

/** The best play of a case, found in a worker. */
export class BestLine {
  #graded = $state.raw<Graded | undefined>();

  /** Finds it. Returns the way to stop. */
  follow(c: CompiledCase): () => void {
    const { logic, seed } = c.of;
    let stop: () => void = () => undefined;
    let wanted = true;
    const grade = (log: readonly AttemptEvent[], then: (graded: Graded) => void): void => {
      let told = false;
      stop = analyse({ logic, seed, log }, (report) => {
        if (told || !wanted || report.kind !== 'graded') return;
        told = true;
        // `analyse` may tell before it has returned, where there is no worker.
        queueMicrotask(() => {
          stop();
          then(report.graded);
        });
      });
    };
    // The empty attempt's grade carries the best play; played again, that play carries its own moments.
    grade([], (empty) => {
      grade(empty.bestPlay, (graded) => (this.#graded = graded));
    });
    return () => {
      wanted = false;
      stop();
    };
  }

  /** Acts that the line takes in a scene, by the keys of options. */
  taken(scene: string): ReadonlySet<string> {
    const { replayed, log } = this.#graded ?? { replayed: undefined, log: [] };
    const here = log.filter((_, index) => replayed?.runs[index]?.scene === scene);
    return new Set(here.flatMap(({ input }) => (input.kind === 'act' ? [`act ${input.act}`] : [])));
  }

  /** The line in one scene; undefined until it is found, and where it does not pass there. */
  at(scene: string, telling: Telling, locale: Locale): AtScene | undefined {
    if (!this.#graded) return undefined;
    const view = {
      telling: { ...telling, locale },
      graded: this.#graded,
      costs: undefined,
      advice: undefined,
      repair: undefined,
    };
    const moments = momentsOf(view);
    const moves = moments.filter(({ before }) => before.scene === scene);
    const [first] = moves;
    if (!first) return undefined;
    const last = moments[first.index - 1];
    return {
      said: last ? (last.happenings.at(-1)?.text ?? last.reply?.text) : undefined,
      known: knownBefore(view, first.index),
      moves,
    };
  }
}
