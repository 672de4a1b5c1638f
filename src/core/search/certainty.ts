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
    case 'negate':
    case 'if':
    case 'in':
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
      return undefined;
  }
}

function junction(and: boolean, a: Scalar | undefined, b: Scalar | undefined): boolean | undefined {
  if (a === !and || b === !and) return !and;
  return a === and && b === and ? and : undefined;
}
