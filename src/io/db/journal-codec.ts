import * as v from 'valibot';
import { canonical, hashText, type Json } from '../../core/base';
import { ATTEMPT_MODES, VALUE_KINDS, type AttemptHeader, type StoredEvent, type StoredValue } from './model';

/** One line of a journal. */
export type JournalRecord =
  | { readonly kind: 'head'; readonly head: AttemptHeader }
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'finish'; readonly attempt: string; readonly seq: number }
  | { readonly kind: 'value'; readonly value: StoredValue };

/** What could be read from the bytes of a journal. */
export type JournalContent = {
  /** Every record that is whole, in the order of the file. */
  readonly records: readonly JournalRecord[];
  /** Bytes up to and with the last line end: what follows is a torn tail, to be cut before anything is added. */
  readonly wholeBytes: number;
  /** Whole lines that no longer say what was written. */
  readonly damaged: number;
  /** Some line is whole, yet of a kind this program does not know: a newer one wrote it. */
  readonly newer: boolean;
};

const LINE_END = 10;
const HASH_LENGTH = 32;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
// The text came from JSON.parse, which makes nothing but JSON.
const json = v.custom<Json>((value) => value !== undefined);

const headSchema = v.strictObject({
  id: v.string(),
  scenarioId: v.string(),
  scenarioHash: v.string(),
  seed: v.number(),
  mode: v.picklist(ATTEMPT_MODES),
  engine: v.number(),
  startedAt: v.number(),
  locale: v.string(),
  status: v.picklist(['open', 'finished']),
  lastSeq: count,
  v: v.literal(1),
});

const eventSchema = v.strictObject({
  attempt: v.string(),
  seq: count,
  v: v.literal(1),
  wall: v.number(),
  input: json,
  prev: v.string(),
  hash: v.string(),
});

const recordSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('head'), head: headSchema }),
  v.strictObject({ kind: v.literal('event'), event: eventSchema }),
  v.strictObject({ kind: v.literal('finish'), attempt: v.string(), seq: count }),
  v.strictObject({
    kind: v.literal('value'),
    value: v.strictObject({ kind: v.picklist(VALUE_KINDS), id: v.string(), value: json }),
  }),
]) satisfies v.GenericSchema<unknown, JournalRecord>;

/**
 * Lines for the journal, one per record: the hash of the text, a space, the text (canonical JSON, in which a line
 * end cannot occur), a line end. A line is whole when it ends and its hash is right, so neither a torn nor a
 * damaged line is ever taken for a record.
 * @example encodeRecords([{ kind: 'finish', attempt: 'a', seq: 3 }])
 */
export function encodeRecords(records: readonly JournalRecord[]): Uint8Array<ArrayBuffer> {
  const lines = records.map((record) => {
    const text = canonical(record);
    return `${hashText(text)} ${text}\n`;
  });
  return new TextEncoder().encode(lines.join(''));
}

/**
 * Reads a journal, whatever happened to it. Never throws; a damaged line costs that line (or the two lines that
 * a damaged line end has joined) and no other.
 * @example decodeJournal(encodeRecords(records)).records // equal to records
 */
export function decodeJournal(bytes: Uint8Array): JournalContent {
  const records: JournalRecord[] = [];
  const decoder = new TextDecoder();
  let [start, damaged, newer] = [0, 0, false];
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    const written = readLine(decoder.decode(bytes.subarray(start, end)));
    start = end + 1;
    const parsed = v.safeParse(recordSchema, written);
    if (parsed.success) records.push(parsed.output);
    else if (written === undefined) damaged += 1;
    else newer = true;
  }
  return { records, wholeBytes: start, damaged, newer };
}

/** What was written on a line, or nothing if the line is damaged. */
function readLine(line: string): unknown {
  const text = line.slice(HASH_LENGTH + 1);
  if (line.charAt(HASH_LENGTH) !== ' ' || hashText(text) !== line.slice(0, HASH_LENGTH)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
