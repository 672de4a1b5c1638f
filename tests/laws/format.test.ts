import { createActor } from 'xstate';
import { describe, expect, it } from 'vitest';
import { formatIssue, present, type Json } from '../../src/core/base';
import { compileCase, instantiate, machineOf, parseLogic, type CompiledCase } from '../../src/core/scenario';
import { judge, rubricOf } from '../../src/core/scoring';
import {
  begin,
  disagreements,
  drive,
  offers,
  stamp,
  step,
  type ActOffer,
  type Fact,
  type Input,
  type Run,
} from '../../src/core/attempt';

// One small case with every mechanic in it, played by hand: what the trainee may do, what it takes, what it leaves.

type Table = Readonly<Record<string, Json>>;

const customer = { id: 'li', tier: 'general', channel: 'phone', mood: 40, trust: 50, patience: 9 };
const field = (max: number): Json => ({ min: 0, max, step: 10, unit: 'carton' });
const raw: Table = {
  format: 1,
  id: 'small',
  code: 'S01',
  unit: 'u01',
  phase: 'transaction',
  level: 1,
  minutes: 5,
  starts: '2026-03-04T09:00',
  closes: '10:00',
  settles: '14:00',
  first: 'call',
  leaves: 'gone',
  lapses: 'gone',
  core: ['R4'],
  customer,
  opening: [{ id: 'hello' }],
  findings: ['stock'],
  facts: { stock: 60 },
  vars: { sent: 0, joined: false },
  records: { wms: { system: 'wms', minutes: 2, reveals: ['stock'] } },
  desk: {
    clue: { act: 'hint', minutes: 0, emits: [{ fact: 'hinted', criterion: 'R2.a' }] },
    planner: { act: 'say', minutes: 2, when: 'vars.joined' },
    depot: { act: 'ask', minutes: 2 },
  },
  scenes: {
    call: {
      acts: {
        share: {
          act: 'propose',
          asks: { a: field(60), b: field(60) },
          total: 'known.stock ? facts.stock : 20',
          emits: [
            { fact: 'proposed', quantity: 'input.a + input.b', limit: 'facts.stock' },
            { fact: 'promised', promise: 'van', due: 610, mean: 600, sd: 5, needBy: 620 },
          ],
          set: { sent: { is: 'input.a' } },
        },
        promise: {
          act: 'promise',
          emits: [{ fact: 'promised', promise: 'rest', due: 640, mean: 600, sd: 5, needBy: 660 }],
        },
        write: { act: 'transfer', to: 'mail' },
        chatOn: { act: 'transfer', to: 'chat' },
        on: { act: 'close', minutes: 3, until: '09:05', to: 'after' },
      },
    },
    mail: {
      contact: 'email',
      acts: { answer: { act: 'confirm', emits: [{ fact: 'answered' }], to: 'after' } },
    },
    chat: { contact: 'chat', acts: { on: { act: 'say', emits: [{ fact: 'answered' }], to: 'after' } } },
    after: { contact: 'none', acts: { see: { act: 'wait', until: '12:00', to: 'seen' } } },
    seen: {
      contact: 'none',
      acts: { ends: { act: 'close', until: '13:30' }, on: { act: 'close', to: 'gone' } },
    },
    kept: { ending: true },
    broken: { ending: true },
    gone: { ending: true },
  },
  timeline: [
    { id: 'joins', at: '09:10', set: { joined: true } },
    {
      id: 'arrives',
      at: '12:30',
      when: 'vars.sent > 0',
      emits: [
        { fact: 'delivered', promise: 'van', arrived: '600 + vars.sent' },
        { fact: 'delivered', promise: 'rest', arrived: 660 },
      ],
    },
    { id: 'good', at: '13:00', when: 'vars.sent >= 20', to: 'kept' },
    { id: 'bad', at: '13:00', when: 'vars.sent > 0 && vars.sent < 20', to: 'broken' },
  ],
  rubric: {
    'R2.a': { points: 4, findings: ['stock'] },
    'R4.a': { points: 2 },
    'R4.c': { points: 4, promises: { van: 1, rest: 1 }, tau: { van: 30, rest: 240 } },
  },
};

function compiled(change: Table = {}): CompiledCase {
  const read = parseLogic({ ...raw, ...change }, 'scenario.yaml');
  if (!read.ok) throw new Error(read.error.map((issue) => formatIssue(issue, 'en')).join('\n'));
  return compileCase(instantiate(read.value, 1));
}

const act = (ref: string, typed: Readonly<Record<string, number>> = {}): Input => ({
  kind: 'act',
  act: ref,
  with: typed,
});
const wait = (minutes: number): Input => ({ kind: 'wait', minutes });
const look: Input = { kind: 'look', record: 'wms' };

/** Plays inputs on table and statechart alike; the first refusal ends the play with its reason. */
function play(c: CompiledCase, ...inputs: readonly Input[]) {
  const actor = createActor(machineOf(c)).start();
  let run: Run = begin(c);
  const facts: Fact[] = [];
  for (const [index, input] of inputs.entries()) {
    const result = step(c, run, input);
    if (!result.ok) return { run, facts, refused: result.error };
    run = result.value.run;
    facts.push(...stamp(result.value.facts, index));
    drive(actor, c, input);
    expect(disagreements(actor, run)).toEqual([]);
  }
  return { run, facts, refused: undefined };
}
const shares = (
  c: CompiledCase,
  facts: readonly Fact[],
  hints?: 'recorded',
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    judge(rubricOf(c.of.logic.spec, c.start, hints), facts).findings.map((one) => [one.criterion, one.share]),
  );
const offered = (c: CompiledCase, run: Run, ref: string): ActOffer =>
  present(
    [...offers(c, run).acts, ...offers(c, run).desk].find((one) => one.ref === ref),
    ref,
  );

describe('an act that lets the clock pass', () => {
  const c = compiled();

  it('ends at its clock for whoever is in time', () => {
    expect(play(c, act('call.on')).run.now).toBe(545);
    expect(offered(c, begin(c), 'call.on').until).toBe(545);
  });

  it('ends with its minutes where they lead past its clock', () => {
    const late = play(c, wait(4)).run;
    expect(offered(c, late, 'call.on')).toMatchObject({ until: undefined, minutes: 3 });
    expect(play(c, wait(4), act('call.on')).run.now).toBe(547);
  });

  it('stays possible after its clock', () => {
    const { run, refused } = play(c, wait(7), act('call.on'), wait(300), act('after.see'));
    expect(refused).toBe('ended');
    expect(run.scene).toBe('gone');
    expect(play(c, wait(7), act('call.on'), wait(180), act('after.see')).run).toMatchObject({
      now: 731,
      scene: 'seen',
    });
  });
});

describe('numbers with a total', () => {
  const c = compiled();

  it('may add up to it and not to more', () => {
    expect(play(c, act('call.share', { a: 10, b: 10 })).refused).toBeUndefined();
    expect(play(c, act('call.share', { a: 20, b: 10 })).refused).toBe('number-out-of-range');
  });

  it('are offered with what there is to give, by what is known now', () => {
    expect(offered(c, begin(c), 'call.share').total).toBe(20);
    expect(offered(c, play(c, look).run, 'call.share').total).toBe(60);
    expect(play(c, look, act('call.share', { a: 40, b: 20 })).refused).toBeUndefined();
  });

  it('have none where the scenario states none', () => {
    expect(offered(c, begin(c), 'call.on').total).toBeUndefined();
  });
});

describe('waiting', () => {
  it.each([
    { channel: 'phone', urgent: false, silent: 3, explained: 1 },
    { channel: 'counter', urgent: false, silent: 3, explained: 1 },
    { channel: 'chat', urgent: false, silent: 1.5, explained: 0.5 },
    { channel: 'phone', urgent: true, silent: 4.5, explained: 1.5 },
    { channel: 'chat', urgent: true, silent: 2.25, explained: 0.75 },
  ])('costs $silent a minute on $channel, urgent: $urgent', ({ channel, urgent, silent, explained }) => {
    const c = compiled({ customer: { ...customer, channel, ...(urgent ? { urgent } : {}) } });
    expect(offers(c, begin(c)).waitCost).toBe(silent);
    expect(c.scenes['call']?.drain).toEqual({ silent, explained });
    expect(play(c, wait(4)).run).toMatchObject({ mood: 40 - 4 * silent, patience: 5 });
  });

  it('costs by the channel the scene moved to', () => {
    const c = compiled();
    expect(play(c, act('call.chatOn'), wait(4)).run).toMatchObject({ mood: 34, patience: 5 });
  });

  it('costs nothing while letters are under way, and nobody hangs up on them', () => {
    const c = compiled();
    const { run } = play(c, act('call.write'), wait(90));
    expect(run).toMatchObject({ mood: 40, patience: 9, scene: 'mail', now: 631 });
    expect(offers(c, run).waitCost).toBe(0);
  });

  it('is what a colleague costs and talk does not', () => {
    const c = compiled();
    expect(play(c, act('desk.depot')).run).toMatchObject({ mood: 34, patience: 7 });
    const joined = play(c, act('call.chatOn'), wait(9));
    expect(joined.run.scene).toBe('gone');
    const patient = compiled({ customer: { ...customer, patience: 60, mood: 90 } });
    const { run } = play(patient, wait(10), act('desk.planner'));
    expect(run).toMatchObject({ mood: 60, patience: 50, now: 552 });
  });
});

describe('the first response', () => {
  const c = compiled({ customer: { ...customer, patience: 60, mood: 100 } });

  it('is timed by the channel it is given on', () => {
    const phone = play(c, act('call.write'), wait(100), act('mail.answer'));
    expect(shares(c, phone.facts)['R4.a']).toBe(10_000); // 101 minutes by mail: full up to two hours
    const chat = play(c, act('call.chatOn'), act('chat.on'));
    expect(shares(c, chat.facts)['R4.a']).toBe(8000); // 60 s in a chat: (180 − 60) / 150
  });

  it('says on which channel it was given where that is not the customer’s own', () => {
    const { facts } = play(c, act('call.chatOn'), act('chat.on'));
    expect(facts.find((fact) => fact.type === 'answered')).toMatchObject({ channel: 'chat' });
  });
});

describe('a delivery with a minute of its own', () => {
  it('is judged by that minute, each promise by its own pace', () => {
    const c = compiled();
    const { facts, run } = play(
      c,
      look,
      act('call.share', { a: 40, b: 0 }),
      act('call.promise'),
      act('call.on'),
      act('after.see'),
      act('seen.ends'),
    );
    expect(run).toMatchObject({ ended: true, scene: 'kept' });
    // van: 600 + 40 = 640, 30 late at τ 30: e^−1 = 0.3679; rest: 660, 20 late at τ 240: e^−0.0833 = 0.9200.
    expect(shares(c, facts)['R4.c']).toBe(Math.round((3679 + 9200) / 2));
  });
});

describe('an ending that hangs on what the clock brings', () => {
  const c = compiled();
  const ends = (a: number): string =>
    play(c, act('call.share', { a, b: 0 }), act('call.on'), act('after.see'), act('seen.ends')).run.scene;

  it('is chosen by events on the way', () => {
    expect([ends(20), ends(10)]).toEqual(['kept', 'broken']);
  });
});

describe('a hint', () => {
  const c = compiled();
  const proposal = [look, act('call.share', { a: 0, b: 0 })] as const;

  it('takes no time and can be taken once', () => {
    const { run } = play(c, act('desk.clue'));
    expect(run).toMatchObject({ now: c.start, mood: 40, patience: 9, known: 0 });
    expect(play(c, act('desk.clue'), act('desk.clue')).refused).toBe('already-done');
  });

  it('lowers the ceiling of its criterion by a quarter and of no other', () => {
    const [without, taken] = [play(c, ...proposal), play(c, act('desk.clue'), ...proposal)];
    expect(shares(c, without.facts)).toMatchObject({ 'R2.a': 10_000 });
    expect(shares(c, taken.facts)).toEqual({ ...shares(c, without.facts), 'R2.a': 7500 });
  });

  it('leaves alone what lies below the ceiling', () => {
    const { facts } = play(c, act('desk.clue'), look);
    expect(shares(c, facts)['R2.a']).toBe(5000);
  });

  it('is only recorded in practice', () => {
    const { facts } = play(c, act('desk.clue'), ...proposal);
    expect(facts.some((fact) => fact.type === 'hinted')).toBe(true);
    expect(shares(c, facts, 'recorded')['R2.a']).toBe(10_000);
  });
});
