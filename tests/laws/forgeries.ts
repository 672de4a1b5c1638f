import { invariant, present, type Dice, type Json } from '../../src/core/base';
import { begin, eventToJson, offers, step, type Input, type Refusal } from '../../src/core/attempt';
import type { CaseShelf, CaseWork, Handin } from '../../src/core/course';
import { encodeHandin, toCode } from '../../src/core/interop';
import type { CompiledCase, Logic } from '../../src/core/scenario';
import { countedOf, markOf } from './classroom';

/** A code somebody laid hands on, and what an importer must say to it. */
export interface Forged {
  readonly code: string;
  /** Codes of the refusals that are right; the place with them where there is one. */
  readonly says: readonly Expected[];
}

export interface Expected {
  readonly code: string;
  readonly line?: number;
  readonly reason?: Refusal;
  readonly claimed?: number;
  readonly recomputed?: number;
}

/** An honest result, its code, and what is needed to forge it. */
export interface Honest {
  readonly handin: Handin;
  readonly code: string;
  readonly shelf: CaseShelf;
}

type Forger = (honest: Honest, roll: Dice) => Forged | undefined;

function workOf({ handin }: Honest): CaseWork {
  invariant(handin.work.kind === 'case', 'a worked case');
  return handin.work;
}

function written(handin: Handin, logic: Logic): string {
  const bytes = encodeHandin(handin, { logic });
  invariant(bytes.ok, `a result that can be written, not ${JSON.stringify(bytes)}`);
  return toCode(bytes.value);
}

/** The result with some members changed, written anew with a right checksum. */
function rewritten(
  honest: Honest,
  change: { readonly handin?: Partial<Handin>; readonly work?: Partial<CaseWork> },
): string {
  const work = { ...workOf(honest), ...change.work };
  const logic = present(honest.shelf.logic(work.scenarioId), 'logic');
  return written({ ...honest.handin, ...change.handin, work }, logic);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const any = (...codes: readonly string[]): readonly Expected[] => codes.map((code) => ({ code }));
const START = '7R1-'.length;

function flipped({ code }: Honest, roll: Dice): Forged {
  const at = roll(START, code.length - 1);
  const letters = LETTERS.replace(code.charAt(at), '');
  const changed = `${code.slice(0, at)}${letters.charAt(roll(0, 62))}${code.slice(at + 1)}`;
  return { code: changed, says: any('damaged', 'truncated') };
}

/** Forgers of the code as a text. */
const ofText: Readonly<Record<string, Forger>> = {
  flipped,
  cut: ({ code }, roll) => ({ code: code.slice(0, roll(START, code.length - 1)), says: any('truncated') }),
  halves: ({ code }) => {
    const half = Math.floor((code.length + START) / 2);
    return { code: `7R1-${code.slice(half)}${code.slice(START, half)}`, says: any('damaged', 'truncated') };
  },
  newer: ({ code }) => ({ code: `7R2-${code.slice(START)}`, says: any('newer') }),
};

/** Forgers of what is said about the work. */
const ofHead: Readonly<Record<string, Forger>> = {
  score: (honest, roll) => {
    const recomputed = workOf(honest).claimed;
    const claimed = (recomputed + roll(1, 9999)) % 10_000;
    const says = [{ code: 'edited-score', claimed, recomputed }];
    return { code: rewritten(honest, { work: { claimed } }), says };
  },
  assignment: (honest) => ({
    code: rewritten(honest, { handin: { assignment: 'zzzzzzzzzz' } }),
    says: any('other-assignment'),
  }),
  nobodys: (honest) => ({
    code: rewritten(honest, { handin: { assignment: '' } }),
    says: any('other-assignment'),
  }),
  task: (honest) => ({ code: rewritten(honest, { handin: { task: 't9' } }), says: any('unknown-task') }),
  otherTask: (honest) => {
    const task = honest.handin.task === 't1' ? 't2' : 't1';
    return { code: rewritten(honest, { handin: { task } }), says: any('wrong-task') };
  },
  seed: (honest, roll) => ({
    code: rewritten(honest, { work: { seed: workOf(honest).seed + roll(1, 3) } }),
    says: any('wrong-seed'),
  }),
  engine: (honest) => ({ code: rewritten(honest, { work: { engine: 2 } }), says: any('other-engine') }),
  mode: (honest) => ({ code: rewritten(honest, { work: { mode: 'practice' } }), says: any('wrong-mode') }),
  whatIf: (honest) => ({ code: rewritten(honest, { work: { origin: 'what-if' } }), says: any('what-if') }),
  changed: (honest) => {
    const logic = present(honest.shelf.logic(workOf(honest).scenarioId), 'logic');
    const hash = `${logic.hash.startsWith('0') ? '1' : '0'}${logic.hash.slice(1)}`;
    const work = { ...workOf(honest), scenarioHash: hash };
    return { code: written({ ...honest.handin, work }, { ...logic, hash }), says: any('changed-scenario') };
  },
  unknown: (honest) => {
    const logic = present(honest.shelf.logic(workOf(honest).scenarioId), 'logic');
    const work = { ...workOf(honest), scenarioId: 'made-up' };
    const made = { ...logic, spec: { ...logic.spec, id: 'made-up' } };
    return { code: written({ ...honest.handin, work }, made), says: any('unknown-scenario') };
  },
};

/** What replay by hand says to inputs with a claimed mark; undefined where there is nothing to say. */
function verdict(honest: Honest, inputs: readonly Input[]): Expected | undefined {
  const { scenarioId, seed, claimed } = workOf(honest);
  let run = begin(present(honest.shelf.compiled(scenarioId, seed), 'case'));
  const c = present(honest.shelf.compiled(scenarioId, seed), 'case');
  for (const [index, input] of inputs.entries()) {
    const result = step(c, run, input);
    if (!result.ok) return { code: 'impossible-event', line: index + 1, reason: result.error };
    run = result.value.run;
  }
  if (!run.ended) return { code: 'unfinished' };
  const recomputed = markOf(honest.shelf, { scenarioId, seed }, inputs);
  return recomputed === claimed ? undefined : { code: 'edited-score', claimed, recomputed };
}

/** Forgers of the log. What they make may be a play of the same mark: then there is nothing to refuse. */
const ofLog: Readonly<
  Record<string, (c: CompiledCase, inputs: readonly Input[], roll: Dice) => readonly Input[]>
> = {
  removed: (_c, inputs, roll) => {
    const at = roll(0, inputs.length - 1);
    return inputs.filter((_, index) => index !== at);
  },
  unfinished: (_c, inputs) => inputs.slice(0, -1),
  reordered: (_c, inputs, roll) => {
    const at = roll(0, Math.max(0, inputs.length - 2));
    return [...inputs.slice(0, at), ...inputs.slice(at, at + 2).reverse(), ...inputs.slice(at + 2)];
  },
  changed: (c, inputs, roll) => {
    const at = roll(0, inputs.length - 1);
    return [...inputs.slice(0, at), someAct(c, roll), ...inputs.slice(at + 1)];
  },
  invented: (c, inputs, roll) => {
    const at = roll(0, inputs.length);
    return [...inputs.slice(0, at), someAct(c, roll), ...inputs.slice(at)];
  },
  offered: (c, inputs, roll) => {
    const { acts } = offers(c, begin(c));
    const other = present(acts[roll(0, acts.length - 1)], 'an act on offer');
    const typed = Object.entries(other.asks).map(([id, { min }]) => [id, min] as const);
    return [{ kind: 'act', act: other.ref, with: Object.fromEntries(typed) }, ...inputs.slice(1)];
  },
};

/** Any act of the case, with its least numbers. */
function someAct(c: CompiledCase, roll: Dice): Input {
  const acts = [...Object.values(c.scenes).flatMap((scene) => scene.acts), ...c.desk];
  const act = present(acts[roll(0, acts.length - 1)], 'an act');
  const typed = Object.entries(act.asks).map(([id, { min }]) => [id, min] as const);
  return { kind: 'act', act: act.ref, with: Object.fromEntries(typed) };
}

function logForger(name: string): Forger {
  return (honest, roll) => {
    const { scenarioId, seed, lines } = workOf(honest);
    const c = present(honest.shelf.compiled(scenarioId, seed), 'case');
    const forge = present(ofLog[name], name);
    const inputs = forge(c, countedOf(lines), roll);
    const says = verdict(honest, inputs);
    if (!says) return undefined;
    const forged: readonly Json[] = inputs.map((input) => eventToJson({ v: 1, at: 0, input }));
    const seconds = inputs.map(() => 5);
    return { code: rewritten(honest, { work: { lines: forged, seconds } }), says: [says] };
  };
}

/** Every way to lay hands on a code, by its name. */
export const FORGERS: Readonly<Record<string, Forger>> = {
  ...ofText,
  ...ofHead,
  ...Object.fromEntries(Object.keys(ofLog).map((name) => [`log ${name}`, logForger(name)])),
};
