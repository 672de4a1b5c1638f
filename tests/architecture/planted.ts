import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A small project that breaks rules on purpose, on disk for as long as a test file runs. */
export interface Planted {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Writes files into a new temporary folder, where imports find the project's packages.
 *
 * @example plant({ 'src/core/base/index.ts': 'export const one = 1;' })
 */
export function plant(files: Readonly<Record<string, string>>): Planted {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'planted-'));
  // A junction is what Windows lets anyone make; elsewhere the word is ignored.
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
