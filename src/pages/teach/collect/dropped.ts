/** A file with its place in what was dropped or chosen: folders, divided by `/`, and its name. */
export interface Dropped {
  readonly path: string;
  readonly file: File;
}

/** What was dropped, and whether there was more in its folders than is taken. */
export interface Drop {
  readonly files: readonly Dropped[];
  readonly more: boolean;
}

/** Most files of one drop; a class hands in fewer. */
const MOST_FILES = 20_000;
const DEEPEST = 12;

/**
 * What was dropped, folders with everything in them. To be called while the drop is being told: the browser forgets
 * what was dropped afterwards.
 * @example ondrop={(event) => void dropped(event.dataTransfer).then(take)}
 */
export function dropped(transfer: DataTransfer | null): Promise<Drop> {
  const entries = [...(transfer?.items ?? [])].map((item) =>
    item.kind === 'file' ? item.webkitGetAsEntry() : null,
  );
  if (entries.some((entry) => entry?.isDirectory)) return walked(entries.filter((entry) => entry !== null));
  return Promise.resolve({ files: plain(transfer?.files), more: false });
}

/**
 * Files as they were chosen or pasted.
 * @example plain(input.files)
 */
export function plain(files: FileList | null | undefined): readonly Dropped[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function walked(roots: readonly FileSystemEntry[]): Promise<Drop> {
  const files: Dropped[] = [];
  const waiting = roots.map((entry) => ({ entry, depth: 0 }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (files.length >= MOST_FILES) return { files, more: true };
    const { entry, depth } = next;
    if (isFile(entry)) {
      const file = await fileOf(entry);
      if (file) files.push({ path: entry.fullPath.replace(/^\//, ''), file });
    } else if (isFolder(entry) && depth < DEEPEST) {
      const inside = await entriesIn(entry);
      waiting.unshift(...inside.map((one) => ({ entry: one, depth: depth + 1 })));
    }
  }
  return { files, more: false };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Undefined where it cannot be read any more. */
function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => {
    entry.file(resolve, () => {
      resolve(undefined);
    });
  });
}

/** Browsers hand out a hundred at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (part.length === 0) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    found.push(...part);
  }
}
