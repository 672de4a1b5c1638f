import { present } from '../base';
import type { CompiledCase } from './compile';
import type { Drain } from './contact';
import type { MayParams, Values } from './machine';
import type { Act, Spec, TimelineSpec } from './schema';

type Guard = { readonly type: 'may'; readonly params: MayParams };
type Action =
  | { readonly type: 'set'; readonly params: { readonly values: Values } }
  | { readonly type: 'mood' | 'trust'; readonly params: { readonly by: number } }
  | { readonly type: 'learn'; readonly params: { readonly bits: number } }
  | { readonly type: 'useUp'; readonly params: { readonly bit: number } }
  | { readonly type: 'hold'; readonly params: { readonly explained: boolean } }
  | { readonly type: 'pass'; readonly params: Drain };
interface Transition {
  readonly guard?: Guard;
  readonly target?: string;
  readonly actions?: Action[];
}
type Table = Record<string, Transition[]>;

/** Mood from which a customer is calm, and below which she is angry. */
export const CALM_FROM = 55;
export const ANGRY_BELOW = 30;

/** The scenes of a case as one region; every act is an event of its own. */
export function conversation(c: CompiledCase) {
  const { spec } = c.of.logic;
  const states = Object.fromEntries(Object.keys(spec.scenes).map((id) => [id, scene(c, id)]));
  const on: Table = { ...looks(c), ...acts(c, { scene: 'desk', table: spec.desk }) };
  for (const entry of spec.timeline)
    if (entry.to !== undefined) on[`due.${entry.id}`] = [{ ...guard(entry.when), target: `.${entry.to}` }];
  on['settle'] = [{ target: `.${spec.lapses}` }];
  return { initial: spec.first, on, states };
}

function scene(c: CompiledCase, id: string) {
  const { spec } = c.of.logic;
  const { acts: table } = present(spec.scenes[id], `scene ${id}`);
  const { line, ending, drain } = present(c.scenes[id], `scene ${id}`);
  const tick: Transition[] = [{ actions: [{ type: 'pass', params: drain }] }];
  const on = { ...acts(c, { scene: id, table }), tick };
  if (ending) return { on: { ...deaf(c), tick } };
  if (!line) return { on };
  const left = [{ guard: { type: 'gone' as const }, target: spec.leaves }];
  return { on: { ...on, close: [{ target: spec.lapses }] }, always: left };
}

/** Once the case has ended, nothing moves the conversation any more. */
function deaf(c: CompiledCase): Record<string, Transition> {
  const on: Record<string, Transition> = { settle: {} };
  for (const entry of c.timeline) if (entry.to !== undefined) on[`due.${entry.id}`] = {};
  return on;
}

function guard(
  conditions: string | undefined | readonly (string | undefined)[],
  more: MayParams = {},
): { guard?: Guard } {
  const list = typeof conditions === 'object' ? conditions : [conditions];
  const when = list.filter((source) => source !== undefined);
  const params: MayParams = when.length === 0 ? more : { ...more, when };
  return Object.keys(params).length === 0 ? {} : { guard: { type: 'may', params } };
}

function looks(c: CompiledCase): Table {
  return Object.fromEntries(
    c.records.map((record) => {
      const when = c.of.logic.spec.records[record.id]?.when;
      const more: MayParams = {
        unused: record.once,
        ...(record.within === 0 ? {} : { opened: record.within }),
      };
      const actions: Action[] = [
        { type: 'learn', params: { bits: record.learnBits } },
        { type: 'useUp', params: { bit: record.once } },
      ];
      return [`look.${record.id}`, [{ ...guard(when, more), actions }]];
    }),
  );
}

function acts(
  c: CompiledCase,
  from: { readonly scene: string; readonly table: Readonly<Record<string, Act>> },
): Table {
  const compiled = from.scene === 'desk' ? c.desk : (c.scenes[from.scene]?.acts ?? []);
  const out: Table = {};
  for (const act of compiled) {
    const spec = present(from.table[act.id], act.ref);
    const more: MayParams = act.once === 0 ? {} : { unused: act.once };
    const actions: Action[] = [
      ...consequences(c, spec),
      ...(act.once === 0 ? [] : [{ type: 'useUp' as const, params: { bit: act.once } }]),
      ...(spec.hold === undefined
        ? []
        : [{ type: 'hold' as const, params: { explained: spec.hold === 'explained' } }]),
    ];
    out[`act.${act.ref}`] = ways(spec).map((way) => ({
      ...guard([spec.when, way.when], more),
      ...(way.scene === undefined ? {} : { target: way.scene }),
      actions,
    }));
  }
  return out;
}

function ways(act: Act): readonly { readonly scene?: string; readonly when?: string | undefined }[] {
  if (act.to === undefined) return [{}];
  return typeof act.to === 'string' ? [{ scene: act.to }] : act.to;
}

function consequences(c: CompiledCase, from: Act | TimelineSpec): readonly Action[] {
  const bits = from.learns.reduce((all, id) => all | present(c.bits[id], id), 0);
  return [
    ...(Object.keys(from.set).length === 0 ? [] : [{ type: 'set' as const, params: { values: from.set } }]),
    ...(from.mood === 0 ? [] : [{ type: 'mood' as const, params: { by: from.mood } }]),
    ...(from.trust === 0 ? [] : [{ type: 'trust' as const, params: { by: from.trust } }]),
    ...(bits === 0 ? [] : [{ type: 'learn' as const, params: { bits } }]),
  ];
}

/** How the customer feels, from her mood; words for it are the page's. */
export function temper() {
  const to = (target: string, from: number, below: number) => ({
    guard: { type: 'mood' as const, params: { from, below } },
    target,
  });
  const [calm, tense, angry] = [
    to('calm', CALM_FROM, Infinity),
    to('tense', ANGRY_BELOW, CALM_FROM),
    to('angry', -Infinity, ANGRY_BELOW),
  ];
  const gone = { guard: { type: 'gone' as const }, target: 'gone' };
  return {
    initial: 'calm',
    states: {
      calm: { always: [gone, tense, angry] },
      tense: { always: [gone, calm, angry] },
      angry: { always: [gone, calm, tense] },
      gone: {},
    },
  };
}

/** Each event of the timeline waits, then happens or passes by. */
export function world(c: CompiledCase) {
  const { spec } = c.of.logic;
  const states = Object.fromEntries(spec.timeline.map((entry) => [entry.id, entryRegion(c, entry)]));
  return { type: 'parallel' as const, states };
}

function entryRegion(c: CompiledCase, entry: Spec['timeline'][number]) {
  const happens = { ...guard(entry.when), target: 'happened', actions: [...consequences(c, entry)] };
  return {
    initial: 'pending',
    states: {
      pending: { on: { [`due.${entry.id}`]: [happens, { target: 'passed' }] } },
      happened: {},
      passed: {},
    },
  };
}
