import type { ArchiveEntry } from './archive';

/** Letters that markup writes otherwise; all others leave codes alone. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
/** Tags that end a line of text. */
const BREAKS = /<(?:br|\/?(?:p|div|li|tr|td|h[1-6])|w:br|w:tab|\/w:p)\b[^<>]*>/gi;

/**
 * The words of an HTML page or of the XML of a word processor, with line breaks where there were paragraphs. Tags that
 * stand inside a code, as editors put them there, do not cut it.
 * @example wordsOf('<p>7R1-<b>AGfH</b></p>') // '7R1-AGfH'
 */
export function wordsOf(markup: string): string {
  return markup
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(BREAKS, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => letter(name) ?? whole)
    .trim();
}

function letter(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** What of a Word document can hold a code. */
export interface Document {
  readonly words: string;
  /** Pictures in it, as screenshots of a code. */
  readonly pictures: readonly ArchiveEntry[];
}

const TEXTS = /^word\/(document|footnotes|header\d*|footer\d*)\.xml$/;
const PICTURES = /^word\/media\/[^/]+\.(png|jpe?g|gif|bmp|webp)$/i;

/**
 * The words and pictures of a Word document (.docx); undefined where the archive is no such document.
 * @example await documentIn(entries)
 */
export async function documentIn(entries: readonly ArchiveEntry[]): Promise<Document | undefined> {
  if (!entries.some(({ path }) => path === 'word/document.xml')) return undefined;
  const words: string[] = [];
  for (const entry of entries.filter(({ path }) => TEXTS.test(path))) {
    const bytes = await entry.read();
    if (bytes.ok) words.push(wordsOf(new TextDecoder().decode(bytes.value)));
  }
  return { words: words.join('\n'), pictures: entries.filter(({ path }) => PICTURES.test(path)) };
}
