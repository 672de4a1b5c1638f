import type { Expr, Scalar } from '../scenario';

/** What is certain about names: a value, or undefined for what may still turn out either way. */
export type Certainty = (scope: 'facts' | 'vars' | 'known' | 'input', name: string) => Scalar | undefined;

/**
 * Works out an expression as far as it is certain (Kleene's three values): undefined means it may be anything.
 * @example certainValue(expr, (scope) => (scope === 'known' ? false : undefined)) // false for `known.asn && vars.x`
 */
export function certainValue(expr: Expr, certain: Certainty): Scalar | undefined {
  switch (expr.op) {
    case 'value':
      return expr.value;
    case 'ref':
      return certain(expr.of, expr.name);
    case 'not': {
      const a = certainValue(expr.a, certain);
      return typeof a === 'boolean' ? !a : undefined;
    }
    case 'and':
    case 'or':
      return junction(expr.op === 'and', certainValue(expr.a, certain), certainValue(expr.b, certain));
    case '==':
    case '!=': {
      const [a, b] = [certainValue(expr.a, certain), certainValue(expr.b, certain)];
      return a === undefined || b === undefined ? undefined : (a === b) === (expr.op === '==');
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(expr.op, certainValue(expr.a, certain), certainValue(expr.b, certain));
    case '+':
    case '-': {
      const [a, b] = [certainValue(expr.a, certain), certainValue(expr.b, certain)];
      if (typeof a !== 'number' || typeof b !== 'number') return undefined;
      return expr.op === '+' ? a + b : a - b;
    }
    case 'if': {
      const test = certainValue(expr.a, certain);
      return typeof test === 'boolean' ? certainValue(test ? expr.b : expr.c, certain) : undefined;
    }
    case 'negate':
    case 'in':
    case '*':
    case '/':
    case 'min':
    case 'max':
      return undefined;
  }
}

function comparison(
  op: '<' | '<=' | '>' | '>=',
  a: Scalar | undefined,
  b: Scalar | undefined,
): boolean | undefined {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

function junction(and: boolean, a: Scalar | undefined, b: Scalar | undefined): boolean | undefined {
  if (a === !and || b === !and) return !and;
  return a === and && b === and ? and : undefined;
}
