import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignment,
  freshName,
  handin,
  held,
  must,
  onDisk,
  open,
  refused,
  roster,
  worldOf,
} from '../../../tests/teaching-world';
import type { Result } from '../../core/base';
import { sealTo } from '../secrets';
import { openBackup, readBackup, type BackupFault, type OpenBackup } from './restore';
import type { Opening } from './lock';
import type { Teaching } from './teaching';

function right<T>(result: Result<T, BackupFault>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function opened(bytes: Uint8Array, opening?: Opening): Promise<OpenBackup> {
  return right(await openBackup(right(await readBackup(bytes)), opening));
}

async function filled(teaching: Teaching): Promise<Teaching> {
  await must(teaching.putProfile({ teacher: '李老师' }));
  await must(teaching.putClass(roster));
  await must(teaching.putAssignment(held));
  await must(teaching.addHandins([handin('h1'), handin('h2', { original: Uint8Array.of(9, 0) })]));
  await must(teaching.putOverride('a1', { number: '1', task: 't1', score: 6000, reason: 'r', at: 1 }));
  await must(teaching.putAnalysis({ id: 'a1/items', assignment: 'a1', value: 1 }));
  return teaching;
}

const none = { fresh: 0, same: 0, newer: 0, older: 0 };

describe('a backup', () => {
  it('brings a workspace to another machine, and twice changes nothing', async () => {
    const bytes = await must((await filled(await open())).backups.make());
    const there = await open();
    const backup = await opened(bytes);
    const plan = await must(there.backups.plan(backup));
    expect(await must(there.classes())).toEqual([]);
    expect(plan).toMatchObject({
      classNames: ['物流 2301'],
      classes: { ...none, fresh: 1 },
      assignments: { ...none, fresh: 1 },
      handins: { ...none, fresh: 2 },
      words: { ...none, fresh: 2 },
    });
    await must(there.backups.restore(backup));
    expect(await must(there.classes())).toEqual([roster]);
    expect(await must(there.assignments())).toEqual([held]);
    expect((await must(there.handins('a1'))).map(({ id }) => id)).toEqual(['h1', 'h2']);
    expect(await must(there.original('a1', 'h2'))).toEqual(Uint8Array.of(9, 0));
    expect(await must(there.profile())).toEqual({ teacher: '李老师' });
    expect(await must(there.analysis('a1/items'))).toBeUndefined();
    const again = await must(there.backups.restore(backup));
    expect(again.put).toEqual([]);
    expect(again.handins).toEqual({ ...none, same: 2 });
    expect(await must(there.handins('a1'))).toHaveLength(2);
  });

  it('merges: what is missing is added, of two states the later one stays', async () => {
    const [nameA, nameB] = [freshName(), freshName()];
    const [worldA, worldB] = [worldOf(nameA), worldOf(nameB)];
    const a = await filled(await open(nameA, worldA));
    const early = await opened(await must(a.backups.make()));
    const b = await open(nameB, worldB);
    await must(b.backups.restore(early));
    worldB.now += 1000;
    await must(b.putClass({ ...roster, name: 'later here' }));
    await must(b.addHandins([handin('h3')]));
    const kept = await must(b.backups.restore(early));
    expect(kept.classes).toEqual({ ...none, older: 1 });
    expect((await must(b.roster('c1'))).name).toBe('later here');
    worldA.now += 5000;
    await must(a.putClass({ ...roster, name: 'later there' }));
    await must(a.addHandins([handin('h4'), handin('h1')]));
    const late = await opened(await must(a.backups.make()));
    expect((await must(b.backups.restore(late))).handins).toEqual({ ...none, fresh: 1, same: 2 });
    expect((await must(b.roster('c1'))).name).toBe('later there');
    const ids = (await must(b.handins('a1'))).map(({ id }) => id).toSorted();
    expect(ids).toEqual(['h1', 'h2', 'h3', 'h4']);
  });

  it('with a passphrase is unreadable without it, and brings passphrase and private key along', async () => {
    const a = await filled(await open());
    await must(a.setPassphrase('a long one'));
    const bytes = await must(a.backups.make());
    const text = new TextDecoder('latin1').decode(bytes);
    for (const secret of ['2023001', '7R1-', '8260', 'a long one']) expect(text).not.toContain(secret);
    const read = right(await readBackup(bytes));
    expect(await openBackup(read, undefined)).toEqual({ ok: false, error: { code: 'wrong-passphrase' } });
    const nameB = freshName();
    const b = await open(nameB);
    await must(b.putClass({ ...roster, id: 'c9', name: 'was open' }));
    await must(b.backups.restore(await opened(bytes, { passphrase: 'a long one' })));
    expect(b.state).toBe('unlocked');
    expect(await onDisk(nameB)).not.toContain('was open');
    const sealed = await sealTo(a.publicKey() ?? '', Uint8Array.of(5));
    if (!sealed.ok) throw new Error(sealed.error.code);
    expect(await must(b.openSealed(sealed.value))).toEqual(Uint8Array.of(5));
    b.lock();
    await must(b.unlock({ passphrase: 'a long one' }));
    expect(await must(b.classes())).toHaveLength(2);
  });

  it('of another workspace leaves the passphrase as it is, and adds its private key', async () => {
    const a = await filled(await open());
    const code = await must(a.setPassphrase('passphrase of a'));
    const bytes = await must(a.backups.make());
    const b = await open();
    await must(b.setPassphrase('passphrase of b'));
    const key = b.publicKey();
    await must(b.backups.restore(await opened(bytes, { recovery: code })));
    b.lock();
    await must(b.unlock({ passphrase: 'passphrase of b' }));
    expect(b.publicKey()).toBe(key);
    expect(b.pairs()).toHaveLength(2);
    const sealed = await sealTo(a.publicKey() ?? '', Uint8Array.of(5));
    if (!sealed.ok) throw new Error(sealed.error.code);
    expect(await must(b.openSealed(sealed.value))).toEqual(Uint8Array.of(5));
    expect((await must(b.assignments())).map((each) => each.assignment)).toEqual([assignment]);
  });

  it('is refused by a locked workspace, with nothing touched', async () => {
    const bytes = await must((await filled(await open())).backups.make());
    const b = await open();
    await must(b.setPassphrase('passphrase of b'));
    b.lock();
    expect(await b.backups.restore(await opened(bytes))).toMatchObject(refused('locked'));
    await must(b.unlock({ passphrase: 'passphrase of b' }));
    expect(await must(b.classes())).toEqual([]);
  });
});

describe('a file that is no sound backup', () => {
  const faultOf = async (bytes: Uint8Array): Promise<unknown> => {
    const read = await readBackup(bytes);
    if (!read.ok) return read.error;
    const content = await openBackup(read.value, undefined);
    return content.ok ? undefined : content.error;
  };
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('is refused with the reason and the line', async () => {
    const bytes = await must((await filled(await open())).backups.make());
    const text = new TextDecoder().decode(bytes);
    const lines = text.split('\n');
    expect(await faultOf(bytes)).toBeUndefined();
    expect(await faultOf(utf8(text.replace('王一', '王二')))).toEqual({
      code: 'altered',
      line: 1,
      until: lines.length - 1,
    });
    expect(await faultOf(utf8(lines.slice(0, 4).join('\n')))).toEqual({ code: 'cut-short', line: 4 });
    expect(await faultOf(utf8(text.replace('"v":2', '"v":3')))).toEqual({ code: 'newer-backup', version: 3 });
    expect(await faultOf(utf8(`${text}more\n`))).toMatchObject({ code: 'altered' });
    expect(await faultOf(utf8(text.replace(/^.*"override".*\n/m, '')))).toMatchObject({ code: 'altered' });
    expect(await faultOf(utf8('{"format":"something else"}\n'))).toEqual({ code: 'not-a-backup' });
    expect(await faultOf(Uint8Array.of(0xff, 0xfe, 0))).toEqual({ code: 'not-a-backup' });
    expect(await faultOf(utf8(''))).toEqual({ code: 'not-a-backup' });
  });

  it('is said between which lines it was altered, and no line may be moved or left out (blocks)', async () => {
    const teaching = await open();
    const long = 'x'.repeat(300_000);
    for (let index = 0; index < 12; index += 1)
      await must(
        teaching.addHandins([handin(`h${String(index)}`, { original: `${String(index)}-${long}` })]),
      );
    const bytes = await must(teaching.backups.make());
    expect(await faultOf(bytes)).toBeUndefined();
    const lines = new TextDecoder().decode(bytes).split('\n');
    const sums = lines.flatMap((line, index) => (line.startsWith('{"sum"') ? [index] : []));
    expect(sums.length).toBeGreaterThan(3);
    const [first = 0, second = 0] = sums;
    const spoilt = lines.map((line, index) => (index === second - 1 ? line.replace('x', 'y') : line));
    const place = { code: 'altered', line: first + 1, until: second + 1 };
    expect(await faultOf(utf8(spoilt.join('\n')))).toEqual(place);
    const without = [...lines.slice(0, first), ...lines.slice(second)];
    expect(await faultOf(utf8(without.join('\n')))).toMatchObject({ code: 'altered' });
    for (const cut of sums)
      expect(await faultOf(utf8(`${lines.slice(0, cut).join('\n')}\n`))).toMatchObject(
        cut === sums.at(-1) ? { code: 'cut-short' } : { code: 'cut-short', line: cut },
      );
  });

  it('names a line that does not say what its kind must, though the checksum fits', async () => {
    const bytes = await must((await filled(await open())).backups.make());
    const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -2);
    const place = lines.findIndex((line) => line.startsWith('{"kind":"class"'));
    lines[place] = JSON.stringify({ kind: 'class', id: 'c1', parent: '', at: 1, text: '{"id":1}' });
    const body = utf8(`${lines.join('\n')}\n`);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(body))).toString('hex');
    const forged = Buffer.concat([body, utf8(`${JSON.stringify({ sum: digest })}\n`)]);
    expect(await faultOf(forged)).toEqual({ code: 'bad-line', line: place + 1 });
  });

  it('never throws for any bytes, nor for a backup with any bytes changed (seed 11)', async () => {
    const bytes = await must((await filled(await open())).backups.make());
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(bytes.length - 1), async (any, at) => {
        expect(await faultOf(any)).toBeDefined();
        const spoilt = Uint8Array.from(bytes);
        spoilt.set(any.subarray(0, bytes.length - at), at);
        const fault = await faultOf(spoilt);
        expect(fault !== undefined || Buffer.from(spoilt).equals(Buffer.from(bytes))).toBe(true);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
