import * as v from 'valibot';
import type { Localized } from '../base';
import type { Defects, Spot } from './defects';
import type { Row, Term, Unit } from './model';
import { shaped, slug, words } from './shape';
import type { Tools } from './token';

const both = v.strictObject({ 'zh-CN': words, en: words });
const period = v.pipe(v.number(), v.integer(), v.minValue(0));
const unit = v.strictObject({
  title: both,
  hours: v.strictObject({ h72: period, h48: period, h32: period }),
  after: v.array(v.string()),
  methods: v.strictObject({ 'zh-CN': v.array(words), en: v.array(words) }),
  sections: v.record(v.pipe(v.string(), v.regex(/^s\d+$/)), both),
  labs: v.record(v.pipe(v.string(), v.regex(/^L\d+\.\d+$/)), both),
});
const unitName = v.pipe(v.string(), v.regex(/^u\d\d$/));
const row = v.strictObject({
  'zh-CN': words,
  en: words,
  units: v.optional(v.array(v.string()), []),
  noise: v.optional(v.boolean(), false),
  doubtful: v.optional(v.boolean(), false),
});
const term = v.strictObject({ term: words, meaning: words });
const terms = v.record(slug, v.strictObject({ 'zh-CN': term, en: term }));

/** A YAML file as it lies on disk. */
export interface PlainFile {
  readonly file: string;
  readonly text: string;
}

interface Means {
  readonly tools: Tools;
  readonly defects: Defects;
}

function dataOf<S extends v.GenericSchema>(
  schema: S,
  { file, text }: PlainFile,
  { tools, defects }: Means,
): v.InferOutput<S> | undefined {
  const parsed = tools.yaml(text);
  const spot: Spot = { file, line: 1, path: '' };
  if (parsed.ok) return shaped(schema, parsed.value, { spot, defects });
  defects.add('yaml', { ...spot, line: 1 + parsed.error.line }, { detail: parsed.error.reason });
  return undefined;
}

const named = (table: Readonly<Record<string, Localized>>) =>
  Object.entries(table).map(([id, title]) => ({ id, title }));

/**
 * The units of the course out of `units.yaml`, in the order of the file.
 * @example readUnits({ file: 'content/lessons/units.yaml', text }, { tools, defects })
 */
export function readUnits(source: PlainFile, means: Means): readonly Unit[] {
  const read = dataOf(v.record(unitName, unit), source, means) ?? {};
  const units = Object.entries(read).map(([id, plan]) => ({
    ...plan,
    id,
    sections: named(plan.sections),
    labs: named(plan.labs),
  }));
  const place = (path: string): Spot => ({ file: source.file, line: 1, path });
  for (const [index, { id, after }] of units.entries())
    for (const before of after) {
      const at = units.findIndex((other) => other.id === before);
      if (at < 0) means.defects.add('unknown-unit', place(`${id}.after`), { id: before });
      else if (at >= index) means.defects.add('circle', place(`${id}.after`), { id });
    }
  return units;
}

/**
 * The topics that the course must tell, out of `inventory.yaml`.
 * @example readRows({ file: 'content/inventory.yaml', text }, { tools, defects })
 */
export function readRows(source: PlainFile, means: Means): readonly Row[] {
  const read = dataOf(v.record(v.pipe(v.string(), v.regex(/^D\d-\d{3}$/)), row), source, means) ?? {};
  return Object.entries(read).map(([id, { units, noise, doubtful, ...title }]) => ({
    id,
    title,
    units,
    noise,
    doubtful,
  }));
}

/** A glossary term in both languages. */
export interface TermPair {
  readonly id: string;
  readonly 'zh-CN': Term;
  readonly en: Term;
}

/**
 * Glossary terms out of one file.
 * @example readTerms({ file: 'content/lessons/u05/terms.yaml', text }, { tools, defects })
 */
export function readTerms(source: PlainFile, means: Means): readonly TermPair[] {
  return Object.entries(dataOf(terms, source, means) ?? {}).map(([id, pair]) => ({ id, ...pair }));
}
