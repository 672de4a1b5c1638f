import { bool, namesIn, type CompiledCase, type Expr, type Scalar } from '../scenario';

const COMPARISONS: readonly string[] = ['<', '<=', '>', '>=', '==', '!='];

type Vars = Readonly<Record<string, Scalar>>;

/**
 * Variables as the future reads them. A number that is only ever compared with constants of the case matters by the
 * outcome of those comparisons: 300 and 310 cartons are the same where only `> 0` and `>= 240` are asked.
 */
export class Abstraction {
  /** By variable: the comparisons that tell its values apart. Variables without an entry are read as they are. */
  readonly #questions: ReadonlyMap<string, readonly ((vars: Vars) => boolean)[]>;

  constructor(c: CompiledCase) {
    this.#questions = questionsOf(c);
  }

  /** The same text for values with the same future. */
  text(vars: Vars, names: ReadonlySet<string>): string {
    let text = '';
    for (const name of names) {
      const questions = this.#questions.get(name);
      if (questions) for (const question of questions) text += question(vars) ? '1' : '0';
      else text += String(vars[name]);
      text += ',';
    }
    return text;
  }
}

function questionsOf(c: CompiledCase): ReadonlyMap<string, readonly ((vars: Vars) => boolean)[]> {
  const { expressions } = c.of.logic;
  const found = new Map<string, Expr[]>();
  const plain = new Set<string>();
  const visit = (expr: Expr): void => {
    const name = COMPARISONS.includes(expr.op) ? comparedIn(expr) : undefined;
    if (name !== undefined) {
      found.set(name, [...(found.get(name) ?? []), expr]);
      return;
    }
    if (expr.op === 'ref' && expr.of === 'vars') plain.add(expr.name);
    for (const part of partsOf(expr)) visit(part);
  };
  for (const expr of Object.values(expressions)) visit(expr);
  const ground = { facts: c.of.facts, bits: c.bits };
  return new Map(
    [...found]
      .filter(([name]) => !plain.has(name) && typeof c.vars[name] === 'number')
      .map(([name, list]) => [
        name,
        list.map((expr) => {
          const holds = bool(expr, ground);
          return (vars: Vars): boolean => holds({ vars, known: 0, input: {} });
        }),
      ]),
  );
}

/** The one variable of a comparison with constants of the case. */
function comparedIn(expr: Expr): string | undefined {
  const [a, b] = partsOf(expr);
  if (!a || !b) return undefined;
  for (const [side, other] of [
    [a, b],
    [b, a],
  ] as const)
    if (side.op === 'ref' && side.of === 'vars' && namesIn(other).every((name) => name.startsWith('facts.')))
      return side.name;
  return undefined;
}

function partsOf(expr: Expr): readonly Expr[] {
  if ('list' in expr) return [expr.a, ...expr.list];
  if ('c' in expr) return [expr.a, expr.b, expr.c];
  if ('b' in expr) return [expr.a, expr.b];
  return 'a' in expr ? [expr.a] : [];
}
