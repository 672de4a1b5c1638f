import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dice, invariant, ok, present, utf8, type Json } from '../../src/core/base';
import {
  CaseShelf,
  handinId,
  verifyHandin,
  type Assignment,
  type CaseTask,
  type Handin,
} from '../../src/core/course';
import {
  decodeHandin,
  encodeHandin,
  fromCode,
  fromSealed,
  handinToFile,
  packHandin,
  readFile,
  SHORT_CODE,
  toCode,
} from '../../src/core/interop';
import { filesOf, rawOf } from '../content/files';
import { logicOf } from './cases';
import {
  bundledLogics,
  chanceHandin,
  countedOf,
  HASTY,
  markOf,
  testAssignment,
  testStudent,
  TRYING,
} from './classroom';
import { longestSensible } from './longest';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'src', 'core', 'interop', 'README.md'), 'utf8');
const logics = bundledLogics();
const shelf = new CaseShelf(logics);

const caseTasks = ({ tasks }: Assignment): readonly CaseTask[] =>
  tasks.flatMap((task) => (task.kind === 'case' ? [task] : []));

function coded(handin: Handin, on: CaseShelf = shelf): string {
  invariant(handin.work.kind === 'case', 'a worked case');
  const packed = packHandin(handin, { logic: on.logic(handin.work.scenarioId) });
  invariant(packed.ok, 'a result that fits a code');
  const code = toCode(packed.value.bytes);
  expect(code.length).toBe(packed.value.length);
  return code;
}

describe('the test vector of the document', () => {
  const old = logicOf(rawOf('format-1', filesOf('format-1', join(root, 'tests', 'old', 'scenarios'))).logic);
  const onOld = new CaseShelf([old]);
  const act = (at: number, ref: string, typed: Readonly<Record<string, number>> = {}): Json => ({
    v: 1,
    at,
    input: { kind: 'act', act: ref, with: typed },
  });
  const look = (at: number, record: string): Json => ({ v: 1, at, input: { kind: 'look', record } });
  const handin: Handin = {
    v: 1,
    assignment: '0123456789',
    task: 't1',
    student: { number: '20240101', name: '张三' },
    startedAt: 1_772_582_400_000,
    finishedAt: 1_772_582_700_000,
    work: {
      kind: 'case',
      scenarioId: 'old-parcel',
      scenarioHash: '80829c17f4700c830d47c34337cd4451',
      engine: 1,
      seed: 4,
      mode: 'practice',
      origin: 'attempt',
      lines: [
        act(540, 'call.check'),
        look(541, 'oms'),
        { v: 1, at: 542, input: { kind: 'wait', minutes: 3 } },
        { v: 1, at: 545, undo: true },
        look(542, 'tms'),
        act(544, 'talk.promise', { at: 1620 }),
        act(545, 'money.pay', { amount: 60 }),
        act(546, 'after.write'),
        act(547, 'wait.renew'),
      ],
      seconds: [12, 5, 2, 1, 200, 30, 9, 7, 4],
      claimed: 8627,
    },
    reflection: '先看在库。',
  };
  const code = present(/^7R1-\S+$/m.exec(readme)?.[0], 'the code of the vector');
  const table = readme.slice(readme.indexOf('### Test vector'), readme.indexOf(code));
  const rows = [...table.matchAll(/^\| `([0-9A-F ]+)` +\|/gm)].map((match) => present(match[1], 'bytes'));
  const bytes = rows.slice(1, -1).flatMap((row) => row.split(' ').map((hex) => parseInt(hex, 16)));

  it('has the bytes that are written', () => {
    expect(encodeHandin(handin, { logic: old })).toEqual(ok(Uint8Array.from(bytes)));
  });

  it('has the code that is written', () => {
    expect(coded(handin, onOld)).toBe(code);
  });

  it('is read back, and its mark follows from its lines', () => {
    const read = fromCode(code);
    invariant(read.ok, 'a readable code');
    expect(decodeHandin(read.value.bytes, onOld)).toEqual(ok(handin));
    const context = { assignment: null, shelf: onOld, checksOf: () => undefined };
    const verified = verifyHandin({ ...handin, assignment: '' }, context);
    expect(verified).toMatchObject({ ok: true, value: { score: 8627, ending: 'done' } });
  });
});

describe('the length of a code', () => {
  const tasks = caseTasks(testAssignment(logics, { mode: 'practice' }));

  it.each(tasks.map((task) => [task.scenarioId, task] as const))(
    'is as the document says for the longest sensible attempt at %s',
    (_, task) => {
      const { scenarioId, scenarioHash, seed } = task;
      const logic = present(shelf.logic(scenarioId), 'logic');
      const { lines, seconds } = longestSensible(present(shelf.compiled(scenarioId, seed), 'case'));
      const claimed = markOf(shelf, { scenarioId, seed }, countedOf(lines));
      const finishedAt = 1_766_000_000_000 + 1000 * seconds.reduce((sum, value) => sum + value, 0);
      const work = { kind: 'case', scenarioId, scenarioHash, engine: 1, seed } as const;
      const handin: Handin = {
        v: 1,
        assignment: '0k3m9xq7ab',
        task: task.id,
        student: testStudent(5),
        startedAt: 1_766_000_000_000,
        finishedAt,
        work: { ...work, mode: 'practice', origin: 'attempt', lines, seconds, claimed },
        reflection: '',
      };
      const length = (sealed: boolean, of: Handin = handin): number => {
        const packed = packHandin(of, { logic, sealed });
        return packed.ok ? packed.value.length : Number.NaN;
      };
      const code = logic.spec.code;
      const said = new RegExp(`^\\| ${code} +\\| (\\d+) +\\| (\\d+) +\\| (\\d+) +\\|$`, 'm').exec(readme);
      expect(said?.slice(1).map(Number)).toEqual([lines.length, length(false), length(true)]);
      const short = { ...handin.work, lines: lines.slice(0, 12), seconds: seconds.slice(0, 12) };
      expect(length(false, { ...handin, work: short })).toBeLessThan(SHORT_CODE / 2);
    },
  );
});

describe.each([
  { what: 'assessed, the same case for all', manner: HASTY, seeds: 'same', count: 100 },
  { what: 'assessed, a case of one’s own', manner: HASTY, seeds: 'own', count: 15 },
  { what: 'practice with inputs taken back', manner: TRYING, seeds: 'same', count: 100 },
] as const)('a play by chance ($what)', ({ manner, seeds, count }) => {
  const assignment = testAssignment(logics, { mode: manner.mode, seeds, hints: true });

  it.each(caseTasks(assignment).map((task) => [task.scenarioId, task] as const))(
    'of %s comes through code and file as it was, and its mark is found again',
    (id, task) => {
      for (let index = 0; index < count; index++) {
        const roll = dice(index, `round trip ${id} ${manner.mode} ${seeds}`);
        const student = testStudent(index);
        const handin = chanceHandin(shelf, { assignment, task, manner }, { student, roll });
        const read = fromCode(coded(handin));
        invariant(read.ok, 'a readable code');
        const decoded = decodeHandin(read.value.bytes, shelf);
        expect(decoded).toEqual(ok(handin));
        const filed = readFile(utf8(handinToFile(handin)));
        expect(filed).toEqual(ok({ kind: 'handin', handin, intact: true }));
        const verified = verifyHandin(handin, { assignment, shelf, checksOf: () => undefined });
        const score = handin.work.claimed;
        expect(verified).toMatchObject({ ok: true, value: { id: handinId(handin), score } });
      }
    },
  );
});

describe('the reflection', () => {
  const assignment = testAssignment(logics);
  const task = present(caseTasks(assignment)[1], 'task');
  const roll = dice(3, 'reflection');
  const bare = chanceHandin(shelf, { assignment, task, manner: HASTY }, { student: testStudent(1), roll });
  const logic = present(shelf.logic(task.scenarioId), 'logic');
  const packed = (reflection: string, sealed = false): unknown => {
    const result = packHandin({ ...bare, reflection }, { logic, sealed });
    if (!result.ok) return result.error;
    const read = decodeHandin(result.value.bytes, shelf);
    const same = read.ok && read.value.reflection === (result.value.reflection === 'in' ? reflection : '');
    return { told: result.value.reflection, short: result.value.length <= SHORT_CODE, same };
  };

  it('goes along where the code stays short, and is left out and said so where it does not', () => {
    expect(packed('')).toEqual({ told: 'none', short: true, same: true });
    expect(packed('下次先查合同。')).toEqual({ told: 'in', short: true, same: true });
    const long = Array.from({ length: 400 }, () => String.fromCodePoint(roll(0x4e00, 0x9fa5))).join('');
    expect(packed(long)).toEqual({ told: 'left-out', short: true, same: true });
    expect(packed('下次先查合同。'.repeat(60))).toEqual({ told: 'in', short: true, same: true });
  });

  it('is no part of what names a result, nor is the name', () => {
    const other = { ...bare, reflection: '别的', student: { ...bare.student, name: '张 三' } };
    expect(handinId(other)).toBe(handinId(bare));
    expect(handinId({ ...bare, student: { ...bare.student, number: '1' } })).not.toBe(handinId(bare));
  });
});

describe('what a seal holds', () => {
  const assignment = testAssignment(logics);
  const task = present(caseTasks(assignment)[0], 'task');
  const roll = dice(4, 'sealed');
  const handin = chanceHandin(shelf, { assignment, task, manner: HASTY }, { student: testStudent(2), roll });

  it('is read as the bytes of a code or as the text of a file', () => {
    const read = fromCode(coded(handin));
    invariant(read.ok, 'a readable code');
    expect(fromSealed(read.value.bytes, shelf)).toEqual(ok({ handin, intact: true }));
    expect(fromSealed(utf8(handinToFile(handin)), shelf)).toMatchObject(ok({ handin, intact: true }));
  });
});

describe('a case that is not at hand, or not with this content', () => {
  const assignment = testAssignment(logics);
  const task = present(caseTasks(assignment)[1], 'task');
  const roll = dice(5, 'unknown');
  const handin = chanceHandin(shelf, { assignment, task, manner: HASTY }, { student: testStudent(3), roll });
  const read = fromCode(coded(handin));
  const head = {
    assignment: assignment.id,
    task: task.id,
    student: testStudent(3),
    scenarioId: task.scenarioId,
    hash: task.scenarioHash.slice(0, 12),
  };

  it('is named, with who handed it in', () => {
    invariant(read.ok, 'a readable code');
    const none = decodeHandin(read.value.bytes, new CaseShelf([]));
    expect(none).toMatchObject({ ok: false, error: { code: 'unknown-scenario', head } });
    const logic = present(shelf.logic(task.scenarioId), 'logic');
    const changed = new CaseShelf([{ ...logic, hash: `0${logic.hash.slice(1)}` }]);
    const fault = decodeHandin(read.value.bytes, changed);
    expect(fault).toMatchObject({ ok: false, error: { code: 'changed-scenario', head } });
  });
});
