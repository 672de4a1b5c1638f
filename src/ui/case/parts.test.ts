import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { minutes, share } from '../../core/base';
import type { Fact } from '../../core/attempt';
import { compileCase, instantiate, parseScenario, type CompiledCase, type Spec } from '../../core/scenario';
import { hintOn } from './act-spec';
import { FROM_THE_START, identitySince } from './caller';
import { holds, marksOf } from './clauses';
import { isHistory } from './record-table';
import { stream, temperAt } from './stream';
import { spokenParts } from './telling';
import type { Line } from './transcript';

const FOLDER = 'scenarios/stockout-key-account';

function compiled(change: (spec: Spec) => Spec = (spec) => spec): CompiledCase {
  const file = (name: string): unknown => load(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  const texts = { 'zh-CN': file('zh-CN.yaml'), en: file('en.yaml') };
  const read = parseScenario({ logic: file('scenario.yaml'), texts, folder: FOLDER });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return compileCase(instantiate({ ...read.value, spec: change(read.value.spec) }, 7));
}

describe('who is there', () => {
  const verified = { type: 'verified', share: share(1), at: minutes(910), input: 3 } satisfies Fact;

  it('is uncertain until somebody has been verified, and certain in what comes after', () => {
    const c = compiled();
    expect(identitySince(c, [])).toBe(Infinity);
    expect(identitySince(c, [verified])).toBe(3);
  });

  it('is certain from the first words where a case never asks', () => {
    const c = compiled((spec) => ({ ...spec, scenes: {}, desk: {} }));
    expect(identitySince(c, [])).toBe(FROM_THE_START);
  });
});

describe('the stream of a conversation', () => {
  const look = (input: number): Line => ({
    kind: 'look',
    id: `${input}`,
    at: minutes(910 + input),
    input,
    record: 'wms',
  });
  const wait = (input: number): Line => ({ ...look(input), kind: 'wait', minutes: 5 });

  it('takes look-ups one after the other together', () => {
    const entries = stream([look(0), look(1), wait(2), look(3)]);
    expect(entries.map((entry) => (entry.kind === 'looks' ? entry.looks.length : entry.kind))).toEqual([
      2,
      'line',
      1,
    ]);
  });

  it('tells of a turn of mood after everything that came with it', () => {
    const event: Line = { ...look(0), kind: 'left', id: '0-left' };
    const kinds = stream([wait(0), event, look(1)], ['calm', 'tense', 'tense']).map(({ kind }) => kind);
    expect(kinds).toEqual(['line', 'line', 'mood', 'looks']);
  });

  it('knows how the customer felt when a line was said', () => {
    expect(temperAt(['calm', 'tense'], { input: 0 })).toBe('tense');
    expect(temperAt(['calm', 'tense'], { input: -1 })).toBe('calm');
  });
});

describe('a reply', () => {
  it('shows what is spoken without its quotation marks, and what is told around it apart', () => {
    expect(spokenParts('“Yes.” She nods.')).toEqual([
      { spoken: true, text: 'Yes.' },
      { spoken: false, text: 'She nods.' },
    ]);
  });

  it('without quotation marks is written as a whole', () => {
    expect(spokenParts('Dear all, …')).toEqual([{ spoken: true, text: 'Dear all, …' }]);
  });
});

describe('the search in a record', () => {
  it('finds a word in the name or the text of a clause, whatever its case', () => {
    expect(holds(['P7 Stock', 'Allocated stock'], 'ALLOCATED')).toBe(true);
    expect(holds(['P7 Stock', 'Allocated stock'], 'price')).toBe(false);
    expect(holds(['P7 Stock', ''], ' ')).toBe(true);
  });

  it('marks every place where it stands and loses no letter', () => {
    const marks = marksOf('库存与库存', '库存');
    expect(marks.filter(({ hit }) => hit)).toHaveLength(2);
    expect(marks.map(({ text }) => text).join('')).toBe('库存与库存');
    expect(marksOf('库存', '')).toEqual([{ text: '库存', hit: false }]);
  });
});

it('a table of moments is a history, and one line of it is none', () => {
  const scans = [
    ['3月4日09:10', '揽收'],
    ['3月4日15:02', '到达南京'],
  ];
  expect(isHistory(scans)).toBe(true);
  expect(isHistory(scans.slice(0, 1))).toBe(false);
  expect(isHistory([...scans, ['苏州→南京', '220 km']])).toBe(false);
});

it('an act that is no hint has no price but its minutes', () => {
  expect(hintOn(compiled(), 'desk.warehouse')).toBeUndefined();
});
