import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkerFor, type Names, type Wanted } from './check-expression';
import { compileExpr, namesIn, type Env, type Ground } from './expression';
import type { Scalar } from './terms';

const names: Names = {
  facts: { atp: 'number', ordered: 'number', late: 'boolean', caller: 'string' },
  vars: { spend: 'number', told: 'boolean', source: 'string' },
  known: ['split', 'asn'],
  input: ['qty'],
};
const checker = checkerFor(names);

/** An expression as an author writes it, and the same with every number as CEL wants it. */
interface Written {
  readonly plain: string;
  readonly real: string;
}
const word = (text: string): Written => ({ plain: text, real: text });
const join = (make: (parts: readonly string[]) => string, parts: readonly Written[]): Written => ({
  plain: make(parts.map(({ plain }) => plain)),
  real: make(parts.map(({ real }) => real)),
});

type Trees = Record<Wanted, Written>;

const number: fc.Arbitrary<Written> = fc.oneof(
  fc.nat(500).map((n) => ({ plain: String(n), real: `${String(n)}.0` })),
  fc.nat(40).map((n) => word(String(n + 0.5))),
  fc.constantFrom('facts.atp', 'facts.ordered', 'vars.spend', 'input.qty').map(word),
);
const boolean = fc
  .constantFrom('true', 'false', 'facts.late', 'vars.told', 'known.split', 'known.asn')
  .map(word);
const string = fc.constantFrom("'zhou'", '"liu 7"', "'it\\'s 5'", 'facts.caller', 'vars.source').map(word);

const trees = fc.letrec<Trees>((tie) => {
  const [n, b, s] = [tie('number'), tie('boolean'), tie('string')];
  const choice = (of: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
    fc.tuple(b, of, of).map((parts) => join(([test, yes, no]) => `(${test} ? ${yes} : ${no})`, parts));
  const two = (sides: fc.Arbitrary<Written>, ...ops: readonly string[]): fc.Arbitrary<Written> =>
    fc
      .tuple(fc.constantFrom(...ops), sides, sides)
      .map(([op, ...parts]) => join(([left, right]) => `(${left} ${op} ${right})`, parts));
  const among = (of: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
    fc
      .tuple(of, fc.array(of, { minLength: 1, maxLength: 3 }))
      .map(([item, list]) =>
        join(([first, ...rest]) => `(${first} in [${rest.join(', ')}])`, [item, ...list]),
      );
  return {
    number: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      number,
      two(n, '+', '-', '*', '/'),
      fc
        .tuple(fc.constantFrom('min', 'max'), n, n)
        .map(([f, ...parts]) => join((p) => `${f}(${p.join(', ')})`, parts)),
      n.map((part) => join(([a]) => `-(${a})`, [part])),
      choice(n),
    ),
    boolean: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      boolean,
      two(b, '&&', '||', '==', '!='),
      two(n, '<', '<=', '>', '>=', '==', '!='),
      two(s, '==', '!='),
      among(n),
      among(s),
      b.map((part) => join(([a]) => `!(${a})`, [part])),
      choice(b),
    ),
    string: fc.oneof({ maxDepth: 3, withCrossShrink: true }, string, choice(s)),
  };
});

interface World {
  readonly facts: Readonly<Record<string, Scalar>>;
  readonly vars: Readonly<Record<string, Scalar>>;
  readonly known: number;
  readonly qty: number;
}
const quantity = fc.oneof(fc.integer({ min: -600, max: 600 }), fc.constantFrom(0, 0.5, -0.5));
const caller = fc.constantFrom('zhou', 'liu 7', "it's 5", '');
const world: fc.Arbitrary<World> = fc.record({
  facts: fc.record({ atp: quantity, ordered: quantity, late: fc.boolean(), caller }),
  vars: fc.record({ spend: quantity, told: fc.boolean(), source: caller }),
  known: fc.nat(3),
  qty: quantity,
});

/** The library's own evaluator, told about the same names. */
function independent(): Environment {
  const of = (table: Readonly<Record<string, Wanted>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(table).map(([id, type]) => [
        id,
        { number: 'double', boolean: 'bool', string: 'string' }[type],
      ]),
    );
  const env = new Environment({ unlistedVariablesAreDyn: false });
  env.registerVariable({ name: 'facts', schema: of(names.facts) });
  env.registerVariable({ name: 'vars', schema: of(names.vars) });
  env.registerVariable({ name: 'known', schema: { split: 'bool', asn: 'bool' } });
  env.registerVariable({ name: 'input', schema: { qty: 'double' } });
  env.registerFunction('min(double, double): double', (a: number, b: number) => Math.min(a, b));
  env.registerFunction('max(double, double): double', (a: number, b: number) => Math.max(a, b));
  return env;
}
const cel = independent();
const bits = { split: 1, asn: 2 };

function run(source: string, wanted: Wanted, { facts, vars, known, qty }: World): Scalar {
  const checked = checker.check(source, wanted);
  if (!checked.ok) throw new Error(`${source}: ${checked.error}`);
  const ground: Ground = { facts, bits };
  const env: Env = { vars, known, input: { qty } };
  return compileExpr(checked.value, ground)(env);
}

function evaluate(source: string, { facts, vars, known, qty }: World): unknown {
  const found = { split: (known & 1) !== 0, asn: (known & 2) !== 0 };
  return cel.evaluate(source, { facts, vars, known: found, input: { qty } });
}

/** As long as a scenario may hold one. */
const written = (wanted: Wanted): fc.Arbitrary<Written> =>
  trees[wanted].filter(({ real }) => real.length <= 400);

describe('a compiled expression', () => {
  it.each(['number', 'boolean', 'string'] as const)('gives the %s that the CEL library gives', (wanted) => {
    fc.assert(
      fc.property(written(wanted), world, ({ plain, real }, given) => {
        expect(run(plain, wanted, given)).toEqual(evaluate(real, given));
      }),
      { numRuns: 400 },
    );
  });

  it('reads whole numbers as real ones, so that 60 and 60.0 are the same', () => {
    fc.assert(
      fc.property(written('number'), world, ({ plain, real }, given) => {
        expect(run(plain, 'number', given)).toEqual(run(real, 'number', given));
      }),
    );
  });

  it('leaves numbers inside words alone', () => {
    const given: World = { facts: { caller: 'liu 7' }, vars: {}, known: 0, qty: 0 };
    expect(run(`facts.caller == "liu 7"`, 'boolean', given)).toBe(true);
    expect(run(`facts.caller == 'it\\'s 5'`, 'boolean', { ...given, facts: { caller: "it's 5" } })).toBe(
      true,
    );
  });

  it('does not work out the side that does not matter', () => {
    const given: World = { facts: { late: true }, vars: {}, known: 0, qty: 0 };
    expect(run('facts.late || vars.told', 'boolean', given)).toBe(true);
    expect(run('facts.late ? 1 : vars.spend', 'number', given)).toBe(1);
  });
});

describe('the names of an expression', () => {
  it('are all it reads, each once', () => {
    const source =
      'known.split && facts.atp - vars.spend > (vars.told ? input.qty : facts.atp) || facts.caller in [vars.source]';
    const checked = checker.check(source, 'boolean');
    if (!checked.ok) throw new Error(checked.error);
    expect([...namesIn(checked.value)].sort()).toEqual(
      [
        'facts.atp',
        'facts.caller',
        'input.qty',
        'known.split',
        'vars.source',
        'vars.spend',
        'vars.told',
      ].sort(),
    );
  });
});

describe('the checker of expressions', () => {
  it.each([
    ['facts.nope > 1', 'boolean', 'No such key: nope'],
    ['atp > 1', 'boolean', 'Unknown variable: atp'],
    ['facts.atp >', 'boolean', 'Unexpected token'],
    ['facts.atp', 'boolean', 'yields double, wanted bool'],
    ['facts.late', 'number', 'yields bool, wanted double'],
    ["facts.atp > 'a'", 'boolean', 'no such overload'],
    ['facts.atp == facts.caller', 'boolean', 'no such overload'],
    ["'a' + 'b'", 'string', '"+" takes numbers'],
    ["facts.caller < 'm'", 'boolean', '"<" takes numbers'],
    ['facts.late && (true < vars.told)', 'boolean', '"<" takes numbers'],
    ["facts.late ? 'a' + 'b' : 'c'", 'string', '"+" takes numbers'],
    ['facts.atp % 2', 'number', 'no such overload'],
    ["facts['atp']", 'number', 'not part of the scenario language'],
    ["facts.caller.startsWith('z')", 'boolean', 'not part of the scenario language'],
    ['size(facts.caller) > 2', 'boolean', ''],
    ['int(facts.atp)', 'number', ''],
    ['[1, 2].exists(x, x > 1)', 'boolean', ''],
    ['facts.atp in facts', 'boolean', ''],
    ['min(1)', 'number', 'overload'],
    ['null', 'number', 'wanted double'],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 'number', ''],
    [Array.from({ length: 150 }, () => '1').join(' + '), 'number', ''],
  ] as const)('refuses %j as a %s', (source, wanted, reason) => {
    const result = checker.check(source, wanted);
    expect(result.ok ? 'accepted' : result.error).toContain(reason);
    expect(result.ok).toBe(false);
  });
});
