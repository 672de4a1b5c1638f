import type { Cell, Sheet } from './sheet';

/** What a spreadsheet starts a formula with, after NFKC; the second minus has no plain form. */
const STARTERS = ['=', '+', '-', '@', '\u2212'];
/** Would be read as a number that loses digits or zeros, or as a date: 202401010101, 0012, 2024E01, 3-1. */
const LOOKS_ELSE = /^(?:0\d+|\d{12,}|\d+(?:\.\d+)?[eE][+-]?\d+|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?)$/;

/**
 * Text as a cell that no spreadsheet takes for a formula: what begins, perhaps after blanks or invisible characters,
 * with `=`, `+`, `-`, `@`, one of their full-width forms, a tab, a line break or NUL gets an apostrophe before it. What
 * would be turned into another number or a date gets a tab behind it, which Excel and WPS take for text.
 * @example safeText('=1+1') // "'=1+1"
 */
export function safeText(text: string): string {
  const whole = text.replaceAll('\0', '');
  const first = whole
    .replace(/^[\s\p{Cc}\p{Cf}\p{Z}]+/u, '')
    .charAt(0)
    .normalize('NFKC');
  const risky = STARTERS.includes(first) || /^[\t\r\n]/.test(text) || text.startsWith('\0');
  if (risky) return `'${whole}`;
  return LOOKS_ELSE.test(whole.normalize('NFKC').trim()) ? `${whole}\t` : whole;
}

/**
 * A table as CSV (RFC 4180) for Excel and WPS: UTF-8 with byte order mark, CRLF, every cell in quotes, text made safe
 * by {@link safeText}, numbers with a decimal point.
 * @param writeDate a time in milliseconds since 1970 as it is to be shown
 * @example toCsv(sheet, (at) => new Date(at).toISOString())
 */
export function toCsv(sheet: Sheet, writeDate: (at: number) => string): string {
  const head = sheet.head.map((text) => quoted(safeText(text)));
  const rows = sheet.rows.map((row) => row.map((cell) => quoted(written(cell, writeDate))));
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

function written(cell: Cell, writeDate: (at: number) => string): string {
  switch (cell.kind) {
    case 'text':
      return safeText(cell.text);
    case 'number':
      return cell.value.toFixed(cell.decimals);
    case 'date':
      return writeDate(cell.at);
    case 'empty':
      return '';
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
