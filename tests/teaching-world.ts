// Workspaces for tests, in a database that lives in memory.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import type { Result } from '../src/core/base';
import type { Assignment, Roster } from '../src/core/course';
import type { TeachFault } from '../src/io/teaching/fault';
import type { HeldAssignment, NewHandin } from '../src/io/teaching/model';
import { browserPorts, type Ports } from '../src/io/teaching/ports';
import { Teaching } from '../src/io/teaching/teaching';

let made = 0;
/** A database nobody has used. */
export const freshName = (): string => `teaching-${String((made += 1))}`;

/** A browser whose clock the test moves. */
export interface World {
  readonly ports: Ports;
  now: number;
  tick: () => void;
}

export function worldOf(name: string): World {
  const world: World = {
    now: 1_000_000,
    tick: () => undefined,
    ports: {
      ...browserPorts(name),
      now: () => world.now,
      every: (_milliseconds, act) => {
        world.tick = act;
        return () => undefined;
      },
    },
  };
  return world;
}

/** The value of a call that must succeed. */
export async function must<T>(answer: Promise<Result<T, TeachFault>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
}

/** The workspace of a database. */
export const open = (name = freshName(), world = worldOf(name)): Promise<Teaching> =>
  must(Teaching.open(world.ports, () => undefined));
/** How a refusal looks. */
export const refused = (code: string) => ({ ok: false, error: { code } });

export const roster: Roster = {
  id: 'c1',
  name: '物流 2301',
  students: [{ number: '2023001', name: '王一', group: 'A' }],
};
export const assignment: Assignment = {
  v: 1,
  id: 'a1',
  title: 'Week 3',
  teacher: 'Li',
  course: '物流 2301',
  note: '',
  mode: 'assessed',
  hints: false,
  seeds: 'same',
  attempts: 'best',
  due: null,
  locale: null,
  tasks: [
    { kind: 'case', id: 't1', scenarioId: 's', scenarioHash: 'h', seed: 7, weight: 1 },
    { kind: 'section', id: 't2', section: 'u05/s3', weight: 2 },
  ],
  key: null,
};
export const held: HeldAssignment = { assignment, classId: 'c1', createdAt: 5, given: null, givenAt: null };
export const handin = (id: string, more: Partial<NewHandin> = {}): NewHandin => ({
  id,
  assignment: 'a1',
  task: 't1',
  number: '2023001',
  name: '王一',
  finishedAt: 3,
  receivedAt: 4,
  via: 'code',
  source: '',
  verdict: { ok: true, score: 8260 },
  original: `7R1-${id}`,
  ...more,
});

/** Every string and every byte on disk: strings as UTF-8, ids and keys among them. */
export async function bytesOnDisk(name: string): Promise<Buffer> {
  const database = await new Dexie(name).open();
  const parts: Buffer[] = [];
  for (const table of database.tables)
    await table.toCollection().each((value: unknown, cursor) => {
      for (const each of [value, cursor.key, cursor.primaryKey]) parts.push(...piecesOf(each), Buffer.of(0));
    });
  database.close();
  return Buffer.concat(parts);
}

function piecesOf(value: unknown): readonly Buffer[] {
  if (value instanceof Uint8Array) return [Buffer.from(value)];
  if (typeof value !== 'object' || value === null) return [Buffer.from(String(value))];
  return Object.entries(value).flatMap(([key, inner]) => [Buffer.from(key), ...piecesOf(inner)]);
}

/** Everything on disk, as text. */
export async function onDisk(name: string): Promise<string> {
  const database = await new Dexie(name).open();
  const tables = await Promise.all(database.tables.map((table) => table.toArray()));
  database.close();
  return JSON.stringify(tables, (_key, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
  );
}
