import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Json } from '../base';
import {
  actSchema,
  factSchema,
  headSchema,
  recordSchema,
  rubricEntrySchema,
  sceneSchema,
  timelineSchema,
  varSchema,
} from './schema';
import { CRITERIA } from './terms';

/**
 * The JSON Schema of scenario.yaml, so that an author's editor completes and underlines.
 * Written to public/scenario.schema.json; a test fails when that file is stale.
 * @example JSON.stringify(scenarioJsonSchema(), null, 2)
 */
export function scenarioJsonSchema(): Json {
  const table = <S extends v.GenericSchema>(entry: S): v.GenericSchema => v.record(v.string(), entry);
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
  const schema: Json = JSON.parse(JSON.stringify(toJsonSchema(whole, { errorMode: 'ignore', typeMode: 'input' })));
  return schema;
}
