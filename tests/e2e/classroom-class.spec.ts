import { expect, test, type Page } from '@playwright/test';
import { CaseShelf, type Assignment } from '../../src/core/course';
import { encodeHandin, toCode } from '../../src/core/interop';
import { teachClass } from '../../src/ui/messages/teach-class';
import { teachCollect } from '../../src/ui/messages/teach-collect';
import { teachProject } from '../../src/ui/messages/teach-project';
import { honest, randomLog, type Sender } from '../classroom/handins';
import { expectAccessible, expectFits } from './axe';
import { assign, bestLog, taskOf } from './classroom-driver';
import { readScenario } from './driver';

const CASE = 'stockout-key-account';
const scenario = readScenario(CASE);
const shelf = new CaseShelf([scenario]);
const wang: Sender = { number: '2023001', name: '王一' };
const others: readonly Sender[] = Array.from({ length: 10 }, (_, n) => ({
  number: String(2_023_002 + n),
  name: `学生${String(n + 2)}`,
}));
const words = teachClass.en;

function codeOf(assignment: Assignment, sender: Sender, log: ReturnType<typeof randomLog>): string {
  const bytes = encodeHandin(honest(shelf, assignment, { sender, log }), { logic: scenario });
  if (!bytes.ok) throw new Error('no code');
  return toCode(bytes.value);
}

/** Ten who do not read, and one who plays as well as can be. */
async function handIn(page: Page, assignment: Assignment, best: string): Promise<void> {
  const { seed } = taskOf(assignment);
  const codes = others.map((sender) =>
    codeOf(assignment, sender, randomLog(shelf, { scenarioId: CASE, seed }, sender.number)),
  );
  await page.goto(`#/teach/assignment/${assignment.id}/collect`);
  await page.getByRole('textbox', { name: teachCollect.en.paste }).fill([best, ...codes].join('\n'));
  await page.getByRole('button', { name: teachCollect.en.check, exact: true }).click();
  await expect(page.getByText(teachCollect.en.doneTitle)).toBeVisible();
}

test('what a class chose is shown per fork, right, path and cost, each in words too', async ({ page }) => {
  test.slow();
  const assignment = await assign(page, [wang, ...others]);
  await handIn(page, assignment, codeOf(assignment, wang, bestLog(assignment, scenario)));
  await page.goto(`#/teach/assignment/${assignment.id}/class`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.titleOf(assignment.title));
  await expect(page.getByText(words.results(11))).toBeVisible();
  await expect(page.getByRole('meter')).toHaveCount(0);
  const forks = page.getByRole('tabpanel', { name: words.tabs.decisions });
  await expect(forks.getByText(words.reached(11, 11)).first()).toBeVisible();
  await forks.getByText(words.howToRead).click();
  await expect(forks.getByText(words.facilityHelp)).toBeVisible();
  for (const part of ['decisions', 'rights', 'paths', 'costly', 'troubles'] as const) {
    await page.getByRole('tab', { name: words.tabs[part] }).click();
    await expect(page.getByRole('tabpanel', { name: words.tabs[part] })).not.toBeEmpty();
    await expectAccessible(page, part);
    await expectFits(page, part);
  }
  await page.getByRole('tab', { name: words.tabs.rights }).click();
  const heat = page.getByRole('table', { name: words.heatCaption });
  await expect(heat.getByRole('row').filter({ hasText: wang.name })).toContainText('100');
  await page.getByRole('tab', { name: words.tabs.paths }).click();
  await expect(page.getByRole('table', { name: words.waysCaption })).toBeVisible();
  // A second look is told from what was kept.
  await page.reload();
  await expect(page.getByText(words.results(11))).toBeVisible();
});

test('a room votes on a decision by keyboard before distribution and best line are shown', async ({
  page,
}) => {
  test.slow();
  const assignment = await assign(page, [wang, ...others]);
  await handIn(page, assignment, codeOf(assignment, wang, bestLog(assignment, scenario)));
  await page.goto(`#/teach/assignment/${assignment.id}/class`);
  await page
    .getByRole('link', { name: /: project$/i })
    .first()
    .click();
  const said = teachProject.en;
  await expect(page.getByText(said.ask)).toBeVisible();
  await expect(page.getByText(said.handed)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: said.best })).toHaveCount(0);
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await page.keyboard.press('b');
  await page.keyboard.press('Shift+A');
  await expect(page.getByText(said.total(2))).toBeVisible();
  await expect(page.getByRole('img', { name: said.vote('A', 1) })).toBeVisible();
  await page.getByRole('button', { name: said.reveal }).press('Enter');
  await expect(page.getByText(said.handed).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: said.best })).toBeVisible();
  await expectAccessible(page, 'projector');
  await expectFits(page, 'projector');
});
