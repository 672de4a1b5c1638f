import * as v from 'valibot';
import { utf8 } from '../core/base';
import type { Remarks } from '../core/course';
import { readFile } from '../core/interop';
import type { Store } from './db';

type RemarkStore = Pick<Store, 'value' | 'putValue' | 'names'>;

/** Remarks as they lie here. */
export interface KeptRemarks {
  readonly remarks: Remarks;
  /** Nobody has opened the page that shows them. */
  readonly isNew: boolean;
}

/** When the remarks were written that were read, by the piece they speak of. */
const READ = { kind: 'setting', id: 'remarks-read' } as const;
const readSchema = v.record(v.string(), v.number());

/** What an instructor said about an attempt, or a section by its name; undefined where nothing. */
export async function remarksOn(store: RemarkStore, id: string): Promise<Remarks | undefined> {
  const raw = await store.value({ kind: 'remark', id });
  const filed = typeof raw === 'string' ? readFile(utf8(raw)) : undefined;
  return filed?.ok === true && filed.value.kind === 'remarks' ? filed.value.remarks : undefined;
}

/** All remarks on this device, by the piece they speak of. */
export async function readRemarks(store: RemarkStore): Promise<ReadonlyMap<string, KeptRemarks>> {
  const ids = await store.names('remark');
  if (ids.length === 0) return new Map();
  const seen = await readAt(store);
  const kept = new Map<string, KeptRemarks>();
  for (const id of ids) {
    const remarks = await remarksOn(store, id);
    if (remarks) kept.set(id, { remarks, isNew: (seen[id] ?? -1) < remarks.at });
  }
  return kept;
}

async function readAt(store: RemarkStore): Promise<Readonly<Record<string, number>>> {
  const known = v.safeParse(readSchema, await store.value(READ));
  return known.success ? known.output : {};
}

/**
 * Notes that the remarks on these pieces were opened; those that come later are new again.
 * @example await noteRead(store, ['a1'])
 */
export async function noteRead(store: RemarkStore, ids: readonly string[]): Promise<void> {
  const found = await Promise.all(ids.map(async (id) => [id, (await remarksOn(store, id))?.at] as const));
  const now = found.flatMap(([id, at]) => (at === undefined ? [] : [[id, at] as const]));
  const before = await readAt(store);
  if (now.every(([id, at]) => (before[id] ?? -1) >= at)) return;
  // That it could not be kept only means that they are announced once more.
  await store.putValue(READ, { ...before, ...Object.fromEntries(now) });
}
