import type { Json } from '../../core/base';
import { fromBase64url, toBase64url } from '../secrets';
import { found, type Cabinet } from './cabinet';
import { TeachTrouble } from './fault';
import { Pace } from './going';
import type { AddedHandins, NewHandin, StoredHandin } from './model';
import { keyOf, rowOf, type PlainRow } from './rows';
import { HANDINS, ORIGINAL, type StoredOriginal } from './schema';

/** Results in one row of a list: as many as a change of one of them may rewrite without being felt. */
const SHEAF = 500;
/** Results that come in one by one make small rows; each time a list has grown by so many rows they are joined. */
const CROWD = 32;

/** The same result may lie under two assignments: once where it was wrongly collected, once where it belongs. */
const originalId = (assignment: string, handin: string): string => `${assignment}/${handin}`;

/** Files results; those that lie under their assignment already are left alone. */
export async function addHandins(cabinet: Cabinet, offered: readonly NewHandin[]): Promise<AddedHandins> {
  const once = new Map(offered.map((each) => [originalId(each.assignment, each.id), each]));
  let known: readonly string[] = [];
  await cabinet.write(async () => {
    const there = await cabinet.known('original', [...once.keys()]);
    known = [...once].flatMap(([id, each]) => (there.has(id) ? [each.id] : []));
    const fresh = [...once].flatMap(([id, each]) => (there.has(id) ? [] : [each]));
    const joined = await joinedSheaves(cabinet, new Set(fresh.map(({ assignment }) => assignment)));
    return {
      put: [...(await rowsOf(fresh, cabinet.now())), ...(await sheaves(joined.handins, cabinet.now()))],
      remove: joined.gone.map((id) => keyOf('handins', id)),
    };
  });
  return { added: once.size - known.length, known };
}

/** What lies in small rows of lists that have grown many, and those rows. */
async function joinedSheaves(cabinet: Cabinet, assignments: ReadonlySet<string>) {
  const handins: StoredHandin[] = [];
  const gone: string[] = [];
  for (const assignment of assignments) {
    const size = await cabinet.lists.size(assignment);
    if (size === 0 || size % CROWD !== 0) continue;
    for (const [id, list] of await cabinet.lists.of(assignment)) {
      if (list.length > SHEAF / 2) continue;
      handins.push(...list);
      gone.push(id);
    }
  }
  return { handins, gone };
}

/** The rows that results become: originals one by one, the rest in sheaves. */
export async function rowsOf(handins: readonly NewHandin[], at: number): Promise<readonly PlainRow[]> {
  const originals = handins.map(({ id, assignment, original }) =>
    rowOf(ORIGINAL, { id: originalId(assignment, id), parent: assignment, at, value: packed(original) }),
  );
  return [...originals, ...(await sheaves(handins.map(withoutOriginal), at))];
}

/** Rows of lists for these results. */
export async function sheaves(handins: readonly StoredHandin[], at: number): Promise<readonly PlainRow[]> {
  const pace = new Pace();
  const rows: PlainRow[] = [];
  for (const [parent, own] of byAssignment(handins))
    for (let start = 0; start < own.length; start += SHEAF) {
      const value = own.slice(start, start + SHEAF);
      rows.push(rowOf(HANDINS, { id: newSheafId(), parent, at, value }));
      await pace.rest();
    }
  return rows;
}

/** All results under an assignment, in the order they were received. */
export async function listHandins(cabinet: Cabinet, assignment: string): Promise<readonly StoredHandin[]> {
  const lists = await cabinet.lists.of(assignment);
  // Where the browser has no locks, two tabs may have filed the same result at the same moment.
  const once = new Map(lists.flatMap(([, list]) => list.map((each) => [each.id, each])));
  return [...once.values()].sort((a, b) => a.receivedAt - b.receivedAt);
}

/** What came in, unchanged, by id; ids that are not there are left out. */
export async function originalsOf(
  cabinet: Cabinet,
  { assignment, ids }: { readonly assignment: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const wanted = new Map(ids.map((id) => [originalId(assignment, id), id]));
  const stored = await cabinet.some(ORIGINAL, [...wanted.keys()]);
  return new Map([...stored].map(([row, value]) => [found(wanted.get(row), row), unpacked(value)]));
}

/** Puts other verdicts beside results that are there. */
export function setVerdicts(
  cabinet: Cabinet,
  assignment: string,
  verdicts: ReadonlyMap<string, Json>,
): Promise<void> {
  const change = (handin: StoredHandin): StoredHandin => {
    const verdict = verdicts.get(handin.id);
    return verdict === undefined ? handin : { ...handin, verdict };
  };
  return rewrite(cabinet, { assignment, change, gone: [] });
}

/** Takes results out, with what came in. */
export function removeHandins(cabinet: Cabinet, assignment: string, ids: readonly string[]): Promise<void> {
  const out = new Set(ids);
  const change = (each: StoredHandin): StoredHandin | undefined => (out.has(each.id) ? undefined : each);
  return rewrite(cabinet, { assignment, change, gone: ids.map((id) => originalId(assignment, id)) });
}

interface Rewriting {
  readonly assignment: string;
  /** What becomes of each result; undefined takes it out. */
  readonly change: (handin: StoredHandin) => StoredHandin | undefined;
  /** Rows of originals that go. */
  readonly gone: readonly string[];
}

function rewrite(cabinet: Cabinet, { assignment, change, gone }: Rewriting): Promise<void> {
  return cabinet.write(async () => {
    const at = cabinet.now();
    const put: PlainRow[] = [];
    const remove = gone.map((id) => keyOf('original', id));
    for (const [id, before] of await cabinet.lists.of(assignment)) {
      const after = before.flatMap((handin) => change(handin) ?? []);
      if (after.length === before.length && after.every((handin, index) => handin === before[index]))
        continue;
      // Under another id: a row of a list never changes.
      remove.push(keyOf('handins', id));
      put.push(...(await sheaves(after, at)));
    }
    return { put, remove };
  });
}

function byAssignment(handins: readonly StoredHandin[]): ReadonlyMap<string, readonly StoredHandin[]> {
  const groups = new Map<string, StoredHandin[]>();
  for (const each of handins) {
    const group = groups.get(each.assignment);
    if (group) group.push(each);
    else groups.set(each.assignment, [each]);
  }
  return groups;
}

function withoutOriginal({ original: _original, ...rest }: NewHandin): StoredHandin {
  return rest;
}

function packed(original: Uint8Array | string): StoredOriginal {
  if (typeof original === 'string') return { as: 'text', text: original };
  return { as: 'bytes', bytes: toBase64url(original) };
}

function unpacked(stored: StoredOriginal): Uint8Array | string {
  if (stored.as === 'text') return stored.text;
  const bytes = fromBase64url(stored.bytes);
  if (!bytes) throw new TeachTrouble('damaged', 'original');
  return bytes;
}

function newSheafId(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(12)));
}
