import type {
  Answer,
  CategoriseCheck,
  Check,
  ChoiceCheck,
  MatchingCheck,
  NumericCheck,
  OrderingCheck,
  Rich,
  TrueFalseCheck,
} from './model';

/** What is said about one part of an answer. */
export interface Remark {
  /** The option, item, pair or card meant; empty where the whole answer is. */
  readonly id: string;
  readonly right: boolean;
  readonly why: Rich;
}

/** The judgement of one answer. */
export interface Grade {
  readonly right: boolean;
  /** Parts that are right over all parts, 0 … 1; 1 exactly when `right`. */
  readonly share: number;
  /** Wrong parts first, in the order of the check; what a right answer deserves to hear otherwise. */
  readonly remarks: readonly Remark[];
  /** Of a wrong number that fits no known mistake: on which side it lies. */
  readonly side: 'high' | 'low' | undefined;
}

/**
 * Judges an answer. An answer of another shape than the check asks for is wrong, with nothing to say about it.
 * @example grade(check, 'p90').right
 */
export function grade(check: Check, answer: Answer): Grade {
  switch (check.kind) {
    case 'single':
      return gradeChoice(check, typeof answer === 'string' ? [answer] : []);
    case 'multiple':
      return gradeChoice(check, idsIn(answer));
    case 'truefalse':
      return gradeTruth(check, answer);
    case 'ordering':
      return gradeOrder(check, idsIn(answer));
    case 'matching':
      return gradeMatching(check, tableIn(answer));
    case 'numeric':
      return gradeNumber(check, answer);
    case 'categorise':
      return gradeCategories(check, tableIn(answer));
  }
}

function isIds(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}

function isTable(answer: Answer): answer is Readonly<Record<string, string>> {
  return typeof answer === 'object' && !isIds(answer);
}

/**
 * The ids of an answer that is a list of ids; none of any other.
 * @example idsIn(['a', 'c']) // ['a', 'c']
 */
export function idsIn(answer: Answer | undefined): readonly string[] {
  return answer !== undefined && isIds(answer) ? answer : [];
}

/**
 * Which id goes to which, of an answer that is such a table; an empty one of any other.
 * @example tableIn({ card: 'group' })
 */
export function tableIn(answer: Answer | undefined): Readonly<Record<string, string>> {
  return answer !== undefined && isTable(answer) ? answer : {};
}

/** `parts` tells of every part whether it is right; wrong parts speak first. */
function gradeOf(parts: readonly Remark[], spoken: readonly Remark[] = parts): Grade {
  const right = parts.filter((part) => part.right).length;
  const share = parts.length === 0 ? 0 : right / parts.length;
  const wrong = spoken.filter((part) => !part.right);
  const whole = share === 1;
  return { right: whole, share, remarks: whole ? spoken : wrong, side: undefined };
}

function gradeChoice(check: ChoiceCheck, chosen: readonly string[]): Grade {
  const parts = check.options.map(({ id, right, why }) => ({
    id,
    right: chosen.includes(id) === right,
    why,
  }));
  if (check.kind === 'multiple') {
    const grade = gradeOf(parts);
    return grade.right ? { ...grade, remarks: parts.filter(({ id }) => chosen.includes(id)) } : grade;
  }
  const picked = check.options.find(({ id }) => id === chosen[0]);
  const remarks = picked ? [{ id: picked.id, right: picked.right, why: picked.why }] : [];
  const right = picked?.right === true;
  return { right, share: right ? 1 : 0, remarks, side: undefined };
}

function gradeTruth(check: TrueFalseCheck, answer: Answer): Grade {
  if (typeof answer !== 'boolean') return gradeOf([]);
  const right = answer === check.answer;
  return gradeOf([{ id: '', right, why: answer ? check.why.true : check.why.false }]);
}

/**
 * An item is in place when it stands where it belongs. What is explained is where the order first breaks: the item
 * that should stand there and the one that does.
 */
function gradeOrder(check: OrderingCheck, given: readonly string[]): Grade {
  const parts = check.items.map(({ id, why }, index) => ({ id, right: given[index] === id, why }));
  const broken = parts.findIndex((part) => !part.right);
  if (broken < 0) return gradeOf(parts);
  const here = new Set([check.items[broken]?.id, given[broken]]);
  const spoken = check.items
    .filter(({ id }) => here.has(id))
    .map(({ id, why }) => ({ id, right: false, why }));
  return gradeOf(parts, spoken);
}

function gradeMatching(check: MatchingCheck, given: Readonly<Record<string, string>>): Grade {
  return gradeOf(check.pairs.map(({ id, why }) => ({ id, right: given[id] === id, why })));
}

function gradeCategories(check: CategoriseCheck, given: Readonly<Record<string, string>>): Grade {
  return gradeOf(check.cards.map(({ id, group, why }) => ({ id, right: given[id] === group, why })));
}

/** Room for the last bit of a sum that is not exact in binary, as 0.1 + 0.2. */
const SLACK = 1e-9;

function gradeNumber(check: NumericCheck, answer: Answer): Grade {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return gradeOf([]);
  const near = (value: number, tolerance: number): boolean =>
    Math.abs(answer - value) <= tolerance + SLACK * Math.max(1, Math.abs(value));
  if (near(check.value, check.tolerance)) return gradeOf([{ id: '', right: true, why: check.why }]);
  const trap = check.traps.find(({ value, tolerance }) => near(value, tolerance));
  const side = answer > check.value ? 'high' : 'low';
  const wrong = gradeOf([{ id: '', right: false, why: trap?.why ?? [] }]);
  return trap ? wrong : { ...wrong, remarks: [], side };
}

/**
 * The answer that is right; the one to show when a learner gives up.
 * @example solutionOf(check) // 'p90'
 */
export function solutionOf(check: Check): Answer {
  switch (check.kind) {
    case 'single':
      return check.options.find(({ right }) => right)?.id ?? '';
    case 'multiple':
      return check.options.filter(({ right }) => right).map(({ id }) => id);
    case 'truefalse':
      return check.answer;
    case 'ordering':
      return check.items.map(({ id }) => id);
    case 'matching':
      return Object.fromEntries(check.pairs.map(({ id }) => [id, id]));
    case 'numeric':
      return check.value;
    case 'categorise':
      return Object.fromEntries(check.cards.map(({ id, group }) => [id, group]));
  }
}
