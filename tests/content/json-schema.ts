import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { parsedJson, type Json } from '../../src/core/base';
import {
  actSchema,
  factSchema,
  headSchema,
  recordSchema,
  rubricEntrySchema,
  sceneSchema,
  timelineSchema,
  varSchema,
} from '../../src/core/scenario/schema';
import { CRITERIA } from '../../src/core/scenario/terms';

/**
 * The JSON Schema of scenario.yaml, so that an author's editor completes and underlines.
 * Written to public/scenario.schema.json; a test fails when that file is stale.
 * @example scenarioJsonSchema()
 */
export function scenarioJsonSchema(): Json {
  const table = (entry: v.GenericSchema): v.GenericSchema => v.record(v.string(), entry);
  const scene = v.strictObject({ ...sceneSchema.entries, acts: v.optional(table(actSchema)) });
  const rubric = v.record(v.picklist(CRITERIA), rubricEntrySchema);
  const whole = v.strictObject({
    ...headSchema.entries,
    facts: table(factSchema),
    vars: table(varSchema),
    records: table(recordSchema),
    desk: v.optional(table(actSchema)),
    scenes: table(scene),
    timeline: v.array(timelineSchema),
    rubric,
  });
  const schema = toJsonSchema(whole, { errorMode: 'ignore', typeMode: 'input' });
  return parsedJson(JSON.stringify({ ...schema, title: 'A case of Seven Rights: scenario.yaml' }));
}

/** Where the schema lies; every scenario.yaml names it in its first line. */
export const schemaFile = join(import.meta.dirname, '..', '..', 'public', 'scenario.schema.json');

/** The file's exact text. */
export function schemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 1)}\n`;
}
