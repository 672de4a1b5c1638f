import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { assignment, bytesOnDisk, freshName, handin, held, must, open } from '../../../tests/teaching-world';
import type { Teaching } from './teaching';

/** What must never be found, each in a form that occurs nowhere else. */
const people = ['欧阳一', '司徒二', '上官三'].map((name, index) => ({
  name,
  number: `20238877${String(index)}`,
  group: '实验班',
}));
const SECRETS = [
  ...people.flatMap(({ name, number }) => [name, number]),
  ...[
    '实验班',
    '物流保密班',
    '令狐老师',
    '第七周秘密作业',
    '只有你们知道',
    '电话复核',
    '进步很大',
    '这一步不对',
  ],
  ...['总评保密', '6127', '9431', '7R1-secret', '提交.json', 'clear analysis', 'a long passphrase'],
];

async function fill(teaching: Teaching): Promise<void> {
  await must(teaching.putProfile({ teacher: '令狐老师' }));
  await must(teaching.putClass({ id: 'c1', name: '物流保密班', students: people }));
  const secret = { title: '第七周秘密作业', teacher: '令狐老师', course: '物流保密班', note: '只有你们知道' };
  await must(teaching.putAssignment({ ...held, assignment: { ...assignment, ...secret } }));
  const handins = people.map(({ name, number }, index) =>
    handin(`h${String(index)}`, {
      name,
      number,
      verdict: { ok: true, score: 9431 },
      source: `${name}提交.json`,
      original: `7R1-secret-${number}`,
    }),
  );
  await must(teaching.addHandins(handins));
  await must(teaching.setVerdicts('a1', new Map([['h0', { score: 9431, name: '欧阳一' }]])));
  for (const { number } of people) {
    await must(teaching.putOverride('a1', { number, task: 't1', score: 6127, reason: '电话复核', at: 1 }));
    await must(teaching.putFeedback('a1', { number, text: '进步很大', at: 2 }));
    await must(teaching.putAnalysis({ id: `kept/${number}`, assignment: 'a1', value: 'clear analysis' }));
  }
  const pins = [{ moment: 2, text: '这一步不对' }];
  const remarks = {
    v: 1,
    assignment: 'a1',
    task: 't1',
    handin: 'h1',
    teacher: '令狐老师',
    pins,
    at: 9,
  } as const;
  await must(teaching.putRemarks({ ...remarks, number: people[1]?.number ?? '', overall: '总评保密' }));
  await must(teaching.putNotes({ idle: 15 }));
}

async function found(name: string): Promise<readonly string[]> {
  const disk = await bytesOnDisk(name);
  return SECRETS.filter(
    (secret) => disk.includes(secret, 0, 'utf8') || disk.includes(Buffer.from(secret, 'utf16le')),
  );
}

async function everything(teaching: Teaching): Promise<unknown> {
  const kinds = [
    teaching.profile(),
    teaching.classes(),
    teaching.assignments(),
    teaching.handins('a1'),
    teaching.originals('a1', ['h0', 'h1', 'h2']),
    teaching.remarks('a1'),
    ...people.map(({ number }) => teaching.analysis(`kept/${number}`)),
  ];
  const listed = [teaching.overrides('a1'), teaching.feedback('a1')];
  const sorted = (await Promise.all(listed.map((each) => must<readonly { number: string }[]>(each)))).map(
    (list) => list.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
  );
  return [...(await Promise.all(kinds.map((each) => must<unknown>(each)))), sorted];
}

describe('a locked workspace', () => {
  it('holds no name, number, mark or word of anyone in ids, indexes or contents, whenever it was written', async () => {
    const [early, late] = [freshName(), freshName()];
    const before = await open(early);
    await fill(before);
    const passphrase = 'a long passphrase';
    expect(await found(early)).toEqual(SECRETS.filter((secret) => secret !== passphrase));
    const all = await everything(before);
    await must(before.setPassphrase(passphrase));
    expect(await found(early)).toEqual([]);
    expect(await everything(before)).toEqual(all);

    const after = await open(late);
    await must(after.setPassphrase(passphrase));
    await fill(after);
    expect(await found(late)).toEqual([]);
    expect(await everything(after)).toEqual(all);
    const file = Buffer.from(await must(after.backups.make()));
    expect(SECRETS.filter((secret) => file.includes(secret))).toEqual([]);
  });

  it('still finds each row by what it is: marks and words are replaced and taken away, not doubled', async () => {
    const teaching = await open();
    await must(teaching.setPassphrase('a long passphrase'));
    await fill(teaching);
    const number = people[0]?.number ?? '';
    await must(teaching.putOverride('a1', { number, task: 't1', score: 5000, reason: 'again', at: 3 }));
    expect((await must(teaching.overrides('a1'))).filter((each) => each.number === number)).toMatchObject([
      { score: 5000 },
    ]);
    await must(teaching.removeOverride('a1', { number, task: 't1' }));
    await must(teaching.putFeedback('a1', { number, text: '', at: 3 }));
    expect(await must(teaching.overrides('a1'))).toHaveLength(2);
    expect(await must(teaching.feedback('a1'))).toHaveLength(2);
    await must(teaching.dropAnalyses('a1'));
    expect(await must(teaching.analysis(`kept/${number}`))).toBeUndefined();
    await must(teaching.removeAssignment('a1'));
    expect(await must(teaching.overrides('a1'))).toEqual([]);
  });
});
