import { canonical, type Json } from '../../core/base';
import type { Shelf } from '../db';
import { keysOf, plain, readBest, readFindings, type Kept, type KeptFindings, type Keys } from './kept';
import type { AnalysisOrder, AnalysisReport } from './report';

/** Where analyses are kept between visits. */
export type AnalysisShelf = Pick<Shelf, 'take' | 'put'>;

/** Keeps what one analysis tells, and recalls what an earlier one told of the same attempt. */
export class Keeping {
  readonly #shelf: AnalysisShelf;
  readonly #keys: Keys;
  #best: Json | undefined;
  #findings: Json | undefined;
  #told: KeptFindings | undefined;

  /** @param program a text that is another one when the program that works things out is */
  constructor(shelf: AnalysisShelf, order: AnalysisOrder, program: string) {
    this.#shelf = shelf;
    this.#keys = keysOf(order, program);
  }

  /** What an earlier analysis left, as far as it can be read. */
  async recall(): Promise<Kept> {
    const { best, findings } = this.#keys;
    [this.#best, this.#findings] = await Promise.all([this.#shelf.take(best), this.#shelf.take(findings)]);
    return { best: readBest(this.#best), findings: readFindings(this.#findings) };
  }

  /** Keeps what is told; an answer that was not exact is not kept: a later program may give it. */
  hear(report: AnalysisReport): void {
    switch (report.kind) {
      case 'refused':
        return;
      case 'graded': {
        const { scorecard, bestPlay } = report.graded;
        const best = plain({ points: scorecard.best, inputs: bestPlay.map(({ input }) => input) });
        if (differs(best, this.#best)) void this.#shelf.put(this.#keys.best, best);
        return;
      }
      case 'costed':
        this.#told = report.costs.regrets.ok
          ? { regrets: report.costs.regrets.value, rest: undefined }
          : undefined;
        this.#keepFindings();
        return;
      case 'advised':
        if (this.#told) this.#told = { ...this.#told, rest: { advice: report.advice, repair: undefined } };
        return;
      case 'repaired':
        if (this.#told?.rest)
          this.#told = { ...this.#told, rest: { ...this.#told.rest, repair: report.repair } };
        this.#keepFindings();
        return;
    }
  }

  #keepFindings(): void {
    if (!this.#told) return;
    const findings = plain(this.#told);
    // Costs alone do not take the place of what is whole already.
    const whole = this.#told.rest !== undefined || this.#findings === undefined;
    if (whole && differs(findings, this.#findings)) void this.#shelf.put(this.#keys.findings, findings);
  }
}

function differs(value: Json, kept: Json | undefined): boolean {
  return kept === undefined || canonical(value) !== canonical(kept);
}
