import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { FakeMachine } from '../../../tests/e2e/storage-fakes';
import { err, minutes, present } from '../../core/base';
import type { ActOffer } from '../../core/attempt';
import { seedFor, type Assignment } from '../../core/course';
import { keepTie, rememberPerson, takeUp, tieOf } from '../../io/classroom';
import { loadLogic, loadTexts } from '../../io/content';
import type { Store } from '../../io/db';
import { dutyPorts, type DutyPorts } from './duty';
import { offeredIn } from './mode';
import { PlaySession } from './play-session.svelte';

const CASE = 'stockout-key-account';
const person = { number: '2023001', name: '王一' };
const place = { assignment: 'k7m2p4x9ab', task: 't1' };
const logic = present(await loadLogic(CASE), CASE);
const asked: Assignment = {
  v: 1,
  id: place.assignment,
  title: '第3周',
  teacher: '李老师',
  course: '物流2301',
  note: '',
  mode: 'practice',
  hints: false,
  seeds: 'own',
  attempts: 'first',
  due: null,
  locale: null,
  tasks: [{ kind: 'case', id: 't1', scenarioId: CASE, scenarioHash: logic.hash, seed: 3, weight: 1 }],
  key: null,
};
const [task] = asked.tasks;
const seed = task?.kind === 'case' ? seedFor(asked, task, person.number) : 0;

let machines = 0;

/** A device on which the assignment was taken up. */
async function device(): Promise<Store> {
  const store = await new FakeMachine(`duty-${(machines += 1)}`).start();
  await rememberPerson(store, person);
  await takeUp(store, asked, { ...person, takenAt: 1 });
  return store;
}

async function atBrief(store: Store, drawn = seed, duty?: DutyPorts): Promise<PlaySession> {
  const session = new PlaySession(
    {
      store: () => Promise.resolve(store),
      loadLogic,
      loadTexts,
      now: () => 5,
      newId: () => `a-${drawn}`,
      rewrite: () => undefined,
      duty: duty ?? dutyPorts(() => Promise.resolve(store), place),
    },
    { scenarioId: CASE, seed: drawn, attempt: undefined },
  );
  await Promise.all([session.load(), session.speak('en')]);
  return session;
}

it('an attempt is tied to its task when the call is taken, and says beforehand that the first one counts', async () => {
  const store = await device();
  const session = await atBrief(store);
  expect(session.duty).toEqual({ title: '第3周', hints: false, warning: 'first-counts' });
  expect(await store.names('task')).toEqual([]);
  await session.takeCall();
  expect(session.stage).toBe('desk');
  expect(await tieOf(store, `a-${seed}`)).toEqual({ ...place, student: person, handedIn: undefined });
  session.leave();
});

it('a second attempt is told that the first one counts', async () => {
  const store = await device();
  const first = await atBrief(store);
  await first.takeCall();
  first.leave();
  expect((await atBrief(store)).duty?.warning).toBe('first-gone');
});

it('another draw of the case is played freely, and said not to be the one asked for', async () => {
  const store = await device();
  const session = await atBrief(store, seed + 1);
  expect(session.duty).toEqual({ title: '', hints: true, warning: 'not-asked-for' });
  await session.takeCall();
  expect(await store.names('task')).toEqual([]);
  session.leave();
});

it('a resumed attempt keeps its task, its title and its rule about hints', async () => {
  const store = await device();
  await keepTie(store, 'a1', { ...place, student: person, handedIn: undefined });
  const ports = dutyPorts(() => Promise.resolve(store), undefined);
  expect(await ports.stored('a1')).toEqual({ title: '第3周', hints: false, warning: undefined });
  expect(await ports.stored('a2')).toBeUndefined();
});

it('no attempt begins that cannot be tied to its task', async () => {
  const store = await device();
  const ports = dutyPorts(() => Promise.resolve(store), place);
  const session = await atBrief(store, seed, { ...ports, tie: () => Promise.resolve(err({ code: 'full' })) });
  await session.takeCall();
  expect(session.trouble?.code).toBe('full');
  expect(await store.attempts()).toEqual([]);
});

it('hints are offered in practice where the assignment allows them, and nowhere else', () => {
  const acts = (['hint', 'say'] as const).map((act): ActOffer => ({
    kind: 'act',
    ref: `desk.${act}`,
    scene: 'desk',
    id: act,
    act,
    minutes: minutes(1),
    until: undefined,
    asks: {},
    total: undefined,
  }));
  const kinds = (...of: Parameters<typeof offeredIn>) => offeredIn(...of).map(({ act }) => act);
  expect(kinds('practice', acts, true)).toEqual(['hint', 'say']);
  expect(kinds('practice', acts)).toEqual(['hint', 'say']);
  expect(kinds('practice', acts, false)).toEqual(['say']);
  expect(kinds('assessed', acts, true)).toEqual(['say']);
});
