import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { FakeMachine } from '../../tests/e2e/storage-fakes';
import type { Assignment, Remarks } from '../core/course';
import {
  changesIn,
  dutyAt,
  isAskedFor,
  keepRemarks,
  keepTie,
  personHere,
  readTaskPlace,
  readWork,
  rememberPerson,
  remarksOnSection,
  sectionName,
  takenHere,
  takeUp,
  type Tie,
} from './classroom';
import type { Store } from './db';
import { noteRead, remarksOn } from './remarks';

const person = { number: '2023001', name: '王一' };
const other = { number: '2023002', name: '赵二' };
const asked: Assignment = {
  v: 1,
  id: 'k7m2p4x9ab',
  title: '第3周',
  teacher: '李老师',
  course: '物流2301',
  note: '',
  mode: 'assessed',
  hints: false,
  seeds: 'same',
  attempts: 'best',
  due: 1_800_000_000_000,
  locale: null,
  tasks: [
    { kind: 'case', id: 't1', scenarioId: 'stockout', scenarioHash: 'a'.repeat(32), seed: 7, weight: 1 },
    { kind: 'section', id: 't2', section: 'u05/s3', weight: 1 },
  ],
  key: null,
};
const remarks: Remarks = {
  v: 1,
  assignment: asked.id,
  task: 't1',
  handin: 'b'.repeat(32),
  number: person.number,
  teacher: '李老师',
  overall: '很好',
  pins: [{ moment: 2, text: '先问再答' }],
  at: 50,
};

let machines = 0;
const device = (): Promise<Store> => new FakeMachine(`classroom-${(machines += 1)}`).start();

/** A finished attempt that was made for the first task. */
async function worked(store: Store, id: string, tie: Partial<Tie> = {}): Promise<void> {
  const header = {
    id,
    scenarioId: 'stockout',
    scenarioHash: 'a'.repeat(32),
    seed: 7,
    mode: 'assessed',
    engine: 1,
    startedAt: 10,
    locale: 'en',
    status: 'finished',
    lastSeq: 0,
    v: 1,
  } as const;
  await store.restore(header, []);
  await keepTie(store, id, {
    assignment: asked.id,
    task: 't1',
    student: person,
    handedIn: undefined,
    ...tie,
  });
}

describe('an assignment taken up', () => {
  it('is read back as it was, with everyone who took it up on this computer', async () => {
    const store = await device();
    await takeUp(store, asked, { ...person, takenAt: 1 });
    await takeUp(store, asked, { ...other, takenAt: 2 });
    expect(await takenHere(store, asked.id)).toEqual({
      assignment: asked,
      takers: [
        { ...person, takenAt: 1 },
        { ...other, takenAt: 2 },
      ],
    });
  });

  it('keeps the time of the first taking up, however the number is typed the second time', async () => {
    const store = await device();
    await takeUp(store, asked, { ...person, takenAt: 1 });
    await takeUp(store, { ...asked, title: '改' }, { number: '２０２３ 001', name: '王一', takenAt: 9 });
    expect(await takenHere(store, asked.id)).toMatchObject({
      assignment: { title: '改' },
      takers: [{ ...person, takenAt: 1 }],
    });
  });

  it('names what differs in a newer form, and nothing where nothing does', () => {
    expect(changesIn(asked, { ...asked, due: null, tasks: asked.tasks.slice(1) })).toEqual(['due', 'tasks']);
    expect(changesIn(asked, { ...asked, tasks: asked.tasks.map((task) => ({ ...task })) })).toEqual([]);
  });

  it('is a duty only of those who took it up', async () => {
    const store = await device();
    const place = { assignment: asked.id, task: 't1' };
    await takeUp(store, asked, { ...person, takenAt: 1 });
    expect(await dutyAt(store, place)).toBeUndefined();
    await rememberPerson(store, person);
    expect(await dutyAt(store, place)).toMatchObject({ task: { id: 't1' }, student: person });
    await rememberPerson(store, other);
    expect(await dutyAt(store, place)).toBeUndefined();
  });

  it('asks for one content, one draw and one mode', async () => {
    const store = await device();
    await takeUp(store, asked, { ...person, takenAt: 1 });
    await rememberPerson(store, person);
    const duty = await dutyAt(store, { assignment: asked.id, task: 't1' });
    const fits = { scenarioId: 'stockout', scenarioHash: 'a'.repeat(32), seed: 7, mode: 'assessed' } as const;
    const held = (more: Partial<Parameters<typeof isAskedFor>[1]>): boolean | undefined =>
      duty && isAskedFor(duty, { ...fits, ...more });
    expect(held({})).toBe(true);
    expect([held({ seed: 8 }), held({ mode: 'practice' }), held({ scenarioHash: 'c' })]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('everything kept on a device', () => {
  it('is read in one piece: attempts with their task and mark, the oldest first, and sections apart', async () => {
    const store = await device();
    await rememberPerson(store, person);
    await takeUp(store, asked, { ...person, takenAt: 1 });
    await worked(store, 'a1', { handedIn: { id: 'h', at: 3, late: true } });
    await store.putValue({ kind: 'result', id: 'a1' }, { score: 7309 });
    const section = sectionName(asked.id, 't2', person.number);
    await keepTie(store, section, { assignment: asked.id, task: 't2', student: person, handedIn: undefined });
    const work = await readWork(store);
    expect(work.person).toEqual(person);
    expect(work.taken).toHaveLength(1);
    expect(work.attempts).toMatchObject([
      { id: 'a1', finished: true, score: 7309, tie: { handedIn: { late: true } } },
    ]);
    expect([...work.sections.keys()]).toEqual([section]);
  });

  it('counts what makes no sense as not there', async () => {
    const store = await device();
    await store.putValue({ kind: 'setting', id: 'student' }, 'nobody');
    await store.putValue({ kind: 'assignment', id: 'x' }, { file: '{', takers: [] });
    await store.putValue({ kind: 'task', id: 'a1' }, [1]);
    await store.putValue({ kind: 'remark', id: 'a1' }, 'text');
    expect(await personHere(store)).toBeUndefined();
    expect(await readWork(store)).toMatchObject({ taken: [], attempts: [] });
    expect(await remarksOn(store, 'a1')).toBeUndefined();
  });
});

describe('remarks', () => {
  it('go to the attempt that was handed in under their id', async () => {
    const store = await device();
    await worked(store, 'a1', { handedIn: { id: 'c'.repeat(32), at: 3, late: false } });
    await worked(store, 'a2', { handedIn: { id: remarks.handin, at: 2, late: false } });
    expect(await keepRemarks(store, remarks)).toEqual({
      ok: true,
      value: { id: 'a2', kind: 'case', known: false },
    });
    expect(await remarksOn(store, 'a2')).toEqual(remarks);
    expect(await keepRemarks(store, remarks)).toMatchObject({ value: { known: true } });
  });

  it('go by assignment, task and number where the hand-in was not noted', async () => {
    const store = await device();
    await worked(store, 'a1');
    expect(await keepRemarks(store, { ...remarks, number: ' 2023001' })).toMatchObject({
      value: { id: 'a1' },
    });
  });

  it('are not put with the work of another student, and say so', async () => {
    const store = await device();
    await worked(store, 'a1', { student: other });
    expect(await keepRemarks(store, remarks)).toEqual({ ok: false, error: { code: 'not-here' } });
    expect(await store.names('remark')).toEqual([]);
  });

  it('are read with the work they speak of, and are new until somebody has opened them', async () => {
    const store = await device();
    await worked(store, 'a1');
    await keepRemarks(store, remarks);
    expect((await readWork(store)).remarks).toEqual(new Map([['a1', { remarks, isNew: true }]]));
    await noteRead(store, ['a1', 'gone']);
    expect((await readWork(store)).remarks.get('a1')?.isNew).toBe(false);
    await keepRemarks(store, { ...remarks, overall: '补充', at: 60 });
    expect((await readWork(store)).remarks.get('a1')?.isNew).toBe(true);
  });

  it('on a section go with its hand-in, and are found by the section for the student who sits here', async () => {
    const store = await device();
    const name = sectionName(asked.id, 't2', person.number);
    const handedIn = { id: remarks.handin, at: 3, late: false };
    await takeUp(store, asked, { ...person, takenAt: 1 });
    await keepTie(store, name, { assignment: asked.id, task: 't2', student: person, handedIn });
    const onSection = { ...remarks, task: 't2' };
    expect(await keepRemarks(store, onSection)).toMatchObject({ value: { id: name, kind: 'section' } });
    expect(await remarksOnSection(store, 'u05/s3')).toEqual([]);
    await rememberPerson(store, person);
    expect(await remarksOnSection(store, 'u05/s3')).toEqual([onSection]);
    expect(await remarksOnSection(store, 'u05/s4')).toEqual([]);
    await rememberPerson(store, other);
    expect(await remarksOnSection(store, 'u05/s3')).toEqual([]);
  });

  it('of an earlier hour do not replace later ones', async () => {
    const store = await device();
    await worked(store, 'a1');
    await keepRemarks(store, remarks);
    await keepRemarks(store, { ...remarks, overall: '旧', at: 40 });
    expect((await remarksOn(store, 'a1'))?.overall).toBe('很好');
    await keepRemarks(store, { ...remarks, overall: '新', at: 60 });
    expect((await remarksOn(store, 'a1'))?.overall).toBe('新');
  });
});

it.each([
  ['k7m2p4x9ab.t1', { assignment: 'k7m2p4x9ab', task: 't1' }],
  ['k7m2p4x9ab', undefined],
  ['../x.t1', undefined],
  ['', undefined],
  [null, undefined],
])('reads the task in an address: %s', (text, place) => {
  expect(readTaskPlace(text)).toEqual(place);
});
