import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, hashText, type Json } from '../../core/base';
import { decodeJournal, encodeRecords, type JournalRecord } from './journal-codec';
import type { AttemptHeader } from './model';

const header: AttemptHeader = {
  id: 'a1',
  scenarioId: 'stockout',
  scenarioHash: 'h',
  seed: 7,
  mode: 'practice',
  engine: 1,
  startedAt: 0,
  locale: 'zh-CN',
  status: 'open',
  lastSeq: 0,
  v: 1,
};

/** Every UTF-16 code unit, halves of surrogate pairs too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));
const json: fc.Arbitrary<Json> = fc.oneof(
  anyText,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.dictionary(anyText, anyText),
  fc.array(anyText),
);
const event: fc.Arbitrary<JournalRecord> = fc
  .record({ seq: fc.nat(), wall: fc.nat(), input: json, prev: anyText, hash: anyText })
  .map((body) => ({ kind: 'event', event: { attempt: 'a1', v: 1, ...body } }));
const records = fc.array(
  fc.oneof(
    event,
    fc.constant<JournalRecord>({ kind: 'head', head: header }),
    fc.nat().map((seq): JournalRecord => ({ kind: 'finish', attempt: 'a1', seq })),
    json.map((value): JournalRecord => ({ kind: 'value', value: { kind: 'notes', id: 'a1', value } })),
  ),
  { minLength: 1, maxLength: 6 },
);

const texts = (list: readonly JournalRecord[]): readonly string[] => list.map((record) => canonical(record));

/** True when `part` is `whole` with at most `gaps` neighbours left out in one place. */
function lacksOnePlace(part: readonly string[], whole: readonly string[], gaps: number): boolean {
  const missing = whole.length - part.length;
  if (missing < 0 || missing > gaps) return false;
  return whole.some(
    (_, at) => canonical([...whole.slice(0, at), ...whole.slice(at + missing)]) === canonical(part),
  );
}

describe('the journal codec', () => {
  it('reads back what was written, whatever the text', () => {
    fc.assert(
      fc.property(records, (list) => {
        const bytes = encodeRecords(list);
        const content = decodeJournal(bytes);
        expect(texts(content.records)).toEqual(texts(list));
        expect(content).toMatchObject({ wholeBytes: bytes.length, damaged: 0, newer: false });
      }),
    );
  });

  it('gives the whole records before a torn tail, and where to cut it', () => {
    fc.assert(
      fc.property(records, fc.nat(), (list, cut) => {
        const bytes = encodeRecords(list);
        const torn = bytes.slice(0, cut % bytes.length);
        const content = decodeJournal(torn);
        expect(texts(content.records)).toEqual(texts(list).slice(0, content.records.length));
        expect(encodeRecords(list.slice(0, content.records.length)).length).toBe(content.wholeBytes);
        expect(content).toMatchObject({ damaged: 0, newer: false });
        const mended = new Uint8Array([...torn.slice(0, content.wholeBytes), ...encodeRecords(list)]);
        expect(decodeJournal(mended).records).toHaveLength(content.records.length + list.length);
      }),
    );
  });

  it('loses no more than two neighbours to a changed byte, and invents nothing', () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, where, change) => {
        const bytes = encodeRecords(list);
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(lacksOnePlace(texts(decodeJournal(bytes).records), texts(list), 2)).toBe(true);
      }),
    );
  });

  it('reads any bytes at all without failing, and finds no record in noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(decodeJournal(noise)).toMatchObject({ records: [], newer: false });
      }),
    );
  });

  it('knows a whole line of a kind it cannot read for the work of newer code', () => {
    const line = (text: string): Uint8Array => new TextEncoder().encode(`${hashText(text)} ${text}\n`);
    expect(decodeJournal(line(canonical({ kind: 'pause', at: 3 }))).newer).toBe(true);
    expect(decodeJournal(line(canonical({ kind: 'head', head: { ...header, v: 2 } }))).newer).toBe(true);
    expect(decodeJournal(line('not JSON'))).toMatchObject({ records: [], damaged: 1, newer: false });
  });
});
