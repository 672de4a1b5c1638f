import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './planted';

const entrySchema = v.object({
  version: v.optional(v.string()),
  resolved: v.optional(v.string()),
  optionalDependencies: v.optional(v.record(v.string(), v.string()), {}),
});
const lockSchema = v.object({ packages: v.record(v.string(), entrySchema) });
type Lock = v.InferOutput<typeof lockSchema>;

/** Where Node looks for a package from inside another: its own node_modules, then those of the folders above. */
function placesOf(name: string, path: string): string[] {
  const parts = path === '' ? [] : path.split(/\/?node_modules\//).slice(1);
  return Array.from({ length: parts.length + 1 }, (_, up) =>
    [...parts.slice(0, parts.length - up), name].map((part) => `node_modules/${part}`).join('/'),
  );
}

function missingOptionals({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => {
        const found = placesOf(name, path).find((place) => packages[place] !== undefined);
        const version = found === undefined ? undefined : packages[found]?.version;
        return version === undefined || (/^\d/.test(range) && version !== range);
      })
      .map(([name, range]) => `${path || 'the project'} wants ${name}@${range}`),
  );
}

const addresses = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([path, { resolved }]) => (resolved === undefined ? [] : [path]));

const lockOf = (packages: unknown): Lock => v.parse(lockSchema, { packages });

describe('package-lock.json', () => {
  const lock = v.parse(lockSchema, JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')));

  it('names no address, so that every machine installs from its own registry', () => {
    expect(addresses(lock)).toEqual([]);
  });

  it('holds every optional platform package that it names, or `npm ci` refuses it elsewhere', () => {
    expect(missingOptionals(lock)).toEqual([]);
  });
});

describe('the look into a lock', () => {
  const named = { 'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux': '1.0.0' } } };

  it('finds an address', () => {
    expect(
      addresses(lockOf({ 'node_modules/a': { version: '1.0.0', resolved: 'https://example.org/a.tgz' } })),
    ).toEqual(['node_modules/a']);
  });

  it('finds a platform package that is missing', () => {
    expect(missingOptionals(lockOf(named))).toEqual(['node_modules/a wants a-linux@1.0.0']);
  });

  it('finds a platform package of another version', () => {
    expect(missingOptionals(lockOf({ ...named, 'node_modules/a-linux': { version: '0.9.0' } }))).toHaveLength(
      1,
    );
  });

  it.each(['node_modules/a-linux', 'node_modules/a/node_modules/a-linux'])('accepts one at %s', (place) => {
    expect(missingOptionals(lockOf({ ...named, [place]: { version: '1.0.0' } }))).toEqual([]);
  });
});
