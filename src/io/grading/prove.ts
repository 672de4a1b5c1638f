import { hashText, type Result } from '../../core/base';
import { parseEvent, type Input } from '../../core/attempt';
import {
  CaseShelf,
  sketchOf,
  verifyHandin,
  type Assignment,
  type Handin,
  type HandinRefusal,
  type VerifiedHandin,
  type VerifyContext,
} from '../../core/course';
import { decodeHandin, fromSealed, type DecodeFault, type FileFault } from '../../core/interop';
import { unseal, type KeyPair, type SecretFault } from '../secrets';
import type { Accepted, GradingOrder, Outcome, Refused, RightsProfile } from './model';
import { fileFault } from './faults';
import type { Piece } from './pieces';

/** Everything at hand that results are held against: made once, so that cases are compiled once. */
export interface Bench {
  readonly assignment: Assignment;
  readonly shelf: CaseShelf;
  readonly checksOf: VerifyContext['checksOf'];
  readonly pairs: readonly KeyPair[];
}

/** The bench for an order. */
export function benchOf({ assignment, logics, checks, pairs }: GradingOrder): Bench {
  return { assignment, shelf: new CaseShelf(logics), checksOf: (section) => checks[section], pairs };
}

export interface Read {
  readonly handin: Handin;
  readonly intact: boolean;
}

/** A result that did not come as far as being played, with what could be read of it. */
export interface Unread {
  readonly refused: Refused;
  readonly head?: Pick<Handin, 'task' | 'student' | 'finishedAt'>;
}

/**
 * Opens, reads and plays one piece again. Whatever it is, there is an outcome.
 * @example await prove(piece, benchOf(order))
 */
export async function prove(piece: Piece, bench: Bench): Promise<Outcome> {
  const read = await readPiece(piece, bench);
  if (!read.ok) return refusedOutcome(piece, read.error);
  const { handin, intact } = read.value;
  const { assignment, shelf, checksOf } = bench;
  const verified = verifyHandin(handin, { assignment, shelf, checksOf, intact });
  if (!verified.ok) return refusedOutcome(piece, { refused: verified.error, head: handin }, handin);
  const { id, number, student, task, finishedAt } = verified.value;
  const { via, source, original } = piece;
  const known = { id, task, number, name: student.name, finishedAt, via, source, original };
  return { ...known, verdict: accepted(verified.value) };
}

/**
 * A piece that was given up without an answer.
 * @example lost(piece, 'hung')
 */
export function lost(piece: Piece, code: 'hung' | 'broken'): Outcome {
  return refusedOutcome(piece, { refused: { code } });
}

function accepted(result: VerifiedHandin): Accepted {
  const sketch = sketchOf(result);
  if (result.kind === 'section') return { ok: true, sketch, rights: {}, errors: [], hints: 0 };
  const { scorecard, hintsTaken } = result;
  const rights: RightsProfile = Object.fromEntries(
    scorecard.rights.map(({ right, share, assessed }) => [right, assessed ? share : null]),
  );
  const errors = scorecard.caps.flatMap(({ by }) => (by === 'floor' ? [] : [by]));
  return { ok: true, sketch, rights, errors, hints: hintsTaken };
}

/** Same content, same name: importing a bad one twice changes nothing either. */
function refusedOutcome(piece: Piece, { refused, head }: Unread, handin?: Handin): Outcome {
  const { via, source, original } = piece;
  const content = typeof original === 'string' ? original : Array.from(original).join();
  return {
    id: `x-${hashText(content)}`,
    task: head?.task ?? '',
    number: head?.student.number ?? '',
    name: head?.student.name ?? '',
    finishedAt: head?.finishedAt ?? 0,
    via,
    source,
    original,
    verdict: { ok: false, refused, input: inputOf(handin, refused) },
  };
}

function inputOf(handin: Handin | undefined, refused: Refused): Input | null {
  if (handin?.work.kind !== 'case' || !('line' in refused)) return null;
  const event = parseEvent(handin.work.lines[refused.line - 1]);
  return event.ok ? event.value.input : null;
}

/** What a piece holds; the reason where it cannot be read. */
export async function readPiece(piece: Piece, bench: Bench): Promise<Result<Read, Unread>> {
  const { content } = piece;
  switch (content.kind) {
    case 'fault':
      return { ok: false, error: { refused: content.refused } };
    case 'handin':
      return { ok: true, value: { handin: content.handin, intact: content.intact } };
    case 'open': {
      const handin = decodeHandin(content.bytes, bench.shelf);
      return handin.ok
        ? { ok: true, value: { handin: handin.value, intact: true } }
        : { ok: false, error: undecoded(handin.error, bench) };
    }
    case 'sealed': {
      const opened = await openSealed(content.bytes, bench.pairs);
      if (!opened.ok) return { ok: false, error: { refused: { code: opened.error } } };
      const read = fromSealed(opened.value, bench.shelf);
      return read.ok ? read : { ok: false, error: undecoded(read.error, bench) };
    }
  }
}

async function openSealed(
  bytes: Uint8Array,
  pairs: readonly KeyPair[],
): Promise<Result<Uint8Array, SecretFault['code'] | 'no-key'>> {
  let fault: SecretFault['code'] | 'no-key' = 'no-key';
  for (const pair of pairs) {
    const opened = await unseal(pair, bytes);
    if (opened.ok) return opened;
    fault = opened.error.code;
  }
  return { ok: false, error: fault };
}

/** A result of another assignment may name a case that nobody here asked for: say the assignment, not the case. */
function undecoded(fault: DecodeFault | FileFault, { assignment, shelf }: Bench): Unread {
  if (!('head' in fault)) return { refused: fileFault(fault) };
  const { head } = fault;
  if (head.assignment !== assignment.id)
    return { refused: { code: 'other-assignment', assignment: head.assignment }, head };
  return { refused: otherCase(fault.code, head, shelf), head };
}

function otherCase(
  code: 'unknown-scenario' | 'changed-scenario',
  { scenarioId, hash }: { readonly scenarioId: string; readonly hash: string },
  shelf: CaseShelf,
): HandinRefusal {
  const here = shelf.logic(scenarioId)?.hash ?? '';
  return code === 'changed-scenario' ? { code, scenarioId, hash, here } : { code, scenarioId };
}
