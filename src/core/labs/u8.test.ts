import { describe, expect, it } from 'vitest';
import {
  AIR,
  airLimit,
  breakEven,
  CLOCKS,
  COMPLAINTS,
  DECLARED,
  dispositions,
  GRADES,
  hoursLeft,
  KEY,
  MONEY_ONLY,
  owedByContract,
  owedByDeclared,
  priorityOf,
  recovered,
  RECOVERY,
  RETURNED,
  SEA,
  seaLimit,
} from '.';

describe('L8.1, triage', () => {
  it('has clocks of 2 h, 5 days and 7 days', () => {
    expect(CLOCKS).toEqual({ acknowledge: 2, decide: 120, limit: 168 });
    expect(hoursLeft(17)).toEqual({ acknowledge: -15, decide: 103, limit: 151 });
  });

  it('puts three first, three second and three third of the nine cells', () => {
    const cells = GRADES.flatMap((severity) => GRADES.map((urgency) => priorityOf(severity, urgency)));
    expect(cells).toEqual(['P3', 'P3', 'P2', 'P3', 'P2', 'P1', 'P2', 'P1', 'P1']);
  });

  it('has complaints of every priority', () => {
    const all = COMPLAINTS.map((id) => priorityOf(KEY[id].severity, KEY[id].urgency));
    expect(new Set(all)).toEqual(new Set(['P1', 'P2', 'P3']));
  });
});

describe('L8.2, claims', () => {
  it('owes 2,500 + 42 + 180 = ¥2,722, and ¥3,222 when the proportion is waived', () => {
    const owed = owedByDeclared(DECLARED);
    expect(owed.ratio).toBeCloseTo(0.8333, 4);
    expect(owed.loss).toBeCloseTo(2500, 6);
    expect(owed.freight).toBe(42);
    expect(owed.services).toBe(180);
    expect(owed.total).toBeCloseTo(2722, 6);
    expect(owed.waived).toBe(3222);
  });

  it('owes 2,667 + 42 + 180 = ¥2,889 for a loss of 3,200', () => {
    expect(Math.round(owedByDeclared({ ...DECLARED, loss: 3200 }).total)).toBe(2889);
  });

  it('never pays more than the loss for a value declared too high', () => {
    expect(owedByDeclared({ ...DECLARED, declared: 20_000 }).loss).toBe(3000);
  });

  it('limits ten packages of 800 kg by sea to 6,666.7 SDR, against 1,600 by weight', () => {
    expect(seaLimit(SEA).limit).toBeCloseTo(6666.7, 1);
    expect(seaLimit(SEA).byKg).toBe(1600);
  });

  it('limits 35 kg by air to 910 SDR', () => {
    expect(airLimit(AIR)).toBe(910);
  });

  it('pays by contract the loss up to the limit', () => {
    expect(owedByContract(3000, { kg: 28, perKg: 100 })).toBe(2800);
    expect(owedByContract(3000, { kg: 40, perKg: 100 })).toBe(3000);
  });
});

describe('L8.3, recovery', () => {
  it('weighs D 0.35, Pj 0.25, I 0.25 and mood 0.15', () => {
    const all = recovered({ apology: 2, asking: 5, wait: 60, handovers: 0, choices: 2, money: 2722 });
    expect([all.outcome, all.process, all.treatment, all.mood]).toEqual([1, 1, 1, 30 + 8 + 3 + 8 + 10]);
    expect(all.satisfaction).toBeCloseTo(0.35 + 0.25 + 0.25 + 0.15 * 0.59, 4);
    expect(all.minutes).toBe(15);
  });

  it('cannot buy satisfaction: the full amount alone stays below 0.3', () => {
    expect(recovered(MONEY_ONLY).satisfaction).toBeLessThan(0.3);
    expect(recovered({ ...MONEY_ONLY, money: 9600 }).outcome).toBeLessThan(recovered(MONEY_ONLY).outcome);
  });

  it('never keeps more customers than would have stayed without the failure', () => {
    expect(recovered({ ...RECOVERY, apology: 6, asking: 10, wait: 0, handovers: 0, choices: 3 }).stays).toBe(
      0.8,
    );
  });
});

describe('L8.4, disposition of returns', () => {
  it('refurbishes to grade B for a net of 205 − 18 − 15 = ¥172', () => {
    expect(dispositions(RETURNED)[0]).toEqual({ way: 'refurbish', grade: 'B', cost: 33, net: 172 });
    expect(dispositions(RETURNED).map(({ net }) => net)).toEqual([172, 96, 0]);
  });

  it('sells as grade C once refurbishing costs more than 205 − 96 = ¥109', () => {
    expect(breakEven(RETURNED)).toBe(109);
    expect(dispositions({ ...RETURNED, refurbish: 94, parts: 15 })[0]?.way).toBe('refurbish');
    expect(dispositions({ ...RETURNED, refurbish: 95, parts: 15 })[0]?.way).toBe('as-is');
  });
});
