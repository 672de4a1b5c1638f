import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import {
  assignment,
  freshName,
  handin,
  held,
  must,
  open,
  refused,
  roster,
  worldOf,
} from '../../../tests/teaching-world';
import { browserPorts } from './ports';
import { Teaching } from './teaching';

describe('the workspace', () => {
  it('keeps classes and assignments, also for the next visit', async () => {
    const name = freshName();
    const first = await open(name);
    await must(first.putClass(roster));
    await must(first.putAssignment(held));
    await must(first.putProfile({ teacher: '李老师' }));
    first.close();
    const second = await open(name);
    expect(await must(second.classes())).toEqual([roster]);
    expect(await must(second.roster('c1'))).toEqual(roster);
    expect(await must(second.assignments())).toEqual([held]);
    expect(await must(second.assignment('a1'))).toEqual(held);
    expect(await must(second.profile())).toEqual({ teacher: '李老师' });
    expect(await second.roster('c2')).toMatchObject(refused('not-found'));
  });

  it('takes everything that hangs on a class away with it, and nothing else', async () => {
    const teaching = await open();
    await must(teaching.putClass(roster));
    await must(teaching.putClass({ ...roster, id: 'c2' }));
    await must(teaching.putAssignment(held));
    await must(teaching.putAssignment({ ...held, classId: 'c2', assignment: { ...assignment, id: 'a2' } }));
    await must(teaching.addHandins([handin('h1'), handin('h2', { assignment: 'a2' })]));
    await must(teaching.removeClass('c1'));
    expect((await must(teaching.classes())).map(({ id }) => id)).toEqual(['c2']);
    expect((await must(teaching.assignments())).map((each) => each.assignment.id)).toEqual(['a2']);
    expect(await must(teaching.handins('a1'))).toEqual([]);
    expect(await teaching.original('a1', 'h1')).toMatchObject(refused('not-found'));
    expect(await must(teaching.original('a2', 'h2'))).toBe('7R1-h2');
  });

  it('tells watchers which kinds changed, until they stop', async () => {
    const teaching = await open();
    const seen: string[][] = [];
    const stop = teaching.watch((kinds) => seen.push([...kinds]));
    await must(teaching.putClass(roster));
    stop();
    await must(teaching.putAssignment(held));
    expect(seen).toEqual([['class']]);
  });
});

describe('results', () => {
  it('are filed with what came in; filing them again changes nothing', async () => {
    const teaching = await open();
    const bytes = Uint8Array.of(0, 255, 7);
    const two = [
      handin('h1'),
      handin('h2', { original: bytes, receivedAt: 2, via: 'file', source: 'a.json' }),
    ];
    expect(await must(teaching.addHandins(two))).toEqual({ added: 2, known: [] });
    const before = await must(teaching.handins('a1'));
    expect(before.map(({ id }) => id)).toEqual(['h2', 'h1']);
    expect(before[0]).not.toHaveProperty('original');
    const changed = [handin('h1', { verdict: null, original: 'other' }), handin('h3'), handin('h3')];
    expect(await must(teaching.addHandins(changed))).toEqual({ added: 1, known: ['h1'] });
    expect(await must(teaching.handins('a1'))).toHaveLength(3);
    expect(await must(teaching.original('a1', 'h1'))).toBe('7R1-h1');
    const originals = await must(teaching.originals('a1', ['h2', 'none']));
    expect([...originals]).toEqual([['h2', bytes]]);
  });

  it('that were collected under the wrong assignment can still be collected under the right one', async () => {
    const teaching = await open();
    await must(teaching.addHandins([handin('h1', { assignment: 'a2', verdict: 'other-assignment' })]));
    expect(await must(teaching.addHandins([handin('h1')]))).toEqual({ added: 1, known: [] });
  });

  it('are judged anew and taken out one by one', async () => {
    const teaching = await open();
    await must(teaching.addHandins([handin('h1'), handin('h2'), handin('h3')]));
    await must(teaching.setVerdicts('a1', new Map([['h2', 'edited-score']])));
    await must(teaching.removeHandins('a1', ['h3']));
    const now = await must(teaching.handins('a1'));
    expect(now.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['h1', { ok: true, score: 8260 }],
      ['h2', 'edited-score'],
    ]);
    expect(await must(teaching.addHandins([handin('h3')]))).toEqual({ added: 1, known: [] });
  });

  it('of two pages that add at once are all there, each once', async () => {
    const name = freshName();
    // The lock manager of a browser serves all its tabs; so does this one.
    const world = worldOf(name);
    const [one, two] = [await open(name, world), await open(name, world)];
    const lists = [one, two, one, two].map((teaching, index) =>
      must(teaching.addHandins([handin('same'), handin(`h${String(index)}`)])),
    );
    const added = (await Promise.all(lists)).reduce((sum, each) => sum + each.added, 0);
    expect(added).toBe(5);
    expect(await must(one.handins('a1'))).toHaveLength(5);
  });

  it('come with marks and words that count once per student, however the number is typed', async () => {
    const teaching = await open();
    const override = { number: '2023a1', task: 't1', score: 9000, reason: 'phone call', at: 1 };
    await must(teaching.putOverride('a1', override));
    await must(teaching.putOverride('a1', { ...override, number: '２０２３Ａ１', score: 8000 }));
    expect((await must(teaching.overrides('a1'))).map(({ score }) => score)).toEqual([8000]);
    await must(teaching.removeOverride('a1', { number: ' 2023A1', task: 't1' }));
    expect(await must(teaching.overrides('a1'))).toEqual([]);
    await must(teaching.putFeedback('a1', { number: '1', text: 'good', at: 1 }));
    expect(await must(teaching.feedback('a1'))).toHaveLength(1);
    await must(teaching.putFeedback('a1', { number: '1', text: ' ', at: 2 }));
    expect(await must(teaching.feedback('a1'))).toEqual([]);
    const remarks = {
      v: 1,
      assignment: 'a1',
      task: 't1',
      handin: 'h1',
      number: '1',
      teacher: 'Li',
      overall: 'x',
      pins: [{ moment: 2, text: 'y' }],
      at: 9,
    } as const;
    await must(teaching.putRemarks(remarks));
    await must(teaching.putRemarks({ ...remarks, overall: 'z' }));
    expect((await must(teaching.remarks('a1'))).map(({ overall }) => overall)).toEqual(['z']);
    await must(teaching.putAnalysis({ id: 'a1/items', assignment: 'a1', value: { n: 1 } }));
    expect(await must(teaching.analysis('a1/items'))).toEqual({ n: 1 });
    await must(teaching.dropAnalyses('a1'));
    expect(await must(teaching.analysis('a1/items'))).toBeUndefined();
  });
});

describe('what is damaged or newer', () => {
  it('is said by name, and nothing else is touched', async () => {
    const name = freshName();
    const teaching = await open(name);
    await must(teaching.putClass(roster));
    const database = await new Dexie(name).open();
    await database.table('rows').put({ kind: 'override', id: 'x', parent: 'a1', at: 1, content: '{"a":' });
    database.close();
    expect(await teaching.overrides('a1')).toMatchObject(refused('damaged'));
    expect(await must(teaching.classes())).toEqual([roster]);
  });

  it('is not opened by code that is older than it', async () => {
    const name = freshName();
    const newer = new Dexie(name);
    newer.version(3).stores({ rows: '[kind+id], [kind+parent], parent', kept: 'id', more: 'id' });
    await newer.open();
    newer.close();
    const opening = await Teaching.open(browserPorts(name), () => undefined);
    expect(opening).toMatchObject(refused('newer-version'));
    await newer.open();
    expect([...newer.backendDB().objectStoreNames]).toEqual(['kept', 'more', 'rows']);
    newer.close();
  });

  it('after a wipe is an empty workspace without a passphrase', async () => {
    const name = freshName();
    const teaching = await open(name);
    await must(teaching.setPassphrase('a long one'));
    await must(teaching.erase());
    const again = await open(name);
    expect(again.state).toBe('open');
    expect(await must(again.classes())).toEqual([]);
  });
});
