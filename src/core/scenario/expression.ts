import { invariant, present } from '../base';
import type { Scalar } from './terms';

/** A checked expression as plain data: what the build stores and the desk runs, without any parser in the browser. */
export type Expr =
  | { readonly op: 'value'; readonly value: Scalar }
  | { readonly op: 'ref'; readonly of: Scope; readonly name: string }
  | { readonly op: Unary; readonly a: Expr }
  | { readonly op: Binary; readonly a: Expr; readonly b: Expr }
  | { readonly op: 'if'; readonly a: Expr; readonly b: Expr; readonly c: Expr }
  | { readonly op: 'in'; readonly a: Expr; readonly list: readonly Expr[] };

export const SCOPES = ['facts', 'vars', 'known', 'input'] as const;
/** Where a name is looked up: hidden facts, variables, what the trainee knows, numbers typed with this act. */
export type Scope = (typeof SCOPES)[number];

export const UNARY = ['not', 'negate'] as const;
export type Unary = (typeof UNARY)[number];
export const BINARY = [
  'and',
  'or',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  'min',
  'max',
] as const;
export type Binary = (typeof BINARY)[number];

/** What an expression may read while it runs. */
export interface Env {
  readonly vars: Readonly<Record<string, Scalar>>;
  /** One bit a finding, in the order of the scenario's list. */
  readonly known: number;
  readonly input: Readonly<Record<string, number>>;
}

/** What is fixed before it runs: the case's facts and the bit of each finding. */
export interface Ground {
  readonly facts: Readonly<Record<string, Scalar>>;
  readonly bits: Readonly<Record<string, number>>;
}

type Run<T> = (env: Env) => T;

/**
 * Turns a checked expression into a function. Facts are constants of the case and fold away.
 * Names are known to exist (the checker saw them); a missing one is a bug and throws.
 * @example compileExpr({ op: 'ref', of: 'facts', name: 'atp' }, ground)(env) // 300
 */
export function compileExpr(expr: Expr, ground: Ground): Run<Scalar> {
  switch (expr.op) {
    case 'value':
      return constant(expr.value);
    case 'ref':
      return reference(expr.of, expr.name, ground);
    case 'not':
      return not(bool(expr.a, ground));
    case 'negate': {
      const a = num(expr.a, ground);
      return (env) => -a(env);
    }
    case 'if': {
      const [test, yes, no] = [
        bool(expr.a, ground),
        compileExpr(expr.b, ground),
        compileExpr(expr.c, ground),
      ];
      return (env) => (test(env) ? yes(env) : no(env));
    }
    case 'in': {
      const [item, list] = [compileExpr(expr.a, ground), expr.list.map((e) => compileExpr(e, ground))];
      return (env) => list.some((e) => e(env) === item(env));
    }
    case 'and':
    case 'or':
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case '/':
    case 'min':
    case 'max':
      return binary(expr.op, { a: expr.a, b: expr.b }, ground);
  }
}

/**
 * As {@link compileExpr}, for an expression that the checker found to be a condition.
 * @example bool({ op: 'ref', of: 'known', name: 'split' }, ground)(env) // true
 */
export function bool(expr: Expr, ground: Ground): Run<boolean> {
  const run = compileExpr(expr, ground);
  return (env) => {
    const value = run(env);
    invariant(typeof value === 'boolean', 'a condition is true or false');
    return value;
  };
}

/**
 * As {@link compileExpr}, for an expression that the checker found to be a number.
 * @example num({ op: 'value', value: 300 }, ground)(env) // 300
 */
export function num(expr: Expr, ground: Ground): Run<number> {
  const run = compileExpr(expr, ground);
  return (env) => {
    const value = run(env);
    invariant(typeof value === 'number', 'a quantity is a number');
    return value;
  };
}

function constant(value: Scalar): Run<Scalar> {
  return () => value;
}

function not(a: Run<boolean>): Run<boolean> {
  return (env) => !a(env);
}

function reference(scope: Scope, name: string, ground: Ground): Run<Scalar> {
  switch (scope) {
    case 'facts':
      return constant(present(ground.facts[name], `fact ${name}`));
    case 'known': {
      const bit = present(ground.bits[name], `finding ${name}`);
      return (env) => (env.known & bit) !== 0;
    }
    case 'vars':
      return (env) => present(env.vars[name], `variable ${name}`);
    case 'input':
      return (env) => present(env.input[name], `input ${name}`);
  }
}

function binary(op: Binary, sides: { a: Expr; b: Expr }, ground: Ground): Run<Scalar> {
  if (op === 'and' || op === 'or') {
    const [a, b] = [bool(sides.a, ground), bool(sides.b, ground)];
    return op === 'and' ? (env) => a(env) && b(env) : (env) => a(env) || b(env);
  }
  if (op === '==' || op === '!=') {
    const [a, b] = [compileExpr(sides.a, ground), compileExpr(sides.b, ground)];
    return op === '==' ? (env) => a(env) === b(env) : (env) => a(env) !== b(env);
  }
  return arithmetic(op, num(sides.a, ground), num(sides.b, ground));
}

type Numeric = Exclude<Binary, 'and' | 'or' | '==' | '!='>;

function arithmetic(op: Numeric, a: Run<number>, b: Run<number>): Run<Scalar> {
  switch (op) {
    case '<':
      return (env) => a(env) < b(env);
    case '<=':
      return (env) => a(env) <= b(env);
    case '>':
      return (env) => a(env) > b(env);
    case '>=':
      return (env) => a(env) >= b(env);
    case '+':
      return (env) => a(env) + b(env);
    case '-':
      return (env) => a(env) - b(env);
    case '*':
      return (env) => a(env) * b(env);
    case '/':
      return (env) => a(env) / b(env);
    case 'min':
      return (env) => Math.min(a(env), b(env));
    case 'max':
      return (env) => Math.max(a(env), b(env));
  }
}

/**
 * Every name an expression reads, as `scope.name`, each once.
 * @example namesIn(expr) // ['known.split', 'facts.atp']
 */
export function namesIn(expr: Expr): readonly string[] {
  const found = new Set<string>();
  const visit = (e: Expr): void => {
    if (e.op === 'ref') found.add(`${e.of}.${e.name}`);
    if ('a' in e) visit(e.a);
    if ('b' in e) visit(e.b);
    if ('c' in e) visit(e.c);
    if ('list' in e) e.list.forEach(visit);
  };
  visit(expr);
  return [...found];
}
