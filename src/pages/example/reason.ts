import { CRITERIA, type CriterionId } from '../../core/scenario';
import type { View } from '../../ui/review/debrief-model';

/**
 * The criteria that ask for what an input, counted from 0, found out.
 * @example askedBy(view, 2) // ['R2.a']
 */
export function askedBy({ graded, telling }: View, index: number): readonly CriterionId[] {
  const found = new Set(
    graded.replayed.facts.flatMap((fact) =>
      fact.type === 'learned' && fact.input === index ? [fact.finding] : [],
    ),
  );
  const { rubric } = telling.c.of.logic.spec;
  return CRITERIA.filter((id) => rubric[id]?.findings?.some((finding) => found.has(finding)) === true);
}
