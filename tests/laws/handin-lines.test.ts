import { describe, expect, it } from 'vitest';
import { dice, invariant, isList, present, type Json } from '../../src/core/base';
import { begin, replay, readLog } from '../../src/core/attempt';
import { CaseShelf, verifyHandin, type Assignment, type CaseWork, type Handin } from '../../src/core/course';
import { logicOf, rawS07 } from './cases';
import {
  chanceHandin,
  chancePlay,
  countedOf,
  HASTY,
  markOf,
  testAssignment,
  testStudent,
  TRYING,
} from './classroom';

// What only files carry: clocks, and lines as they were stored.

/** S07 with a hint at the desk, which no bundled case has yet. */
function withHint(): unknown {
  const raw = rawS07();
  invariant(typeof raw === 'object' && raw !== null && 'desk' in raw, 'a scenario');
  invariant(typeof raw.desk === 'object', 'a desk');
  const tip = { act: 'hint', minutes: 0, emits: [{ fact: 'hinted', criterion: 'R2.a' }] };
  return { ...raw, desk: { ...raw.desk, tip } };
}

const logic = logicOf(withHint());
const shelf = new CaseShelf([logic]);
const open = testAssignment([logic], { mode: 'practice', hints: true });
const strict: Assignment = { ...open, hints: false };
const assessed: Assignment = { ...open, mode: 'assessed' };
const task = present(open.tasks[0], 'task');
invariant(task.kind === 'case', 'a case');
const c = present(shelf.compiled(task.scenarioId, task.seed), 'case');

type Line = Readonly<Record<string, Json>>;
const isLine = (line: Json): line is Line => line !== null && typeof line === 'object' && !isList(line);
const linesIn = ({ work }: Handin): readonly Line[] =>
  work.kind === 'case' ? work.lines.filter(isLine) : [];
const workIn = ({ work }: Handin): CaseWork => {
  invariant(work.kind === 'case', 'a worked case');
  return work;
};
const played = (index: number, manner = TRYING, assignment = open): Handin =>
  chanceHandin(shelf, { assignment, task, manner }, { student: testStudent(1), roll: dice(index, 'lines') });
const withLines = (handin: Handin, lines: readonly Json[]): Handin => ({
  ...handin,
  work: { ...workIn(handin), lines, seconds: lines.map(() => 9) },
});
const verdict = (handin: Handin, assignment = open): unknown => {
  const result = verifyHandin(handin, { assignment, shelf, checksOf: () => undefined });
  return result.ok ? 'accepted' : result.error;
};
/** The first of some plays by chance that fits. */
function find(fits: (handin: Handin) => boolean, manner = TRYING): Handin {
  for (let index = 0; index < 500; index++) {
    const handin = played(index, manner);
    if (fits(handin)) return handin;
  }
  throw new Error('no such play');
}
const tipAt = (handin: Handin): number =>
  linesIn(handin).findIndex(
    ({ input }) => input !== undefined && isLine(input) && input['act'] === 'desk.tip',
  );
const undoAt = (handin: Handin): number => linesIn(handin).findIndex((line) => 'undo' in line);

describe('a file of practice', () => {
  it('counts what was not taken back, as replay of the counted lines does', () => {
    for (let index = 0; index < 60; index++) {
      const handin = played(index);
      const verified = verifyHandin(handin, { assignment: open, shelf, checksOf: () => undefined });
      const read = readLog(workIn(handin).lines, { undo: true });
      invariant(verified.ok && read.ok && verified.value.kind === 'case', 'an honest play');
      const again = replay(c, read.value.log);
      invariant(again.ok, 'a log that plays');
      expect(verified.value.log).toEqual(read.value.log);
      expect(verified.value.undone).toEqual(read.value.undone);
      expect(verified.value.decisions.flatMap(({ facts }) => facts)).toEqual(again.value.facts);
      expect(verified.value.decisions.map(({ scene }) => scene)).toEqual(
        again.value.runs.slice(0, -1).map(({ scene }) => scene),
      );
    }
  });

  it('is refused with the line whose clock was changed, inputs and those taken back alike', () => {
    const handin = find((one) => undoAt(one) > 2);
    for (const at of [0, 1, undoAt(handin)]) {
      const lines = linesIn(handin).map((line, index) =>
        index === at ? { ...line, at: Number(line['at']) + 1 } : line,
      );
      const error = { code: 'impossible-event', line: at + 1, reason: 'wrong-clock' };
      expect(verdict(withLines(handin, lines))).toEqual(error);
    }
  });

  it('is refused with the line that cannot be read', () => {
    const handin = played(3);
    for (const odd of [
      null,
      7,
      {},
      { v: 1, at: 0 },
      { v: 2, at: 0, undo: true },
      { v: 1, at: 0, input: { kind: 'fly' } },
    ]) {
      const lines = [...linesIn(handin).slice(0, 1), odd, ...linesIn(handin).slice(1)];
      expect(verdict(withLines(handin, lines))).toEqual({ code: 'unreadable-event', line: 2 });
    }
    const undo = { v: 1, at: begin(c).now, undo: true };
    expect(verdict(withLines(handin, [undo, ...linesIn(handin)]))).toEqual({
      code: 'unreadable-event',
      line: 1,
    });
  });
});

describe('a hint', () => {
  const handin = find((one) => tipAt(one) >= 0);

  it('is told where hints are allowed', () => {
    const verified = verifyHandin(handin, { assignment: open, shelf, checksOf: () => undefined });
    expect(verified).toMatchObject({ ok: true, value: { hintsTaken: 1 } });
  });

  it('is refused with its line where they are not', () => {
    expect(verdict(handin, strict)).toEqual({ code: 'hint-not-allowed', line: tipAt(handin) + 1 });
  });

  it('is refused in assessed work, which offers none', () => {
    const hinted = workIn(find((one) => tipAt(one) >= 0 && undoAt(one) < 0));
    const work: CaseWork = { ...hinted, mode: 'assessed' };
    expect(verdict({ ...handin, work }, assessed)).toMatchObject({ code: 'hint-not-allowed' });
  });

  it('cannot be taken back', () => {
    const at = tipAt(handin);
    const lines = linesIn(handin);
    const undo = { v: 1, at: present(lines[at + 1]?.['at'], 'clock'), undo: true };
    const forged = [...lines.slice(0, at + 1), undo, ...lines.slice(at + 1)];
    expect(verdict(withLines(handin, forged))).toEqual({
      code: 'impossible-event',
      line: at + 2,
      reason: 'not-offered',
    });
  });
});

describe('assessed work', () => {
  it('is refused with the line that takes something back', () => {
    const handin = find((one) => undoAt(one) > 0 && tipAt(one) < 0);
    const forged: Handin = { ...handin, work: { ...workIn(handin), mode: 'assessed' } };
    expect(verdict(forged, assessed)).toEqual({ code: 'unreadable-event', line: undoAt(handin) + 1 });
  });

  it('passes where nobody assigned it, whatever its seed', () => {
    const own = present(shelf.compiled(task.scenarioId, 4711), 'case');
    const { lines, seconds } = chancePlay(own, dice(1, 'free'), HASTY);
    const claimed = markOf(shelf, { scenarioId: task.scenarioId, seed: 4711 }, countedOf(lines));
    const work: CaseWork = { ...workIn(played(1)), mode: 'assessed', seed: 4711, lines, seconds, claimed };
    const free: Handin = { ...played(1), assignment: '', task: '', work };
    const context = { assignment: null, shelf, checksOf: () => undefined };
    expect(verifyHandin(free, context)).toMatchObject({ ok: true, value: { score: claimed, late: 0 } });
    expect(verifyHandin(played(1), context)).toMatchObject({ error: { code: 'other-assignment' } });
  });
});
