import { firstResponse, priceBand, satisfaction, stayProbability } from '../scoring';
import type { Limits } from './limits';

// Lab L8.3. Three kinds of fairness and what they do to satisfaction: D, Pj, I and Z of the 7R scoring model §7. How
// minutes and yuan become shares is our own assumption, told beside each input; the case is “broken tea sets”.

/** What is spent on one recovery. */
export interface Recovery {
  /** Minutes of listening and of owning the failure, 2 for full marks. */
  readonly apology: number;
  /** Minutes of asking what it was for and by when, 5 for full marks. */
  readonly asking: number;
  /** Minutes until somebody answers: 120 for full marks, none from 480 on. */
  readonly wait: number;
  /** Times the customer is handed on; each costs half of the share. */
  readonly handovers: number;
  /** Ways out to choose from: none 0.25, one 0.7, two 1. Each takes 4 minutes to prepare. */
  readonly choices: number;
  /** Yuan offered; the rule's band is 2,722 … 3,222. */
  readonly money: number;
}
export const RECOVERY: Recovery = { apology: 0, asking: 0, wait: 480, handovers: 1, choices: 0, money: 1000 };
export const MONEY_ONLY: Recovery = {
  apology: 0,
  asking: 0,
  wait: 480,
  handovers: 2,
  choices: 0,
  money: 3222,
};
export const RECOVERY_LIMITS: Readonly<Record<keyof Recovery, Limits>> = {
  apology: { min: 0, max: 6, step: 0.5 },
  asking: { min: 0, max: 10, step: 0.5 },
  wait: { min: 0, max: 1020, step: 30 },
  handovers: { min: 0, max: 3, step: 1 },
  choices: { min: 0, max: 3, step: 1 },
  money: { min: 0, max: 9600, step: 1 },
};
export const BAND = { low: 2722, high: 3222 } as const;
const CHOICE_MINUTES = 4;

/** What the customer makes of it. Shares 0 … 1. */
export interface Recovered {
  readonly outcome: number;
  readonly process: number;
  readonly treatment: number;
  /** 0 … 100 */
  readonly mood: number;
  readonly satisfaction: number;
  readonly stays: number;
  /** Minutes of work. */
  readonly minutes: number;
}

/**
 * The recovery as the customer sees it: D = mean(fit, amount), Pj = mean(answer, desk), I = mean(tone, asking),
 * Z = 0.35·D + 0.25·Pj + 0.25·I + 0.15·M/100. Mood starts at 30, trust at 60.
 * @example recovered(MONEY_ONLY).treatment // 0
 */
export function recovered(plan: Recovery): Recovered {
  const amount = priceBand(plan.money, BAND);
  const outcome = (fitOf(plan.choices) + amount) / 2;
  const desk = Math.max(0, 1 - plan.handovers / 2);
  const process = (firstResponse(plan.wait, 'email') + desk) / 2;
  const treatment = (share(plan.apology, 2) + share(plan.asking, 5)) / 2;
  const mood = Math.min(100, Math.max(0, 30 + moodOf(plan, amount)));
  const trust = 60 + (plan.apology >= 1 ? 2 : 0) + (plan.choices >= 2 ? 4 : 0) + offer(amount, 4, -6);
  const z = satisfaction({ outcome, process, treatment }, mood);
  return {
    outcome,
    process,
    treatment,
    mood,
    satisfaction: z,
    stays: stayProbability('general', { satisfaction: z, trust }),
    minutes: plan.apology + plan.asking + CHOICE_MINUTES * plan.choices,
  };
}

function share(spent: number, full: number): number {
  return Math.min(1, spent / full);
}

function fitOf(choices: number): number {
  if (choices === 0) return 0.25;
  return choices === 1 ? 0.7 : 1;
}

/** Acknowledging +8 and once more +3, a choice of two +8, an offer in the band +10, an insulting one −10, a transfer −8 (§7). */
function moodOf(plan: Recovery, amount: number): number {
  const heard = (plan.apology >= 1 ? 8 : 0) + (plan.apology >= 2 ? 3 : 0);
  return heard + (plan.choices >= 2 ? 8 : 0) + offer(amount, 10, -10) - 8 * plan.handovers;
}

function offer(amount: number, inside: number, insulting: number): number {
  if (amount === 1) return inside;
  return amount === 0 ? insulting : 0;
}
