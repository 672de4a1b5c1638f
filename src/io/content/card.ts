import type { Localized } from '../../core/base';
import type { Phase, Right, Scenario } from '../../core/scenario';

/** What a list of cases shows; small enough to be part of the first page. */
export interface ScenarioCard {
  readonly id: string;
  readonly code: string;
  readonly unit: string;
  readonly phase: Phase;
  readonly level: 1 | 2 | 3;
  /** Real minutes a careful learner needs. */
  readonly minutes: number;
  readonly rights: readonly Right[];
  readonly title: Localized;
  readonly summary: Localized;
  readonly customer: Localized;
  readonly hash: string;
}

/**
 * The card of a scenario.
 * @example cardOf(scenario).code // 'S07'
 */
export function cardOf(scenario: Scenario): ScenarioCard {
  const { spec, texts, hash } = scenario;
  const pick = (read: (words: (typeof texts)['en']) => string): Localized => ({
    'zh-CN': read(texts['zh-CN']),
    en: read(texts.en),
  });
  return {
    id: spec.id,
    code: spec.code,
    unit: spec.unit,
    phase: spec.phase,
    level: spec.level,
    minutes: spec.minutes,
    rights: spec.core,
    title: pick((words) => words.title),
    summary: pick((words) => words.summary),
    customer: pick((words) => words.customer.name),
    hash,
  };
}
