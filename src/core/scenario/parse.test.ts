import { describe, expect, it } from 'vitest';
import { canonical, formatIssue, hashText, isList, LOCALES, present, type Issue, type Json } from '../base';
import { Defects, type IssueCode } from './issues';
import { lintScenario } from './lint';
import { parseLogic, parseScenario, type RawScenario } from './parse';
import { Unreadable } from './unreadable';

type Table = Readonly<Record<string, Json>>;

const logic: Table = {
  format: 1,
  id: 'late-parcel',
  code: 'S01',
  unit: 'u01',
  phase: 'transaction',
  level: 1,
  minutes: 5,
  starts: '2026-03-04T09:00',
  closes: '10:00',
  settles: 'D+1 12:00',
  first: 'call',
  leaves: 'gone',
  lapses: 'gone',
  core: ['R4'],
  customer: { id: 'li', tier: 'general', channel: 'phone', mood: 50, trust: 50, patience: 10 },
  opening: [{ id: 'hello' }],
  findings: ['eta'],
  facts: { due: { from: 1500, to: 1560, step: 30 } },
  vars: { told: false },
  records: {
    tms: { system: 'tms', minutes: 1, reveals: ['eta'] },
    lane: { system: 'tms', within: 'tms', minutes: 1, reveals: [] },
  },
  desk: { driver: { act: 'ask', learns: ['eta'] } },
  scenes: {
    call: {
      acts: {
        give: {
          act: 'promise',
          when: 'known.eta',
          asks: { at: { min: 1440, max: 1620, step: 30, unit: 'clock' } },
          emits: [
            { fact: 'promised', promise: 'parcel', due: 'input.at', mean: 'facts.due', sd: 20, needBy: 1620 },
          ],
          set: { told: true },
          to: 'gone',
        },
        later: {
          act: 'say',
          marks: { 'R6.b': 1 },
          to: [{ scene: 'gone', when: 'vars.told' }, { scene: 'gone' }],
        },
      },
    },
    gone: { ending: true },
  },
  timeline: [
    { id: 'arrives', at: 'D+1 02:00', when: 'vars.told', emits: [{ fact: 'delivered', promise: 'parcel' }] },
    { id: 'reminder', at: '09:30', emits: [{ fact: 'lapsed', deadline: 'notice' }], silent: true },
  ],
  rubric: {
    'R4.b': { points: 4, promises: { parcel: 1 } },
    'R4.d': { points: 2, deadlines: { notice: 1 } },
    'R6.b': { points: 2 },
  },
};
const act = { text: 'Text', reply: 'Reply', why: 'Why' };
const words: Table = {
  title: 'Title',
  summary: 'Summary',
  customer: { name: 'Li', contact: 'Li', role: 'buyer', wants: 'a parcel' },
  brief: { role: 'agent', situation: 'a call', goal: 'an answer', authority: [] },
  opening: { hello: 'Hello' },
  findings: { eta: 'Due {due|clock}' },
  records: {
    tms: {
      title: 'TMS',
      blocks: [{ kind: 'table', caption: 'Runs', head: ['Run', 'Due'], rows: [['1', '{due|clock}']] }],
    },
    lane: { title: 'Lane', blocks: [{ kind: 'note', text: 'Night' }] },
  },
  desk: { driver: act },
  scenes: {
    call: { title: 'Call', acts: { give: act, later: act } },
    gone: { title: 'Gone', story: 'Over' },
  },
  timeline: { arrives: { text: 'It is there' } },
  inputs: { at: 'Hour' },
};

/** The value with the part at a path replaced; `undefined` removes it. */
function put(value: Json | undefined, path: readonly string[], to: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return to ?? null;
  const list = listOf(value);
  if (list) return list.map((item, i) => (String(i) === key ? put(item, rest, to) : item));
  const table = new Map<string, Json>(Object.entries(isTable(value) ? value : {}));
  if (rest.length === 0 && to === undefined) table.delete(key);
  else table.set(key, put(table.get(key), rest, to));
  return Object.fromEntries(table);
}

function isTable(value: Json | undefined): value is Table {
  return typeof value === 'object' && value !== null && !isList(value);
}

function listOf(value: Json | undefined): readonly Json[] | undefined {
  return value !== undefined && value !== null && typeof value === 'object' && isList(value)
    ? value
    : undefined;
}

interface Change {
  readonly in?: 'logic' | 'en' | 'both';
  readonly at: string;
  readonly to?: Json;
  /** The logic file would not even parse. */
  readonly unreadable?: boolean;
}

function raw(...changes: readonly Change[]): RawScenario {
  const change = (file: Json, those: readonly Change[]): Json =>
    those.reduce((now, { at, to }) => put(now, at.split('/'), to), file);
  const of = (...where: readonly Change['in'][]): readonly Change[] =>
    changes.filter((one) => where.includes(one.in ?? 'logic'));
  return {
    logic: changes.some((one) => one.unreadable)
      ? new Unreadable({ line: 3, column: 7, detail: 'bad indentation of a mapping entry' })
      : change(logic, of('logic')),
    texts: { 'zh-CN': change(words, of('both')), en: change(words, of('en', 'both')) },
    folder: 'scenarios/late-parcel',
  };
}

const issuesOf = (...changes: readonly Change[]): readonly Issue[] => {
  const result = parseScenario(raw(...changes));
  return result.ok ? lintScenario(result.value, 'scenarios/late-parcel') : result.error;
};

/** Every kind of defect, with the smallest change that brings it about and the path it is reported at. */
const provoked: Readonly<Record<IssueCode, readonly [Change, string]>> = {
  shape: [{ at: 'customer/mood', to: 'bad' }, 'customer.mood'],
  'unknown-key': [{ at: 'customer/agee', to: 40 }, 'customer.agee'],
  'missing-key': [{ at: 'customer/mood' }, 'customer.mood'],
  'no-choice': [{ at: 'desk/driver/act', to: 'shout' }, 'desk.driver.act'],
  'missing-text': [{ in: 'en', at: 'opening/hello' }, 'opening.hello'],
  'surplus-text': [{ in: 'en', at: 'opening/goodbye', to: 'Bye' }, 'opening.goodbye'],
  placeholder: [{ in: 'both', at: 'opening/hello', to: 'At {hour}' }, 'opening.hello'],
  'uneven-locales': [{ in: 'en', at: 'findings/eta', to: 'Due soon' }, 'findings.eta'],
  'unknown-scene': [{ at: 'lapses', to: 'nowhere' }, 'lapses'],
  'unknown-finding': [{ at: 'desk/driver/learns', to: ['eta', 'etta'] }, 'desk.driver.learns'],
  'unknown-record': [{ at: 'records/lane/within', to: 'constructor' }, 'records.lane.within'],
  'unknown-variable': [
    { at: 'scenes/call/acts/later/set', to: { toldd: true } },
    'scenes.call.acts.later.set.toldd',
  ],
  'unknown-promise': [{ at: 'timeline/0/emits/0/promise', to: 'letter' }, 'timeline.0.emits.0'],
  'unknown-deadline': [{ at: 'timeline/1/emits/0/deadline', to: 'noon' }, 'timeline.1.emits.0'],
  'not-in-rubric': [{ at: 'desk/driver/marks', to: { 'R5.b': 1 } }, 'desk.driver.marks.R5.b'],
  'never-fed': [{ at: 'scenes/call/acts/later/marks', to: {} }, 'rubric.R6.b'],
  expression: [{ at: 'timeline/0/when', to: 'vars.told +' }, 'timeline.0.when'],
  'value-type': [{ at: 'desk/driver/set', to: { told: 'yes' } }, 'desk.driver.set.told'],
  draw: [{ at: 'facts/due/from', to: 1600 }, 'facts.due'],
  clock: [{ at: 'timeline/1/at', to: '08:30' }, 'timeline.1.at'],
  ending: [{ at: 'scenes/gone/acts', to: { stay: { act: 'say', to: 'gone' } } }, 'scenes.gone'],
  'dead-end': [{ at: 'scenes/call/acts/later/when', to: 'vars.told' }, 'scenes.call'],
  'unreached-scene': [{ at: 'scenes/island', to: { ending: true } }, 'scenes.island'],
  'open-choice': [{ at: 'opening', to: [{ id: 'hello', when: 'facts.due > 0' }] }, 'opening'],
  'unused-name': [{ at: 'vars/spare', to: 0 }, 'vars.spare'],
  'too-many': [
    {
      at: 'records',
      to: Object.fromEntries(
        Array.from({ length: 32 }, (_, i) => [`r${i}`, { system: 'tms', minutes: 1, reveals: ['eta'] }]),
      ),
    },
    'records',
  ],
  'rubric-lacks': [{ at: 'rubric/R7.a', to: { points: 2 } }, 'rubric.R7.a.findings'],
  duplicate: [{ at: 'findings', to: ['eta', 'eta'] }, 'findings.1'],
  'table-row': [
    { in: 'both', at: 'records/tms/blocks/0/rows/0', to: ['1', '{due|clock}', '3'] },
    'records.tms.blocks.0.rows.0',
  ],
  endless: [
    { at: 'desk/driver', to: { act: 'note', minutes: 0, repeat: true, learns: ['eta'] } },
    'desk.driver',
  ],
  yaml: [{ at: '', unreadable: true }, 'line 3'],
  'ambiguous-name': [{ at: 'vars/due', to: 0 }, 'vars.due'],
  total: [{ at: 'scenes/call/acts/give/total', to: 5 }, 'scenes.call.acts.give.total'],
  hint: [
    {
      at: 'desk/clue',
      to: { act: 'hint', emits: [{ fact: 'hinted', criterion: 'R6.b' }] },
    },
    'desk.clue',
  ],
  'uneven-options': [
    { in: 'both', at: 'scenes/call/acts/later/text', to: 'A far longer text' },
    'scenes.call.acts',
  ],
};
const cases = Object.entries(provoked).map(([code, [change, path]]) => ({ code, change, path }));

describe('parseScenario', () => {
  it('finds nothing against a sound scenario', () => {
    expect(issuesOf().map((issue) => formatIssue(issue, 'en'))).toEqual([]);
  });

  it.each(cases)('reports $code at its place', ({ code, change, path }) => {
    expect(issuesOf(change).map((issue) => `${issue.code} ${issue.path}`)).toContain(`${code} ${path}`);
  });

  it.each(cases)('tells in both languages what to do about $code', ({ code, change }) => {
    const issue = present(
      issuesOf(change).find((one) => one.code === code),
      code,
    );
    expect(issue.message['zh-CN']).toMatch(/请.+。$/u);
    expect(issue.message.en).toMatch(/^.+[.] [A-Z].+[.]$/u);
    for (const locale of LOCALES) expect(issue.message[locale]).not.toContain('?');
  });

  it('says something about a scenario that is no table at all', () => {
    for (const nothing of [undefined, null, 7, 'text', [1, 2]]) {
      const result = parseScenario({ logic: nothing, texts: { 'zh-CN': nothing, en: nothing }, folder: 'x' });
      const files = result.ok ? [] : result.error.map(({ file }) => file);
      expect(new Set(files)).toEqual(new Set(['x/scenario.yaml', 'x/zh-CN.yaml', 'x/en.yaml']));
    }
  });

  it('asks for the findings that tell a need found from a need guessed', () => {
    const rows = { 'R7.a': { points: 2, findings: ['eta'] }, 'R7.b': { points: 2 } };
    const changes: readonly Change[] = [
      ...Object.entries(rows).map(([id, row]) => ({ at: `rubric/${id}`, to: row })),
      { at: 'scenes/call/acts/later/marks', to: { 'R6.b': 1, 'R7.b': 1 } },
    ];
    expect(issuesOf(...changes).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'rubric-lacks rubric.R7.b.findings',
    ]);
    const listed = { points: 2, findings: ['eta'] };
    expect(issuesOf(...changes, { at: 'rubric/R7.b', to: listed })).toEqual([]);
  });

  it('leaves a format of the future unread', () => {
    expect(issuesOf({ at: 'format', to: 2 }).map(({ path }) => path)).toEqual(['format']);
  });

  it('does not let a desk act lead away, nor a field end between its steps', () => {
    const paths = issuesOf(
      { at: 'desk/driver/to', to: 'gone' },
      { at: 'scenes/call/acts/give/asks/at/max', to: 1625 },
    ).map((issue) => issue.path);
    expect(paths).toEqual(['desk.driver.to', 'scenes.call.acts.give.asks.at']);
  });

  it.each<readonly [string, Change, string]>([
    [
      'a circle of scenes that takes no time',
      { at: 'scenes/call/acts/round', to: { act: 'say', minutes: 0, to: 'call' } },
      'endless scenes.call',
    ],
    [
      'a number asked for that is called like a variable',
      { at: 'scenes/call/acts/give/asks', to: { told: { min: 0, max: 2, step: 1, unit: 'piece' } } },
      'ambiguous-name scenes.call.acts.give.asks.told',
    ],
    [
      'a total over clocks',
      { at: 'scenes/call/acts/give/total', to: 'facts.due' },
      'total scenes.call.acts.give.total',
    ],
    [
      'a total that reads what is being typed',
      { at: 'scenes/call/acts/give/total', to: 'input.at' },
      'expression scenes.call.acts.give.total',
    ],
    ['a hint that takes time and teaches', { at: 'desk/driver/act', to: 'hint' }, 'hint desk.driver'],
    [
      'a hint given by another kind of act',
      { at: 'desk/driver/emits', to: [{ fact: 'hinted', criterion: 'R6.b' }] },
      'hint desk.driver.emits',
    ],
    [
      'a hint given by the clock',
      { at: 'timeline/0/emits', to: [{ fact: 'hinted', criterion: 'R6.b' }] },
      'hint timeline.0.emits',
    ],
    [
      'a hint for a criterion that is not scored',
      { at: 'desk/driver/emits', to: [{ fact: 'hinted', criterion: 'R2.c' }] },
      'not-in-rubric desk.driver.emits.0',
    ],
    [
      'a pace for a promise that is not listed',
      { at: 'rubric/R4.b/tau', to: { parcel: 30, letter: 60 } },
      'unknown-promise rubric.R4.b.tau.letter',
    ],
  ])('refuses %s', (_, change, told) => {
    expect(issuesOf(change).map(({ code, path }) => `${code} ${path}`)).toContain(told);
  });

  it.each([
    ['logic', 'scenes/call/acts/give/to', 'scenes.call.acts.give.to'],
    ['logic', 'first', 'first'],
  ] as const)('does not take a name of the language for a scene, in %s %s', (file, at, path) => {
    expect(
      issuesOf({ in: file, at, to: 'toString' }).map((issue) => `${issue.code} ${issue.path}`),
    ).toContain(`unknown-scene ${path}`);
  });
});

describe('the hash of a scenario', () => {
  const hashOf = (...changes: readonly Change[]): string => {
    const result = parseScenario(raw(...changes));
    if (!result.ok) throw new Error(result.error.map((issue) => formatIssue(issue, 'en')).join('\n'));
    return result.value.hash;
  };

  it('stays when words are corrected', () => {
    expect(hashOf({ in: 'both', at: 'title', to: 'A better title' })).toBe(hashOf());
  });

  it('changes with the logic', () => {
    expect(hashOf({ at: 'records/tms/minutes', to: 2 })).not.toBe(hashOf());
  });

  it('is that of the file: what the format adds by itself when it reads it does not count', () => {
    expect(hashOf()).toBe(hashText(canonical(logic)));
    expect(hashOf({ at: 'desk/driver/mood', to: 0 })).not.toBe(hashOf());
  });

  it('does not depend on the order in which an author wrote the head', () => {
    const turned = parseLogic(Object.fromEntries(Object.entries(logic).reverse()), 'scenario.yaml');
    expect(turned.ok ? turned.value.hash : undefined).toBe(hashOf());
  });
});

describe('the list of defects', () => {
  it('keeps every defect it is given, in order', () => {
    const defects = new Defects();
    defects.add('dead-end', { file: 'a', path: 'x' }, { id: 'x' });
    defects.add('dead-end', { file: 'a', path: 'x' }, { id: 'x' });
    expect(defects.list.map(({ code, path }) => [code, path])).toEqual([
      ['dead-end', 'x'],
      ['dead-end', 'x'],
    ]);
  });
});
