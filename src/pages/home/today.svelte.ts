import { isDue, profilesIn, resumeAt, type Profile } from '../../core/lesson';
import { cardsToAsk, gatherDecisions, readStudy, syllabus, type Outline } from '../../io/lessons';
import type { Services } from '../../io/services';

/** What there is to do in the course today, and how the rights have come out so far. */
export class Today {
  /** The section to go on with; undefined while it is being read, or where all are finished. */
  section = $state.raw<
    { readonly outline: Outline; readonly at: string; readonly begun: boolean } | undefined
  >();
  /** Cards whose time has come; undefined until the storage has answered. */
  due = $state<number | undefined>();
  /** Whether anything was ever answered. */
  studied = $state(false);
  profiles = $state.raw<readonly Profile[]>([]);
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Reads what is stored, then goes through cases finished since, in a worker. Never rejects. */
  async load(): Promise<void> {
    try {
      await this.#read();
      const gone = await gatherDecisions(await this.#services.store(), this.#services.catalogue());
      if (gone > 0) await this.#read();
    } catch (error) {
      // The page says itself what is wrong with the storage.
      console.error(error);
    }
  }

  async #read(): Promise<void> {
    const log = await readStudy(this.#services);
    const now = this.#services.now();
    this.due = cardsToAsk(log, this.#services.catalogue()).filter((card) => isDue(card, now)).length;
    this.studied = log.lines.length > 0;
    this.profiles = profilesIn(log.lines).filter(({ attempt }) =>
      log.attempts.some(({ id }) => id === attempt),
    );
    const next = resumeAt(log.readings, placesInOrder());
    const outline = syllabus.outlines.find(({ place }) => place === next?.place);
    this.section = next && outline && { outline, at: next.at, begun: next.begun };
  }
}

/** Written sections in the order of teaching. */
function placesInOrder(): readonly string[] {
  const written = new Set(syllabus.outlines.map(({ place }) => place));
  return syllabus.units
    .flatMap((unit) => unit.sections.map(({ id }) => `${unit.id}/${id}`))
    .filter((place) => written.has(place));
}
