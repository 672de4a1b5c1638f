import type { HandinRefusal } from '../../core/course';

/** Reasons that need no place, each on its own. */
type Plain<Code extends string> = Code extends string ? { readonly code: Code } : never;

/** Why something that came in is no result, or cannot be opened: found before any log was played. */
export type ArrivalRefusal =
  /** Not what the product writes. */
  | Plain<'not-ours' | 'not-text' | 'empty' | 'file-too-large'>
  /** A code that lost its end, a code with wrong characters, one of a later version of the product. */
  | Plain<'truncated' | 'damaged' | 'newer'>
  /** `path` is the place in the file. */
  | { readonly code: 'malformed'; readonly path: string }
  /** An assignment or remarks, which are no results. */
  | { readonly code: 'other-kind'; readonly kind: 'assignment' | 'remarks' }
  /** Sealed, and this workspace has no key, another key, or the browser no cryptography. */
  | Plain<'no-key' | 'wrong-key' | 'not-sealed' | 'no-crypto' | 'bad-key'>
  /** The check took too long and was ended, or it broke down. */
  | Plain<'hung' | 'broken'>;

/** Every reason for which a result is put aside. */
export type AnyRefusal = HandinRefusal | ArrivalRefusal;

/** What is known besides the code, in the language of the reader. */
export interface RefusalNames {
  /** The text of the act, record or wait that the named line gives. */
  readonly act?: string | undefined;
  /** A case or section by its title; the id where there is none. */
  readonly title: (id: string) => string;
}

/** What happened, and what to do. Three parts, because lists show the first, and details all. */
export interface RefusalWords {
  readonly title: string;
  readonly text: string;
  readonly remedy: string;
}

export type RefusalCode = AnyRefusal['code'];
export type RefusalOf = {
  readonly [Code in RefusalCode]: Extract<AnyRefusal, { readonly code: Code }>;
};

/** Title, text and remedy of every reason in one language. */
export type RefusalTable = {
  readonly [Code in RefusalCode]: (
    refusal: RefusalOf[Code],
    names: RefusalNames,
  ) => readonly [title: string, text: string, remedy: string];
};
