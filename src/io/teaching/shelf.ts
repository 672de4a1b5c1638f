import type { WrappedPair, Derivation } from '../secrets';
import type { RowKind } from './model';

/** Which row is meant. */
export interface RowKey {
  readonly kind: RowKind;
  readonly id: string;
}

/**
 * A row as it lies on disk: a text where there is no passphrase, else locked bytes. Kind, ids and time are in the clear;
 * ids that would say something of a person are hidden names then.
 */
export interface FiledRow extends RowKey {
  /** Id of what the row hangs on and goes with; empty for none. */
  readonly parent: string;
  /** When it was last changed, milliseconds since 1970: of two versions the later one stands. */
  readonly at: number;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** What the passphrase opens. Everything in it may be read by anyone; nothing in it can be opened without the passphrase. */
export interface Vault {
  /** 1: from before ids were hidden; it has no name key, and gets one when it is next opened. */
  readonly v: 1 | 2;
  /** Names the data key: a tab that holds another one must not write with it. */
  readonly name: string;
  readonly derivation: Derivation;
  /** The data key, wrapped by the passphrase and by the recovery code; base64url. */
  readonly byPassphrase: string;
  readonly byRecovery: string;
  /** The name key, wrapped by the data key; base64url. */
  readonly names?: string;
  /** The first one is what new assignments are sealed to; others came with backups. */
  readonly pairs: readonly WrappedPair[];
  /** Rows from before the passphrase, or from before ids were hidden, are still being rewritten. */
  readonly sweeping: boolean;
}

/** Small things about this machine, in the clear. */
export interface Notes {
  /** Minutes without a touch after which the workspace locks itself; 0 for never. */
  readonly idle: number;
  /** Real time of the last backup; 0 for none. */
  readonly backup: number;
  /** Real time of the last change since then; 0 for none. */
  readonly changed: number;
  /** Whether the instructor has confirmed that the recovery code is kept. */
  readonly codeKept: boolean;
}

/** One step that happens as a whole or not at all. */
export interface Change {
  /** Name of the vault the rows were made for, null for none: with another one in place nothing is written ('locked'). */
  readonly expects?: string | null;
  readonly put?: readonly FiledRow[];
  readonly remove?: readonly RowKey[];
  /** Rows that hang on these go too, and what hangs on those. */
  readonly removeUnder?: readonly string[];
  readonly notes?: Partial<Notes>;
  readonly vault?: Vault;
  /** Called within the step, with the rows put so far. What it throws undoes the step. */
  readonly step?: (done: number) => void;
}

/** Where rows lie. Rejects with TeachTrouble or with the database's own error. */
export interface Shelf {
  all(kind: RowKind): Promise<readonly FiledRow[]>;
  under(kind: RowKind, parent: string): Promise<readonly FiledRow[]>;
  /** Ids only: cheap, however large the rows are. */
  idsUnder(kind: RowKind, parent: string): Promise<readonly string[]>;
  /** How many rows there are, of one kind or of all. */
  count(kind?: RowKind): Promise<number>;
  row(key: RowKey): Promise<FiledRow | undefined>;
  some(kind: RowKind, ids: readonly string[]): Promise<readonly FiledRow[]>;
  /** Those of the ids that are there. */
  known(kind: RowKind, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Up to `count` rows of the kind of this one after it in the order of ids. An empty id is before all. */
  after(key: RowKey, count: number): Promise<readonly FiledRow[]>;
  change(change: Change): Promise<void>;
  vault(): Promise<Vault | undefined>;
  notes(): Promise<Notes>;
  close(): void;
  /** Deletes everything. */
  wipe(): Promise<void>;
}
