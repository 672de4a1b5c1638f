import { present } from '../../core/base';
import type { Run, Typed } from '../../core/attempt';
import { compileCase, type CompiledCase } from '../../core/scenario';

/** Which wording of a text fits a case: ids of the scenario file. */
export interface Variants {
  /** The first words of the customer. */
  readonly opening: (run: Run) => string;
  /** What an act is answered with; undefined where there is one answer for every case. `run` is the state before. */
  readonly reply: (act: string, run: Run, typed: Typed) => string | undefined;
}

type Choices = readonly { readonly id: string; readonly when?: string | undefined }[];
type Spec = CompiledCase['of']['logic']['spec'];

const OPENING = 'opening';

/**
 * Prepares the choice of wordings for one case. The conditions are those of acts, so they are compiled as acts of
 * a case that has nothing else: one meaning of an expression, however it is used.
 * @example variantsOf(compiled).opening(begin(compiled)) // 'zhou'
 */
export function variantsOf(c: CompiledCase): Variants {
  const { logic } = c.of;
  const tests = testsOf(logic.spec);
  const desk = Object.fromEntries(tests.map(({ key, when }) => [key, { ...BLANK, when }]));
  const probe = compileCase({ ...c.of, logic: { ...logic, spec: { ...logic.spec, desk } } });
  const may = new Map(probe.desk.map((act) => [act.id, act.change.may]));
  const pick = (of: string, run: Run, input: Typed): string | undefined => {
    const env = { vars: run.vars, known: run.known, input };
    return tests.find(({ key, owner }) => owner === of && present(may.get(key), key)(env))?.id;
  };
  return {
    opening: (run) => present(pick(OPENING, run, {}), 'an opening for every case'),
    reply: (act, run, typed) => pick(act, run, typed),
  };
}

const BLANK: Spec['desk'][string] = {
  act: 'note',
  minutes: 0,
  mood: 0,
  trust: 0,
  set: {},
  learns: [],
  marks: {},
  emits: [],
  asks: {},
  tempting: false,
  repeat: true,
  replies: [],
};

interface Test {
  readonly owner: string;
  readonly id: string;
  readonly key: string;
  readonly when: string | undefined;
}

function testsOf(spec: Spec): readonly Test[] {
  const acts = [
    ...Object.entries(spec.desk).map(([id, act]) => [`desk.${id}`, act] as const),
    ...Object.entries(spec.scenes).flatMap(([scene, { acts }]) =>
      Object.entries(acts).map(([id, act]) => [`${scene}.${id}`, act] as const),
    ),
  ];
  return [...testsFor(OPENING, spec.opening), ...acts.flatMap(([ref, act]) => testsFor(ref, act.replies))];
}

function testsFor(owner: string, choices: Choices): readonly Test[] {
  return choices.map(({ id, when }) => ({ owner, id, key: `${owner}/${id}`, when }));
}
