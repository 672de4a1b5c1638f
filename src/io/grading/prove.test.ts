import { beforeAll, describe, expect, it } from 'vitest';
import {
  assignmentOf,
  forged,
  honest,
  logOfPlay,
  scenarioOf,
  seedOfPlay,
} from '../../../tests/classroom/handins';
import { present, utf8 } from '../../core/base';
import { CaseShelf, handinId, type Handin } from '../../core/course';
import { encodeHandin, handinToFile, sealedToFile, toCode } from '../../core/interop';
import { newDataKey, newKeyPair, sealTo, type KeyPair } from '../secrets';
import { verdictFromJson, verdictToJson } from './codec';
import type { GradingOrder, Outcome, RawItem } from './model';
import { piecesOf } from './pieces';
import { benchOf, prove } from './prove';

const scenario = scenarioOf('stockout-key-account');
const shelf = new CaseShelf([scenario]);
const assignment = assignmentOf(scenario, { seed: seedOfPlay(scenario, 'novice') });
const zhang = { number: '20250001', name: '张三' };
const good = honest(shelf, assignment, { sender: zhang, log: logOfPlay(shelf, scenario, 'novice') });
const order: GradingOrder = { assignment, logics: [scenario], checks: {}, pairs: [] };

function codeOf(handin: Handin): string {
  const bytes = encodeHandin(handin, { logic: scenario });
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
  return toCode(bytes.value);
}

/** Kept, so that the full mark is searched for once. */
const bench = benchOf(order);

async function outcomes(content: RawItem['content'], pairs = order.pairs): Promise<readonly Outcome[]> {
  const pieces = piecesOf({ via: 'file', source: 'a.txt', content });
  return Promise.all(pieces.map((piece) => prove(piece, { ...bench, pairs })));
}

async function only(content: RawItem['content'], pairs = order.pairs): Promise<Outcome> {
  return present((await outcomes(content, pairs))[0], 'outcome');
}

describe('a result that was handed in', () => {
  it('counts as a code and as a file, under the same name', async () => {
    const byCode = await only(codeOf(good));
    const byFile = await only(utf8(handinToFile(good)));
    expect(byCode.verdict).toMatchObject({ ok: true, sketch: { score: good.work.claimed, student: zhang } });
    expect(byFile.verdict.ok).toBe(true);
    expect([byCode.id, byFile.id]).toEqual([handinId(good), handinId(good)]);
  });

  it('brings the share of every right and the errors that cap the mark', async () => {
    const { verdict } = await only(codeOf(good));
    if (!verdict.ok) throw new Error(verdict.refused.code);
    expect(Object.keys(verdict.rights)).toContain('R4');
    expect(verdict.hints).toBe(0);
  });

  it('is refused with both marks where the mark was edited', async () => {
    const claimed = good.work.claimed === 10_000 ? 9_999 : 10_000;
    const { verdict, name } = await only(codeOf(forged(good, { claimed })));
    expect(verdict).toMatchObject({
      ok: false,
      refused: { code: 'edited-score', claimed, recomputed: good.work.claimed },
    });
    expect(name).toBe('张三');
  });

  it('is refused with the line and what it gives where the log was edited', async () => {
    if (good.work.kind !== 'case') throw new Error('a case');
    const lines = good.work.lines.filter((_, index) => index !== 2);
    const seconds = good.work.seconds.slice(1);
    const { verdict } = await only(utf8(handinToFile(forged(good, { lines, seconds }))));
    if (verdict.ok || !('line' in verdict.refused)) throw new Error('a line should be named');
    expect(verdict.refused.code).toBe('impossible-event');
    expect(verdict.input).not.toBeNull();
  });

  it('has another name when refused, so that it never stands in the way of the good one', async () => {
    const edited = handinToFile(good).replace('张三', '李四');
    const refused = await only(utf8(edited));
    expect(refused.verdict).toMatchObject({ ok: false, refused: { code: 'edited-file' } });
    expect(refused.id).not.toBe(handinId(good));
  });

  it('is sent to its own assignment, also where its case is not at hand', async () => {
    const elsewhere = { ...good, assignment: 'zzzzzzzzzz' };
    const code = codeOf(elsewhere);
    const [piece] = piecesOf({ via: 'code', source: '', content: code });
    const here = await prove(present(piece, 'piece'), benchOf({ ...order, logics: [] }));
    expect(here.verdict).toMatchObject({
      ok: false,
      refused: { code: 'other-assignment', assignment: 'zzzzzzzzzz' },
    });
    expect((await only(code)).verdict).toMatchObject({ refused: { code: 'other-assignment' } });
  });
});

describe('what is no result', () => {
  it('takes several codes out of one chat, the damaged ones with their reason', async () => {
    const code = codeOf(good);
    const chat = `老师好\n张三：${code}\n李四：${code.slice(0, -9)}\n王五：${code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}`;
    const found = await outcomes(utf8(chat));
    expect(found.map(({ verdict }) => (verdict.ok ? 'ok' : verdict.refused.code))).toEqual([
      'ok',
      'truncated',
      'damaged',
    ]);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe), 'not-text'],
    ['somebody’s essay', utf8('今天的作业我不会做'), 'not-ours'],
    ['broken JSON', utf8('{"format":"seven-rights/handin"'), 'malformed'],
  ])('refuses %s', async (_, bytes, code) => {
    const { verdict } = await only(bytes);
    expect(verdict.ok ? 'ok' : verdict.refused.code).toBe(code);
  });
});

describe('a sealed result', () => {
  let pair: KeyPair;
  let other: KeyPair;
  let sealed: Uint8Array;
  beforeAll(async () => {
    const pairs = await Promise.all([newPair(), newPair()]);
    [pair, other] = pairs;
    const made = await sealTo(pair.publicKey, utf8(handinToFile(good)));
    if (!made.ok) throw new Error(made.error.code);
    sealed = made.value;
  });

  it('opens with the key of the workspace, as a code and as a file, whichever of its keys it is', async () => {
    const code = await only(toCode(sealed, { sealed: true }), [other, pair]);
    const file = await only(utf8(sealedToFile(sealed)), [pair]);
    expect([code.verdict.ok, file.verdict.ok, code.id]).toEqual([true, true, handinId(good)]);
  });

  it('says that the key is another one, or that there is none', async () => {
    const code = toCode(sealed, { sealed: true });
    expect((await only(code, [other])).verdict).toMatchObject({ refused: { code: 'wrong-key' } });
    expect((await only(code, [])).verdict).toMatchObject({ refused: { code: 'no-key' } });
  });
});

async function newPair(): Promise<KeyPair> {
  const key = await newDataKey([]);
  if (!key.ok) throw new Error(key.error.code);
  const made = await newKeyPair(key.value.key);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.pair;
}

describe('a stored verdict', () => {
  it('is read back the same, accepted or refused', async () => {
    for (const content of [codeOf(good), codeOf(forged(good, { claimed: 1 }))]) {
      const { verdict } = await only(content);
      expect(verdictFromJson(verdictToJson(verdict))).toEqual(verdict);
    }
  });

  it('is not believed where it is something else', () => {
    expect(verdictFromJson({ ok: true })).toBeUndefined();
    expect(verdictFromJson({ ok: false, refused: { code: 'no-such' }, input: null })).toBeUndefined();
    expect(verdictFromJson(null)).toBeUndefined();
  });
});
