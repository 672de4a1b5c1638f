import { readFence } from './fences';
import { closingOf, inlineOf, textOf } from './inline';
import { CALLOUTS, type Block, type CalloutKind, type Rich, type Table } from './model';
import type { Reading } from './reading';
import type { Token } from './token';

const ID = /\s*\{#([^}]*)\}\s*$/;
const CAPTION = /^(?:表|Table)\s*[：:]\s*/;
const CALLOUT = /^\[!([A-Za-z]+)\]\s*/;

/** The place of a token list in its file: `first` is the line, from 1, on which line 0 of the tokens stands. */
interface At {
  readonly reading: Reading;
  readonly first: number;
}

/**
 * Typed blocks out of Markdown tokens; what lessons do not have is noted as a defect and left out.
 * @example blocksOf(tools.markdown(body), { reading, first: 12 })
 */
export function blocksOf(tokens: readonly Token[], at: At): readonly Block[] {
  const out: Block[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const end = token.type.endsWith('_open') ? closingOf(tokens, index) : index;
    const block = blockOf(token, tokens.slice(index + 1, end), at);
    if (block?.kind === 'table') out.push(captioned(block, out, { at, line: lineOf(token, at) }));
    else if (block) out.push(block);
    index = end;
  }
  return out;
}

function lineOf(token: Token, at: At): number {
  return at.first + (token.map?.[0] ?? 0);
}

function blockOf(token: Token, inner: readonly Token[], at: At): Block | undefined {
  const line = lineOf(token, at);
  const spot = at.reading.spot(line, '');
  switch (token.type) {
    case 'paragraph_open':
      return { kind: 'paragraph', of: inlineOf(childrenOf(inner), spot, at.reading) };
    case 'heading_open':
      return heading(token, inlineOf(childrenOf(inner), spot, at.reading), { at, line });
    case 'bullet_list_open':
    case 'ordered_list_open':
      return { kind: 'list', ordered: token.type.startsWith('ordered'), items: listItems(inner, at) };
    case 'table_open':
      return tableOf(inner, { at, line });
    case 'blockquote_open':
      return callout(inner, { at, line });
    case 'fence':
      return readFence(token, at.reading, line);
    default:
      at.reading.flaw('unsupported', spot, { what: token.type.replace(/_(open|block)$/, '') });
      return undefined;
  }
}

function childrenOf(inner: readonly Token[]): readonly Token[] {
  return inner[0]?.children ?? [];
}

/** Splits `words {#id}` into its words and its id. */
function withId(rich: Rich): { readonly of: Rich; readonly id: string } {
  const last = rich.at(-1);
  const id = typeof last === 'string' ? ID.exec(last)?.[1] : undefined;
  if (typeof last !== 'string' || id === undefined) return { of: rich, id: '' };
  const rest = last.replace(ID, '');
  return { of: [...rich.slice(0, -1), ...(rest ? [rest] : [])], id };
}

interface Where {
  readonly at: At;
  readonly line: number;
}

function heading(token: Token, rich: Rich, { at: { reading }, line }: Where): Block | undefined {
  const { of, id } = withId(rich);
  const text = textOf(of);
  const spot = reading.spot(line, text);
  if (token.tag !== 'h2' && token.tag !== 'h3') {
    reading.flaw('heading-level', spot);
    return undefined;
  }
  if (id === '') reading.flaw('heading-id', spot, { text });
  reading.mark({ id, kind: 'heading', signature: token.tag, line });
  return { kind: 'heading', id, level: token.tag === 'h2' ? 2 : 3, of };
}

function listItems(tokens: readonly Token[], at: At): readonly (readonly Block[])[] {
  const items: (readonly Block[])[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (tokens[index]?.type !== 'list_item_open') continue;
    const end = closingOf(tokens, index);
    items.push(blocksOf(tokens.slice(index + 1, end), at));
    index = end;
  }
  return items;
}

function tableOf(tokens: readonly Token[], { at: { reading }, line }: Where): Table {
  const rows: Rich[][] = [];
  const end: boolean[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    if (token.type === 'th_open')
      end.push(token.attrs?.some(([, value]) => String(value).includes('right')) === true);
    const spot = reading.spot(line + rows.length, 'table');
    rows.at(-1)?.push(inlineOf(tokens[index + 1]?.children ?? [], spot, reading));
  }
  const [head = [], ...body] = rows;
  reading.mark({ id: '', kind: 'table', signature: `${body.length} × ${head.length}`, line });
  return { kind: 'table', caption: '', head, end, rows: body };
}

/** Takes the caption from the paragraph before the table, and that paragraph out of the text. */
function captioned(table: Table, before: Block[], { at: { reading }, line }: Where): Table {
  const last = before.at(-1);
  const text = last?.kind === 'paragraph' ? textOf(last.of) : '';
  if (!CAPTION.test(text)) {
    reading.flaw('table-caption', reading.spot(line, 'table'));
    return table;
  }
  before.pop();
  return { ...table, caption: text.replace(CAPTION, '') };
}

function callout(tokens: readonly Token[], { at, line }: Where): Block | undefined {
  const { reading } = at;
  const spot = reading.spot(line, 'quote');
  const children = tokens[1]?.children ?? [];
  const turn = children.findIndex((child) => child.type === 'softbreak');
  const first = turn < 0 ? children : children.slice(0, turn);
  const name = CALLOUT.exec(first[0]?.content ?? '')?.[1]?.toLowerCase() ?? '';
  const look = CALLOUTS.find((known) => known === name);
  if (!look || tokens[0]?.type !== 'paragraph_open') {
    reading.flaw('no-choice', spot, { given: `> [!${name.toUpperCase()}]`, choices: choices() });
    return undefined;
  }
  const { of, id } = withId(withoutName(inlineOf(first, spot, reading)));
  reading.mark({ id, kind: look, signature: '', line });
  const rest = turn < 0 ? [] : inlineOf(children.slice(turn + 1), spot, reading);
  const lead: Block[] = rest.length > 0 ? [{ kind: 'paragraph', of: rest }] : [];
  return { kind: 'callout', look, id, title: of, blocks: [...lead, ...blocksOf(tokens.slice(3), at)] };
}

function choices(): string {
  return CALLOUTS.map((kind: CalloutKind) => `[!${kind.toUpperCase()}]`).join(', ');
}

function withoutName(rich: Rich): Rich {
  const [first, ...others] = rich;
  if (typeof first !== 'string') return rich;
  const rest = first.replace(CALLOUT, '');
  return rest ? [rest, ...others] : others;
}
