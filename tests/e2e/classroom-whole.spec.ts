import { readFileSync } from 'node:fs';
import { expect, type Browser, type Page } from '@playwright/test';
import { minutes, present } from '../../src/core/base';
import type { AttemptEvent } from '../../src/core/attempt';
import { CaseShelf, type Assignment } from '../../src/core/course';
import { handinToFile, readFile } from '../../src/core/interop';
import { formatScore } from '../../src/ui/format';
import { handin as handinWords } from '../../src/ui/messages/classroom-handin';
import { offline } from '../../src/ui/messages/offline';
import { teachCollect } from '../../src/ui/messages/teach-collect';
import { teachGrades } from '../../src/ui/messages/teach-grades';
import { teachReview } from '../../src/ui/messages/teach-review';
import { forged, markOf, type Sender } from '../classroom/handins';
import { followPlay } from '../content/bots';
import { playAll, playNamed, readPlays } from '../content/plays';
import { expectAccessible } from './axe';
import { assign, bestLog, codeOf, taskOf, workToHandin } from './classroom-driver';
import { DebriefDriver } from './debrief-driver';
import { readScenario } from './driver';
import { siteTest as test } from './site-test';

const CASE = 'stockout-key-account';
const scenario = readScenario(CASE);
const shelf = new CaseShelf([scenario]);
const wang: Sender = { number: '2023001', name: '王一' };
const li: Sender = { number: '2023002', name: '李二' };
const zhao: Sender = { number: '2023003', name: '赵三' };
const collect = teachCollect.en;
const grades = teachGrades.en;
const review = teachReview.en;

/** What somebody does who plays as a hand-scored play of the case does. */
function asIn(play: string, assignment: Assignment): readonly AttemptEvent[] {
  const c = present(shelf.compiled(CASE, taskOf(assignment).seed), 'case');
  return followPlay(c, playNamed(readPlays(CASE), play).inputs).log;
}

interface Pupil {
  readonly page: Page;
  readonly leave: () => Promise<void>;
}

// Everything is kept at the first visit.
test.use({ serviceWorkers: 'allow' });

async function visitOnce(page: Page, root: string): Promise<void> {
  await page.goto(`${root}#/settings`);
  const kept = page.getByRole('region', { name: offline.en.title });
  await expect(kept.getByRole('status')).toHaveText(offline.en.ready, { timeout: 60_000 });
}

/** A browser that shares nothing with any other. */
async function pupil(browser: Browser, root: string): Promise<Pupil> {
  const context = await browser.newContext({ locale: 'en-US', serviceWorkers: 'allow' });
  const page = await context.newPage();
  await visitOnce(page, root);
  return { page, leave: () => context.close() };
}

async function handinFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: handinWords.en.download }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** The mark as it is written in a file, made better in an editor. */
function withMark(file: string, mark: number): string {
  const changed = file.replace(/("claimed": )\d+/, `$1${String(mark)}`);
  expect(changed).not.toBe(file);
  return changed;
}

/** A step that cost time is cut out of the log, the clocks behind it moved up, and the digest made to fit again. */
function withoutStep(file: string, log: readonly AttemptEvent[], at: number): string {
  const read = readFile(new TextEncoder().encode(file));
  if (!read.ok || read.value.kind !== 'handin') throw new Error('a result was handed in');
  const { work } = read.value.handin;
  if (work.kind !== 'case') throw new Error('a case is worked');
  expect(work.lines).toHaveLength(log.length);
  const gap = (log[at + 1]?.at ?? 0) - (log[at]?.at ?? 0);
  const lines = log
    .map((event, index) => ({ ...event, at: index < at ? event.at : minutes(event.at - gap) }))
    .filter((_, index) => index !== at)
    .map(({ at: clock, input }) => ({ v: 1, at: clock, input: { ...input } }));
  const seconds = work.seconds.filter((_, index) => index !== at);
  return handinToFile(forged(read.value.handin, { lines, seconds }));
}

/** The first step without which something after it is no longer possible; and which step that is, counted from 1. */
function breaking(
  log: readonly AttemptEvent[],
  assignment: Assignment,
): { readonly cut: number; readonly step: number } {
  const c = present(shelf.compiled(CASE, taskOf(assignment).seed), 'case');
  for (const cut of log.keys()) {
    const rest = log.filter((_, index) => index !== cut).map(({ input }) => input);
    const played = playAll(c, rest);
    const named = played.ok ? undefined : /^input (\d+),/.exec(played.error)?.[1];
    if (named !== undefined) return { cut, step: Number(named) };
  }
  throw new Error('every step can be left out');
}

async function dropFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const dropped = await page.evaluateHandle((contents) => {
    const transfer = new DataTransfer();
    for (const [name, content] of Object.entries(contents))
      transfer.items.add(new File([content], name, { type: 'application/json' }));
    return transfer;
  }, files);
  await page.getByText(collect.filesHelp).dispatchEvent('drop', { dataTransfer: dropped });
}

test('a class without a server or a network: assigned, worked in three browsers, collected, forgeries refused, graded, and remarks come back', async ({
  browser,
  page,
  site,
  address: root,
}) => {
  test.setTimeout(300_000);
  await visitOnce(page, root);
  const honest = await pupil(browser, root);
  const scorer = await pupil(browser, root);
  const editor = await pupil(browser, root);
  await site.close();

  const assignment = await assign(page, [wang, li, zhao]);
  const results = page.getByRole('listitem').filter({ has: page.getByRole('article') });

  const best = bestLog(assignment, scenario);
  await workToHandin({ page: honest.page, sender: wang, scenario, log: best }, assignment, root);
  const code = await codeOf(honest.page);

  const logOfLi = asIn('denier', assignment);
  await workToHandin({ page: scorer.page, sender: li, scenario, log: logOfLi }, assignment, root);
  const fileOfLi = await handinFile(scorer.page);
  await scorer.leave();

  const logOfZhao = asIn('rigid', assignment);
  await workToHandin({ page: editor.page, sender: zhao, scenario, log: logOfZhao }, assignment, root);
  const fileOfZhao = await handinFile(editor.page);
  await editor.leave();

  const { cut, step } = breaking(logOfZhao, assignment);
  const markOfLi = markOf(shelf, { scenarioId: CASE, seed: taskOf(assignment).seed }, logOfLi);
  await test.step('codes and files come back, in a chat and by drag and drop', async () => {
    await page.goto(`#/teach/assignment/${assignment.id}/collect`);
    await expect(page.getByText(collect.missingCount(3))).toBeVisible();
    await page.getByRole('textbox', { name: collect.paste }).fill(`王一 10:02\n老师好，交作业\n${code}\n`);
    await page.getByRole('button', { name: collect.check, exact: true }).click();
    await expect(results).toHaveCount(1);
    await dropFiles(page, {
      'li.json': withMark(fileOfLi, 9_870),
      'zhao.json': withoutStep(fileOfZhao, logOfZhao, cut),
    });
    await expect(results).toHaveCount(3);
  });
  await test.step('the forged score and the edited log are refused, each with its place', async () => {
    await expect(results.filter({ hasText: wang.name })).toContainText(collect.states.accepted);
    const scored = results.filter({ hasText: li.name });
    await expect(scored).toContainText(collect.states.refused);
    await expect(scored).toContainText(`It says ${formatScore(9_870, 'en')}`);
    await expect(scored).toContainText(formatScore(markOfLi, 'en'));
    const edited = results.filter({ hasText: zhao.name });
    await expect(edited).toContainText(collect.states.refused);
    await expect(edited).toContainText(`In the log, step ${String(step)}, `);
    await expect(page.getByText(collect.missingCount(2))).toBeVisible();
    await expectAccessible(page, 'collected');
  });
  await test.step('handed in as it was, the same work counts; once more changes nothing', async () => {
    await dropFiles(page, { 'li again.json': fileOfLi });
    await expect(
      results.filter({ hasText: li.name }).filter({ hasText: collect.states.accepted }),
    ).toHaveCount(1);
    await page.getByRole('textbox', { name: collect.paste }).fill(code);
    await page.getByRole('button', { name: collect.check, exact: true }).click();
    await expect(page.getByText(collect.known(1))).toBeVisible();
    await expect(results).toHaveCount(4);
  });
  await test.step('the gradebook is right', async () => {
    await page.getByRole('link', { name: collect.toGrades }).click();
    const row = (name: string) =>
      page.getByRole('grid', { name: grades.shortTitle }).getByRole('row').filter({ hasText: name });
    await expect(row(wang.name)).toContainText(formatScore(10_000, 'en'));
    await expect(row(li.name)).toContainText(formatScore(markOfLi, 'en'));
    await expect(row(zhao.name)).toContainText(grades.none);
    await expectAccessible(page, 'gradebook');
  });
  const remarks = await test.step('remarks are pinned to a step', async () => {
    await page.goto(`#/teach/assignment/${assignment.id}/collect`);
    await page.getByRole('link', { name: collect.reviewOf(wang.name) }).click();
    await page.getByRole('textbox', { name: review.overall }).fill('You asked before you promised. Good.');
    await page.getByRole('button', { name: review.pinAt(2), exact: true }).click();
    await page.getByRole('textbox', { name: review.pinLabel(2), exact: true }).fill('Here you read first.');
    await expect(page.getByText(review.saved)).toBeVisible();
    await expectAccessible(page, 'review');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: review.file }).click();
    return await (await download).path();
  });
  await test.step('they come back into the debrief of the honest student, in their place', async () => {
    const student = honest.page;
    await student.goto(`${root}#/remarks`);
    await student.getByLabel(handinWords.en.choose).setInputFiles(remarks);
    await student.getByRole('link', { name: handinWords.en.toRemarks }).click();
    await expect(student.getByText('You asked before you promised. Good.')).toBeVisible();
    await new DebriefDriver(student).go('timeline');
    const step2 = student.locator('#step-2');
    await expect(step2.getByText('Here you read first.')).toBeVisible();
    await honest.leave();
  });
});
