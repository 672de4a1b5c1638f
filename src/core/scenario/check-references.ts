import { minutes, parseClock } from '../base';
import { actsOf, wantedOf } from './collect-expressions';
import { namesIn, type Expr } from './expression';
import type { Defects, IssueCode } from './issues';
import type { Act, Spec, TimelineSpec } from './schema';

interface Source {
  readonly file: string;
  readonly expressions: Readonly<Record<string, Expr>>;
}

/** The most findings, and the most single-use look-ups and acts, that fit the run's bit sets. */
export const MOST_FINDINGS = 30;
export const MOST_ONCE = 31;

/**
 * Checks that every name in the logic leads somewhere, clocks are in order, and no scene is a trap or an island.
 * @example checkReferences(spec, { file: 'scenario.yaml', expressions }, defects)
 */
export function checkReferences(spec: Spec, source: Source, defects: Defects): void {
  const add = (code: IssueCode, path: string, params: Record<string, string | number> = {}): void => {
    defects.add(code, { file: source.file, path }, params);
  };
  checkHead(spec, add);
  checkDraws(spec, add);
  for (const { act, path } of actsOf(spec)) {
    checkConsequences(spec, { of: act, path }, add);
    checkAct(spec, { act, path }, add);
  }
  spec.timeline.forEach((entry, i) => {
    checkConsequences(spec, { of: entry, path: `timeline.${String(i)}` }, add);
    if (entry.to !== undefined) checkScene(spec, { id: entry.to, path: `timeline.${String(i)}.to` }, add);
    if (entry.emits.some((emit) => emit.fact === 'hinted'))
      add('hint', `timeline.${String(i)}.emits`, { id: entry.id, detail: 'timeline' });
  });
  checkIds(spec, add);
  checkNames(spec, add);
  checkRecords(spec, add);
  checkRubric(spec, add);
  checkScenes(spec, add);
  checkEnds(spec, add);
  checkUse(spec, source, add);
}

type Add = (code: IssueCode, path: string, params?: Record<string, string | number>) => void;

function checkScene(spec: Spec, at: { readonly id: string; readonly path: string }, add: Add): void {
  if (!Object.hasOwn(spec.scenes, at.id)) add('unknown-scene', at.path, { id: at.id });
}

function checkHead(spec: Spec, add: Add): void {
  checkScene(spec, { id: spec.first, path: 'first' }, add);
  for (const key of ['leaves', 'lapses'] as const) {
    checkScene(spec, { id: spec[key], path: key }, add);
    if (spec.scenes[spec[key]]?.ending === false) add('ending', key, { id: spec[key] });
  }
  const start = parseClock(spec.starts.slice(11)) ?? minutes(0);
  const closes = parseClock(spec.closes) ?? minutes(0);
  const settles = parseClock(spec.settles) ?? minutes(0);
  if (closes <= start || settles < closes) add('clock', 'closes', { detail: 'starts < closes ≤ settles' });
  spec.timeline.forEach((entry, i) => {
    const at = parseClock(entry.at) ?? minutes(0);
    if (at <= start || at > settles)
      add('clock', `timeline.${String(i)}.at`, { detail: `starts < ${entry.at} ≤ settles` });
  });
  const last = spec.opening.at(-1);
  if (!last || last.when !== undefined) add('open-choice', 'opening', { id: 'opening' });
}

function checkDraws(spec: Spec, add: Add): void {
  for (const [id, source] of Object.entries(spec.facts)) {
    if (typeof source !== 'object') continue;
    if ('oneOf' in source) {
      const kinds = new Set(source.oneOf.map(wantedOf));
      if (kinds.size > 1) add('draw', `facts.${id}.oneOf`, { detail: 'oneOf: one type / 同一类型' });
      if (source.weights && source.weights.length !== source.oneOf.length)
        add('draw', `facts.${id}.weights`, { detail: 'weights ≠ oneOf' });
      if (source.weights && (source.weights.some((w) => w < 0) || source.weights.every((w) => w === 0)))
        add('draw', `facts.${id}.weights`, { detail: 'weights ≥ 0, Σ ≥ 1' });
    }
    if ('from' in source && source.from > source.to) add('draw', `facts.${id}`, { detail: 'from > to' });
  }
}

function checkConsequences(
  spec: Spec,
  at: { readonly of: Act | TimelineSpec; readonly path: string },
  add: Add,
): void {
  const { of, path } = at;
  for (const finding of of.learns)
    if (!spec.findings.includes(finding)) add('unknown-finding', `${path}.learns`, { id: finding });
  for (const [id, value] of Object.entries(of.set)) {
    const first = Object.hasOwn(spec.vars, id) ? spec.vars[id] : undefined;
    if (first === undefined) add('unknown-variable', `${path}.set.${id}`, { id });
    else if (typeof value !== 'object' && wantedOf(value) !== wantedOf(first))
      add('value-type', `${path}.set.${id}`, { id, wanted: wantedOf(first) });
  }
  for (const id of Object.keys(of.marks))
    if (!Object.hasOwn(spec.rubric, id)) add('not-in-rubric', `${path}.marks.${id}`, { id });
  of.emits.forEach((emit, i) => {
    const where = `${path}.emits.${String(i)}`;
    if (emit.fact === 'hinted' && !Object.hasOwn(spec.rubric, emit.criterion))
      add('not-in-rubric', where, { id: emit.criterion });
    if ('promise' in emit && !promisesOf(spec).has(emit.promise))
      add('unknown-promise', where, { id: emit.promise });
    if ('deadline' in emit && !Object.hasOwn(spec.rubric['R4.d']?.deadlines ?? {}, emit.deadline))
      add('unknown-deadline', where, { id: emit.deadline });
  });
}

function promisesOf(spec: Spec): ReadonlySet<string> {
  const lists = [spec.rubric['R4.b']?.promises, spec.rubric['R4.c']?.promises];
  return new Set(lists.flatMap((list) => Object.keys(list ?? {})));
}

/** Scenes an act may lead to; none when it stays where it is. */
export function targetsOf(act: Act): readonly string[] {
  if (act.to === undefined) return [];
  return typeof act.to === 'string' ? [act.to] : act.to.map((t) => t.scene);
}

function checkAct(spec: Spec, at: { readonly act: Act; readonly path: string }, add: Add): void {
  const { act, path } = at;
  for (const id of targetsOf(act)) checkScene(spec, { id, path: `${path}.to` }, add);
  if (path.startsWith('desk.') && act.to !== undefined)
    add('shape', `${path}.to`, { detail: 'a desk act stays in its scene' });
  const choices = [typeof act.to === 'object' ? act.to.at(-1) : undefined, act.replies.at(-1)];
  for (const last of choices) if (last?.when !== undefined) add('open-choice', path, { id: path });
  for (const [id, ask] of Object.entries(act.asks))
    if (ask.max < ask.min || (ask.max - ask.min) % ask.step !== 0)
      add('shape', `${path}.asks.${id}`, { detail: 'min + n × step = max' });
  checkTotal(act, path, add);
  checkHint(act, path, add);
}

/** With every number at 0 any total is kept, so the act is always possible. */
function checkTotal({ asks, total }: Act, path: string, add: Add): void {
  if (total === undefined) return;
  const fields = Object.values(asks);
  const units = new Set(fields.map((ask) => ask.unit));
  const detail = fields.map(({ min, unit }) => `${String(min)} ${unit}`).join(', ') || '–';
  if (fields.length < 2 || units.size > 1 || units.has('clock') || fields.some((ask) => ask.min !== 0))
    add('total', `${path}.total`, { detail });
}

/** A hint costs its criterion a quarter and nothing else: so it can never be worth taking for the score. */
function checkHint(act: Act, path: string, add: Add): void {
  const hints = act.emits.filter((emit) => emit.fact === 'hinted').length;
  if (act.act !== 'hint') {
    if (hints > 0) add('hint', `${path}.emits`, { id: path, detail: `act: ${act.act}` });
    return;
  }
  const surplus = [
    ...(act.minutes > 0 ? ['minutes'] : []),
    ...(['until', 'hold', 'to', 'total'] as const).filter((key) => act[key] !== undefined),
    ...(['mood', 'trust'] as const).filter((key) => act[key] !== 0),
    ...(['set', 'marks', 'asks'] as const).filter((key) => Object.keys(act[key]).length > 0),
    ...(act.learns.length > 0 ? ['learns'] : []),
    ...(act.repeat ? ['repeat'] : []),
  ];
  if (hints === 0 || hints < act.emits.length) surplus.push('emits');
  if (surplus.length > 0) add('hint', path, { id: path, detail: surplus.join(', ') });
}

/** Ids in lists may repeat where ids in tables cannot. `desk` is taken: its acts are at hand in every scene. */
function checkIds(spec: Spec, add: Add): void {
  const each = (list: readonly string[], path: string): void => {
    list.forEach((id, i) => {
      if (list.indexOf(id) !== i) add('duplicate', `${path}.${String(i)}`, { id });
    });
  };
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((entry) => entry.id);
  each(spec.findings, 'findings');
  each(ids(spec.opening), 'opening');
  each(ids(spec.timeline), 'timeline');
  for (const { act, path } of actsOf(spec)) each(ids(act.replies), `${path}.replies`);
  if (Object.hasOwn(spec.scenes, 'desk')) add('duplicate', 'scenes.desk', { id: 'desk' });
}

/** A text names facts, variables and inputs alike, so no name may be two of them. */
function checkNames(spec: Spec, add: Add): void {
  for (const id of Object.keys(spec.vars))
    if (Object.hasOwn(spec.facts, id)) add('ambiguous-name', `vars.${id}`, { id, kinds: 'fact + var' });
  for (const { act, path } of actsOf(spec))
    for (const id of Object.keys(act.asks)) {
      const kinds = [Object.hasOwn(spec.facts, id) ? 'fact' : '', Object.hasOwn(spec.vars, id) ? 'var' : ''];
      const clash = kinds.filter((kind) => kind !== '');
      if (clash.length > 0)
        add('ambiguous-name', `${path}.asks.${id}`, { id, kinds: [...clash, 'input'].join(' + ') });
    }
}

function checkRecords(spec: Spec, add: Add): void {
  for (const [id, record] of Object.entries(spec.records)) {
    for (const finding of record.reveals)
      if (!spec.findings.includes(finding)) add('unknown-finding', `records.${id}.reveals`, { id: finding });
    if (record.within !== undefined && !Object.hasOwn(spec.records, record.within))
      add('unknown-record', `records.${id}.within`, { id: record.within });
  }
}

function checkRubric(spec: Spec, add: Add): void {
  for (const [id, row] of Object.entries(spec.rubric)) {
    for (const finding of row.findings ?? [])
      if (!spec.findings.includes(finding)) add('unknown-finding', `rubric.${id}.findings`, { id: finding });
    for (const promise of typeof row.tau === 'object' ? Object.keys(row.tau) : [])
      if (!Object.hasOwn(row.promises ?? {}, promise))
        add('unknown-promise', `rubric.${id}.tau.${promise}`, { id: promise });
    const key = NEEDS[id];
    if (key !== undefined && Object.keys(row[key] ?? {}).length === 0)
      add('rubric-lacks', `rubric.${id}.${key}`, { id, key });
  }
  const marked = new Set(
    [...actsOf(spec).map((a) => a.act), ...spec.timeline].flatMap((from) => Object.keys(from.marks)),
  );
  for (const id of MARKED)
    if (Object.hasOwn(spec.rubric, id) && !marked.has(id)) add('never-fed', `rubric.${id}`, { id });
}

/** Criteria that are counted over a list of the rubric row; without the list they are always 0. */
const NEEDS: Readonly<Record<string, 'findings' | 'promises' | 'deadlines'>> = {
  'R2.a': 'findings',
  'R4.b': 'promises',
  'R4.c': 'promises',
  'R4.d': 'deadlines',
  'R7.a': 'findings',
};

/** Criteria whose evidence is graded in the option table rather than computed. */
const MARKED = [
  ...['R1.c', 'R1.d', 'R2.c', 'R2.d', 'R3.a', 'R5.a', 'R5.b', 'R5.c', 'R6.b', 'R6.c', 'R6.d'],
  ...['R7.b', 'R7.c', 'R7.d'],
];

function checkScenes(spec: Spec, add: Add): void {
  const reached = new Set([spec.first, spec.leaves, spec.lapses]);
  for (const entry of spec.timeline) if (entry.to !== undefined) reached.add(entry.to);
  for (const scene of reached)
    for (const act of Object.values(spec.scenes[scene]?.acts ?? {}))
      for (const next of targetsOf(act)) reached.add(next);
  for (const [id, scene] of Object.entries(spec.scenes)) {
    const path = `scenes.${id}`;
    const acts = Object.values(scene.acts);
    if (!reached.has(id)) add('unreached-scene', path, { id });
    if (scene.ending && acts.length > 0) add('ending', path, { id });
    if (!scene.ending && !acts.some((act) => act.when === undefined && act.to !== undefined))
      add('dead-end', path, { id });
  }
}

/** Whatever can be repeated takes time, so every play ends: repeats, and circles of scenes. */
function checkEnds(spec: Spec, add: Add): void {
  for (const { act, path } of actsOf(spec))
    if (act.repeat && act.minutes === 0 && act.to === undefined) add('endless', path, { id: path });
  const quick = (id: string): readonly string[] =>
    Object.values(spec.scenes[id]?.acts ?? {}).flatMap((act) => (act.minutes === 0 ? targetsOf(act) : []));
  for (const id of Object.keys(spec.scenes)) {
    const ahead = new Set(quick(id));
    for (const scene of ahead) for (const next of quick(scene)) ahead.add(next);
    if (ahead.has(id)) add('endless', `scenes.${id}`, { id });
  }
}

function checkUse(spec: Spec, source: Source, add: Add): void {
  const read = new Set(Object.values(source.expressions).flatMap((expr) => namesIn(expr)));
  for (const id of Object.keys(spec.vars))
    if (!read.has(`vars.${id}`)) add('unused-name', `vars.${id}`, { id });
  const revealed = new Set([
    ...Object.values(spec.records).flatMap((record) => record.reveals),
    ...[...actsOf(spec).map((a) => a.act), ...spec.timeline].flatMap((from) => from.learns),
  ]);
  for (const id of spec.findings) if (!revealed.has(id)) add('unused-name', `findings.${id}`, { id });
  const once =
    Object.keys(spec.records).length +
    actsOf(spec).filter(({ act }) => act.to === undefined && !act.repeat).length;
  if (once > MOST_ONCE) add('too-many', 'records', { what: 'records + acts', limit: MOST_ONCE });
  if (spec.findings.length > MOST_FINDINGS)
    add('too-many', 'findings', { what: 'findings', limit: MOST_FINDINGS });
}
