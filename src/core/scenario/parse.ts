import * as v from 'valibot';
import {
  canonical,
  err,
  hashText,
  LOCALES,
  ok,
  parsedJson,
  upcast,
  type Issue,
  type Json,
  type Locale,
  type Result,
} from '../base';
import { checkReferences } from './check-references';
import { checkTexts } from './check-texts';
import { collectExpressions } from './collect-expressions';
import type { Expr } from './expression';
import { Defects } from './issues';
import { placeholdersOf } from './placeholders';
import {
  actSchema,
  factSchema,
  headSchema,
  recordSchema,
  rubricEntrySchema,
  sceneSchema,
  textsSchema,
  timelineSchema,
  varSchema,
  type Scene,
  type Spec,
  type Texts,
} from './schema';
import { CRITERIA, type CriterionId } from './terms';
import { leavesOf } from './text-leaves';
import { formats } from './versions';

/** A scenario that has passed every check: logic, compiled-ready expressions, words in every language. */
export interface Scenario {
  readonly spec: Spec;
  /** Checked expressions by their source text. */
  readonly expressions: Readonly<Record<string, Expr>>;
  readonly texts: Readonly<Record<Locale, Texts>>;
  /** 128-bit hash of the logic. Words may be corrected without changing it. */
  readonly hash: string;
}

/** The three files of a scenario as read, before anything is known about them. */
export interface RawScenario {
  readonly logic: unknown;
  readonly texts: Readonly<Record<Locale, unknown>>;
  /** Folder shown in issues, e.g. `scenarios/stockout-key-account`. */
  readonly folder: string;
}

/** What play needs of a scenario; words are loaded apart, one language at a time. */
export type Logic = Pick<Scenario, 'spec' | 'expressions' | 'hash'>;

/**
 * Reads a scenario of any known format version. Every defect of all three files is reported in one pass, with
 * file, path, code and remedy; a valid result has no dangling name, no ill-typed expression, no missing word.
 * @example parseScenario({ logic: load(yaml), texts: { 'zh-CN': zh, en }, folder: 'scenarios/x' })
 */
export function parseScenario(raw: RawScenario): Result<Scenario, readonly Issue[]> {
  const defects = new Defects();
  const logic = readLogic(raw.logic, `${raw.folder}/scenario.yaml`, defects);
  const texts = readTexts(raw, defects);
  for (const locale of LOCALES) {
    const words = texts[locale];
    if (words && logic) checkTexts({ spec: logic.spec, words, locale, file: textFile(raw, locale) }, defects);
  }
  const zh = texts['zh-CN'];
  const en = texts.en;
  if (zh && en) checkPair({ zh, en }, textFile(raw, 'en'), defects);
  if (defects.list.length > 0 || !zh || !en || !logic) return err(defects.list);
  return ok({ ...logic, texts: { 'zh-CN': zh, en } });
}

/**
 * Reads the logic alone, as the studio does while words are still being written.
 * @example parseLogic(load(yaml), 'scenarios/x/scenario.yaml')
 */
export function parseLogic(raw: unknown, file: string): Result<Logic, readonly Issue[]> {
  const defects = new Defects();
  const logic = readLogic(raw, file, defects);
  return logic && defects.list.length === 0 ? ok(logic) : err(defects.list);
}

function readLogic(raw: unknown, file: string, defects: Defects): Logic | undefined {
  const spec = readSpec(upcast(raw, formats), file, defects);
  if (spec === undefined) return undefined;
  const expressions = collectExpressions(spec, file, defects);
  checkReferences(spec, { file, expressions }, defects);
  return { spec, expressions, hash: hashText(canonical(plain(spec))) };
}

function textFile(raw: RawScenario, locale: Locale): string {
  return `${raw.folder}/${locale}.yaml`;
}

/** Drops `undefined` members, which canonical JSON has no word for. */
function plain(value: unknown): Json {
  return parsedJson(JSON.stringify(value));
}

type Entries = Readonly<Record<string, unknown>>;

function entriesOf(value: unknown): Entries {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads one entry; a defect is noted with its path and the entry is left out. */
function read<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  place: { readonly file: string; readonly path: string; readonly defects: Defects },
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const dotted = v.getDotPath(issue);
    const path = [place.path, dotted].filter(Boolean).join('.');
    place.defects.add('shape', { file: place.file, path }, { detail: issue.message });
  }
  return undefined;
}

/** Reads a table of entries one by one, so that a broken one does not hide the others. */
function readAll<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  place: { readonly file: string; readonly path: string; readonly defects: Defects },
): Record<string, v.InferOutput<S>> {
  const out: Record<string, v.InferOutput<S>> = {};
  for (const [key, entry] of Object.entries(entriesOf(value))) {
    const read1 = read(schema, entry, { ...place, path: `${place.path}.${key}` });
    if (read1 !== undefined) out[key] = read1;
  }
  return out;
}

const PARTS = ['facts', 'vars', 'records', 'desk', 'scenes', 'timeline', 'rubric'] as const;

function readSpec(logic: unknown, file: string, defects: Defects): Spec | undefined {
  const whole = entriesOf(logic);
  const rest = Object.fromEntries(
    Object.entries(whole).filter(([key]) => !PARTS.some((part) => part === key)),
  );
  const head = read(headSchema, rest, { file, path: '', defects });
  const place = (path: string): { file: string; path: string; defects: Defects } => ({ file, path, defects });
  const parts = {
    facts: readAll(factSchema, whole['facts'], place('facts')),
    vars: readAll(varSchema, whole['vars'], place('vars')),
    records: readAll(recordSchema, whole['records'], place('records')),
    desk: readAll(actSchema, whole['desk'], place('desk')),
    scenes: readScenes(whole['scenes'], file, defects),
    timeline: Object.values(readAll(timelineSchema, Object.assign({}, whole['timeline']), place('timeline'))),
    rubric: readRubric(whole['rubric'], file, defects),
  };
  return head && { ...head, ...parts };
}

function readScenes(value: unknown, file: string, defects: Defects): Record<string, Scene> {
  const scenes = readAll(sceneSchema, value, { file, path: 'scenes', defects });
  const out: Record<string, Scene> = {};
  for (const [id, scene] of Object.entries(scenes)) {
    out[id] = {
      ...scene,
      acts: readAll(actSchema, scene.acts, { file, path: `scenes.${id}.acts`, defects }),
    };
  }
  return out;
}

function readRubric(value: unknown, file: string, defects: Defects): Spec['rubric'] {
  const rows = readAll(rubricEntrySchema, value, { file, path: 'rubric', defects });
  const out: Partial<Record<CriterionId, v.InferOutput<typeof rubricEntrySchema>>> = {};
  for (const [key, row] of Object.entries(rows)) {
    const id = CRITERIA.find((criterion) => criterion === key);
    if (id === undefined) defects.add('shape', { file, path: `rubric.${key}` }, { detail: 'R1.a … R7.d' });
    else out[id] = row;
  }
  return out;
}

function readTexts(raw: RawScenario, defects: Defects): Partial<Record<Locale, Texts>> {
  const out: Partial<Record<Locale, Texts>> = {};
  for (const locale of LOCALES) {
    const words = read(textsSchema, raw.texts[locale], { file: textFile(raw, locale), path: '', defects });
    if (words) out[locale] = words;
  }
  return out;
}

/** Both languages must carry the same facts: equal placeholders in each text, equal rows in each table. */
function checkPair(
  { zh, en }: { readonly zh: Texts; readonly en: Texts },
  file: string,
  defects: Defects,
): void {
  const other = new Map(leavesOf(zh));
  for (const [path, text] of leavesOf(en)) {
    const counterpart = other.get(path);
    const [a, b] = [counterpart ?? '', text].map((t) => placeholdersOf(t).sort().join(' '));
    if (counterpart === undefined) defects.add('uneven-locales', { file, path }, { detail: 'zh-CN: –' });
    else if (a !== b)
      defects.add('uneven-locales', { file, path }, { detail: `{${a ?? ''}} ≠ {${b ?? ''}}` });
    other.delete(path);
  }
  for (const path of other.keys()) defects.add('uneven-locales', { file, path }, { detail: 'en: –' });
}
