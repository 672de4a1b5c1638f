import { load, YAMLException } from 'js-yaml';
import { Unreadable } from '../../core/scenario';

/**
 * Parses an author's text with limits: no aliases, since a few lines of them can blow up to gigabytes. What does
 * not parse comes back as `Unreadable` with its line, for `parseScenario` to report with the other defects.
 * @example readYaml('a: [1') // Unreadable { line: 1, column: 6, … }
 */
export function readYaml(text: string): unknown {
  try {
    return load(text, { maxAliases: 0 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    return new Unreadable({ line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1, detail: reason });
  }
}
