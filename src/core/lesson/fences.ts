import * as v from 'valibot';
import { canonical } from '../base';
import { readCheck } from './checks';
import { placeOf, type Fence } from './fence';
import { readFigure } from './figures';
import { plainOf, richOf } from './inline';
import type { Block } from './model';
import type { Reading } from './reading';
import { shaped, words } from './shape';
import type { Token } from './token';

const KINDS = ['check', 'lab', 'case', 'figure', 'formula', 'caution'] as const;
const task = v.strictObject({ task: words });
const formula = v.strictObject({ is: words, where: v.optional(v.record(v.string(), words), {}) });
const caution = v.strictObject({
  rows: v.array(v.string()),
  claim: words,
  said: words,
  known: words,
  advice: words,
});

/**
 * A block out of a fence `kind [shape] id` with YAML inside; undefined, with a defect, where that fails.
 * @example readFence(token, reading, 40)
 */
export function readFence(token: Token, reading: Reading, line: number): Block | undefined {
  const [name = '', ...given] = token.info.trim().split(/\s+/);
  const spot = reading.spot(line, token.info.trim());
  const kind = KINDS.find((known) => known === name);
  if (!kind) {
    reading.flaw('no-choice', spot, { given: `\`\`\`${name}`, choices: KINDS.join(', ') });
    return undefined;
  }
  const shape = kind === 'check' || kind === 'figure' ? (given.shift() ?? '') : '';
  const [id, surplus] = given;
  if (id === undefined || surplus !== undefined) {
    reading.flaw('missing-key', spot, { id: 'id' });
    return undefined;
  }
  const parsed = reading.tools.yaml(token.content);
  if (!parsed.ok) {
    const at = reading.spot(line + 1 + parsed.error.line, spot.path);
    reading.flaw('yaml', at, { detail: parsed.error.reason });
    return undefined;
  }
  const fence: Fence = { shape, id, line, data: parsed.value, reading };
  if (kind === 'check') return readCheck(fence);
  if (kind === 'figure') return readFigure(fence);
  if (kind === 'formula') return readFormula(fence);
  return kind === 'caution' ? readCaution(fence) : readTask(fence, kind);
}

function readTask(fence: Fence, kind: 'lab' | 'case'): Block | undefined {
  const { reading, id, line } = fence;
  const place = placeOf(fence);
  const read = shaped(task, fence.data, place);
  reading.refer(kind, id, place.spot);
  reading.mark({ id, kind, signature: '', line });
  return read && { kind, id, task: richOf(read.task, place.spot, reading) };
}

function readFormula(fence: Fence): Block | undefined {
  const { reading, id, line } = fence;
  const place = placeOf(fence);
  const read = shaped(formula, fence.data, place);
  if (!read) return undefined;
  const where = Object.entries(read.where).map(([symbol, meaning]) => ({
    symbol,
    meaning: richOf(meaning, place.spot, reading),
  }));
  reading.mark({ id, kind: 'formula', signature: `${where.length} symbols`, line });
  return { kind: 'formula', id, is: plainOf(read.is, place.spot, reading), where };
}

function readCaution(fence: Fence): Block | undefined {
  const { reading, id, line } = fence;
  const place = placeOf(fence);
  const read = shaped(caution, fence.data, place);
  if (!read) return undefined;
  for (const row of read.rows) reading.refer('row', row, place.spot);
  reading.mark({ id, kind: 'caution', signature: canonical(read.rows), line });
  const rich = (text: string) => richOf(text, place.spot, reading);
  return {
    kind: 'caution',
    id,
    rows: read.rows,
    claim: rich(read.claim),
    said: rich(read.said),
    known: rich(read.known),
    advice: rich(read.advice),
  };
}
