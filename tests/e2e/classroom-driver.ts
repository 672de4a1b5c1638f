import { expect, type Locator, type Page } from '@playwright/test';
import { present } from '../../src/core/base';
import type { AttemptEvent } from '../../src/core/attempt';
import { seedFor, type Assignment, type CaseTask } from '../../src/core/course';
import { assignmentFromLink, assignmentToLink } from '../../src/core/interop';
import { compileCase, instantiate, type Scenario } from '../../src/core/scenario';
import { Analysis } from '../../src/core/search';
import { handin as handinWords } from '../../src/ui/messages/classroom-handin';
import { student as studentWords } from '../../src/ui/messages/classroom-student';
import { teach } from '../../src/ui/messages/teach';
import { teachAssign } from '../../src/ui/messages/teach-assign';
import { teachRoster } from '../../src/ui/messages/teach-roster';
import type { Sender } from '../classroom/handins';
import { must, playAll, spell } from '../content/plays';
import { DebriefDriver } from './debrief-driver';
import { DeskDriver, PlayDriver } from './driver';

/** The one task: S07. */
async function chooseCase(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^S07 / }).check();
}

/** A class with its list, and an assignment of S07, or of what is chosen, for practice: all by the pages a teacher uses. */
export async function assign(
  page: Page,
  students: readonly Sender[],
  choose: (page: Page) => Promise<void> = chooseCase,
): Promise<Assignment> {
  await page.goto('#/teach');
  await page.getByRole('button', { name: teach.en.newClass }).click();
  await page.getByRole('textbox', { name: teach.en.className }).fill('Logistics 2301');
  await page.getByRole('button', { name: teach.en.create }).click();
  const list = students.map(({ number, name }) => `${number}\t${name}`).join('\n');
  await page.getByRole('textbox', { name: teachRoster.en.paste }).fill(`学号\t姓名\n${list}`);
  await page.getByRole('button', { name: teachRoster.en.save(students.length) }).click();
  await page.getByRole('link', { name: teachRoster.en.assign, exact: true }).click();
  const words = teachAssign.en;
  await page.getByRole('textbox', { name: words.name, exact: true }).fill('Week 3: stockout');
  await page.getByRole('textbox', { name: words.teacher }).fill('Li Min');
  await choose(page);
  await page.getByRole('radio', { name: words.modes.practice }).check({ force: true });
  const link = page.getByRole('textbox', { name: words.link });
  await expect(link).toHaveValue(/#\/join\//);
  await page.getByRole('button', { name: words.copy, exact: true }).click();
  await expect(page.getByText(words.givenText)).toBeVisible();
  const read = assignmentFromLink(await link.inputValue());
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** The one case of an assignment. */
export function taskOf(assignment: Assignment): CaseTask {
  const [task] = assignment.tasks;
  if (task?.kind !== 'case') throw new Error('a case is assigned');
  return task;
}

/** The best play of the case that the assignment draws. */
export function bestLog(assignment: Assignment, scenario: Scenario): readonly AttemptEvent[] {
  const c = compileCase(instantiate(scenario, taskOf(assignment).seed));
  const best = new Analysis(c).bestPlay();
  if (!best.ok) throw new Error(best.error);
  return must(playAll(c, best.value.inputs)).log;
}

/** A student with a browser of their own, and how the case is worked there. */
export interface Worker {
  readonly page: Page;
  readonly sender: Sender;
  readonly scenario: Scenario;
  /** As well as can be, where nothing is said. */
  readonly log?: readonly AttemptEvent[];
}

/** Takes the assignment up, works its case on the desk, and goes to where it is handed in. */
export async function workToHandin(worker: Worker, assignment: Assignment, root: string): Promise<void> {
  const { page, sender, scenario, log = bestLog(assignment, scenario) } = worker;
  const words = studentWords.en;
  await page.goto(`${root}#/join/${present(assignmentToLink(assignment), 'link')}`);
  await page.getByRole('textbox', { name: words.number }).fill(sender.number);
  await page.getByRole('textbox', { name: words.name, exact: true }).fill(sender.name);
  await page.getByRole('button', { name: words.take, exact: true }).click();
  await page.getByRole('link', { name: words.toWork, exact: true }).click();
  await page.getByRole('link', { name: words.start, exact: true }).click();
  const desk = await new DeskDriver(page).takeCall();
  const c = compileCase(instantiate(scenario, seedFor(assignment, taskOf(assignment), sender.number)));
  const driver = new PlayDriver(desk, scenario, c);
  for (const { input } of log) await driver.give(spell(input));
  await desk.finish();
  const debrief = new DebriefDriver(page);
  await debrief.skipSelf();
  const notes = await debrief.go('notes');
  await notes.getByRole('link', { name: handinWords.en.shortTitle }).click();
}

/** The code on the page where work is handed in. */
export async function codeOf(page: Page): Promise<string> {
  return await page.getByRole('textbox', { name: handinWords.en.code, exact: true }).inputValue();
}

/** The passphrase of every workspace that has one. */
export const PASSPHRASE = 'a sentence nobody knows';

/** The dialog that shows the recovery code. */
export function recoveryDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Keep the recovery code' });
}

/** Says that the recovery code is kept. */
export async function confirmCode(page: Page): Promise<void> {
  const dialog = recoveryDialog(page);
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeDisabled();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
}

/** Sets a passphrase; the recovery code is then shown. */
export async function beginPassphrase(page: Page): Promise<void> {
  await page.goto('#/teach');
  await page.getByRole('button', { name: 'Set a passphrase' }).click();
  const act = page.getByRole('button', { name: 'Set it and encrypt' });
  await page.getByLabel('New passphrase').fill(PASSPHRASE);
  await page.getByLabel('Once more').fill(PASSPHRASE);
  await expect(act).toBeDisabled();
  await page.getByRole('checkbox', { name: /^I understand/ }).check();
  await act.click();
  await expect(recoveryDialog(page)).toBeVisible();
}
