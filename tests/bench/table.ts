import type { Row, Rows } from './measure';

const WIDTH = 100;

/**
 * The rows for people: names, figures and units in columns, what is to be said beside them, no line above 100
 * columns. Parts stand apart by an empty line.
 * @example table([{ 'step.rate': { value: 1000, unit: '1/s' } }]) // 'step.rate  1,000 1/s'
 */
export function table(parts: readonly Rows[]): string {
  const all = parts.flatMap((part) => Object.entries(part));
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const names = widest(all.map(([name]) => name));
  const figures = widest(all.map(([, row]) => figureOf(row)));
  const units = widest(all.map(([, { unit }]) => unit));
  const line = ([name, row]: readonly [string, Row]): string => {
    const figure = figureOf(row).padStart(figures);
    const columns = `${name.padEnd(names)}  ${figure} ${row.unit.padEnd(units)}`;
    const room = WIDTH - columns.length - 2;
    return `${columns}  ${shortened(row.note ?? '', room)}`.trimEnd();
  };
  return parts
    .filter((part) => Object.keys(part).length > 0)
    .map((part) => Object.entries(part).map(line).join('\n'))
    .join('\n\n');
}

function figureOf({ value }: Row): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

function shortened(note: string, room: number): string {
  return note.length <= room ? note : `${note.slice(0, Math.max(0, room - 1))}…`;
}

/**
 * The rows for programs: `{ "<name>": { "value", "unit" } }`.
 * @example json([{ 'step.rate': { value: 1000, unit: '1/s' } }])
 */
export function json(parts: readonly Rows[]): string {
  const entries = parts.flatMap((part) => Object.entries(part));
  const plain = entries.map(([name, { value, unit }]) => [name, { value, unit }]);
  return JSON.stringify(Object.fromEntries(plain), null, 2);
}
