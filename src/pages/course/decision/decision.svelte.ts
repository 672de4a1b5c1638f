import { present, type Locale } from '../../../core/base';
import { offers, replay, type AttemptEvent, type Input, type Offers } from '../../../core/attempt';
import { branchAt, playBranch, type PlayedBranch, type Weighed } from '../../../core/debrief';
import { caseOf, momentOf, type Confidence, type Moment, type ReviewCard } from '../../../core/lesson';
import { compileCase, instantiate, type CompiledCase, type Texts } from '../../../core/scenario';
import { loadLogic, loadTexts } from '../../../io/content';
import { readAttempt, weighAct } from '../../../io/lessons';
import type { Services } from '../../../io/services';
import type { Telling } from '../../../ui/case/telling';
import { actOrder } from '../../../ui/review/act-order';
import type { Learner } from '../learner.svelte';

/** What is handed on when the question is answered. */
export interface DecisionGiven {
  readonly answer: { readonly attempt: string; readonly index: number };
  readonly right: boolean;
  readonly confidence: Confidence;
}

interface Scene {
  readonly c: CompiledCase;
  readonly seed: number;
  readonly log: readonly AttemptEvent[];
  readonly played: PlayedBranch;
  readonly moment: Moment;
}

/** One moment of an attempt at which a decision cost much, asked about again. */
export class Decision {
  state = $state<'reading' | 'asking' | 'weighing' | 'weighed' | 'gone'>('reading');
  scene = $state.raw<Scene | undefined>();
  texts = $state.raw<Texts | undefined>();
  answer = $state.raw<Input | undefined>();
  confidence = $state.raw<Confidence | undefined>();
  weighed = $state.raw<Weighed | undefined>();
  readonly card: ReviewCard;
  readonly #services: Services;
  readonly #learner: Learner;

  constructor(card: ReviewCard, services: Services, learner: Learner) {
    this.card = card;
    this.#services = services;
    this.#learner = learner;
  }

  /** Reads the attempt and the words of its case. */
  async load(locale: Locale): Promise<void> {
    const id = present(caseOf(this.card.section), 'case');
    try {
      this.texts = await loadTexts(id, locale);
      if (!this.scene) this.scene = await this.#find(id);
      if (this.state === 'reading') this.state = this.scene && this.texts ? 'asking' : 'gone';
    } catch (error) {
      console.error(error);
      this.state = 'gone';
    }
  }

  async #find(id: string): Promise<Scene | undefined> {
    const there = new Set(this.#learner.attempts.map((attempt) => attempt.id));
    const moment = momentOf(this.#learner.lines, this.card, (attempt) => there.has(attempt));
    const logic = await loadLogic(id);
    const attempt = moment && (await readAttempt(await this.#services.store(), moment.attempt));
    if (!moment || !logic || attempt?.header.scenarioHash !== logic.hash) return undefined;
    const { seed } = attempt.header;
    const c = compileCase(instantiate(logic, seed));
    if (!replay(c, attempt.log).ok || moment.index >= attempt.log.length) return undefined;
    const played = playBranch(c, attempt.log, branchAt(moment.index));
    return { c, seed, log: attempt.log, played, moment };
  }

  telling(locale: Locale): Telling | undefined {
    return this.scene && this.texts && { c: this.scene.c, texts: this.texts, locale };
  }

  /** What was done at the moment. */
  get then(): Input | undefined {
    return this.scene?.log[this.scene.moment.index]?.input;
  }

  /** What could be done at the moment, in the order of the desk; hints are no decisions. */
  get offers(): Offers | undefined {
    if (!this.scene) return undefined;
    const { c, seed, played } = this.scene;
    const open = offers(c, played.run);
    const acts = actOrder(
      open.acts.map(({ ref }) => ref),
      { seed, scene: played.run.scene },
    ).flatMap((ref) => open.acts.find((act) => act.ref === ref) ?? []);
    return { ...open, acts, desk: open.desk.filter(({ act }) => act !== 'hint') };
  }

  /** Weighs the chosen act; undefined while something is missing, or where it cannot be weighed. */
  async submit(): Promise<DecisionGiven | undefined> {
    const { scene, answer, confidence } = this;
    if (!scene || !answer || !confidence || this.state !== 'asking') return undefined;
    this.state = 'weighing';
    const { logic } = scene.c.of;
    const log = scene.log.slice(0, scene.moment.index);
    const found = await weighAct({ logic, seed: scene.seed, log, answer }).catch(() => undefined);
    if (!found?.ok) {
      this.state = 'gone';
      return undefined;
    }
    this.weighed = found.value;
    this.state = 'weighed';
    const right = found.value.grade === 'best' || found.value.grade === 'good';
    return { answer: { ...scene.moment }, right, confidence };
  }
}
