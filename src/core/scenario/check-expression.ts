import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import { err, ok, present, type Result } from '../base';
import { SCOPES, type Binary, type Expr, type Scope } from './expression';
import type { Scalar } from './terms';

/** What an expression must yield. */
export type Wanted = 'number' | 'boolean' | 'string';

/** Names an expression may use and the type of each. */
export interface Names {
  readonly facts: Readonly<Record<string, Wanted>>;
  readonly vars: Readonly<Record<string, Wanted>>;
  readonly known: readonly string[];
  readonly input: readonly string[];
}

const celType = { number: 'double', boolean: 'bool', string: 'string' } as const;

/** A reusable checker for one set of names. Building it is the dear part; keep it for many expressions. */
export interface Checker {
  check(source: string, wanted: Wanted): Result<Expr, string>;
}

/**
 * Makes a checker of CEL expressions (Common Expression Language, type-checked before play).
 * Every number in a scenario is a real number: `60` and `60.0` mean the same.
 * @example checkerFor(names).check('facts.atp - 60 >= 240', 'boolean')
 */
export function checkerFor(names: Names): Checker {
  const env = new Environment({ unlistedVariablesAreDyn: false, limits: { maxAstNodes: 200, maxDepth: 40 } });
  const typed = (entries: Readonly<Record<string, Wanted>>): Record<string, string> =>
    Object.fromEntries(Object.entries(entries).map(([name, type]) => [name, celType[type]]));
  const all = (list: readonly string[], type: string): Record<string, string> =>
    Object.fromEntries(list.map((name) => [name, type]));
  env.registerVariable({ name: 'facts', schema: typed(names.facts) });
  env.registerVariable({ name: 'vars', schema: typed(names.vars) });
  env.registerVariable({ name: 'known', schema: all(names.known, 'bool') });
  env.registerVariable({ name: 'input', schema: all(names.input, 'double') });
  env.registerFunction('min(double, double): double', (a: number, b: number) => Math.min(a, b));
  env.registerFunction('max(double, double): double', (a: number, b: number) => Math.max(a, b));
  return {
    check: (source, wanted) => {
      const result = check(env, source, wanted);
      const misfit = result.ok ? firstMisfit(result.value, names) : undefined;
      return misfit === undefined ? result : err(misfit);
    },
  };
}

function check(env: Environment, source: string, wanted: Wanted): Result<Expr, string> {
  const text = withRealNumbers(source);
  const result = env.check(text);
  if (!result.valid) return err(firstLine(result.error));
  const type = String(result.type);
  if (type !== celType[wanted]) return err(`yields ${type}, wanted ${celType[wanted]}`);
  return translate(env.parse(text).ast);
}

const numeric: readonly string[] = ['<', '<=', '>', '>=', '+', '-', '*', '/'];

/** CEL also orders and joins words; the table reckons with numbers only. */
function firstMisfit(expr: Expr, names: Names): string | undefined {
  if (numeric.includes(expr.op) && 'b' in expr && kindOf(expr.a, names) !== 'number')
    return `"${expr.op}" takes numbers`;
  const parts = [
    'a' in expr ? expr.a : undefined,
    'b' in expr ? expr.b : undefined,
    'c' in expr ? expr.c : undefined,
    ...('list' in expr ? expr.list : []),
  ];
  for (const part of parts) {
    const found = part && firstMisfit(part, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

function kindOf(expr: Expr, names: Names): Wanted | undefined {
  switch (expr.op) {
    case 'value':
      return kinds[typeof expr.value];
    case 'ref':
      return kindOfName(expr.of, expr.name, names);
    case 'if':
      return kindOf(expr.b, names);
    case 'negate':
    case '+':
    case '-':
    case '*':
    case '/':
    case 'min':
    case 'max':
      return 'number';
    case 'not':
    case 'and':
    case 'or':
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
      return 'boolean';
  }
}

const kinds: Readonly<Record<string, Wanted>> = { number: 'number', boolean: 'boolean', string: 'string' };

function kindOfName(scope: Scope, name: string, names: Names): Wanted | undefined {
  switch (scope) {
    case 'facts':
      return names.facts[name];
    case 'vars':
      return names.vars[name];
    case 'known':
      return 'boolean';
    case 'input':
      return 'number';
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

/** CEL keeps whole and real numbers apart; scenarios do not. Quoted words are left as they are. */
function withRealNumbers(source: string): string {
  const parts = source.split(/('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<![\w.])(\d+)(?![\w.])/g, '$1.0')))
    .join('');
}

const binaries: Readonly<Record<string, Binary>> = {
  '&&': 'and',
  '||': 'or',
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
};

function translate(node: ASTNode): Result<Expr, string> {
  if (node.op === 'value') return literal(node.args);
  if (node.op === '.') return member(node.args[0], node.args[1]);
  if (node.op === '!_') return map([node.args], (p) => ({ op: 'not', a: part(p, 0) }));
  if (node.op === '-_') return map([node.args], (p) => ({ op: 'negate', a: part(p, 0) }));
  if (node.op === '?:')
    return map(node.args, (p) => ({ op: 'if', a: part(p, 0), b: part(p, 1), c: part(p, 2) }));
  if (node.op === 'in') return membership(node.args[0], node.args[1]);
  if (node.op === 'call') return call(node.args[0], node.args[1]);
  return operation(node);
}

function literal(value: unknown): Result<Expr, string> {
  if (isScalar(value)) return ok({ op: 'value', value });
  return err('only numbers, words, true and false may be written here');
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
}

function member(base: ASTNode, name: string): Result<Expr, string> {
  const scope = base.op === 'id' ? SCOPES.find((s) => s === base.args) : undefined;
  return scope === undefined ? err(`"${name}" belongs to nothing known`) : ok(ref(scope, name));
}

function ref(of: Scope, name: string): Expr {
  return { op: 'ref', of, name };
}

function membership(item: ASTNode, list: ASTNode): Result<Expr, string> {
  if (list.op !== 'list') return err('"in" takes a list in square brackets');
  return map([item, ...list.args], (p) => ({ op: 'in', a: part(p, 0), list: p.slice(1) }));
}

function call(name: string, args: readonly ASTNode[]): Result<Expr, string> {
  if (name !== 'min' && name !== 'max')
    return err(`the function ${name} is not part of the scenario language`);
  return map(args, (p) => ({ op: name, a: part(p, 0), b: part(p, 1) }));
}

function operation(node: ASTNode): Result<Expr, string> {
  const op = binaries[node.op];
  const args: unknown = node.args;
  if (op === undefined || !Array.isArray(args))
    return err(`"${node.op}" is not part of the scenario language`);
  const sides: readonly unknown[] = args;
  const [left, right] = [sides[0], sides[1]];
  if (!isNode(left) || !isNode(right)) return err(`"${node.op}" takes two sides`);
  return map([left, right], (p) => ({ op, a: part(p, 0), b: part(p, 1) }));
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** Translates all children, then builds the parent from them. */
function map(nodes: readonly ASTNode[], build: (parts: readonly Expr[]) => Expr): Result<Expr, string> {
  const parts: Expr[] = [];
  for (const node of nodes) {
    const part = translate(node);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(build(parts));
}

function part(parts: readonly Expr[], index: number): Expr {
  return present(parts[index], 'operand of a checked expression');
}
