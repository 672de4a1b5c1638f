import {
  grade,
  idsIn,
  shuffled,
  solutionOf,
  tableIn,
  type Answer,
  type Check,
  type Confidence,
  type Grade,
  type Rich,
} from '../../../core/lesson';

/** What is handed on when an answer is given. */
export interface Given {
  readonly answer: Answer;
  readonly right: boolean;
  readonly confidence: Confidence;
}

/** One check while somebody works on it: draft, confidence, judgement, further tries. */
export class CheckTry {
  answer = $state.raw<Answer | undefined>();
  confidence = $state.raw<Confidence | undefined>();
  /** The solution is shown; nothing more can be answered. */
  revealed = $state(false);
  #judged = $state(false);
  readonly #read: () => Check;
  /** Ids in the order they are shown: right-hand sides of a matching, items of an ordering. */
  readonly order: readonly string[];
  readonly complete: boolean = $derived.by(() => isComplete(this.check, this.answer));
  /** Undefined until the answer is given; speaks the language that the check is shown in. */
  readonly grade: Grade | undefined = $derived.by(() =>
    this.#judged && this.answer !== undefined ? grade(this.check, this.answer) : undefined,
  );

  /** `read` gives the check in the present language. */
  constructor(read: () => Check, seed: number) {
    this.#read = read;
    this.order = shuffled(movableIds(read()), seed);
    if (read().kind === 'ordering') this.answer = this.order;
  }

  get check(): Check {
    return this.#read();
  }

  /** Judges the draft; undefined while it is not complete or the confidence is not said. */
  submit(): Given | undefined {
    const { answer, confidence } = this;
    if (answer === undefined || confidence === undefined || !this.complete) return undefined;
    this.#judged = true;
    return { answer, right: grade(this.check, answer).right, confidence };
  }

  /** Keeps the draft and lets it be changed. */
  again(): void {
    this.#judged = false;
    this.confidence = undefined;
  }

  /** Shows the answer with every explanation. */
  reveal(): void {
    this.answer = solutionOf(this.check);
    this.revealed = true;
  }

  /** The words of a part, to name it in an explanation; none for the whole. */
  partText(id: string): Rich {
    return partsOf(this.check).find((part) => part.id === id)?.text ?? [];
  }
}

function movableIds(check: Check): readonly string[] {
  if (check.kind === 'ordering') return check.items.map(({ id }) => id);
  return check.kind === 'matching' ? [...check.pairs, ...check.extra].map(({ id }) => id) : [];
}

function isComplete(check: Check, answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  switch (check.kind) {
    case 'single':
    case 'truefalse':
    case 'ordering':
      return true;
    case 'numeric':
      return typeof answer === 'number' && Number.isFinite(answer);
    case 'multiple':
      return idsIn(answer).length > 0;
    case 'matching':
      return Object.keys(tableIn(answer)).length === check.pairs.length;
    case 'categorise':
      return Object.keys(tableIn(answer)).length === check.cards.length;
  }
}

function partsOf(check: Check): readonly { readonly id: string; readonly text: Rich }[] {
  switch (check.kind) {
    case 'single':
    case 'multiple':
      return check.options;
    case 'ordering':
      return check.items;
    case 'matching':
      return check.pairs.map(({ id, left }) => ({ id, text: left }));
    case 'categorise':
      return check.cards;
    case 'truefalse':
    case 'numeric':
      return [];
  }
}
