import { err, fromUtf8, isList, minutes, ok, present, type Json, type Result } from '../base';
import { begin, eventToJson, step, undoToJson, type Input, type Run } from '../attempt';
import type { CaseShelf, CaseWork, HandedAnswer, Handin, SectionWork } from '../course';
import type { CompiledCase, Logic } from '../scenario';
import { boundedJson } from './bounded-json';
import { Reader } from './bytes';
import { codebookOf, FIRST_RECORD, UNDO, WAIT, type Codebook } from './codebook';
import { FLAG, HANDIN_V1, HASH_BYTES } from './encode';
import { ID_BYTES, idOf } from './id-bytes';
import { LAST_TIME, LONGEST, MOST_ANSWERS, MOST_LINES, MOST_POINTS, MOST_SECONDS, MOST_SEED } from './limits';
import { unpacked } from './pack';

/** Who handed in what, readable also where the case is not at hand. */
export type HandinHead = Pick<Handin, 'assignment' | 'task' | 'student' | 'startedAt' | 'finishedAt'> & {
  readonly claimed: number;
  readonly scenarioId: string;
  /** The first digits of the content hash. */
  readonly hash: string;
  readonly engine: number;
  readonly seed: number;
};

/** Why bytes give no result. */
export type DecodeFault =
  | { readonly code: 'damaged' | 'newer' }
  /** The inputs are numbers into a case that is not at hand, or not with this content. */
  | { readonly code: 'unknown-scenario' | 'changed-scenario'; readonly head: HandinHead };

/**
 * A result out of bytes from anywhere: never throws, reads nothing beyond its limits. Clocks of lines come from
 * playing them; a line that is not possible gets the clock at which it stands, and `verifyHandin` refuses it.
 * @example decodeHandin(code.value.bytes, shelf)
 */
export function decodeHandin(bytes: Uint8Array, shelf: CaseShelf): Result<Handin, DecodeFault> {
  const from = new Reader(bytes);
  const kind = from.byte();
  if (kind !== HANDIN_V1)
    return err({ code: kind >> 4 === HANDIN_V1 >> 4 && kind > HANDIN_V1 ? 'newer' : 'damaged' });
  const flags = from.byte();
  const head = readHead(from, flags);
  const work = readWork(from, { flags, head, shelf });
  if (!work.ok) return work;
  const reflection = readReflection(from, flags);
  if (!from.finished() || (flags & 0x80) !== 0) return err({ code: 'damaged' });
  const { assignment, task, student, startedAt, finishedAt } = head;
  return ok({ v: 1, assignment, task, student, startedAt, finishedAt, work: work.value, reflection });
}

type Head = Omit<HandinHead, 'scenarioId' | 'hash' | 'engine' | 'seed'>;

function readHead(from: Reader, flags: number): Head {
  const assignment = flags & FLAG.assigned ? idOf(from.raw(ID_BYTES)) : '';
  if (assignment === undefined) from.fail();
  const task = from.whole(999);
  const number = flags & FLAG.digits ? readDigits(from) : from.text(4 * LONGEST.number);
  const name = from.text(4 * LONGEST.person);
  const startedAt = from.whole(LAST_TIME);
  const finishedAt = startedAt + from.signed(LAST_TIME);
  if (finishedAt < 0 || finishedAt > LAST_TIME) from.fail();
  const claimed = from.whole(MOST_POINTS);
  if (number.length > LONGEST.number || name.length > LONGEST.person) from.fail();
  return {
    assignment: assignment ?? '',
    task: task === 0 ? '' : `t${String(task)}`,
    student: { number, name },
    startedAt,
    finishedAt,
    claimed,
  };
}

function readDigits(from: Reader): string {
  const length = from.whole(LONGEST.number);
  let digits = '';
  for (let at = 0; at < length; at += 2) {
    const byte = from.byte();
    digits += `${String(byte >> 4)}${at + 1 < length ? String(byte & 15) : ''}`;
    if (at + 1 === length && (byte & 15) !== 15) from.fail();
  }
  // A digit above 9 shows as two.
  if (digits.length !== length || length === 0) from.fail();
  return digits;
}

interface Rest {
  readonly flags: number;
  readonly head: Head;
  readonly shelf: CaseShelf;
}

function readWork(from: Reader, rest: Rest): Result<CaseWork | SectionWork, DecodeFault> {
  if (rest.flags & FLAG.section) {
    const section = readSection(from, rest.head.claimed);
    const odd = (rest.flags & (FLAG.assessed | FLAG.whatIf)) !== 0;
    return section && !odd ? ok(section) : err({ code: 'damaged' });
  }
  return readCase(from, rest);
}

function readCase(from: Reader, { flags, head, shelf }: Rest): Result<CaseWork, DecodeFault> {
  const scenarioId = from.text(4 * LONGEST.id);
  const hash = Array.from(from.raw(HASH_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const engine = from.whole(MOST_SEED);
  const seed = from.whole(MOST_SEED);
  if (from.broken() || scenarioId === '') return err({ code: 'damaged' });
  const logic = shelf.logic(scenarioId);
  if (!logic?.hash.startsWith(hash)) {
    const code = logic ? 'changed-scenario' : 'unknown-scenario';
    return err({ code, head: { ...head, scenarioId, hash, engine, seed } });
  }
  const { inputs, seconds } = readLines(from, logic);
  if (from.broken()) return err({ code: 'damaged' });
  return ok({
    kind: 'case',
    scenarioId,
    scenarioHash: logic.hash,
    engine,
    seed,
    mode: flags & FLAG.assessed ? 'assessed' : 'practice',
    origin: flags & FLAG.whatIf ? 'what-if' : 'attempt',
    lines: clocked(present(shelf.compiled(scenarioId, seed), 'case at hand'), inputs),
    seconds,
    claimed: head.claimed,
  });
}

/** An input, or that the last one is taken back. */
type Move = Input | 'undo';

function readLines(
  from: Reader,
  logic: Logic,
): { readonly inputs: readonly Move[]; readonly seconds: readonly number[] } {
  const book = codebookOf(logic);
  const count = from.whole(MOST_LINES);
  const inputs: Move[] = [];
  const seconds: number[] = [];
  for (let line = 0; line < count && !from.broken(); line++) {
    const move = readMove(from, book);
    if (move === undefined) from.fail();
    else inputs.push(move);
    seconds.push(from.whole(MOST_SECONDS));
  }
  return { inputs, seconds };
}

function readMove(from: Reader, book: Codebook): Move | undefined {
  const number = from.whole(Number.MAX_SAFE_INTEGER);
  if (number === UNDO) return 'undo';
  if (number === WAIT) return { kind: 'wait', minutes: from.whole(Number.MAX_SAFE_INTEGER) };
  const record = book.records[number - FIRST_RECORD];
  if (record !== undefined) return { kind: 'look', record };
  const act = book.acts[number - FIRST_RECORD - book.records.length];
  if (!act) return undefined;
  const typed = act.asks.map(([id, { min, step: by }]) => [id, min + by * from.whole(MOST_SEED)] as const);
  return { kind: 'act', act: act.ref, with: Object.fromEntries(typed) };
}

/** Lines as they are stored, each with the clock at which it stands. */
function clocked(c: CompiledCase, moves: readonly Move[]): readonly Json[] {
  const before: Run[] = [];
  let run = begin(c);
  return moves.map((move) => {
    const at = run.now;
    if (move === 'undo') {
      run = before.pop() ?? run;
      return undoToJson(minutes(at));
    }
    const result = step(c, run, move);
    if (result.ok) {
      before.push(run);
      run = result.value.run;
    }
    return eventToJson({ v: 1, at, input: move });
  });
}

/** Most bytes that the answers of a section may unfold to. */
const MOST_WORDS = 200_000;

function readSection(from: Reader, claimed: number): SectionWork | undefined {
  const section = from.text(4 * LONGEST.id);
  const words = readPacked(from, MOST_WORDS);
  const json = words === undefined ? undefined : boundedJson(words);
  if (!json?.ok || from.broken() || section === '') return undefined;
  const answers = answersOf(json.value);
  return answers && { kind: 'section', section, answers, claimed };
}

function readPacked(from: Reader, most: number): string | undefined {
  const length = from.whole(most);
  const small = from.raw(from.whole(most));
  const bytes = from.broken() ? undefined : unpacked(small, length);
  return bytes && fromUtf8(bytes);
}

function answersOf(json: Json): readonly HandedAnswer[] | undefined {
  if (json === null || typeof json !== 'object' || !isList(json) || json.length > MOST_ANSWERS)
    return undefined;
  const answers = json.flatMap((row) => answerOf(row) ?? []);
  return answers.length === json.length ? answers : undefined;
}

function answerOf(row: Json): HandedAnswer | undefined {
  if (row === null || typeof row !== 'object' || !isList(row) || row.length !== 3) return undefined;
  const [check, confidence, answer] = row;
  if (typeof check !== 'string' || typeof confidence !== 'string' || answer === undefined) return undefined;
  return { check, answer, confidence };
}

function readReflection(from: Reader, flags: number): string {
  if ((flags & FLAG.reflection) === 0) {
    if (flags & FLAG.packed) from.fail();
    return '';
  }
  const most = 4 * LONGEST.reflection;
  const text = flags & FLAG.packed ? readPacked(from, most) : from.text(most);
  if (text === undefined || text === '' || text.length > LONGEST.reflection) from.fail();
  return text ?? '';
}
