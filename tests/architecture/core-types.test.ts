import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plant, projectRoot, type Planted } from './planted';

const outside = [
  'window',
  'document',
  'localStorage',
  'fetch',
  'setTimeout',
  'console',
  'crypto',
  'process',
  'structuredClone',
];
const files = {
  ...Object.fromEntries(outside.map((name) => [`${name}.ts`, `export const it = ${name};\n`])),
  'packages.ts': [
    "export { createMachine } from 'xstate';",
    "export { object } from 'valibot';",
    "export { parse } from '@marcbachmann/cel-js';",
    "export { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';",
    '',
  ].join('\n'),
  'index.ts': 'export const first = (list: readonly number[]): number => list[0];\n',
  'optional.ts': 'export const held: { note?: string } = { note: undefined };\n',
  'document.test.ts': 'export const it = document;\n',
};

let planted: Planted | undefined;
const found = new Map<string, string[]>();

beforeAll(() => {
  planted = plant({
    ...files,
    'tsconfig.json': JSON.stringify({
      extends: join(projectRoot, 'src/core/tsconfig.json'),
      include: ['./**/*.ts'],
      exclude: ['./**/*.test.ts'],
    }),
  });
  const { folder } = planted;
  const parsed = ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (!parsed) throw new Error('the planted tsconfig.json was not read');
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  for (const file of parsed.fileNames) found.set(file.slice(folder.length + 1), []);
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const path = file?.fileName.slice(folder.length + 1) ?? 'no file';
    found.set(path, [...(found.get(path) ?? []), ts.flattenDiagnosticMessageText(messageText, '\n')]);
  }
});
afterAll(() => planted?.remove());

describe('the types of core', () => {
  it.each(outside)('do not know %s', (name) => {
    expect(found.get(`${name}.ts`)).toEqual([expect.stringContaining(`Cannot find name '${name}'`)]);
  });

  it('accept the packages that core may use', () => {
    expect(found.get('packages.ts')).toEqual([]);
  });

  it('refuse a list item taken for granted', () => {
    expect(found.get('index.ts')).toEqual([
      expect.stringContaining("'number | undefined' is not assignable"),
    ]);
  });

  it('refuse undefined where a property is merely optional', () => {
    expect(found.get('optional.ts')).toEqual([expect.stringContaining('exactOptionalPropertyTypes')]);
  });

  it('leave test files to the tests, which may use Node', () => {
    expect(found.has('document.test.ts')).toBe(false);
  });
});
