import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isList, parsedJson, type Json } from '../../src/core/base';
import type { RawScenario } from '../../src/core/scenario';
import { scenariosRoot } from './plays';

/** The three files of a case as plain data, before anything is known about them. */
export interface Files {
  readonly logic: Json;
  readonly 'zh-CN': Json;
  readonly en: Json;
}

/**
 * Reads the files of a case.
 * @example filesOf('stockout-key-account').logic
 */
export function filesOf(id: string, root: string = scenariosRoot): Files {
  const read = (name: string): Json =>
    parsedJson(JSON.stringify(load(readFileSync(join(root, id, `${name}.yaml`), 'utf8'))));
  return { logic: read('scenario'), 'zh-CN': read('zh-CN'), en: read('en') };
}

/** The files as the parser takes them. */
export function rawOf(id: string, files: Files): RawScenario {
  const { logic, en } = files;
  return { logic, texts: { 'zh-CN': files['zh-CN'], en }, folder: `scenarios/${id}` };
}

/** One change to one file: the value at a path with slashes is replaced, or removed where there is no new one. */
export interface Edit {
  readonly file: keyof Files;
  readonly path: string;
  readonly to?: Json;
}

/**
 * The files after some edits; missing tables on the way are made.
 * @example edited(files, [{ file: 'en', path: 'opening/zhou' }])
 */
export function edited(files: Files, edits: readonly Edit[]): Files {
  return edits.reduce(
    (now, { file, path, to }) => ({ ...now, [file]: put(now[file], path.split('/'), to) }),
    files,
  );
}

function put(value: Json | undefined, path: readonly string[], to: Json | undefined): Json {
  const [key = '', ...rest] = path;
  if (value !== undefined && isListOf(value)) {
    const next = [...value];
    if (rest.length === 0 && to === undefined) next.splice(Number(key), 1);
    else next[Number(key)] = rest.length === 0 && to !== undefined ? to : put(value[Number(key)], rest, to);
    return next;
  }
  const table = typeof value === 'object' && value !== null ? value : {};
  const old = Object.entries(table);
  if (rest.length === 0 && to === undefined) return Object.fromEntries(old.filter(([name]) => name !== key));
  const inner = old.find(([name]) => name === key)?.[1];
  return {
    ...Object.fromEntries(old),
    [key]: rest.length === 0 && to !== undefined ? to : put(inner, rest, to),
  };
}

function isListOf(value: Json): value is readonly Json[] {
  return typeof value === 'object' && value !== null && isList(value);
}
