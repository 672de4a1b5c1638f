import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { present } from '../../src/core/base';
import { CaseShelf } from '../../src/core/course';
import { formatScore } from '../../src/ui/format';
import { handin as handinWords } from '../../src/ui/messages/classroom-handin';
import { teachCollect } from '../../src/ui/messages/teach-collect';
import { teachReview } from '../../src/ui/messages/teach-review';
import { teachSafe } from '../../src/ui/messages/teach-safe';
import { markOf, type Sender } from '../classroom/handins';
import { followPlay } from '../content/bots';
import { playNamed, readPlays } from '../content/plays';
import { expectAccessible } from './axe';
import {
  assign,
  beginPassphrase,
  codeOf,
  confirmCode,
  PASSPHRASE,
  taskOf,
  workToHandin,
} from './classroom-driver';
import { readScenario } from './driver';

const CASE = 'stockout-key-account';
const scenario = readScenario(CASE);
const shelf = new CaseShelf([scenario]);
const wang: Sender = { number: '2023001', name: '王一' };
const li: Sender = { number: '2023002', name: '李二' };
const collect = teachCollect.en;

async function other(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-US',
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  return await context.newPage();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: collect.paste }).fill(text);
  await page.getByRole('button', { name: collect.check, exact: true }).click();
}

test('sealed results are opened by the workspace that asked for them, and by no other', async ({
  browser,
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await beginPassphrase(page);
  await confirmCode(page);
  const assignment = await assign(page, [wang, li]);
  expect(assignment.key).not.toBeNull();
  const root = page.url().replace(/#.*$/, '');
  const { seed } = taskOf(assignment);
  const c = present(shelf.compiled(CASE, seed), 'case');
  const { log } = followPlay(c, playNamed(readPlays(CASE), 'denier').inputs);
  const mark = formatScore(markOf(shelf, { scenarioId: CASE, seed }, log), 'en');

  const student = await other(browser, baseURL);
  await workToHandin({ page: student, sender: wang, scenario, log }, assignment, root);
  await expect(student.getByText(handinWords.en.sealed, { exact: true })).toBeVisible();
  const code = await codeOf(student);
  expect(code).toMatch(/^7R1E-/);
  const download = student.waitForEvent('download');
  await student.getByRole('button', { name: handinWords.en.download }).click();
  const file = {
    name: 'result.json',
    mimeType: 'application/json',
    buffer: readFileSync(await (await download).path()),
  };
  await student.context().close();

  const results = (on: Page) => on.getByRole('listitem').filter({ has: on.getByRole('article') });
  await test.step('the code counts once, whoever sends it, and so does the file', async () => {
    await page.goto(`#/teach/assignment/${assignment.id}/collect`);
    await paste(page, `王一 10:02\n${code}\n李二 10:05\n${code}`);
    await expect(results(page)).toHaveCount(1);
    await expect(results(page)).toContainText(wang.name);
    await expect(results(page)).toContainText(mark);
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByText(collect.known(1))).toBeVisible();
    await expect(results(page)).toHaveCount(1);
  });
  await test.step('another workspace with a key of its own cannot open it', async () => {
    const colleague = await other(browser, baseURL);
    await beginPassphrase(colleague);
    await confirmCode(colleague);
    const theirs = await assign(colleague, [wang, li]);
    await colleague.goto(`#/teach/assignment/${theirs.id}/collect`);
    await paste(colleague, code);
    await expect(results(colleague)).toContainText(collect.states.refused);
    await expect(results(colleague)).toContainText('It was sealed to another workspace');
    await expect(results(colleague)).not.toContainText(mark);
    await expectAccessible(colleague, 'refused');
    await colleague.context().close();
  });
  await test.step('locked, nothing is seen; unlocked, the result is read again', async () => {
    await page.getByRole('button', { name: teachSafe.en.lockNow }).click();
    await expect(page.getByText(wang.name)).toHaveCount(0);
    await page.reload();
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('link', { name: collect.reviewOf(wang.name) }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: teachReview.en.titleOf(wang.name) }),
    ).toBeVisible();
    await expect(page.getByText(teachReview.en.steps)).toBeVisible();
  });
});
