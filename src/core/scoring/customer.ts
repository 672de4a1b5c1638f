import { exponential, WHOLE } from '../base';
import type { Fact, Run } from '../attempt';
import type { CompiledCase, CriterionId, Tier } from '../scenario';
import type { Finding } from './judge';
import { rightOf } from './rubric';

// What the customer makes of it in the end (§7 of the scoring model): for the story, never for the mark. Mood, trust
// and patience themselves live in the attempt.

/** How fair outcome, process and treatment were, 0 … 1; undefined where the case offers no evidence of it. */
export interface Justice {
  readonly outcome: number | undefined;
  readonly process: number | undefined;
  readonly treatment: number | undefined;
}

function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/**
 * The justice indices (§7): D = mean(R2.d, R3.b), Pj = mean(R4, R6.d, R5.b), I = mean(R6.b, R7.a), each over the rows
 * the case has; R4 is the share of its points.
 * @example justiceOf(judgement.findings).treatment // 0.75
 */
export function justiceOf(findings: readonly Finding[]): Justice {
  const of = (id: CriterionId): number | undefined => {
    const row = findings.find((finding) => finding.criterion === id);
    return row && row.share / WHOLE;
  };
  const time = findings.filter((finding) => rightOf(finding.criterion) === 'R4');
  const offered = time.reduce((sum, { points }) => sum + points, 0);
  const got = time.reduce((sum, { points, share }) => sum + (points * share) / WHOLE, 0);
  return {
    outcome: mean([of('R2.d'), of('R3.b')]),
    process: mean([offered > 0 ? got / offered : undefined, of('R6.d'), of('R5.b')]),
    treatment: mean([of('R6.b'), of('R7.a')]),
  };
}

/** Weights of outcome, process, treatment and mood in satisfaction (§7). */
const OUTCOME = 0.35;
const PROCESS = 0.25;
const TREATMENT = 0.25;
const MOOD = 0.15;

/**
 * Satisfaction Z (§7): 0.35·D + 0.25·Pj + 0.25·I + 0.15·M/100; what a case has no evidence of is left out and the rest
 * weighs more.
 * @param mood as it stands at the end; counted 0 … 100
 * @returns 0 … 1 in steps of a basis point, never falling as any part grows
 * @example satisfaction({ outcome: 1, process: 0.8, treatment: 0.6 }, 50) // 0.775
 */
export function satisfaction({ outcome, process, treatment }: Justice, mood: number): number {
  const parts = [
    [OUTCOME, outcome],
    [PROCESS, process],
    [TREATMENT, treatment],
    [MOOD, hundred(mood) / 100],
  ] as const;
  let sum = 0;
  let weights = 0;
  for (const [weight, value] of parts) {
    if (value === undefined) continue;
    sum += weight * value;
    weights += weight;
  }
  return Math.round((sum / weights) * WHOLE) / WHOLE;
}

function hundred(value: number): number {
  return Math.min(100, Math.max(0, value));
}

/**
 * Customer satisfaction on the usual scale (K15): 1 + 4·Z.
 * @returns 1 … 5
 * @example csat(0.775) // 4.1
 */
export function csat(z: number): number {
  return 1 + 4 * z;
}

/** Whether she would recommend the company (K15). */
export const PROMOTERS = ['promoter', 'passive', 'detractor'] as const;
export type Promoter = (typeof PROMOTERS)[number];

/**
 * Net promoter class (§7): from Z = 0.85 a promoter, from 0.65 passive, below a detractor.
 * @example promoterOf(0.775) // 'passive'
 */
export function promoterOf(z: number): Promoter {
  if (z >= 0.85) return 'promoter';
  return z >= 0.65 ? 'passive' : 'detractor';
}

/** What a customer had to go through. Whole numbers ≥ 0. */
export interface Trouble {
  /** Times she was handed over. */
  readonly transfers: number;
  /** Times she was asked for what was known already. */
  readonly repeats: number;
  /** Times she had to come back because nothing was settled. */
  readonly contacts: number;
}

/**
 * Customer effort (§7): 7 − transfers − repeats − 0.5 for each extra contact, at the least 1. Seven is effortless.
 * @returns 1 … 7
 * @example effort({ transfers: 1, repeats: 1, contacts: 1 }) // 4.5
 */
export function effort({ transfers, repeats, contacts }: Trouble): number {
  return Math.max(1, 7 - transfers - repeats - 0.5 * contacts);
}

/** The share of customers of a tier that stay when nothing went wrong (§7). The model gives none for harmful ones. */
export const BASE_RETENTION: Readonly<Record<Tier, number>> = {
  key: 0.95,
  suitable: 0.88,
  general: 0.8,
  harmful: 0.8,
};

/**
 * Probability that she stays (§7): min(p0, 1 / (1 + e^−(−2.2 + 4.5·Z + 0.01·Q))). Recovery can reach what there would
 * have been without the failure, never more.
 * @param trust Q as it stands at the end; counted 0 … 100
 * @returns 0 … 1, never falling as satisfaction or trust grow
 * @example stayProbability('key', { satisfaction: 0.775, trust: 70 }) // ≈ 0.879
 */
export function stayProbability(
  tier: Tier,
  of: { readonly satisfaction: number; readonly trust: number },
): number {
  const x = -2.2 + 4.5 * of.satisfaction + 0.01 * hundred(of.trust);
  return Math.min(BASE_RETENTION[tier], 1 / (1 + exponential(-x)));
}

/** What a customer makes of an attempt in the end. For the story, never for the mark. */
export interface Aftermath {
  readonly justice: Justice;
  /** Z, 0 … 1. */
  readonly satisfaction: number;
  /** 1 … 5. */
  readonly csat: number;
  readonly promoter: Promoter;
  readonly trouble: Trouble;
  /** 1 … 7. */
  readonly effort: number;
  /** Probability that she stays, 0 … 1. */
  readonly stays: number;
}

/**
 * What the customer makes of an attempt (§7), from the judged rows, her feelings at the end and what she went through.
 * @example aftermath(c, { run, facts, findings: judgement.findings }).csat // 4.1
 */
export function aftermath(
  c: CompiledCase,
  of: { readonly run: Run; readonly facts: readonly Fact[]; readonly findings: readonly Finding[] },
): Aftermath {
  const { run } = of;
  const justice = justiceOf(of.findings);
  const z = satisfaction(justice, run.mood);
  const trouble = troubleIn(c, of.facts);
  const { tier } = c.of.logic.spec.customer;
  return {
    justice,
    satisfaction: z,
    csat: csat(z),
    promoter: promoterOf(z),
    trouble,
    effort: effort(trouble),
    stays: stayProbability(tier, { satisfaction: z, trust: run.trust }),
  };
}

/** Only what happened with the customer on the line counts; handing on within the company costs her nothing. */
function troubleIn(c: CompiledCase, facts: readonly Fact[]): Trouble {
  const acts = [...Object.values(c.scenes).flatMap((scene) => scene.acts), ...c.desk];
  const known = new Set<string>();
  let [transfers, repeats, contacts] = [0, 0, 0];
  for (const fact of facts) {
    if (fact.type === 'learned') known.add(fact.finding);
    if (fact.type === 'left') contacts++;
    if (fact.type !== 'acted' || !fact.contact) continue;
    const act = acts.find(({ ref }) => ref === fact.act);
    const { learns } = act?.change ?? { learns: [] };
    if (act?.kind === 'transfer') transfers++;
    if (act?.kind === 'ask' && learns.length > 0 && learns.every((finding) => known.has(finding))) repeats++;
  }
  return { transfers, repeats, contacts };
}
