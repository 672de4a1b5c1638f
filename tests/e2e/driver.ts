import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { load } from 'js-yaml';
import { formatClock, minutes, present, type Locale } from '../../src/core/base';
import { begin, step, type Input, type Run, type Typed } from '../../src/core/attempt';
import {
  compileCase,
  instantiate,
  parseScenario,
  type CompiledCase,
  type Scenario,
} from '../../src/core/scenario';
import { actWords, tell, type Telling } from '../../src/ui/case/telling';
import { desk as messages } from '../../src/ui/messages/desk';

const root = join(import.meta.dirname, '..', '..', 'scenarios');

/** A hand-scored play of `expected.yaml`, as far as playing it needs. */
export interface Play {
  readonly scenario: string;
  readonly name: string;
  /** Facts the play takes for granted. */
  readonly assumes: Readonly<Record<string, unknown>>;
  /** `scene.act`, `desk.act`, `look:record`, `wait:minutes`, each with `name=value` for numbers. */
  readonly inputs: readonly string[];
}

/**
 * Reads one scenario from its files, with every check.
 * @example readScenario('stockout-key-account').spec.code // 'S07'
 */
export function readScenario(id: string): Scenario {
  const file = (name: string): unknown => load(readFileSync(join(root, id, name), 'utf8'));
  const texts = { 'zh-CN': file('zh-CN.yaml'), en: file('en.yaml') };
  const read = parseScenario({ logic: file('scenario.yaml'), texts, folder: `scenarios/${id}` });
  if (!read.ok) throw new Error(`scenarios/${id}: ${JSON.stringify(read.error)}`);
  return read.value;
}

/**
 * Reads one play of a scenario's `expected.yaml`.
 * @example readPlay('stockout-key-account', 'expert').inputs.length // 30
 */
export function readPlay(scenario: string, name: string): Play {
  const file = load(readFileSync(join(root, scenario, 'expected.yaml'), 'utf8'));
  const play = member(member(file, 'plays'), name);
  const inputs = member(play, 'inputs');
  const assumes = member(play, 'assumes');
  if (!Array.isArray(inputs) || typeof assumes !== 'object' || assumes === null)
    throw new Error(`no play ${name}`);
  return { scenario, name, assumes: { ...assumes }, inputs: inputs.map(String) };
}

function member(of: unknown, key: string): unknown {
  const found =
    typeof of === 'object' && of !== null ? Object.entries(of).find(([name]) => name === key) : undefined;
  return found?.[1];
}

/**
 * The first seed, from 1 on, whose hidden facts are those a play assumes.
 * @example seedFor(scenario, { caller: 'zhou', hold: 60 })
 */
export function seedFor(scenario: Scenario, assumes: Play['assumes']): number {
  for (let seed = 1; seed < 10_000; seed++) {
    const { facts } = instantiate(scenario, seed);
    if (Object.entries(assumes).every(([name, value]) => facts[name] === value)) return seed;
  }
  throw new Error(`no seed below 10,000 gives ${JSON.stringify(assumes)}`);
}

/** The desk as a person uses it: everything by its accessible name. Works on wide screens and on phones. */
export class DeskDriver {
  readonly page: Page;
  readonly locale: Locale;

  constructor(page: Page, locale: Locale = 'en') {
    this.page = page;
    this.locale = locale;
  }

  /** Opens the pre-brief of a new attempt. */
  async open(scenario: string, seed: number, mode = 'practice'): Promise<this> {
    await this.page.goto(`#/play/${scenario}?seed=${seed}&mode=${mode}`);
    return this;
  }

  /** Begins the attempt, on whichever channel the customer is. */
  async takeCall(): Promise<this> {
    const names = Object.values(this.words.channels).map(({ take }) => take);
    await this.page.getByRole('button', { name: new RegExp(`^(${names.join('|')})$`) }).click();
    await this.settled();
    return this;
  }

  /** Chooses an act of the scene, or of the colleagues, by its text. */
  async act(name: string): Promise<this> {
    await this.press(name);
    await this.settled();
    return this;
  }

  /** Presses the button of an act and does not wait for what comes of it. */
  async press(name: string): Promise<void> {
    await this.tab('talk');
    const button = this.button(name);
    const hand = this.page.getByText(this.words.atHand, { exact: true });
    if (!(await button.isVisible())) await expect(button.or(hand).first()).toBeVisible();
    if (!(await button.isVisible())) await hand.click();
    await button.click();
  }

  /** Types a number into a field of a numeric act; `act` where more than one asks for it. */
  async number(label: string, value: string, act?: string): Promise<this> {
    await this.tab('talk');
    const inside = act === undefined ? this.page : this.page.getByRole('group', { name: act, exact: true });
    await inside.getByRole('spinbutton', { name: label, exact: true }).fill(value);
    return this;
  }

  /** Opens a system or a record inside the one on the screen, by its name. */
  async look(name: string): Promise<this> {
    await this.tab('systems');
    await this.button(name).click();
    await this.settled();
    return this;
  }

  /** Lets 5 or 15 minutes pass. */
  async wait(name: 'waitFive' | 'waitFifteen'): Promise<this> {
    return await this.act(this.words[name]);
  }

  /** Follows the way to the debrief, once the case has ended. */
  async finish(): Promise<this> {
    await this.page.getByRole('link', { name: this.words.toDebrief, exact: true }).click();
    await this.page.waitForURL(/#\/debrief\//);
    return this;
  }

  /** Waits until the last input is stored and its consequences are shown. */
  async settled(): Promise<void> {
    const saved = this.page.getByText(this.words.saved, { exact: true });
    await expect(saved.or(this.page.getByRole('link', { name: this.words.toDebrief })).first()).toBeVisible();
  }

  /** Shows a tab where the screen is too narrow for all panes. */
  async tab(id: 'case' | 'talk' | 'systems'): Promise<void> {
    const tab = this.page.getByRole('tab', { name: this.words.tabs[id] });
    if (await tab.isVisible()) await tab.click();
  }

  /** The simulated clock with its day. */
  get clock(): Locator {
    const label = this.page.getByText(this.words.clock, { exact: true });
    return this.page.getByRole('paragraph').filter({ has: label }).first();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get words(): (typeof messages)[Locale] {
    return messages[this.locale];
  }
}

/** A play under way: the page, and the same case beside it, which knows what every button must be called. */
export class PlayDriver {
  readonly desk: DeskDriver;
  readonly #telling: Telling;
  readonly #scenario: Scenario;
  #run: Run;

  constructor(desk: DeskDriver, scenario: Scenario, c: CompiledCase) {
    this.desk = desk;
    this.#scenario = scenario;
    this.#telling = { c, texts: scenario.texts[desk.locale], locale: desk.locale };
    this.#run = begin(c);
  }

  /** The state the page must show. */
  get run(): Run {
    return this.#run;
  }

  /** The clock the page must show, without its day. */
  get clock(): string {
    return formatClock(minutes(this.#run.now % 1440));
  }

  /** The name of an act's button. */
  actName(ref: string, typed: Typed = {}): string {
    return actWords(this.#telling, { ref, vars: this.#run.vars, typed }, this.desk.words.undecided);
  }

  /** The name of a record's button: its system, or its title where it lies in another record. */
  recordName(id: string): string {
    const spec = present(this.#telling.c.of.logic.spec.records[id], id);
    if (spec.within === undefined) return this.desk.words.systems[spec.system];
    return tell(this.#telling, present(this.#telling.texts.records[id], id).title);
  }

  /** Gives one line of a transcript through the page. */
  async give(line: string): Promise<this> {
    const input = parseInput(line);
    if (input.kind === 'act') await this.#act(input.act, input.with);
    else if (input.kind === 'look') await this.#look(input.record);
    else await this.desk.wait(input.minutes === 5 ? 'waitFive' : 'waitFifteen');
    return this.follow(line);
  }

  /** Presses what gives a line, and does not wait for what comes of it. */
  async press(line: string): Promise<void> {
    const input = parseInput(line);
    if (input.kind === 'act') {
      await this.#type(input.act, input.with);
      await this.desk.press(this.actName(input.act, input.with));
    } else if (input.kind === 'look') {
      const way = this.wayTo(input.record);
      for (const name of way.slice(0, -1)) await this.desk.look(name);
      await this.desk.tab('systems');
      await this.desk.button(way.at(-1) ?? '').click();
    } else await this.desk.press(this.desk.words[input.minutes === 5 ? 'waitFive' : 'waitFifteen']);
  }

  /** The same play on another page, where it has been opened again. */
  on(page: Page): PlayDriver {
    const moved = new PlayDriver(new DeskDriver(page, this.desk.locale), this.#scenario, this.#telling.c);
    moved.#run = this.#run;
    return moved;
  }

  /** Takes note of a line that was given through the page by other means. */
  follow(line: string): this {
    const result = step(this.#telling.c, this.#run, parseInput(line));
    if (!result.ok) throw new Error(`${line}: ${result.error}`);
    this.#run = result.value.run;
    return this;
  }

  /** The buttons that lead to a record, one after the other: the one it lies in first. */
  wayTo(id: string): readonly string[] {
    const within = this.#telling.c.of.logic.spec.records[id]?.within;
    return within === undefined ? [this.recordName(id)] : [this.recordName(within), this.recordName(id)];
  }

  /** The numbers of an act as they are typed, in the order of its fields. */
  typed(ref: string, typed: Typed): readonly string[] {
    const acts = this.#telling.c.desk.concat(this.#telling.c.scenes[this.#run.scene]?.acts ?? []);
    const act = present(
      acts.find((one) => one.ref === ref),
      ref,
    );
    return Object.entries(act.asks).map(([id, { unit }]) => {
      const value = present(typed[id], id);
      return unit === 'clock' ? formatClock(minutes(value)) : String(value);
    });
  }

  async #act(ref: string, typed: Typed): Promise<void> {
    await this.#type(ref, typed);
    await this.desk.act(this.actName(ref, typed));
  }

  async #type(ref: string, typed: Typed): Promise<void> {
    const asks = this.#telling.c.desk.concat(this.#telling.c.scenes[this.#run.scene]?.acts ?? []);
    const act = present(
      asks.find((one) => one.ref === ref),
      ref,
    );
    for (const [id, value] of Object.entries(typed)) {
      const clock = act.asks[id]?.unit === 'clock';
      const label = present(this.#telling.texts.inputs[id], id);
      const text = clock ? formatClock(minutes(value)) : String(value);
      await this.desk.number(label, text, this.actName(ref));
    }
  }

  async #look(id: string): Promise<void> {
    const within = this.#telling.c.of.logic.spec.records[id]?.within;
    // What lies inside a record is reached through it; reading again is free.
    if (within !== undefined) await this.desk.look(this.recordName(within));
    await this.desk.look(this.recordName(id));
  }
}

/**
 * Reads one line of a transcript.
 * @example parseInput('quantity.release qty=300') // { kind: 'act', act: 'quantity.release', with: { qty: 300 } }
 */
export function parseInput(line: string): Input {
  const [what = '', ...numbers] = line.split(' ');
  if (what.startsWith('look:')) return { kind: 'look', record: what.slice(5) };
  if (what.startsWith('wait:')) return { kind: 'wait', minutes: Number(what.slice(5)) };
  const typed = Object.fromEntries(
    numbers.map((pair) => {
      const [name = '', value] = pair.split('=');
      return [name, Number(value)];
    }),
  );
  return { kind: 'act', act: what, with: typed };
}

/**
 * Opens a case with the facts a play assumes and takes the call.
 * @example const driver = await beginPlay(page, readPlay('stockout-key-account', 'expert'), 'en')
 */
export async function beginPlay(page: Page, play: Play, locale: Locale = 'en'): Promise<PlayDriver> {
  const scenario = readScenario(play.scenario);
  const seed = seedFor(scenario, play.assumes);
  const desk = new DeskDriver(page, locale);
  await desk.open(play.scenario, seed);
  await desk.takeCall();
  return new PlayDriver(desk, scenario, compileCase(instantiate(scenario, seed)));
}

/**
 * Plays a whole transcript through the page, from the pre-brief to the ending.
 * @example await playTranscript(page, readPlay('stockout-key-account', 'expert'), 'en')
 */
export async function playTranscript(page: Page, play: Play, locale: Locale = 'en'): Promise<PlayDriver> {
  const driver = await beginPlay(page, play, locale);
  for (const line of play.inputs) await driver.give(line);
  return driver;
}
