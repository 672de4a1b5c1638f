import type { Locale } from '../base';
import type { DefectCode, Defects, Spot } from './defects';
import { isSlug } from './shape';
import type { Tools } from './token';

/** Something that a lesson names and that must exist elsewhere. */
export interface Reference {
  readonly kind: 'term' | 'lab' | 'case' | 'drawing' | 'link' | 'row' | 'objective';
  readonly id: string;
  readonly spot: Spot;
}

/** A block that both languages must have: what it is called, and what about it must be equal. */
export interface Landmark {
  readonly id: string;
  readonly kind: string;
  readonly signature: string;
  readonly line: number;
}

/** One file while it is read: where its defects, references and landmarks gather. */
export class Reading {
  readonly references: Reference[] = [];
  readonly landmarks: Landmark[] = [];
  readonly #ids = new Set<string>();

  constructor(
    readonly file: string,
    readonly locale: Locale,
    readonly means: { readonly tools: Tools; readonly defects: Defects },
  ) {}

  get tools(): Tools {
    return this.means.tools;
  }

  spot(line: number, path: string): Spot {
    return { file: this.file, line, path };
  }

  flaw(code: DefectCode, spot: Spot, params: Readonly<Record<string, string | number>> = {}): void {
    this.means.defects.add(code, spot, params);
  }

  refer(kind: Reference['kind'], id: string, spot: Spot): void {
    this.references.push({ kind, id, spot });
  }

  /** Notes a block that both languages have; an id may stand once in a section. */
  mark(landmark: Landmark): void {
    const { id, kind, line } = landmark;
    const spot = this.spot(line, `${kind} ${id}`);
    if (id !== '' && kind !== 'lab' && !isSlug(id)) this.flaw('bad-id', spot, { id });
    if (id !== '' && this.#ids.has(id)) this.flaw('duplicate', spot, { id });
    this.#ids.add(id);
    this.landmarks.push(landmark);
  }
}
