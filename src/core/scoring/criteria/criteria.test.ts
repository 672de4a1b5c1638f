import { describe, expect, it } from 'vitest';
import { minutes, share } from '../../base';
import type { Fact, FactBody } from '../../attempt';
import { CRITERIA, type CriterionId, type RubricEntry, type ServiceLevel, type Tier } from '../../scenario';
import type { Outlook, Setting } from '../criterion';
import { criteria } from './index';

const START = 910;
type Moment = readonly [after: number, body: FactBody];

const findings = ['order', 'split', 'asn', 'lane', 'contract'];
const deal = { promises: { one: 1, two: 3 }, deadlines: { notice: 1, written: 3 }, tau: 240 };

function settingOf(entry: Partial<RubricEntry> = {}, tier: Tier = 'key'): Setting {
  return { entry: { points: 4, ...entry }, tier, channel: 'phone', start: minutes(START) };
}

/** Folds one criterion over moments given as minutes after the start. */
function trial(id: CriterionId, moments: readonly Moment[], setting = settingOf()) {
  const criterion = criteria[CRITERIA.indexOf(id)];
  if (criterion?.id !== id) throw new Error(`no criterion ${id}`);
  let acc = criterion.begin(setting);
  const evidence: number[] = [];
  moments.forEach(([after, body], index) => {
    const fact: Fact = { ...body, at: minutes(START + after), input: index };
    const next = criterion.reads.includes(fact.type) ? criterion.next(acc, fact, setting) : acc;
    if (next !== acc) evidence.push(index);
    acc = next;
  });
  const bound = (...ahead: readonly string[]): number =>
    criterion.bound(acc, setting, { open: true, marks: 0, can: (fact) => ahead.includes(fact) });
  const boundWith = (outlook: Outlook): number => criterion.bound(acc, setting, outlook);
  return { x: criterion.verdict(acc, setting), evidence, bound, boundWith };
}

const at = (after: number, body: FactBody): Moment => [after, body];

const verified = (part = 1): FactBody => ({ type: 'verified', share: share(part) });
const disclosed: FactBody = { type: 'disclosed', allowed: true };
const proposed = (quantity = 300, limit = 300): FactBody => ({ type: 'proposed', quantity, limit });
const learned = (finding: string): FactBody => ({ type: 'learned', finding });
const served = (level: ServiceLevel): FactBody => ({ type: 'served', level });
const offered = (amount: number, low: number, high: number): FactBody => ({
  type: 'offered',
  amount,
  low,
  high,
});
const spent = (amount: number, approved = false): FactBody => ({
  type: 'spent',
  amount,
  limit: 1000,
  approved,
});
const cost = (amount: number): FactBody => ({ type: 'cost', amount, best: 880, worst: 3008 });
const answered: FactBody = { type: 'answered' };
const waited = (span: number, explained = false): FactBody => ({ type: 'waited', minutes: span, explained });
const acted = (contact = true): FactBody => ({ type: 'acted', scene: 's', act: 's.a', contact });
const promised = (promise: string, due: number): FactBody => ({
  type: 'promised',
  promise,
  due,
  mean: 2730,
  sd: 200,
  needBy: 3720,
});
const renewed = (promise: string, due: number): FactBody => ({ type: 'renewed', promise, due });
const delivered = (promise: string): FactBody => ({ type: 'delivered', promise });
const met = (deadline: string): FactBody => ({ type: 'met', deadline });
const lapsed = (deadline: string): FactBody => ({ type: 'lapsed', deadline });
const marked = (criterion: CriterionId, basis: number): FactBody => ({ type: 'marked', criterion, basis });

describe('the list of criteria', () => {
  it('holds all 27 rows in the order of the model, each with a title in both languages and a source', () => {
    expect(criteria.map((criterion) => criterion.id)).toEqual(CRITERIA);
    for (const { title, source } of criteria) {
      expect(title['zh-CN']).toMatch(/^[\p{Script=Han}、]{4,12}$/u);
      expect(title.en).toMatch(/^[A-Z][a-z ,-]+$/);
      expect(source).toMatch(/^§\d/);
    }
  });

  it('earns nothing and shows no evidence where nothing happened', () => {
    for (const id of CRITERIA) expect(trial(id, [])).toMatchObject({ x: 0, evidence: [] });
  });
});

describe('R1.a', () => {
  it('takes the first verification that precedes disclosure and proposal', () => {
    expect(trial('R1.a', [at(0, verified(1 / 3)), at(1, verified()), at(2, disclosed)])).toMatchObject({
      x: 3333,
      evidence: [0],
    });
  });

  it.each([disclosed, proposed()])('is lost for good once $type comes first', (first) => {
    const done = trial('R1.a', [at(0, first), at(1, verified())]);
    expect(done).toMatchObject({ x: 0, evidence: [0] });
    expect(done.bound('verified')).toBe(0);
  });

  it('can still be won while a verification lies ahead', () => {
    expect(trial('R1.a', []).bound('verified')).toBe(10_000);
    expect(trial('R1.a', []).bound('disclosed')).toBe(0);
  });
});

describe('R1.b', () => {
  const tier = settingOf({ findings: ['tier'] });

  it('grades the last level given by the tier', () => {
    const moments: readonly Moment[] = [
      at(0, learned('tier')),
      at(1, served('basic')),
      at(2, served('complete')),
    ];
    expect(trial('R1.b', moments, tier)).toMatchObject({ x: 5000, evidence: [0, 1, 2] });
    expect(trial('R1.b', [at(0, served('basic'))], settingOf({}, 'general')).x).toBe(10_000);
  });

  it('halves the right level given without having looked', () => {
    expect(trial('R1.b', [at(0, served('perfect')), at(1, learned('tier'))], tier).x).toBe(5000);
    expect(trial('R1.b', [at(0, served('perfect'))]).x).toBe(10_000);
  });

  it('is bounded by what can still be served, and known by then', () => {
    const blind = trial('R1.b', [at(0, served('complete'))], tier);
    expect(blind.x).toBe(2500);
    expect([blind.bound(), blind.bound('served'), blind.bound('served', 'learned:tier')]).toEqual([
      2500, 5000, 10_000,
    ]);
  });
});

describe('rows graded by the option table', () => {
  const graded = criteria.filter(({ reads }) => reads.includes('marked')).map(({ id }) => id);

  it.each(graded)('%s adds its own marks, lets merit make good a slip, and clips only the sum', (id) => {
    const slip: readonly Moment[] = [
      at(0, marked(id, -5000)),
      at(1, marked('R4.a', 9000)),
      at(2, marked(id, 8000)),
    ];
    expect(trial(id, slip)).toMatchObject({ x: 3000, evidence: [0, 2] });
    expect(trial(id, [at(0, marked(id, 8000)), at(1, marked(id, 8000))]).x).toBe(10_000);
    expect(trial(id, [at(0, marked(id, -5000))]).x).toBe(0);
  });

  it.each(graded)('%s shows a decision that earned nothing as evidence', (id) => {
    expect(trial(id, [at(0, marked(id, 0)), at(1, marked(id, 0))])).toMatchObject({ x: 0, evidence: [0] });
  });

  it.each(graded)('%s is bounded by its sum and the marks ahead', (id) => {
    const { boundWith } = trial(id, [at(0, marked(id, -5000))]);
    expect(boundWith({ open: true, marks: 8000, can: () => true })).toBe(3000);
    expect(boundWith({ open: false, marks: 8000, can: () => true })).toBe(0);
  });
});

describe.each(['R2.a', 'R7.a'] as const)('%s', (id) => {
  const setting = settingOf({ findings });

  it('counts what was known at the first proposal whole and what came later half', () => {
    const moments: readonly Moment[] = [
      at(0, learned('order')),
      at(1, learned('split')),
      at(1, learned('split')),
      at(1, learned('weather')),
      at(2, proposed()),
      at(3, learned('asn')),
      at(4, proposed()),
    ];
    expect(trial(id, moments, setting)).toMatchObject({ x: 5000, evidence: [0, 1, 4, 5] });
  });

  it('counts half what was found and never used', () => {
    expect(trial(id, [at(0, learned('order')), at(1, learned('asn'))], setting).x).toBe(2000);
  });

  it('is bounded by what can still be found, half of it after the proposal', () => {
    const rest = ['learned:split', 'learned:asn'];
    const before = trial(id, [at(0, learned('order'))], setting);
    expect([before.bound(), before.bound(...rest), before.bound('proposed', ...rest)]).toEqual([
      1000, 3000, 6000,
    ]);
    const after = trial(id, [at(0, learned('order')), at(1, proposed())], setting);
    expect([after.bound(), after.bound('proposed', ...rest)]).toEqual([2000, 4000]);
  });
});

describe('R2.b', () => {
  it('asks that something was proposed and all of it possible', () => {
    expect(trial('R2.b', [at(0, proposed()), at(1, proposed(0))])).toMatchObject({
      x: 10_000,
      evidence: [0],
    });
    expect(trial('R2.b', [at(0, proposed()), at(1, proposed(480)), at(2, proposed())])).toMatchObject({
      x: 0,
      evidence: [0, 1],
    });
  });

  it('cannot be mended after one impossible offer', () => {
    expect(trial('R2.b', [at(0, proposed(480))]).bound('proposed')).toBe(0);
    expect([trial('R2.b', []).bound('proposed'), trial('R2.b', []).bound()]).toEqual([10_000, 0]);
  });
});

describe('R3.b', () => {
  it('grades the last amount offered by its band', () => {
    expect(trial('R3.b', [at(0, offered(9600, 2722, 3222)), at(1, offered(2500, 2722, 3222))])).toMatchObject(
      { x: 8369, evidence: [0, 1] },
    );
    expect(trial('R3.b', [at(0, offered(0, 880, 880))])).toMatchObject({ x: 0, evidence: [0] });
    expect(trial('R3.b', [at(0, offered(0, 0, 0))]).x).toBe(10_000);
  });

  it('can be corrected while another offer lies ahead', () => {
    const poor = trial('R3.b', [at(0, offered(0, 880, 880))]);
    expect([poor.bound('offered'), poor.bound()]).toEqual([10_000, 0]);
  });
});

describe('R3.c', () => {
  it('asks that something was committed and all of it authorised', () => {
    expect(trial('R3.c', [at(0, spent(1000)), at(1, spent(1944, true)), at(2, spent(0))]).x).toBe(10_000);
    expect(trial('R3.c', [at(0, spent(880)), at(1, spent(1001))])).toMatchObject({ x: 0, evidence: [0, 1] });
  });

  it('counts the worst: a part where an approval came late, nothing where none came', () => {
    const late: FactBody = { type: 'spent', amount: 805, limit: 300, approved: true, share: share(0.5) };
    expect(trial('R3.c', [at(0, late), at(1, spent(100))])).toMatchObject({ x: 5000, evidence: [0] });
    expect(trial('R3.c', [at(0, spent(100)), at(1, late), at(2, spent(1001))]).x).toBe(0);
    expect(trial('R3.c', [at(0, late)]).bound('spent')).toBe(5000);
    expect(trial('R3.c', []).bound('spent')).toBe(10_000);
    expect(trial('R3.c', [at(0, { ...late, approved: false })]).x).toBe(0);
  });
});

describe('R3.d', () => {
  it('grades the cost of the last option', () => {
    expect(trial('R3.d', [at(0, cost(3008)), at(1, cost(1944))])).toMatchObject({
      x: 5000,
      evidence: [0, 1],
    });
  });
});

describe('R4.a', () => {
  it('grades the first answer by the minutes since the start', () => {
    expect(trial('R4.a', [at(0, answered), at(9, answered)])).toMatchObject({ x: 10_000, evidence: [0] });
    expect(trial('R4.a', [at(1, answered)]).x).toBe(6000);
    expect(trial('R4.a', [at(2, answered)]).x).toBe(0);
  });

  it('takes a quarter for every two unexplained minutes, at most a half, however they are cut', () => {
    expect(trial('R4.a', [at(0, answered), at(1, waited(1)), at(2, waited(1))])).toMatchObject({
      x: 7500,
      evidence: [0, 1, 2],
    });
    expect(trial('R4.a', [at(0, answered), at(1, waited(2))]).x).toBe(7500);
    expect(trial('R4.a', [at(0, answered), at(1, waited(3))]).x).toBe(7500);
    expect(trial('R4.a', [at(0, answered), at(1, waited(1)), at(2, acted()), at(3, waited(3))]).x).toBe(5000);
    expect(trial('R4.a', [at(0, answered), at(1, waited(40))]).x).toBe(5000);
  });

  it('forgives one minute and every explained wait', () => {
    expect(trial('R4.a', [at(0, answered), at(1, waited(1)), at(3, waited(20, true))]).x).toBe(10_000);
  });

  it('gives nothing to a contact that was never answered', () => {
    const silent = trial('R4.a', [at(0, waited(3))]);
    expect(silent.x).toBe(0);
    expect([silent.bound('answered'), silent.bound()]).toEqual([7500, 0]);
  });
});

describe('R4.b', () => {
  const setting = settingOf(deal);

  it('weighs the realism of each first promise', () => {
    const moments: readonly Moment[] = [
      at(9, promised('two', 3360)),
      at(9, promised('two', 1500)),
      at(9, promised('three', 1)),
    ];
    expect(trial('R4.b', moments, setting)).toMatchObject({ x: 7500, evidence: [0] });
    expect(trial('R4.b', [at(9, promised('one', 2880)), at(9, promised('two', 2640))], setting).x).toBe(1709);
  });

  it('is bounded by the promises that can still be given', () => {
    const poor = trial('R4.b', [at(9, promised('one', 2640))], setting);
    expect([poor.bound('promised:one'), poor.bound('promised:two')]).toEqual([0, 7500]);
  });
});

describe('R4.c', () => {
  const setting = settingOf(deal);
  const two = promised('two', 1200);
  const by = (clock: number, body: FactBody): Moment => at(clock - START, body);
  const x = (...moments: readonly Moment[]): number => trial('R4.c', moments, setting).x;

  it('measures delivery against the time first promised', () => {
    expect(x(at(0, two), by(1200, delivered('two')))).toBe(7500);
    expect(x(at(0, two), at(1, promised('two', 9000)), by(1260, delivered('two')))).toBe(5841);
    expect(
      x(at(0, promised('one', 1200)), at(0, two), by(1100, delivered('one')), by(1201, delivered('two'))),
    ).toBe(9969);
  });

  it('keeps 0.6 for a new time told before the old one passed, and kept', () => {
    expect(x(at(0, two), by(1200, renewed('two', 3000)), by(3000, delivered('two')))).toBe(4500);
    expect(x(at(0, two), by(1201, renewed('two', 3000)), by(3000, delivered('two')))).toBe(5);
    expect(x(at(0, two), at(5, renewed('two', 2000)), by(2001, delivered('two')))).toBe(266);
    expect(
      x(at(0, two), at(5, renewed('two', 1300)), by(1250, renewed('two', 1400)), by(1400, delivered('two'))),
    ).toBe(4500);
    expect(x(at(0, two), at(5, renewed('two', 1300)), by(1201, delivered('two')))).toBe(7469);
  });

  it('gives nothing for what was not delivered, not promised, or promised afterwards', () => {
    expect(x(at(0, two))).toBe(0);
    expect(x(at(0, renewed('two', 3000)), at(5, delivered('two')))).toBe(0);
    expect(x(at(5, delivered('two')), at(6, two))).toBe(0);
  });

  it('is bounded by what can still be promised and delivered', () => {
    const none = trial('R4.c', [], setting);
    expect(none.bound('promised:one', 'delivered:one', 'delivered:two')).toBe(2500);
    const running = trial('R4.c', [at(0, two)], setting);
    expect([running.bound('delivered:two'), running.bound('promised:two')]).toEqual([7500, 0]);
  });

  it('lets lateness hurt by the τ of the scenario, four hours where it states none', () => {
    const urgent = settingOf({ promises: { two: 1 }, tau: 30 });
    expect(trial('R4.c', [at(0, two), by(1230, delivered('two'))], urgent).x).toBe(3679);
    const plain = settingOf({ promises: { two: 1 } });
    expect(trial('R4.c', [at(0, two), by(1440, delivered('two'))], plain).x).toBe(3679);
  });
});

describe('R4.d', () => {
  const setting = settingOf(deal);

  it('weighs the deadlines met before they lapsed', () => {
    const moments: readonly Moment[] = [
      at(1, met('notice')),
      at(2, lapsed('notice')),
      at(3, lapsed('written')),
      at(4, met('written')),
    ];
    expect(trial('R4.d', moments, setting)).toMatchObject({ x: 2500, evidence: [0, 2] });
  });

  it('is bounded by the deadlines that can still be met', () => {
    const late = trial('R4.d', [at(0, lapsed('notice'))], setting);
    expect([late.bound('met:notice', 'met:written'), late.bound('met:notice')]).toEqual([7500, 0]);
  });
});

describe('R6.a', () => {
  it('grades the last confirmation, halved where writing is missing', () => {
    const confirmed = (written: boolean): FactBody => ({
      type: 'confirmed',
      fit: 'preferred',
      written,
      needsWriting: true,
    });
    expect(trial('R6.a', [at(0, confirmed(false))]).x).toBe(5000);
    expect(trial('R6.a', [at(0, confirmed(false)), at(1, confirmed(true))])).toMatchObject({
      x: 10_000,
      evidence: [0, 1],
    });
  });
});

describe('R7.b', () => {
  const setting = settingOf({ findings });
  const known = (count: number): readonly Moment[] =>
    findings.slice(0, count).map((id) => at(0, learned(id)));
  const named: Moment = at(1, marked('R7.b', 10_000));

  it('stops at a half where fewer than 60 % of the facts were known at the first proposal', () => {
    expect(trial('R7.b', [...known(2), named, at(2, proposed()), ...known(5)], setting).x).toBe(5000);
    expect(trial('R7.b', [...known(3), named, at(2, proposed())], setting).x).toBe(10_000);
    expect(trial('R7.b', [at(2, proposed()), named]).x).toBe(10_000);
  });

  it('limits an attempt without a proposal by what is known at its end', () => {
    expect(trial('R7.b', [named, ...known(2)], setting).x).toBe(5000);
    expect(trial('R7.b', [named, ...known(3)], setting).x).toBe(10_000);
  });

  it('is bounded by a half once the guess is made or can no longer be avoided', () => {
    const open = trial('R7.b', [...known(1), named], setting);
    expect([open.bound('learned:lane'), open.bound('learned:lane', 'learned:asn')]).toEqual([5000, 10_000]);
    const guessed = trial('R7.b', [...known(1), named, at(2, proposed())], setting);
    expect(guessed.bound('learned:lane', 'learned:asn')).toBe(5000);
  });
});
