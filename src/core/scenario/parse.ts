import type * as v from 'valibot';
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
import { withoutEchoes } from './echoes';
import type { Expr } from './expression';
import { Defects } from './issues';
import { placeholdersOf } from './placeholders';
import { Unreadable } from './unreadable';
import { entriesOf, read, readAll, type Entries, type Place } from './read';
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
  /**
   * 128-bit hash of the logic as its file states it, whatever the format adds to it when read. Words may be
   * corrected without changing it.
   */
  readonly hash: string;
}

/** The three files of a scenario as parsed, before anything is known about them; `Unreadable` for what would not parse. */
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
  if (defects.list.length > 0 || !zh || !en || !logic) return err(withoutEchoes(defects.list));
  return ok({ ...logic, texts: { 'zh-CN': zh, en } });
}

/**
 * Reads the logic alone, as the studio does while words are still being written.
 * @example parseLogic(load(yaml), 'scenarios/x/scenario.yaml')
 */
export function parseLogic(raw: unknown, file: string): Result<Logic, readonly Issue[]> {
  const defects = new Defects();
  const logic = readLogic(raw, file, defects);
  return logic && defects.list.length === 0 ? ok(logic) : err(withoutEchoes(defects.list));
}

function readLogic(raw: unknown, file: string, defects: Defects): Logic | undefined {
  if (isUnreadable(raw, file, defects)) return undefined;
  const spec = readSpec(upcast(raw, formats), file, defects);
  if (spec === undefined) return undefined;
  const expressions = collectExpressions(spec, file, defects);
  checkReferences(spec, { file, expressions }, defects);
  return { spec, expressions, hash: hashText(canonical(plain(entriesOf(raw)))) };
}

function isUnreadable(raw: unknown, file: string, defects: Defects): boolean {
  if (!(raw instanceof Unreadable)) return false;
  const { line, column, detail } = raw;
  defects.add('yaml', { file, path: `line ${String(line)}` }, { line, column, detail });
  return true;
}

function textFile(raw: RawScenario, locale: Locale): string {
  return `${raw.folder}/${locale}.yaml`;
}

/** Drops `undefined` members, which canonical JSON has no word for. */
function plain(value: unknown): Json {
  return parsedJson(JSON.stringify(value));
}

const PARTS = ['facts', 'vars', 'records', 'desk', 'scenes', 'timeline', 'rubric'] as const;

// What stands in for a broken member while the rest is checked. Nothing read with one of them is ever played.
const NOBODY = { id: 'nobody', tier: 'general', channel: 'phone', mood: 1, trust: 0, patience: 1 };
const BLANK_HEAD: Entries = {
  format: 1,
  id: 'none',
  code: 'S00',
  unit: 'u00',
  phase: 'transaction',
  level: 1,
  minutes: 1,
  starts: '2026-01-01T00:00',
  closes: '24:00',
  settles: 'D+99 00:00',
  first: 'none',
  leaves: 'none',
  lapses: 'none',
  core: ['R1'],
  customer: NOBODY,
  opening: [],
};
const BLANK_ACT: Entries = { act: 'say', marks: {}, set: {}, asks: {} };
const BLANK_RECORD: Entries = { system: 'oms', minutes: 0, reveals: [] };
const BLANK_TEXTS: Entries = {
  title: '–',
  summary: '–',
  customer: { name: '–', contact: '–', role: '–', wants: '–' },
  brief: { role: '–', situation: '–', goal: '–', authority: [] },
  opening: {},
  findings: {},
  records: {},
  desk: {},
  scenes: {},
  timeline: {},
  inputs: {},
};

function readSpec(logic: unknown, file: string, defects: Defects): Spec | undefined {
  const whole = entriesOf(logic);
  const rest = Object.fromEntries(
    Object.entries(whole).filter(([key]) => !PARTS.some((part) => part === key)),
  );
  const place = (path: string, blanks: Entries = {}): Place & { blanks: Entries } => ({
    file,
    path,
    defects,
    blanks,
  });
  const { findings } = rest;
  const words = Array.isArray(findings) ? findings.filter((item) => typeof item === 'string') : [];
  const head = read(headSchema, rest, place('', { ...BLANK_HEAD, findings: words }));
  for (const key of ['scenes', 'rubric'] as const)
    if (whole[key] === undefined) defects.add('missing-key', place(key), { id: key });
  const parts = {
    facts: readFacts(whole['facts'], place('facts')),
    vars: readAll(varSchema, whole['vars'], place('vars')),
    records: readAll(recordSchema, whole['records'], place('records', BLANK_RECORD)),
    desk: readAll(actSchema, whole['desk'], place('desk', BLANK_ACT)),
    scenes: readScenes(whole['scenes'], place('scenes')),
    timeline: readTimeline(whole['timeline'], place('timeline', { at: '24:00', marks: {}, set: {} })),
    rubric: readRubric(whole['rubric'], place('rubric', { points: 1 })),
  };
  return head && { ...head, ...parts };
}

/** A fact that cannot be read keeps its place as a number, so that those who use it are not blamed. */
function readFacts(value: unknown, place: Place): Spec['facts'] {
  const facts = readAll(factSchema, value, place);
  return Object.fromEntries(Object.keys(entriesOf(value)).map((id) => [id, facts[id] ?? 0]));
}

function readScenes(value: unknown, place: Place): Record<string, Scene> {
  const scenes = readAll(sceneSchema, value, place);
  const out: Record<string, Scene> = {};
  for (const [id, scene] of Object.entries(scenes)) {
    const path = `scenes.${id}.acts`;
    out[id] = { ...scene, acts: readAll(actSchema, scene.acts, { ...place, path, blanks: BLANK_ACT }) };
  }
  return out;
}

function readTimeline(value: unknown, place: Place): Spec['timeline'] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return Object.values(readAll(timelineSchema, Object.assign({}, value), place));
  place.defects.add('shape', place, { detail: 'a list / 须为列表' });
  return [];
}

function readRubric(value: unknown, place: Place): Spec['rubric'] {
  const rows = readAll(rubricEntrySchema, value, place);
  const out: Partial<Record<CriterionId, v.InferOutput<typeof rubricEntrySchema>>> = {};
  for (const [key, row] of Object.entries(rows)) {
    const id = CRITERIA.find((criterion) => criterion === key);
    const at = { file: place.file, path: `rubric.${key}` };
    if (id === undefined) place.defects.add('no-choice', at, { given: `"${key}"`, choices: 'R1.a … R7.d' });
    else out[id] = row;
  }
  return out;
}

function readTexts(raw: RawScenario, defects: Defects): Partial<Record<Locale, Texts>> {
  const out: Partial<Record<Locale, Texts>> = {};
  for (const locale of LOCALES) {
    const place = { file: textFile(raw, locale), path: '', defects, blanks: BLANK_TEXTS };
    if (isUnreadable(raw.texts[locale], place.file, defects)) continue;
    const words = read(textsSchema, raw.texts[locale], place);
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
