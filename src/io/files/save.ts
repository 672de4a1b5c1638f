/** What a file is made of, and what it is called. */
export interface SavedFile {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** Media type, as `application/json`. */
  readonly type: string;
}

/** How long a name may be, in characters, without its ending: old file systems allow 255 bytes. */
const LONGEST_NAME = 60;

/**
 * Hands a file to the browser's downloads.
 * @example saveFile({ name: '作业.json', content: text, type: 'application/json' })
 */
export function saveFile({ name, content, type }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click; what is let go in the same turn is an empty file in some.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * A file name made of several parts, without characters that some system forbids in names.
 * @param ending with its dot
 * @example fileName(['第3周作业', '2023/01', '王一'], '.json') // '第3周作业-2023_01-王一.json'
 */
export function fileName(parts: readonly string[], ending: string): string {
  const clean = parts
    .map((part) =>
      part
        .normalize('NFKC')
        .replace(/[\p{C}<>:"/\\|?*]+/gu, '_')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join('-');
  const short = new RegExp(`^.{0,${LONGEST_NAME}}`, 'su').exec(clean)?.[0].replace(/^[. ]+|[. ]+$/g, '');
  return `${short === undefined || short === '' ? 'seven-rights' : short}${ending}`;
}

/**
 * Puts a text on the clipboard. False where the browser forbids it, as on pages that do not come over https: let
 * the person select and copy.
 * @example if (!(await copyText(code))) field.select()
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
