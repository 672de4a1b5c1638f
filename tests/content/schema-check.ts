import { canonical, isList, type Json } from '../../src/core/base';

type Schema = Readonly<Record<string, Json>>;
type Check = (value: Json, rule: Json, schema: Schema) => readonly string[];

const isObject = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const no = (problem: string): readonly string[] => [problem];
const fine: readonly string[] = [];
const size = (value: Json): number => (typeof value === 'string' ? Array.from(value).length : 0);
const number = (value: Json): number => (typeof value === 'number' ? value : 0);
const word = (value: Json): string => (typeof value === 'string' ? value : canonical(value));
const limit =
  (says: string, holds: (value: Json, rule: number) => boolean): Check =>
  (value, rule) =>
    holds(value, number(rule)) ? fine : no(`${says} ${canonical(rule)}`);

function isOfType(value: Json, type: Json): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return typeof value === type;
}

/** One entry a keyword that the scenario schema uses; anything else is refused, so that none is ignored. */
const keywords: Readonly<Record<string, Check>> = {
  $schema: () => fine,
  title: () => fine,
  default: () => fine,
  type: (value, type) => (isOfType(value, type) ? fine : no(`not of type ${canonical(type)}`)),
  const: (value, rule) => (value === rule ? fine : no(`not ${canonical(rule)}`)),
  enum: (value, list) => (isList(list) && list.includes(value) ? fine : no(`not one of ${canonical(list)}`)),
  pattern: (value, rule) =>
    typeof value !== 'string' || new RegExp(word(rule), 'u').test(value)
      ? fine
      : no(`not like ${canonical(rule)}`),
  minimum: limit('below', (value, rule) => number(value) >= rule),
  maximum: limit('above', (value, rule) => number(value) <= rule),
  exclusiveMinimum: limit('not above', (value, rule) => number(value) > rule),
  minLength: limit('shorter than', (value, rule) => typeof value !== 'string' || size(value) >= rule),
  maxLength: limit('longer than', (value, rule) => typeof value !== 'string' || size(value) <= rule),
  minItems: limit('fewer items than', (value, rule) => !isList(value) || value.length >= rule),
  maxItems: limit('more items than', (value, rule) => !isList(value) || value.length <= rule),
  items: (value, rule) =>
    isList(value) ? value.flatMap((item, i) => at(String(i), schemaFaults(item, rule))) : fine,
  required: (value, names) =>
    isObject(value) && isList(names)
      ? names.filter((name) => !Object.hasOwn(value, word(name))).map((name) => `lacks ${word(name)}`)
      : fine,
  properties: (value, rules) =>
    isObject(value) && isObject(rules)
      ? Object.entries(rules).flatMap(([key, rule]) => {
          const member = Object.hasOwn(value, key) ? value[key] : undefined;
          return member === undefined ? [] : at(key, schemaFaults(member, rule));
        })
      : fine,
  propertyNames: (value, rule) =>
    isObject(value) ? Object.keys(value).flatMap((key) => at(key, schemaFaults(key, rule))) : fine,
  additionalProperties: (value, rule, schema) => {
    if (!isObject(value)) return fine;
    const named = isObject(schema['properties']) ? schema['properties'] : {};
    return Object.entries(value).flatMap(([key, member]) => {
      if (Object.hasOwn(named, key)) return [];
      return rule === false ? [`${key}: not known here`] : at(key, schemaFaults(member, rule));
    });
  },
  anyOf: (value, list) =>
    isList(list) && list.some((rule) => schemaFaults(value, rule).length === 0) ? fine : no('fits no form'),
  oneOf: (value, list) =>
    isList(list) && list.filter((rule) => schemaFaults(value, rule).length === 0).length === 1
      ? fine
      : no('fits no form, or several'),
};

function at(key: string, faults: readonly string[]): readonly string[] {
  return faults.map((fault) => `${key}.${fault}`);
}

/**
 * What a JSON Schema (the part of draft 7 that our schema uses) has against a value; an unknown keyword throws.
 * @example schemaFaults({ points: 'four' }, schema) // ['points.not of type number']
 */
export function schemaFaults(value: Json, schema: Json): readonly string[] {
  if (!isObject(schema)) return fine;
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    const check = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
    if (!check) throw new Error(`keyword ${keyword} is not checked here`);
    return check(value, rule, schema);
  });
}
