import {
  byNewest,
  fileHead,
  toAdd,
  valuesOf,
  type Archive,
  type FiledHead,
  type HeadsSeen,
  type ValueKey,
} from './archive';
import {
  ANALYSES_KEPT,
  type AttemptHeader,
  type StoredAnalysis,
  type StoredAnswer,
  type StoredEvent,
  type StoredReading,
  type StoredValue,
} from './model';
import type { Copy } from './repair';

/** The archive of a browser that stores nothing, or not any more: the same promises until the page is closed. */
export class MemoryArchive implements Archive {
  readonly durable = false;
  readonly #heads = new Map<string, FiledHead>();
  readonly #logs = new Map<string, readonly StoredEvent[]>();
  readonly #values = new Map<string, StoredValue>();
  readonly #answers = new Map<string, StoredAnswer>();
  readonly #readings = new Map<string, StoredReading>();
  readonly #analyses = new Map<string, StoredAnalysis>();
  readonly #watchers = new Set<HeadsSeen>();

  heads(): Promise<readonly AttemptHeader[]> {
    return Promise.resolve(this.#list());
  }

  load(id: string): Promise<Copy> {
    return Promise.resolve({ header: this.#heads.get(id)?.header, events: this.#logs.get(id) ?? [] });
  }

  async hold(header: AttemptHeader, log: readonly StoredEvent[]): Promise<void> {
    await Promise.resolve();
    toAdd(this.#heads.get(header.id), header, log);
    this.#file(header, log);
  }

  replace(header: AttemptHeader, log: readonly StoredEvent[]): Promise<void> {
    this.#file(header, log);
    return Promise.resolve();
  }

  undo(event: StoredEvent): Promise<void> {
    const filed = this.#heads.get(event.attempt);
    const log = this.#logs.get(event.attempt);
    if (filed?.tip === event.hash && log) {
      this.#file({ ...filed.header, lastSeq: event.seq - 1 }, log.slice(0, -1));
    }
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    this.#heads.delete(id);
    this.#logs.delete(id);
    this.#analyses.clear();
    for (const key of valuesOf(id)) this.#values.delete(nameOf(key));
    this.#tell();
    return Promise.resolve();
  }

  value(key: ValueKey): Promise<StoredValue | undefined> {
    return Promise.resolve(this.#values.get(nameOf(key)));
  }

  putValue(value: StoredValue): Promise<void> {
    this.#values.set(nameOf(value), value);
    return Promise.resolve();
  }

  valueKeys(): Promise<readonly ValueKey[]> {
    return Promise.resolve([...this.#values.values()]);
  }

  addAnswer(answer: StoredAnswer): Promise<void> {
    this.#answers.set(answer.id, answer);
    return Promise.resolve();
  }

  answers(): Promise<readonly StoredAnswer[]> {
    return Promise.resolve([...this.#answers.values()].sort((a, b) => a.at - b.at));
  }

  putReading(reading: StoredReading): Promise<void> {
    this.#readings.set(reading.section, reading);
    return Promise.resolve();
  }

  readings(): Promise<readonly StoredReading[]> {
    return Promise.resolve([...this.#readings.values()]);
  }

  analysis(key: string): Promise<StoredAnalysis | undefined> {
    return Promise.resolve(this.#analyses.get(key));
  }

  putAnalysis(analysis: StoredAnalysis): Promise<void> {
    this.#analyses.set(analysis.key, analysis);
    const byAge = [...this.#analyses.values()].sort((a, b) => a.at - b.at);
    const tooMany = Math.max(0, byAge.length - ANALYSES_KEPT);
    for (const { key } of byAge.slice(0, tooMany)) this.#analyses.delete(key);
    return Promise.resolve();
  }

  watch(seen: HeadsSeen): () => void {
    this.#watchers.add(seen);
    seen(this.#list());
    return () => this.#watchers.delete(seen);
  }

  close(): void {
    this.#watchers.clear();
  }

  wipe(): Promise<void> {
    this.#heads.clear();
    this.#logs.clear();
    this.#values.clear();
    this.#answers.clear();
    this.#readings.clear();
    this.#analyses.clear();
    this.#tell();
    return Promise.resolve();
  }

  #file(header: AttemptHeader, log: readonly StoredEvent[]): void {
    this.#heads.set(header.id, fileHead(header, log));
    this.#logs.set(header.id, [...log]);
    this.#tell();
  }

  #list(): readonly AttemptHeader[] {
    return [...this.#heads.values()].map(({ header }) => header).sort(byNewest);
  }

  #tell(): void {
    for (const seen of this.#watchers) seen(this.#list());
  }
}

function nameOf({ kind, id }: ValueKey): string {
  return `${kind} ${id}`;
}
