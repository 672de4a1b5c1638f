import type { Locale } from '../../core/base';
import {
  ENGINE,
  eventToJson,
  offers,
  undoToJson,
  type ActOffer,
  type Input,
  type Offers,
} from '../../core/attempt';
import { compileCase, instantiate, type CompiledCase, type Logic, type Texts } from '../../core/scenario';
import type { AttemptMode, OpenAttempt, Session, Store, StoreFaultCode, StoreHealth } from '../../io/db';
import type { Telling } from '../../ui/case/telling';
import { transcript, type Line } from '../../ui/case/transcript';
import { variantsOf } from '../../ui/case/variants';
import { actSpec } from '../../ui/case/act-spec';
import { actOrder } from '../../ui/review/act-order';
import type { DeskDuty, DutyPorts } from './duty';
import { canUndo, offeredIn } from './mode';
import { Notepad } from './notepad.svelte';
import { Playing, type Progress } from './progress';

type OpenStore = Pick<Store, 'create' | 'open' | 'health' | 'value' | 'putValue'>;

/** What the session needs of the world. The page gives the real ones, tests their own. */
export interface PlayPorts {
  readonly store: () => Promise<OpenStore>;
  readonly loadLogic: (id: string) => Promise<Logic | undefined>;
  readonly loadTexts: (id: string, locale: Locale) => Promise<Texts | undefined>;
  /** Real time, milliseconds since 1970. */
  readonly now: () => number;
  /** A fresh name for an attempt. */
  readonly newId: () => string;
  /** Corrects the address without a navigation. */
  readonly rewrite: (hash: string) => void;
  /** Work that somebody has asked for; left out where nobody can. */
  readonly duty?: DutyPorts;
}

/** A new attempt, or the one to go on with. */
export interface PlayOrder {
  readonly scenarioId: string;
  readonly seed: number;
  readonly attempt: string | undefined;
}

/** Why nothing moves: the storage refuses, or what was fetched or stored cannot be used. */
export interface Trouble {
  readonly code: StoreFaultCode | 'content' | 'changed-case' | 'bad-log';
  readonly again: (() => Promise<void>) | undefined;
}

export type Stage = 'loading' | 'brief' | 'desk' | 'ended' | 'missing';

/**
 * One learner at one desk: loads the case, stores every input before its consequences are shown, and resumes a
 * stored attempt. All words come from the log and the case, so the language may change at any moment.
 */
export class PlaySession {
  stage = $state<Stage>('loading');
  /** An input is being stored; others are ignored meanwhile. */
  busy = $state(false);
  trouble = $state.raw<Trouble | undefined>();
  /** How well the attempt is kept; undefined before the call. */
  health = $state.raw<StoreHealth | undefined>();
  /** Steps that had been acknowledged and are gone from both copies. */
  lost = $state(0);
  mode = $state<AttemptMode>('practice');
  /** What the attempt is made for; undefined for free play. */
  duty = $state.raw<DeskDuty | undefined>();
  #seed = $state(0);
  #attempt = $state<string | undefined>();
  #progress = $state.raw<Progress | undefined>();
  #playing = $state.raw<Playing | undefined>();
  #words = $state.raw<{ readonly locale: Locale; readonly texts: Texts } | undefined>();
  #bug = $state.raw<{ readonly error: unknown } | undefined>();
  readonly #ports: PlayPorts;
  readonly #order: PlayOrder;
  #logic: Logic | undefined;
  #wanted: Locale | undefined;
  #session: Session | undefined;
  #left = false;

  /** The case in the learner's language; undefined until both are here. */
  readonly telling: Telling | undefined = $derived(
    this.#playing && this.#words ? { c: this.#playing.c, ...this.#words } : undefined,
  );
  readonly #variants = $derived(this.#playing && variantsOf(this.#playing.c));
  /** The conversation so far. */
  readonly lines: readonly Line[] = $derived(
    this.#playing && this.#progress ? transcript(this.#playing.c, this.#progress, this.#variants) : [],
  );
  readonly #offers: Offers | undefined = $derived(
    this.#playing && this.#progress ? offers(this.#playing.c, this.#progress.run) : undefined,
  );
  /** Acts of the scene in this attempt's order. */
  readonly acts: readonly ActOffer[] = $derived.by(() => this.#inOrder());

  /** The learner's own notes about this attempt. */
  readonly notepad: Notepad;

  constructor(ports: PlayPorts, order: PlayOrder) {
    this.#ports = ports;
    this.#order = order;
    this.#seed = order.seed;
    this.notepad = new Notepad(() => this.#openStore());
  }

  /** How far the attempt has gone; undefined before the call. Throws when the program has failed. */
  get progress(): Progress | undefined {
    if (this.#bug) throw this.#bug.error;
    return this.#progress;
  }

  get offers(): Offers | undefined {
    return this.#offers;
  }

  get seed(): number {
    return this.#seed;
  }

  /** Acts that are always at hand. */
  get desk(): readonly ActOffer[] {
    return this.#allowed(this.#offers?.desk ?? []);
  }

  /** Whether the last step may be taken back now. */
  get mayUndo(): boolean {
    const { stage, mode } = this;
    const log = this.#progress?.log;
    const isHint = (ref: string): boolean => actSpec(this.#playing?.c, ref)?.act === 'hint';
    return stage === 'desk' && log !== undefined && canUndo(mode, log, isHint);
  }

  /** Name of the attempt; undefined before the call. */
  get attempt(): string | undefined {
    return this.#attempt;
  }

  /**
   * Fetches the case and, for a stored attempt, replays it. Stage and trouble tell what came of it.
   * @example void session.load()
   */
  load(): Promise<void> {
    return this.#work(async () => {
      this.trouble = undefined;
      const logic = await this.#ports.loadLogic(this.#order.scenarioId).catch(() => 'unfetched' as const);
      if (logic === 'unfetched') {
        this.#stop('content', () => this.load());
        return;
      }
      if (!logic) {
        this.stage = 'missing';
        return;
      }
      this.#logic = logic;
      if (this.#order.attempt !== undefined) {
        await this.#resume(logic, this.#order.attempt);
        return;
      }
      this.#playing = new Playing(caseOf(logic, this.#seed));
      // Without storage nothing can be asked for; playing goes on.
      this.duty = await this.#ports.duty?.planned({ id: '', ...this.#draw(logic) }).catch(() => undefined);
      this.stage = 'brief';
    });
  }

  /**
   * Speaks a language from now on, as soon as its words are here.
   * @example $effect(() => void session.speak(locale.current))
   */
  speak(locale: Locale): Promise<void> {
    this.#wanted = locale;
    return this.#work(async () => {
      const { scenarioId } = this.#order;
      const texts = await this.#ports.loadTexts(scenarioId, locale).catch(() => 'unfetched' as const);
      if (this.#wanted !== locale) return;
      if (texts === 'unfetched') {
        this.#stop('content', () => this.#speakAgain(locale));
        return;
      }
      if (texts) this.#words = { locale, texts };
    });
  }

  async #speakAgain(locale: Locale): Promise<void> {
    this.trouble = undefined;
    await this.speak(locale);
  }

  /** Begins the attempt: only now it exists. */
  takeCall(): Promise<void> {
    return this.#exclusively(async () => {
      const [playing, logic] = [this.#playing, this.#logic];
      if (!playing || !logic || this.stage !== 'brief') return;
      const store = await this.#openStore();
      if (!store) {
        this.#stop('content', () => this.takeCall());
        return;
      }
      const id = (this.#attempt ??= this.#ports.newId());
      const draw = this.#draw(logic);
      // First, so that no attempt at a task is ever without it.
      const tied = await this.#ports.duty?.tie({ id, ...draw });
      if (tied?.ok === false) {
        this.#stop(tied.error.code, () => this.takeCall());
        return;
      }
      const created = await store.create({
        id,
        ...draw,
        engine: ENGINE,
        startedAt: this.#ports.now(),
        locale: this.#words?.locale ?? 'zh-CN',
      });
      const open = created.ok ? await store.open(id) : created;
      if (!open.ok) {
        this.#stop(open.error.code, () => this.takeCall());
        return;
      }
      if (!this.#keep(store, open.value)) return;
      this.#progress = playing.start();
      this.stage = 'desk';
      void this.notepad.open(id);
      this.#ports.rewrite(`#/play/${logic.spec.id}?attempt=${id}`);
    });
  }

  /**
   * Gives one input. It is stored first; then, and only then, its consequences show. Ignored while another one is
   * on its way; refused storage leaves everything as it was, with `trouble.again` to repeat it.
   * @example await session.give({ kind: 'look', record: 'wms' })
   */
  give(input: Input): Promise<void> {
    return this.#exclusively(async () => {
      const [playing, progress, session] = [this.#playing, this.#progress, this.#session];
      if (!playing || !progress || !session || progress.run.ended) return;
      const prepared = playing.prepare(progress, input);
      const stored = await session.append(eventToJson(prepared.event));
      await this.#feel();
      if (!stored.ok) {
        this.#stop(stored.error.code, () => this.give(input));
        return;
      }
      this.#progress = playing.advance(progress, prepared);
      await this.#finishIfEnded();
    });
  }

  /**
   * Takes the last input back, in practice; the record keeps that it happened. Stored before it shows, as `give`.
   * @example await session.undo()
   */
  undo(): Promise<void> {
    return this.#exclusively(async () => {
      const [playing, progress, session] = [this.#playing, this.#progress, this.#session];
      if (!playing || !progress || !session || !this.mayUndo) return;
      const stored = await session.append(undoToJson(progress.run.now));
      await this.#feel();
      if (stored.ok) this.#progress = playing.undo(progress);
      else this.#stop(stored.error.code, () => this.undo());
    });
  }

  /** Gives the attempt back, when the page is left. */
  leave(): void {
    this.#left = true;
    void this.#session?.close();
  }

  async #resume(logic: Logic, id: string): Promise<void> {
    const store = await this.#openStore();
    if (!store) {
      this.#stop('content', () => this.load());
      return;
    }
    const open = await store.open(id);
    if (!open.ok) {
      this.#stop(open.error.code, () => this.load());
      return;
    }
    if (!this.#keep(store, open.value)) return;
    const { header, events, lost } = open.value;
    if (header.scenarioId !== logic.spec.id) {
      this.#stop('not-found');
      return;
    }
    if (header.scenarioHash !== logic.hash || header.engine !== ENGINE) {
      this.#stop('changed-case');
      return;
    }
    const playing = new Playing(caseOf(logic, header.seed));
    const progress = playing.resume(
      events.map(({ input }) => input),
      { undo: header.mode === 'practice' },
    );
    if (!progress.ok) {
      this.#stop('bad-log');
      return;
    }
    this.lost = lost;
    this.mode = header.mode;
    this.#seed = header.seed;
    this.#attempt = id;
    this.duty = await this.#ports.duty?.stored(id).catch(() => undefined);
    this.#playing = playing;
    this.#progress = progress.value;
    this.stage = 'desk';
    void this.notepad.open(id);
    await this.#finishIfEnded();
  }

  async #finishIfEnded(): Promise<void> {
    if (this.#progress?.run.ended !== true) return;
    this.stage = 'ended';
    const finished = await this.#session?.finish();
    if (finished?.ok === false)
      this.#stop(finished.error.code, () => this.#exclusively(() => this.#finishIfEnded()));
  }

  /** The case as it is about to be played. */
  #draw(logic: Logic) {
    return { scenarioId: logic.spec.id, scenarioHash: logic.hash, seed: this.#seed, mode: this.mode };
  }

  /** An assignment may do without hints where the mode has them. */
  #allowed(acts: readonly ActOffer[]): readonly ActOffer[] {
    return offeredIn(this.mode, acts, this.duty?.hints);
  }

  #inOrder(): readonly ActOffer[] {
    const playing = this.#playing;
    const scene = this.#progress?.scene;
    if (!playing || scene === undefined) return [];
    const offered = new Map(this.#allowed(this.#offers?.acts ?? []).map((act) => [act.ref, act]));
    const all = actOrder(playing.c.scenes[scene]?.acts ?? [], { seed: this.#seed, scene });
    return all.flatMap(({ ref }) => offered.get(ref) ?? []);
  }

  /** False where the page has been left meanwhile. */
  #keep(store: OpenStore, open: OpenAttempt): boolean {
    this.#session = open.session;
    this.health = store.health();
    if (this.#left) void open.session.close();
    return !this.#left;
  }

  async #feel(): Promise<void> {
    this.health = (await this.#openStore())?.health();
  }

  async #openStore(): Promise<OpenStore | undefined> {
    // Its program is fetched like any other; without a network there is none.
    return await this.#ports.store().catch(() => undefined);
  }

  #stop(code: Trouble['code'], again?: () => Promise<void>): void {
    this.trouble = { code, again };
  }

  async #exclusively(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = undefined;
    await this.#work(work);
    this.busy = false;
  }

  /** A bug must reach the error boundary of the page, also when it is thrown after an await. */
  async #work(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#bug = { error };
    }
  }
}

function caseOf(logic: Logic, seed: number): CompiledCase {
  return compileCase(instantiate(logic, seed));
}
