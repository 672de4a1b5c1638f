import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { present } from '../../core/base';
import { begin, replay, type AttemptEvent, type Input } from '../../core/attempt';
import {
  compileCase,
  instantiate,
  parseScenario,
  type CompiledCase,
  type Scenario,
} from '../../core/scenario';
import { calendarDay } from './calendar';
import { shown } from './feelings';
import { cellNumber, tableColumns } from './record-table';
import { actWords, lineText, pieces, tell, withoutClock, type Telling } from './telling';
import { transcript, type Line, type Played } from './transcript';
import { variantsOf } from './variants';

const FOLDER = 'scenarios/stockout-key-account';

function readCase(): Scenario {
  const file = (name: string): unknown => load(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  const texts = { 'zh-CN': file('zh-CN.yaml'), en: file('en.yaml') };
  const read = parseScenario({ logic: file('scenario.yaml'), texts, folder: FOLDER });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const scenario = readCase();

/** The case of the first seed with this caller. */
function caseOf(caller: string): CompiledCase {
  const seeds = Array.from({ length: 200 }, (_, seed) => instantiate(scenario, seed));
  return compileCase(
    present(
      seeds.find(({ facts }) => facts['caller'] === caller),
      caller,
    ),
  );
}

function play(c: CompiledCase, inputs: readonly Input[]): Played {
  const log: AttemptEvent[] = [];
  for (const input of inputs) {
    const far = replay(c, log);
    if (!far.ok) throw new Error(far.error.reason);
    log.push({ v: 1, at: far.value.run.now, input });
  }
  const whole = replay(c, log);
  if (!whole.ok) throw new Error(whole.error.reason);
  return { log, ...whole.value };
}

const act = (ref: string): Input => ({ kind: 'act', act: ref, with: {} });
const telling = (c: CompiledCase): Telling => ({ c, texts: scenario.texts.en, locale: 'en' });
const kinds = (lines: readonly Line[]): readonly string[] => lines.map((line) => line.kind);

describe('the wording of a case', () => {
  it('follows the hidden facts', () => {
    for (const caller of ['zhou', 'liu']) {
      const c = caseOf(caller);
      const variants = variantsOf(c);
      expect(variants.opening).toBe(caller);
      expect(variants.reply('opening.match', begin(c), {})).toBe(caller);
    }
  });

  it('is one for every case where the file gives one', () => {
    const c = caseOf('zhou');
    expect(variantsOf(c).reply('first.least', begin(c), {})).toBeUndefined();
  });
});

describe('the transcript', () => {
  it('begins with what the customer says first', () => {
    const c = caseOf('zhou');
    expect(transcript(c, play(c, []))).toMatchObject([{ kind: 'opening', at: 910, variant: 'zhou' }]);
  });

  it('answers each act, by whoever was spoken to', () => {
    const c = caseOf('zhou');
    const lines = transcript(c, play(c, [act('opening.match'), act('desk.warehouse')]));
    expect(kinds(lines)).toEqual(['opening', 'own', 'reply', 'own', 'reply']);
    expect(lines.filter((line) => line.kind === 'reply').map((line) => line.voice)).toEqual([
      'customer',
      'colleague',
    ]);
  });

  it('tells of look-ups and waits among what is said, in the order in which they came', () => {
    const c = caseOf('zhou');
    const first = [act('opening.match'), act('first.least'), { kind: 'look', record: 'wms' } as const];
    const lines = transcript(c, play(c, [...first, { kind: 'wait', minutes: 15 }, act('work.toAnswer')]));
    expect(kinds(lines).slice(5)).toEqual(['look', 'wait', 'own', 'reply']);
  });

  it('keeps silent events to itself and says when the customer leaves', () => {
    const c = caseOf('zhou');
    const lines = transcript(c, play(c, [{ kind: 'wait', minutes: 60 }]));
    expect(kinds(lines).slice(0, 3)).toEqual(['opening', 'wait', 'left']);
    const entries = lines.flatMap((line) => (line.kind === 'event' ? [line.entry] : []));
    expect(entries).toContain('noticeDue');
    expect(entries).not.toContain('writtenDue');
  });

  it('grows at its end only, so that what was shown stays as it was', () => {
    const c = caseOf('zhou');
    const inputs = [act('opening.match'), act('first.least'), act('work.askLater')];
    const whole = transcript(c, play(c, inputs));
    for (let length = 0; length <= inputs.length; length++) {
      const part = transcript(c, play(c, inputs.slice(0, length)));
      expect(whole.slice(0, part.length)).toEqual(part);
    }
    expect(new Set(whole.map((line) => line.id)).size).toBe(whole.length);
  });
});

describe('the telling', () => {
  const c = caseOf('zhou');

  it('fills in the facts of the case', () => {
    expect(tell(telling(c), '{ordered} cartons')).toBe('480 cartons');
  });

  it('names an act by its text, with the number chosen or a mark in its place', () => {
    const words = (typed: Readonly<Record<string, number>>): string =>
      actWords(telling(c), { ref: 'quantity.release', vars: c.vars, typed }, '…');
    expect(words({})).toMatch(/^Suzhou releases … cartons/);
    expect(words({ qty: 300 })).toMatch(/^Suzhou releases 300 cartons/);
  });

  it('says a line in the words of its moment', () => {
    const texts = transcript(c, play(c, [act('opening.match')])).flatMap((line) =>
      line.kind === 'opening' || line.kind === 'own' ? [lineText(telling(c), line)] : [],
    );
    expect(texts[0]).toContain('480 cartons');
    expect(texts[1]).toBe(scenario.texts.en.scenes['opening']?.acts['match']?.text);
  });

  it('drops the clock at the head of a sentence and nothing else', () => {
    expect(withoutClock('5 March 06:40. What Suzhou sent')).toBe('What Suzhou sent');
    expect(withoutClock('15:40，时限到了')).toBe('时限到了');
    expect(withoutClock('3月5日03:30，武汉的车')).toBe('武汉的车');
    expect(withoutClock('At 15:40 the notice was due.')).toBe('At 15:40 the notice was due.');
  });

  it('parts what is spoken from what is told around it', () => {
    expect(pieces('“Yes.” She nods. “Go on.”')).toEqual([
      { spoken: true, text: '“Yes.”' },
      { spoken: false, text: ' She nods. ' },
      { spoken: true, text: '“Go on.”' },
    ]);
  });
});

describe('a record’s table', () => {
  const rows = [
    ['Storage', '17,500'],
    ['Handling', '8,500'],
    ['Transport', '23,640'],
  ];

  it('puts numbers at the end and orders them by value', () => {
    const [name, amount] = tableColumns(['Item', '¥'], rows);
    expect([name?.align, amount?.align]).toEqual(['start', 'end']);
    const [a, b] = rows.map((cells, key) => ({ key, cells }));
    expect(amount?.compare?.(present(a, 'a'), present(b, 'b'))).toBeGreaterThan(0);
  });

  it('is not sortable where a glance will do', () => {
    expect(tableColumns(['Item', '¥'], rows.slice(0, 2)).every(({ compare }) => !compare)).toBe(true);
  });

  it('reads grouped numbers, and nothing that only looks like one', () => {
    expect(cellNumber('49,640')).toBe(49640);
    expect(cellNumber('SO-0611')).toBeUndefined();
    expect(cellNumber('3.5 h')).toBeUndefined();
  });
});

it('names the calendar day of a later minute', () => {
  expect(calendarDay('2026-03-04T15:10', 910, 'en')).toBe('Wed, Mar 4');
  expect(calendarDay('2026-03-04T15:10', 3360, 'zh-CN')).toBe('3月6日周五');
});

it('shows feelings as whole numbers on a scale that ends at 100, however high they are', () => {
  expect([shown(-1), shown(0), shown(63.75), shown(105)]).toEqual([0, 0, 64, 100]);
});
