import { describe, expect, it } from 'vitest';
import { dice, invariant, present } from '../../src/core/base';
import {
  CaseShelf,
  seedFor,
  verifyHandin,
  type Assignment,
  type CaseTask,
  type Handin,
  type HandinRefusal,
} from '../../src/core/course';
import { decodeHandin, encodeHandin, findCodes, toCode, type FoundCode } from '../../src/core/interop';
import { bundledLogics, chanceHandin, HASTY, testAssignment, testStudent } from './classroom';
import { FORGERS, type Expected, type Honest } from './forgeries';

const COUNT = 10_000;
/** One in so many is forged. */
const EVERY = 100;
/** Different plays of a task; students share them, as they may where all play the same case. */
const PLAYS = 120;

const shelf = new CaseShelf(bundledLogics());
const assignment = testAssignment(bundledLogics());

const caseTasks = ({ tasks }: Assignment): readonly CaseTask[] =>
  tasks.flatMap((task) => (task.kind === 'case' ? [task] : []));

/** What an importer says to a code it found. */
function saidTo({ result }: FoundCode): HandinRefusal | { readonly code: string } | 'accepted' {
  if (!result.ok) return { code: result.error };
  const decoded = decodeHandin(result.value.bytes, shelf);
  if (!decoded.ok) return { code: decoded.error.code };
  const verified = verifyHandin(decoded.value, { assignment, shelf, checksOf: () => undefined });
  return verified.ok ? 'accepted' : verified.error;
}

function honestAt(index: number, plays: readonly (readonly Handin[])[]): Honest {
  const own = present(plays[index % plays.length], 'task');
  const play = present(own[Math.floor(index / plays.length) % own.length], 'play');
  const handin = {
    ...play,
    student: testStudent(index),
    startedAt: play.startedAt - 60_000 * (index % 1000),
  };
  invariant(handin.work.kind === 'case', 'a worked case');
  const bytes = encodeHandin(handin, { logic: present(shelf.logic(handin.work.scenarioId), 'logic') });
  invariant(bytes.ok, 'a result that fits a code');
  return { handin, code: toCode(bytes.value), shelf };
}

/** A code as a chat makes it: a name before it, words after it, sometimes broken over lines. */
function chatted(code: string, index: number): string {
  const broken = index % 7 === 0 ? code.replace(/(.{40})/g, '$1\n') : code;
  return `${testStudent(index).name}：\n${broken}${index % 3 === 0 ? '，老师请查收' : ''}\n`;
}

describe('ten thousand codes of a paste, one in a hundred of them forged', () => {
  const forgers = Object.entries(FORGERS);
  const plays = caseTasks(assignment).map((task) =>
    Array.from({ length: PLAYS }, (_, index) => {
      const roll = dice(index, `honest ${task.id}`);
      return chanceHandin(shelf, { assignment, task, manner: HASTY }, { student: testStudent(index), roll });
    }),
  );
  const expected = new Map<number, { readonly by: string; readonly says: readonly Expected[] }>();
  const texts = Array.from({ length: COUNT }, (_, index) => {
    const honest = honestAt(index, plays);
    if (index % EVERY !== EVERY - 1) return chatted(honest.code, index);
    const [by, forge] = present(forgers[Math.floor(index / EVERY) % forgers.length], 'forger');
    const roll = dice(index, by);
    for (;;) {
      const forged = forge(honest, roll);
      if (!forged) continue;
      expected.set(index, { by, says: forged.says });
      return chatted(forged.code, index);
    }
  });
  const found = findCodes(texts.join(''));
  const said = found.map(saidTo);

  it('are all found, in their order', () => {
    expect(found).toHaveLength(COUNT);
    expect(expected.size).toBe(COUNT / EVERY);
  });

  it('lets every honest one in', () => {
    const refused = said.flatMap((verdict, index) =>
      verdict === 'accepted' || expected.has(index) ? [] : [{ index, verdict }],
    );
    expect(refused).toEqual([]);
  });

  it.each(forgers.map(([name]) => name))('refuses each that was forged by “%s”, with its reason', (name) => {
    const own = [...expected].filter(([, { by }]) => by === name);
    expect(own.length).toBeGreaterThan(3);
    for (const [index, { says }] of own) {
      const verdict = said[index];
      const right = says.find(({ code }) => verdict !== 'accepted' && code === verdict?.code);
      expect(verdict).toMatchObject(right ?? present(says[0], 'a reason'));
    }
  });
});

describe('the seed of a case of one’s own', () => {
  const own: Assignment = { ...assignment, seeds: 'own' };
  const task = present(caseTasks(own)[1], 'task');
  const manner = HASTY;
  const mine = chanceHandin(
    shelf,
    { assignment: own, task, manner },
    { student: testStudent(1), roll: dice(1, 'own') },
  );

  it('is accepted from whom it was drawn for, however the number is typed', () => {
    const typed = { ...mine.student, number: ` ${mine.student.number.replace('2', '２')} ` };
    const context = { assignment: own, shelf, checksOf: () => undefined };
    expect(verifyHandin({ ...mine, student: typed }, context)).toMatchObject({ ok: true });
  });

  it('gives another student away who hands in the same work', () => {
    const context = { assignment: own, shelf, checksOf: () => undefined };
    const copied = verifyHandin({ ...mine, student: testStudent(2) }, context);
    const asked = seedFor(own, task, testStudent(2).number);
    expect(copied).toMatchObject({ ok: false, error: { code: 'wrong-seed', asked } });
  });
});
