import { join } from 'node:path';

export const changelogFile = join(import.meta.dirname, '..', '..', 'CHANGELOG.md');

const UNRELEASED = /^## .*unreleased.*$/im;
const RELEASE = /^## /m;

/**
 * The change log with a line for each score that moved, at the end of what is not released yet; a section of its
 * own where everything is released. A line that stands there already is not written twice.
 * @example withMoves('# Changelog\n', ['novice of x: 73.09 → 72.09 because of R4.b: …'])
 */
export function withMoves(changelog: string, moves: readonly string[]): string {
  const lines = moves.map((move) => `- **score** ${move}`).filter((line) => !changelog.includes(line));
  if (lines.length === 0) return changelog;
  const heading = UNRELEASED.exec(changelog);
  if (!heading) return withSection(changelog, lines);
  const start = heading.index + heading[0].length;
  const next = RELEASE.exec(changelog.slice(start));
  const end = next ? start + next.index : changelog.length;
  const section = changelog.slice(start, end).trim();
  const rest = changelog.slice(end);
  const text = [section, lines.join('\n')].filter(Boolean).join('\n');
  return `${changelog.slice(0, start)}\n\n${text}\n${rest === '' ? '' : `\n${rest}`}`;
}

function withSection(changelog: string, lines: readonly string[]): string {
  const first = RELEASE.exec(changelog)?.index ?? changelog.length;
  const head = changelog.slice(0, first).trimEnd();
  const rest = changelog.slice(first);
  return `${head}\n\n## Unreleased\n\n${lines.join('\n')}\n${rest === '' ? '' : `\n${rest}`}`;
}
