import { present } from '../../../core/base';
import { offers, type Input, type Offers } from '../../../core/attempt';
import { branchAt, extend, playBranch, takeBack, type Branch, type Costs } from '../../../core/debrief';
import { judge, rubricOf, score, type Scorecard } from '../../../core/scoring';
import { analyse } from '../../../io/analysis';
import { actOrder } from '../../../ui/review/act-order';
import type { View } from '../../../ui/review/debrief-model';

/** A way that was tried to its end. */
export interface Tried {
  readonly branch: Branch;
  readonly ending: string;
  readonly scorecard: Scorecard;
}

/**
 * A way the attempt could have gone on, being tried. It lives in this object alone: nothing of it is stored, and the
 * attempt's log is only read.
 */
export class Tryout {
  branch = $state.raw<Branch>(branchAt(0));
  /** Whether each step shows at once what it cost. */
  marks = $state(false);
  /** What the steps cost; undefined while it is being worked out, or not asked for. */
  costs = $state.raw<Costs | undefined>();
  tried = $state.raw<readonly Tried[]>([]);
  readonly #view: View;
  readonly #seed: number;
  readonly played = $derived.by(() => playBranch(this.#c, this.#view.graded.log, this.branch));
  readonly offers: Offers = $derived.by(() => this.#offered());
  /** The mark of the branch, once it has come to an end. */
  readonly scorecard: Scorecard | undefined = $derived.by(() =>
    this.played.run.ended ? this.#score() : undefined,
  );

  constructor(view: View, seed: number, fork: number) {
    this.#view = view;
    this.#seed = seed;
    this.branch = branchAt(fork);
  }

  get #c(): View['telling']['c'] {
    return this.#view.telling.c;
  }

  /** Carries out an input on the branch; one that is not possible there changes nothing. */
  give(input: Input): void {
    const longer = extend(this.#c, { log: this.#view.graded.log, branch: this.branch }, input);
    if (!longer.ok) return;
    this.#set(longer.value);
    const { scorecard } = this;
    if (!scorecard) return;
    this.tried = [...this.tried, { branch: this.branch, ending: this.played.run.scene, scorecard }];
  }

  /** Takes back the last input of the branch. */
  back(): void {
    this.#set(takeBack(this.branch));
  }

  /** Leaves the attempt at another decision, or at the same one anew. */
  startAt(fork: number): void {
    this.#set(branchAt(fork));
  }

  /** Shows a way that was tried before. */
  show({ branch }: Tried): void {
    this.#set(branch);
  }

  /** Works out what the steps of the branch cost, where that is asked for. Returns the way to stop. */
  follow(): (() => void) | undefined {
    const { log } = this.played;
    if (!this.marks) return undefined;
    const { logic } = this.#c.of;
    return analyse({ logic, seed: this.#seed, log }, (report) => {
      if (report.kind === 'costed') this.costs = report.costs;
    });
  }

  /** What may be done now; acts stand where they stood at the desk. */
  #offered(): Offers {
    const { run } = this.played;
    const open = offers(this.#c, run);
    const refs = this.#c.scenes[run.scene]?.acts.map(({ ref }) => ref) ?? [];
    const acts = actOrder(refs, { seed: this.#seed, scene: run.scene }).flatMap(
      (ref) => open.acts.find((act) => act.ref === ref) ?? [],
    );
    return { ...open, acts };
  }

  #set(branch: Branch): void {
    this.costs = undefined;
    this.branch = branch;
  }

  #score(): Scorecard {
    const rubric = rubricOf(this.#c.of.logic.spec, this.#c.start);
    return score(rubric, judge(rubric, this.played.facts), present(this.#view.graded.scorecard.best, 'best'));
  }
}
