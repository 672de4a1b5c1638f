import * as v from 'valibot';
import { present } from '../../src/core/base';
import { bundledCases } from './cases';
import { searchCosts } from './search-job';

// Searches in a process of its own: whoever waits for an answer can end it.

const jobSchema = v.variant('kind', [
  v.object({ kind: v.literal('start'), code: v.string(), seed: v.number() }),
  v.object({ kind: v.literal('without'), code: v.string(), seed: v.number(), without: v.string() }),
  v.object({ kind: v.literal('mistake'), code: v.string(), index: v.number() }),
]);
const cases = new Map(bundledCases().map(({ code, scenario }) => [code, scenario]));

process.on('message', (message: unknown) => {
  const job = v.parse(jobSchema, message);
  for (const cost of searchCosts(present(cases.get(job.code), job.code), job)) process.send?.({ cost });
  process.send?.({ done: true });
});
process.send?.({ done: true });
