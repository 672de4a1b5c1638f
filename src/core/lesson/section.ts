import type { Locale } from '../base';
import { blocksOf } from './blocks';
import type { Defects } from './defects';
import { halvesOf, readFront } from './front';
import type { Section } from './model';
import { Reading } from './reading';
import type { Tools } from './token';

/** One file as it lies on disk. */
export interface SectionFile {
  /** As its writer knows it: `content/lessons/u05/s3.en.md`. */
  readonly file: string;
  readonly unit: string;
  readonly id: string;
  readonly locale: Locale;
  readonly text: string;
}

/** A file as read: undefined `section` where nothing could be made of it. */
export interface ReadSection {
  readonly source: SectionFile;
  readonly section: Section | undefined;
  readonly draft: boolean;
  readonly reading: Reading;
}

/**
 * Reads one section in one language; every defect is noted, none stops the others.
 * @example readSection({ file, unit: 'u05', id: 's3', locale: 'en', text }, { tools, defects })
 */
export function readSection(
  source: SectionFile,
  means: { readonly tools: Tools; readonly defects: Defects },
): ReadSection {
  const reading = new Reading(source.file, source.locale, means);
  const halves = halvesOf(source.text.replaceAll('\r\n', '\n'));
  if (!halves) {
    reading.flaw('front', reading.spot(1, 'front matter'));
    return { source, section: undefined, draft: false, reading };
  }
  const read = readFront(halves.head, reading);
  const blocks = blocksOf(means.tools.markdown(halves.body), { reading, first: halves.first });
  // A front matter that cannot be read must not turn a draft into a defect for everyone.
  const draft = read?.draft ?? /^draft:\s*true\s*$/m.test(halves.head);
  if (!read) return { source, section: undefined, draft, reading };
  return { source, section: { unit: source.unit, id: source.id, front: read.front, blocks }, draft, reading };
}
