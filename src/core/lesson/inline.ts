import type { Spot } from './defects';
import type { Inline, Rich } from './model';
import type { Reading } from './reading';
import { isSlug } from './shape';
import type { Token } from './token';

const TERM = /\[\[([^\]\s]+)(?:\s+([^\]]+))?\]\]/g;
const HTML = /<\/?[a-z][^>]*>/i;
const HAN = '\u3400-\u9fff';
const HALF_WIDTH = new RegExp(`.{0,8}(?:[${HAN}][,;:?!](?!\\d)|[,;?!][${HAN}]).{0,8}`);
const DIGIT_SPACE = new RegExp(`.{0,8}(?:\\d [${HAN}]|[${HAN}] \\d).{0,8}`);
const WIDE_END = new RegExp(`[${HAN}\u3000-\u303f\uff00-\uffef]$`);

/**
 * Notes what a printed text must not hold: marks without effect, HTML, half-width marks in Chinese.
 * @example lintText('300 箱,今天发', spot, reading)
 */
export function lintText(text: string, spot: Spot, reading: Reading): void {
  if (text.includes('**')) reading.flaw('stray-mark', spot, { text: text.slice(0, 40) });
  if (HTML.test(text)) reading.flaw('unsupported', spot, { what: 'HTML' });
  if (reading.locale !== 'zh-CN') return;
  const half = HALF_WIDTH.exec(text)?.[0];
  if (half !== undefined) reading.flaw('half-width', spot, { text: half });
  const blank = DIGIT_SPACE.exec(text)?.[0];
  if (blank !== undefined) reading.flaw('digit-space', spot, { text: blank });
}

/**
 * Runs of text out of the tokens of one line.
 * @example inlineOf(token.children ?? [], spot, reading)
 */
export function inlineOf(tokens: readonly Token[], spot: Spot, reading: Reading): Rich {
  const out: Inline[] = [];
  let plain = '';
  let letters = '';
  const flush = (): void => {
    if (plain === '') return;
    letters += plain;
    out.push(...withTerms(plain, spot, reading));
    plain = '';
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.type === 'text') plain += token.content;
    else if (token.type === 'softbreak') plain += WIDE_END.test(plain) ? '' : ' ';
    else {
      flush();
      const end = token.type.endsWith('_open') ? closingOf(tokens, index) : index;
      const run = runOf(token, tokens.slice(index + 1, end), { spot, reading });
      if (run !== undefined) out.push(run);
      letters += run === undefined ? '' : proseOf(run);
      index = end;
    }
  }
  flush();
  // Over the whole line, since a mark may stand right behind emphasis.
  lintText(letters, spot, reading);
  return out;
}

/** The letters of a run as prose: a sum keeps its own blanks and signs. */
function proseOf(run: Inline): string {
  if (typeof run === 'string') return run;
  if (run.kind === 'code') return '·';
  return 'of' in run ? run.of.map(proseOf).join('') : lettersOf(run);
}

/**
 * Index of the token that closes the one at `open`.
 * @example closingOf(tokens, 0) // of a strong_open: its strong_close
 */
export function closingOf(tokens: readonly Token[], open: number): number {
  const type = tokens[open]?.type ?? '';
  const close = type.replace(/_open$/, '_close');
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    if (tokens[index]?.type === type) depth += 1;
    if (tokens[index]?.type === close) depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}

interface Place {
  readonly spot: Spot;
  readonly reading: Reading;
}

function runOf(token: Token, inner: readonly Token[], { spot, reading }: Place): Inline | undefined {
  switch (token.type) {
    case 'strong_open':
      return { kind: 'strong', of: inlineOf(inner, spot, reading) };
    case 'em_open':
      return { kind: 'em', of: inlineOf(inner, spot, reading) };
    case 'code_inline':
      return { kind: 'code', text: token.content };
    case 'hardbreak':
      return { kind: 'break' };
    case 'link_open':
      return linkOf(token, inlineOf(inner, spot, reading), { spot, reading });
    default:
      reading.flaw('unsupported', spot, { what: token.type.replace(/_open$/, '') });
      return undefined;
  }
}

function linkOf(token: Token, of: Rich, { spot, reading }: Place): Inline | undefined {
  const href = String(token.attrs?.find(([name]) => name === 'href')?.[1] ?? '');
  const parts = /^(u\d\d\/s\d+)?(?:#([a-z0-9-]+))?$/.exec(href);
  if (!parts || href === '') {
    reading.flaw('unsupported', spot, { what: `link “${href}”` });
    return undefined;
  }
  reading.refer('link', href, spot);
  return { kind: 'link', section: parts[1] ?? '', at: parts[2] ?? '', of };
}

function withTerms(text: string, spot: Spot, reading: Reading): Rich {
  const out: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(TERM)) {
    const [whole, id = '', shown = ''] = match;
    if (match.index > from) out.push(text.slice(from, match.index));
    if (isSlug(id)) reading.refer('term', id, spot);
    else reading.flaw('bad-id', spot, { id });
    out.push({ kind: 'term', id, shown });
    from = match.index + whole.length;
  }
  if (from < text.length) out.push(text.slice(from));
  return out;
}

/**
 * Runs of text out of a sentence in YAML.
 * @example richOf('按**箱**计', spot, reading)
 */
export function richOf(text: string, spot: Spot, reading: Reading): Rich {
  return inlineOf(reading.tools.inline(text.trim()), spot, reading);
}

/**
 * A text that allows no marks, checked.
 * @example plainOf('箱', spot, reading) // '箱'
 */
export function plainOf(text: string, spot: Spot, reading: Reading): string {
  lintText(text, spot, reading);
  return text.trim();
}

/**
 * The letters of a run, without marks; terms give the words they show, else their id.
 * @example textOf(['按', { kind: 'strong', of: ['箱'] }]) // '按箱'
 */
export function textOf(rich: Rich): string {
  return rich.map(lettersOf).join('');
}

function lettersOf(run: Inline): string {
  if (typeof run === 'string') return run;
  switch (run.kind) {
    case 'strong':
    case 'em':
    case 'link':
      return textOf(run.of);
    case 'code':
      return run.text;
    case 'term':
      return run.shown || run.id;
    case 'break':
      return ' ';
  }
}
