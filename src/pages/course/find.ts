// A chunk of its own with the search engine: fetched by the first search.
import MiniSearch from 'minisearch';
import { excerptOf, tokensOf, type Passage } from '../../core/lesson';

/** A passage found, with the stretch of text around the words. */
export interface Hit {
  /** `u05/s3#atp` */
  readonly id: string;
  readonly section: string;
  readonly heading: string;
  readonly excerpt: string;
}

const EXCERPT = 110;
const LATIN = /^[a-z]/;

/** Making an index takes a tenth of a second to half a second on a slow machine: one a language is enough. */
const made = new WeakMap<readonly Passage[], Finder>();

/**
 * The index of a list of passages, made once.
 * @example finderOf(await loadPassages('en')).find('lead time')
 */
export function finderOf(passages: readonly Passage[]): Finder {
  const known = made.get(passages) ?? new Finder(passages);
  made.set(passages, known);
  return known;
}

/** All passages of one language, ready to be searched. */
export class Finder {
  readonly #index: MiniSearch<Passage>;
  readonly #passages: ReadonlyMap<string, Passage>;

  constructor(passages: readonly Passage[]) {
    this.#passages = new Map(passages.map((passage) => [passage.id, passage]));
    this.#index = new MiniSearch({
      fields: ['section', 'heading', 'text'],
      tokenize: (text) => [...tokensOf(text)],
      searchOptions: {
        boost: { section: 3, heading: 2 },
        combineWith: 'AND',
        // Pairs of characters must stand as they are; a Latin word may go on.
        prefix: (token) => LATIN.test(token) && token.length > 2,
      },
    });
    this.#index.addAll(passages);
  }

  /**
   * Passages that hold every word of the query, the best first; at most 40.
   * @example finder.find('可承诺量')[0]?.id
   */
  find(query: string): readonly Hit[] {
    const tokens = tokensOf(query);
    if (tokens.length === 0) return [];
    return this.#index
      .search(query)
      .slice(0, 40)
      .flatMap(({ id }) => {
        const passage = this.#passages.get(String(id));
        if (!passage) return [];
        const { section, heading, text } = passage;
        return [{ id: passage.id, section, heading, excerpt: excerptOf(text, tokens, EXCERPT) }];
      });
  }
}
