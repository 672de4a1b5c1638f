import * as v from 'valibot';
import type { Json } from '../base';
import { cardsOf, type Answered, type ReviewCard } from './review';

const CASE = 'case/';
/** Of the line that says that an attempt has been gone through. */
const EXAMINED = '';

/** A decision of an attempt that a card is about: the input `index`, counted from 0, of the inputs that count. */
export interface Moment {
  readonly attempt: string;
  readonly index: number;
}

/** A line among a learner's answers, as it is stored. */
export interface AnswerLine {
  readonly id: string;
  readonly section: string;
  readonly check: string;
  readonly at: number;
  readonly answer: Json;
  readonly right: boolean;
  readonly confidence: string;
}

const profileSchema = v.object({ rights: v.record(v.string(), v.number()) });
const momentSchema = v.object({
  attempt: v.string(),
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/**
 * The case that a card asks about; undefined for cards of checks.
 * @example caseOf('case/stockout-key-account') // 'stockout-key-account'
 */
export function caseOf(section: string): string | undefined {
  return section.startsWith(CASE) ? section.slice(CASE.length) : undefined;
}

/**
 * The lines by which the decisions of a finished attempt join a learner's answers: each counts like a wrong answer
 * to “what would you do now?”, and the same slip in another attempt like another wrong answer to the same card. The
 * last line says that the attempt has been gone through. Filing them twice changes nothing: the ids stay the same.
 * @param of `at`: when the attempt was finished, milliseconds since 1970
 * @example decisionLines({ attempt: 'a1', scenario: 'tea', at, decisions, rights: { R1: 8_000 } })
 */
export function decisionLines(of: {
  readonly attempt: string;
  readonly scenario: string;
  readonly at: number;
  readonly decisions: readonly { readonly index: number; readonly slip: string }[];
  /** Share of each right that was assessed, in basis points: for the learner's own profile over time. */
  readonly rights: Readonly<Record<string, number>>;
}): readonly AnswerLine[] {
  const { attempt, at } = of;
  const section = CASE + of.scenario;
  const lines = of.decisions.map(({ index, slip }) => ({
    id: `${section}/${attempt}/${String(index)}`,
    section,
    check: slip,
    at,
    answer: { attempt, index },
    right: false,
    confidence: 'unsure',
  }));
  const answer = { attempt, index: 0, rights: of.rights };
  const end = { id: `${section}/${attempt}`, section, check: EXAMINED, at, answer };
  return [...lines, { ...end, right: true, confidence: 'sure' }];
}

/**
 * The attempts that have been gone through for decisions to learn from.
 * @example examinedIn(lines).has(header.id)
 */
export function examinedIn(lines: readonly AnswerLine[]): ReadonlySet<string> {
  const ends = lines.filter(({ section, check }) => check === EXAMINED && caseOf(section) !== undefined);
  return new Set(ends.flatMap((line) => momentIn(line)?.attempt ?? []));
}

/** How the rights came out in one attempt. */
export interface Profile {
  readonly attempt: string;
  /** When it was finished, milliseconds since 1970. */
  readonly at: number;
  /** Basis points by right; rights that were not assessed are missing. */
  readonly rights: Readonly<Record<string, number>>;
}

/**
 * The profiles of the attempts that have been gone through, the oldest first.
 * @example profilesIn(lines).at(-1)?.rights['R4'] // 7_500
 */
export function profilesIn(lines: readonly AnswerLine[]): readonly Profile[] {
  return lines
    .flatMap((line) => {
      const read = v.safeParse(profileSchema, line.answer);
      const attempt = momentIn(line)?.attempt;
      if (line.check !== EXAMINED || !read.success || attempt === undefined) return [];
      return [{ attempt, at: line.at, rights: read.output.rights }];
    })
    .sort((a, b) => a.at - b.at);
}

/**
 * Where the card of a slip can be shown: the latest moment whose attempt is still there.
 * @param has whether an attempt can still be replayed
 * @example momentOf(lines, card, (attempt) => ids.has(attempt))?.index
 */
export function momentOf(
  lines: readonly AnswerLine[],
  card: Pick<ReviewCard, 'section' | 'check'>,
  has: (attempt: string) => boolean,
): Moment | undefined {
  const own = lines.filter(({ section, check }) => section === card.section && check === card.check);
  return [...own]
    .sort((a, b) => b.at - a.at)
    .flatMap((line) => momentIn(line) ?? [])
    .find(({ attempt }) => has(attempt));
}

function momentIn({ answer }: AnswerLine): Moment | undefined {
  const read = v.safeParse(momentSchema, answer);
  return read.success ? read.output : undefined;
}

/** What decides which cards may be asked. */
export interface Askable {
  /** Checks of the course as `u05/s3#atp`. */
  readonly checks: ReadonlySet<string>;
  /** Whether an attempt can still be replayed. */
  readonly has: (attempt: string) => boolean;
  /** Cases that are being worked for a mark: asking about them would give help. */
  readonly closed: ReadonlySet<string>;
}

/**
 * The cards that may be asked: of checks that still stand in the course, and of decisions whose attempt is still
 * there and whose case is not being worked for a mark at the moment. In the order of `cardsOf`.
 * @example askable(answers, lines, { checks, has, closed: new Set() })
 */
export function askable(
  answers: readonly Answered[],
  lines: readonly AnswerLine[],
  { checks, has, closed }: Askable,
): readonly ReviewCard[] {
  return cardsOf(answers).filter((card) => {
    const scenario = caseOf(card.section);
    if (scenario === undefined) return checks.has(`${card.section}#${card.check}`);
    return !closed.has(scenario) && momentOf(lines, card, has) !== undefined;
  });
}
