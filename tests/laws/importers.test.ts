import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dice, invariant, parsedJson, present, utf8, type Json } from '../../src/core/base';
import { CaseShelf, rosterFrom, verifyHandin, type Handin } from '../../src/core/course';
import {
  assignmentFromLink,
  assignmentToFile,
  assignmentToLink,
  CODE_FAULTS,
  decodeHandin,
  encodeHandin,
  findCodes,
  fromBase64Url,
  fromCode,
  fromSealed,
  handinToFile,
  readFile,
  remarksFromLink,
  remarksToFile,
  remarksToLink,
  sealedToFile,
  toBase64Url,
  toCode,
  type Received,
} from '../../src/core/interop';
import { bundledLogics, chanceHandin, testAssignment, testStudent, TRYING } from './classroom';

// Nothing that comes from outside makes a reader throw, hang or answer with something it could not have read.

const shelf = new CaseShelf(bundledLogics());
const assignment = testAssignment(bundledLogics(), { mode: 'practice', hints: true });
const task = present(assignment.tasks[1], 'task');
invariant(task.kind === 'case', 'a case');
const roll = dice(1, 'importers');
const handin: Handin = {
  ...chanceHandin(shelf, { assignment, task, manner: TRYING }, { student: testStudent(1), roll }),
  reflection: '下次先查合同。'.repeat(20),
};
const section: Handin = {
  ...handin,
  work: {
    kind: 'section',
    section: 'u05/s3',
    answers: [
      { check: 'atp', answer: ['a', 'b'], confidence: 'sure' },
      { check: 'fill', answer: 0.92, confidence: 'guess' },
      { check: 'match', answer: { a: 'b', c: 'd' }, confidence: 'unsure' },
    ],
    claimed: 6667,
  },
};
const remarks = {
  v: 1,
  assignment: assignment.id,
  task: 't2',
  handin: '0'.repeat(32),
  number: '20240101',
  teacher: '林老师',
  overall: '很好',
  pins: [{ moment: 3, text: '这里应当先核对身份。' }],
  at: 1_767_000_000_000,
} as const;

function bytesOf(of: Handin): Uint8Array {
  const logic = present(shelf.logic(task.kind === 'case' ? task.scenarioId : ''), 'logic');
  const bytes = encodeHandin(of, { logic });
  invariant(bytes.ok, 'a result that fits a code');
  return bytes.value;
}

const judged = (of: Handin, intact = true): unknown =>
  verifyHandin(of, { assignment, shelf, checksOf: () => [], intact });

/** Everything that becomes of a file: read, and if it is a result, judged. */
function received(bytes: Uint8Array): Received['kind'] | 'refused' {
  const read = readFile(bytes);
  if (!read.ok) return 'refused';
  if (read.value.kind === 'handin') judged(read.value.handin, read.value.intact);
  return read.value.kind;
}

const seeds = [bytesOf(handin), bytesOf(section)];
/** Bytes near those of a real result, and any at all. */
const nearBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 4 }),
    )
    .map(([bytes, edits]) => {
      const out = bytes.slice();
      for (const [at, value] of edits) out[at % out.length] = value;
      return out;
    }),
  fc.tuple(fc.constantFrom(...seeds), fc.nat(400)).map(([bytes, at]) => bytes.slice(0, at % bytes.length)),
);

const files = [
  handinToFile(handin),
  handinToFile(section),
  assignmentToFile(assignment),
  remarksToFile(remarks),
];

/** A file with one member anywhere changed for anything. */
const nearFiles = fc
  .tuple(
    fc.constantFrom(...files),
    fc.nat(4000),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('put', 'drop', 'add'),
  )
  .map(([text, at, value, how]) =>
    JSON.stringify(edited(parsedJson(text), { at, value: asJson(value), how }).value),
  );

const asJson = (value: unknown): Json => parsedJson(JSON.stringify(value ?? null));

interface Edit {
  readonly at: number;
  readonly value: Json;
  readonly how: string;
}

/** Walks a value and edits its n-th member, n modulo their number not being known: what is left over wraps into the last. */
function edited(json: Json, edit: Edit): { readonly value: Json; readonly left: number } {
  if (edit.at === 0 && edit.how === 'put') return { value: edit.value, left: -1 };
  let left = edit.at - 1;
  if (json === null || typeof json !== 'object') return { value: json, left };
  const members: (readonly [string, Json])[] = [];
  for (const [key, member] of Object.entries(json)) {
    const inner = left < 0 ? { value: asJson(member), left } : edited(asJson(member), { ...edit, at: left });
    if (!(edit.how === 'drop' && left >= 0 && inner.left < 0)) members.push([key, inner.value]);
    left = inner.left;
  }
  if (edit.how === 'add' && left >= 0 && edit.at % 7 === 0) members.push(['__proto__', edit.value]);
  return {
    value: Array.isArray(json) ? members.map(([, member]) => member) : Object.fromEntries(members),
    left,
  };
}

describe('bytes from anywhere', () => {
  it('are decoded or refused, and what is decoded can be judged (seed 71)', () => {
    fc.assert(
      fc.property(nearBytes, (bytes) => {
        const decoded = decodeHandin(bytes, shelf);
        if (decoded.ok) judged(decoded.value);
        else
          expect(['damaged', 'newer', 'unknown-scenario', 'changed-scenario']).toContain(decoded.error.code);
      }),
      { seed: 71, numRuns: 3000 },
    );
  });

  it('are read as a file or refused (seed 72)', () => {
    fc.assert(
      fc.property(nearBytes, (bytes) => {
        received(bytes);
        fromSealed(bytes, shelf);
      }),
      { seed: 72, numRuns: 1500 },
    );
  });

  it('come back from a code as they were, and from base64url (seed 73)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, sealed) => {
        expect(fromCode(toCode(bytes, { sealed }))).toEqual({ ok: true, value: { bytes, sealed } });
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
      { seed: 73, numRuns: 1000 },
    );
  });

  it('give no memory away to what unfolds to more than it says', () => {
    const bomb = bytesOf({ ...section, reflection: '七'.repeat(10_000) });
    fc.assert(
      fc.property(fc.nat(bomb.length - 1), fc.nat(255), (at, value) => {
        const bytes = bomb.map((old, index) => (index === at ? value : old));
        decodeHandin(bytes, shelf);
      }),
      { seed: 74, numRuns: 1000 },
    );
  });
});

describe('texts from anywhere', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '7R1-',
      '7R1E-',
      '7R',
      '7R9-',
      '\n> ',
      ' ',
      '=',
      '—',
      '７Ｒ１-',
      toCode(seeds[0] ?? new Uint8Array()),
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.uint8Array({ maxLength: 9 }).map(toBase64Url),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('give codes or reasons (seed 75)', () => {
    fc.assert(
      fc.property(text, (words) => {
        for (const { result } of findCodes(words))
          if (!result.ok) expect(CODE_FAULTS).toContain(result.error);
      }),
      { seed: 75, numRuns: 2000 },
    );
  });

  it('give assignments and remarks or reasons (seed 76)', () => {
    const links = [assignmentToLink(assignment) ?? '', remarksToLink(remarks) ?? ''];
    const near = fc
      .tuple(fc.constantFrom(...links), fc.nat(2000), piece)
      .map(([link, at, put]) => link.slice(0, at % link.length) + put + link.slice((at % link.length) + 1));
    fc.assert(
      fc.property(fc.oneof(text, near), (words) => {
        for (const read of [assignmentFromLink(words), remarksFromLink(words)])
          if (!read.ok) expect([...CODE_FAULTS, 'malformed']).toContain(read.error);
      }),
      { seed: 76, numRuns: 1500 },
    );
  });

  it('give class lists or problems (seed 77)', () => {
    const cell = fc.oneof(
      fc.constantFrom('学号', '姓名', '班级', '序号', 'name', '2.02E+11', '２０２４', '', ' ', '张三'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }), (rows) => {
        const { students, problems } = rosterFrom(rows);
        expect(students.length + problems.length).toBeLessThanOrEqual(Math.max(1, rows.length));
        expect(problems.every(({ line }) => line >= 1)).toBe(true);
      }),
      { seed: 77, numRuns: 1500 },
    );
  });

  it('end soon, also where they were made to take long', () => {
    const header = toCode(new Uint8Array(6000)).slice(0, 8);
    const started = [
      header.repeat(60_000),
      '7R1-'.repeat(300_000),
      '7R'.repeat(1_000_000),
      '7R1-A>'.repeat(100_000),
    ];
    for (const words of started) expect(findCodes(words).every(({ result }) => !result.ok)).toBe(true);
  });
});

describe('files that somebody changed', () => {
  it('are read or refused, and nothing else changes (seed 78)', () => {
    fc.assert(
      fc.property(nearFiles, (text) => {
        received(utf8(text));
      }),
      { seed: 78, numRuns: 1000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(received(utf8(files[0] ?? ''))).toBe('handin');
  });

  it.each([
    ['deep', '['.repeat(100_000), 'not-ours'],
    [
      'deep inside',
      `{"format":"seven-rights/handin","content":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'malformed',
    ],
    ['long', `{"format":"${'x'.repeat(1_000_001)}"}`, 'too-large'],
    ['cut', (files[0] ?? '').slice(0, 900), 'malformed'],
    ['another program’s', '{"format":"h5p"}', 'not-ours'],
    ['a newer version’s', (files[3] ?? '').replace('"v": 1', '"v": 2'), 'newer'],
    ['empty', '', 'not-ours'],
    ['a photograph', '\u00ff\u00d8\u00ff\u0000', 'not-ours'],
  ])('are refused with the reason: %s', (_, text, code) => {
    expect(readFile(utf8(text))).toMatchObject({ ok: false, error: { code } });
  });

  it('are told by their digest, and still read', () => {
    const touched = (files[0] ?? '').replace(testStudent(1).name, '李四');
    expect(readFile(utf8(touched))).toMatchObject({ ok: true, value: { kind: 'handin', intact: false } });
  });

  it('name the member that does not fit', () => {
    const odd = (files[0] ?? '').replace(/"claimed": \d+/, '"claimed": 10001');
    expect(readFile(utf8(odd))).toMatchObject({
      ok: false,
      error: { code: 'malformed', path: 'content.work.claimed' },
    });
  });

  it('may be sealed, or a chat in any encoding that holds codes', () => {
    const sealed = Uint8Array.of(1, 2, 3);
    expect(readFile(utf8(sealedToFile(sealed)))).toEqual({
      ok: true,
      value: { kind: 'sealed', bytes: sealed },
    });
    const code = toCode(present(seeds[0], 'bytes'));
    const gbk = Uint8Array.from([0xd1, 0xa7, 0xba, 0xc5, 0x3a, 0x20, ...utf8(code), 0xa1, 0xa3]);
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from(code).flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    for (const bytes of [utf8(`\uFEFF${code}`), gbk, utf16])
      expect(readFile(bytes)).toMatchObject({
        ok: true,
        value: { kind: 'codes', codes: [{ result: { ok: true } }] },
      });
  });
});
