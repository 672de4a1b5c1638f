import { present } from '../../src/core/base';
import type { CompiledAct, CompiledCase } from '../../src/core/scenario';
import type { Played } from './cases';

/** What plays of generated cases must meet between them, so that the laws speak of the whole format. */
export const MECHANICS = [
  'two numbers under a total',
  'a number where less than the field allows was left',
  'an act after its clock',
  'an act up to its clock',
  'a hint',
  'a colleague at the desk',
  'a word from the desk to the customer',
  'a supervisor',
  'a transfer',
  'a wait in a chat',
  'an urgent wait',
  'letters',
  'a first response on another channel',
  'a promise renewed',
  'a delivery with a minute of its own',
  'money worth a part',
  'an event that interrupts',
  'a customer who leaves',
] as const;
export type Mechanic = (typeof MECHANICS)[number];

/** The mechanics that one play met. */
export function mechanicsOf(c: CompiledCase, { log, runs, facts }: Played): readonly Mechanic[] {
  const acts = new Map(
    [...Object.values(c.scenes).flatMap((scene) => scene.acts), ...c.desk].map((act) => [act.ref, act]),
  );
  return [
    ...log.flatMap(({ input, at }, index): readonly Mechanic[] => {
      if (input.kind !== 'act') return [];
      const act = present(acts.get(input.act), input.act);
      return [...ofAct(act, at), ...ofNumbers(act, present(runs[index], 'state'))];
    }),
    ...facts.flatMap(ofFact),
    ...runs.flatMap(({ scene }): readonly Mechanic[] =>
      c.scenes[scene]?.channel === 'email' ? ['letters'] : [],
    ),
    ...runs.flatMap((run, index) =>
      ofWait(c, { run, fact: facts.find((one) => one.input === index && one.type === 'waited') }),
    ),
    ...facts.flatMap((fact): readonly Mechanic[] => {
      const entry = fact.type === 'happened' ? c.timeline.find(({ id }) => id === fact.entry) : undefined;
      const moved = facts.some(
        (one) => one.type === 'entered' && one.at === fact.at && one.scene === entry?.to,
      );
      return entry?.to !== undefined && moved ? ['an event that interrupts'] : [];
    }),
  ];
}

function ofAct(act: CompiledAct, at: number): readonly Mechanic[] {
  const out: Mechanic[] = [];
  if (act.until !== undefined)
    out.push(act.until <= at ? 'an act after its clock' : 'an act up to its clock');
  if (act.kind === 'hint') out.push('a hint');
  else if (act.scene === 'desk')
    out.push(act.waiting ? 'a colleague at the desk' : 'a word from the desk to the customer');
  if (act.kind === 'escalate') out.push('a supervisor');
  if (act.kind === 'transfer') out.push('a transfer');
  return out;
}

function ofNumbers(act: CompiledAct, run: Played['runs'][number]): readonly Mechanic[] {
  const total = act.total?.({ vars: run.vars, known: run.known, input: {} });
  if (total === undefined || Object.keys(act.asks).length < 2) return [];
  const most = Object.values(act.asks).reduce((sum, { max }) => sum + max, 0);
  return total < most
    ? ['two numbers under a total', 'a number where less than the field allows was left']
    : ['two numbers under a total'];
}

function ofFact(fact: Played['facts'][number]): readonly Mechanic[] {
  if (fact.type === 'renewed') return ['a promise renewed'];
  if (fact.type === 'left') return ['a customer who leaves'];
  if (fact.type === 'answered' && fact.channel !== undefined) return ['a first response on another channel'];
  if (fact.type === 'delivered' && fact.arrived !== undefined) return ['a delivery with a minute of its own'];
  return fact.type === 'spent' && fact.share !== undefined ? ['money worth a part'] : [];
}

function ofWait(
  c: CompiledCase,
  { run, fact }: { readonly run: Played['runs'][number]; readonly fact: Played['facts'][number] | undefined },
): readonly Mechanic[] {
  if (fact === undefined) return [];
  const urgent = c.of.logic.spec.customer.urgent === true;
  return [
    ...(c.scenes[run.scene]?.channel === 'chat' ? (['a wait in a chat'] as const) : []),
    ...(urgent ? (['an urgent wait'] as const) : []),
  ];
}
