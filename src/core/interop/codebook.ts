import type { Ask, Logic } from '../scenario';

/** An act, and the fields that are typed with it. */
export interface CodedAct {
  readonly ref: string;
  readonly asks: readonly (readonly [id: string, ask: Ask])[];
}

/**
 * Numbers for everything that can be done in a scenario. 0 takes the last input back, 1 waits, then come the records
 * and the acts. They are sorted by name, not by the file: reordering a file does not change its content hash.
 */
export interface Codebook {
  readonly records: readonly string[];
  readonly acts: readonly CodedAct[];
  readonly numbers: ReadonlyMap<string, number>;
}

export const UNDO = 0;
export const WAIT = 1;
export const FIRST_RECORD = 2;

const books = new WeakMap<Logic, Codebook>();

/**
 * The codebook of a scenario's content.
 * @example codebookOf(logic).numbers.get('look wms')
 */
export function codebookOf(logic: Logic): Codebook {
  const known = books.get(logic);
  if (known) return known;
  const { spec } = logic;
  const records = Object.keys(spec.records).sort();
  const scenes = Object.entries(spec.scenes).map(([scene, { acts }]) => [scene, acts] as const);
  const acts = [...scenes, ['desk', spec.desk] as const]
    .flatMap(([scene, own]) =>
      Object.entries(own).map(([id, act]) => ({ ref: `${scene}.${id}`, asks: sorted(act.asks) })),
    )
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const names = [...records.map((id) => `look ${id}`), ...acts.map(({ ref }) => `act ${ref}`)];
  const numbers = new Map(names.map((name, index) => [name, FIRST_RECORD + index]));
  const book = { records, acts, numbers };
  books.set(logic, book);
  return book;
}

function sorted(asks: Readonly<Record<string, Ask>>): CodedAct['asks'] {
  return Object.entries(asks).sort(([a], [b]) => (a < b ? -1 : 1));
}
