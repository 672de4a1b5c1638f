import { assertNever, present, type Locale } from '../../core/base';
import type { Typed } from '../../core/attempt';
import type { ActText, CompiledCase, Scalar, Texts } from '../../core/scenario';
import { fillText } from '../case-text';
import { actSpec } from './act-spec';
import type { Line } from './transcript';

/** A case in one language: what it takes to put words to ids. */
export interface Telling {
  readonly c: CompiledCase;
  readonly texts: Texts;
  readonly locale: Locale;
}

/**
 * Fills a text of the case with its facts, the variables of a moment and the numbers typed then.
 * @example tell(telling, texts.findings.split, run.vars) // '… ATP 300 cartons'
 */
export function tell(
  telling: Telling,
  text: string,
  values: Readonly<Record<string, Scalar>> = telling.c.vars,
): string {
  const { c, locale } = telling;
  return fillText(text, { ...c.of.facts, ...values }, { starts: c.of.logic.spec.starts, locale });
}

/**
 * The words of an act of a scene or of the desk, not yet filled.
 * @example actText(telling, 'opening.match').text
 */
export function actText({ texts }: Telling, ref: string): ActText {
  const dot = ref.indexOf('.');
  const [scene, act] = [ref.slice(0, dot), ref.slice(dot + 1)];
  const table = scene === 'desk' ? texts.desk : texts.scenes[scene]?.acts;
  return present(table?.[act], `words of ${ref}`);
}

/**
 * What the button of an act reads: its text, with a mark in the place of a number not yet chosen.
 * @example actWords(telling, { ref: 'quantity.release', vars: run.vars, typed: { qty: 300 } }, '…')
 */
export function actWords(
  telling: Telling,
  act: { readonly ref: string; readonly vars: Readonly<Record<string, Scalar>>; readonly typed: Typed },
  undecided: string,
): string {
  const open = Object.keys(actSpec(telling.c, act.ref)?.asks ?? {});
  const blanks = Object.fromEntries(open.map((name) => [name, undecided]));
  return tell(telling, actText(telling, act.ref).text, { ...act.vars, ...blanks, ...act.typed });
}

/** Lines that carry words of the case itself. */
type Worded = Extract<Line, { kind: 'opening' | 'own' | 'reply' | 'event' }>;

/**
 * The words of a line in the language of the telling.
 * @example lineText(telling, line)
 */
export function lineText(telling: Telling, line: Worded): string {
  return tell(telling, rawText(telling, line), { ...line.vars, ...line.typed });
}

function rawText(telling: Telling, line: Worded): string {
  const { texts } = telling;
  switch (line.kind) {
    case 'opening':
      return present(texts.opening[line.variant], line.variant);
    case 'own':
      return actText(telling, line.act).text;
    case 'reply':
      return replyText(actText(telling, line.act), line.variant);
    case 'event':
      return withoutClock(present(texts.timeline[line.entry], line.entry).text);
    default:
      return assertNever(line);
  }
}

function replyText({ reply }: ActText, variant: string | undefined): string {
  if (typeof reply !== 'object') return reply ?? '';
  return present(reply[variant ?? ''], `reply ${variant ?? ''}`);
}

/**
 * Drops the date and clock at the head of a sentence that is shown beside its clock anyway.
 * @example withoutClock('5 March 06:40. What Suzhou sent …') // 'What Suzhou sent …'
 */
export function withoutClock(text: string): string {
  return text.replace(/^(?:\d{1,2} \p{L}+ |\d{1,2}月\d{1,2}日)?\d{2}:\d{2}[.,，。]\s*/u, '');
}

/** A piece of a reply: words spoken, or what is told around them. */
export interface Piece {
  readonly spoken: boolean;
  readonly text: string;
}

/**
 * Parts a reply into what is spoken (between curly quotes, kept) and what is told.
 * @example pieces('“Yes.” She nods.').map((piece) => piece.spoken) // [true, false]
 */
export function pieces(text: string): readonly Piece[] {
  return text
    .split(/(“[^”]*”)/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ spoken: part.startsWith('“'), text: part }));
}

/**
 * What a reply shows: its spoken pieces without their quotation marks, and what is told around them. A reply
 * without quotation marks is spoken, or written, as a whole.
 * @example spokenParts('“Yes.” She nods.') // [{ spoken: true, text: 'Yes.' }, { spoken: false, text: 'She nods.' }]
 */
export function spokenParts(text: string): readonly Piece[] {
  const parts = pieces(text);
  if (!parts.some(({ spoken }) => spoken)) return [{ spoken: true, text }];
  return parts.map(({ spoken, text: part }) => ({ spoken, text: spoken ? part.slice(1, -1) : part.trim() }));
}
