import { expect, test, type Locator, type Page } from '@playwright/test';
import { present } from '../../src/core/base';
import type { Assignment, HandedAnswer } from '../../src/core/course';
import { assignmentToLink, encodeHandin, toCode } from '../../src/core/interop';
import { formatScore } from '../../src/ui/format';
import { handin as handinWords } from '../../src/ui/messages/classroom-handin';
import { student as studentWords } from '../../src/ui/messages/classroom-student';
import { teachAssign } from '../../src/ui/messages/teach-assign';
import { teachClass } from '../../src/ui/messages/teach-class';
import { teachCollect } from '../../src/ui/messages/teach-collect';
import { teachGrades } from '../../src/ui/messages/teach-grades';
import { teachReview } from '../../src/ui/messages/teach-review';
import type { Sender } from '../classroom/handins';
import { expectAccessible, expectFits } from './axe';
import { assign, codeOf } from './classroom-driver';

const SECTION = 'u05/s3';
const CHECKS = 7;
const TITLE = 'The promise: ATP and delivery time';
const wang: Sender = { number: '2023001', name: '王一' };
const others: readonly Sender[] = Array.from({ length: 10 }, (_, n) => ({
  number: String(2_023_002 + n),
  name: `学生${String(n + 2)}`,
}));
const words = studentWords.en;
const said = handinWords.en;
const review = teachReview.en;
const view = teachClass.en;
const OVERALL = 'You read the figures well. Look at what comes after the deadline.';
const PINNED = 'What arrives after the deadline has no part in today’s promise.';

// A button that is just fading into its other colour has neither contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function chooseSection(page: Page): Promise<void> {
  await page.getByText(teachAssign.en.pickSections(0)).click();
  await page.getByRole('checkbox', { name: new RegExp(`^${TITLE}`) }).check();
}

async function sound(page: Page, where: string): Promise<void> {
  await expectAccessible(page, where);
  await expectFits(page, where);
}

async function send(check: Locator, confidence: 'Sure' | 'Unsure'): Promise<void> {
  await check.getByRole('radio', { name: confidence, exact: true }).check();
  await check.getByRole('button', { name: 'Submit' }).click();
}

/** Takes the section up and answers three of its questions: one wrong and then right, one wrong, one right. */
async function answerSome(page: Page, assignment: Assignment, root: string): Promise<void> {
  await page.goto(`${root}#/join/${present(assignmentToLink(assignment), 'link')}`);
  await page.getByRole('textbox', { name: words.number }).fill(wang.number);
  await page.getByRole('textbox', { name: words.name, exact: true }).fill(wang.name);
  await page.getByRole('button', { name: words.take, exact: true }).click();
  await page.getByRole('link', { name: words.toWork, exact: true }).click();
  await page.getByRole('link', { name: words.read }).click();
  const atp = page.getByRole('form', { name: /What is the ATP for today/ });
  await atp.getByRole('textbox', { name: 'Your answer' }).fill('250');
  await send(atp, 'Sure');
  await atp.getByRole('button', { name: 'Try again' }).click();
  await atp.getByRole('textbox', { name: 'Your answer' }).fill('150');
  await send(atp, 'Unsure');
  const cards = page.getByRole('form', { name: /What does each of these do/ });
  const groups = {
    '200 cartons': 'Counts',
    '80 cartons': 'Must be',
    '40 cartons': 'Must be',
    '500 cartons': 'Counts',
  };
  for (const [card, group] of Object.entries(groups))
    await cards.getByRole('group', { name: card }).getByText(group).click();
  await send(cards, 'Sure');
  const date = page.getByRole('form', { name: /latest time of arrival/ });
  await date.getByRole('radio', { name: /Within 49.5 hours/ }).check();
  await send(date, 'Sure');
  await expect(date.getByRole('status')).toContainText('Right');
}

/** Codes of ten others: the first six have the first question right, of them five the second, too. */
function codesOfOthers(assignment: Assignment): readonly string[] {
  return others.map((student, n) => {
    const answers: readonly HandedAnswer[] = [
      { check: 'atp-now', answer: n < 6 ? 150 : 250, confidence: n === 9 ? 'sure' : 'unsure' },
      { check: 'which-date', answer: n < 5 ? 'p90' : 'pad', confidence: 'guess' },
    ];
    const right = (n < 6 ? 1 : 0) + (n < 5 ? 1 : 0);
    const claimed = Math.round((right * 10_000) / CHECKS);
    const bytes = encodeHandin(
      {
        v: 1,
        assignment: assignment.id,
        task: 't1',
        student,
        startedAt: 1_700_000_000_000,
        finishedAt: 1_700_000_090_000,
        work: { kind: 'section', section: SECTION, answers, claimed },
        reflection: '',
      },
      {},
    );
    if (!bytes.ok) throw new Error('no code');
    return toCode(bytes.value);
  });
}

test('a section is assigned, answered, collected, reviewed question by question, and the remarks come back to its questions', async ({
  browser,
  page,
}) => {
  test.setTimeout(300_000);
  const assignment = await assign(page, [wang, ...others], chooseSection);
  const root = page.url().replace(/#.*$/, '');
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const student = await context.newPage();

  const code = await test.step('answered and handed in', async () => {
    await answerSome(student, assignment, root);
    await student.goto(`${root}#/tasks/${assignment.id}`);
    await expect(student.getByText(words.answered(3, CHECKS))).toBeVisible();
    await student.getByRole('link', { name: words.toHandin, exact: true }).click();
    const handed = await codeOf(student);
    await student.getByRole('button', { name: said.markDone }).click();
    return handed;
  });

  await test.step('collected, and opened for review from where it came in', async () => {
    await page.goto(`#/teach/assignment/${assignment.id}/collect`);
    const codes = [code, ...codesOfOthers(assignment)];
    await page.getByRole('textbox', { name: teachCollect.en.paste }).fill(codes.join('\n'));
    await page.getByRole('button', { name: teachCollect.en.check, exact: true }).click();
    await expect(page.getByText(teachCollect.en.doneTitle)).toBeVisible();
    await page.getByRole('link', { name: teachCollect.en.reviewOf(wang.name) }).click();
    await expect(page.getByRole('heading', { level: 1, name: review.titleOf(wang.name) })).toBeVisible();
  });

  const question = (place: number): Locator =>
    page
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { name: new RegExp(`^${review.question(place)} `) }) });
  await test.step('every question says what was answered, what is right, and how sure it was', async () => {
    await expect(page.getByText(review.sum(2, CHECKS, review.rule.practice))).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(CHECKS);
    await expect(question(1)).toContainText('150 cartons');
    await expect(question(1)).toContainText(review.sure('Unsure'));
    await question(1).getByText(review.others(1)).click();
    await expect(question(1)).toContainText('250 cartons');
    await expect(question(2)).toContainText(review.misled);
    await expect(question(2).getByRole('listitem').filter({ hasText: review.wrongPart })).toContainText(
      '500 cartons',
    );
    await expect(question(2)).toContainText('Changes nothing');
    await expect(question(3)).toContainText(review.right);
    await expect(question(4)).toContainText(review.unanswered);
    await sound(page, 'review');
  });

  const link = await test.step('remarks are pinned to a question and returned', async () => {
    await page.getByRole('textbox', { name: review.overall }).fill(OVERALL);
    await page.getByRole('button', { name: review.pinAtQuestion(2), exact: true }).click();
    await page.getByRole('textbox', { name: review.pinLabelQuestion(2), exact: true }).fill(PINNED);
    await expect(page.getByText(review.saved)).toBeVisible();
    await sound(page, 'review with remarks');
    return await page.getByRole('textbox', { name: review.link }).inputValue();
  });

  await test.step('they come back to the assignment and to the question', async () => {
    await student.goto(link);
    await expect(student.getByText(said.placedSection('Li Min'))).toBeVisible();
    await sound(student, 'remarks opened');
    await student.goto(`${root}#/`);
    await expect(student.getByText(words.remarksIn)).toBeVisible();
    await student.goto(link);
    await student.getByRole('link', { name: said.toRemarksSection }).click();
    await expect(student.getByText(OVERALL)).toBeVisible();
    await expect(student.getByText(PINNED)).toBeVisible();
    await sound(student, 'tasks with remarks');
    await student.getByRole('link', { name: said.question(2), exact: true }).click();
    await expect(student.getByRole('form', { name: /What does each of these do/ })).toBeFocused();
    await expect(student.getByText(said.onSection('Li Min', '2'))).toBeVisible();
    await expect(student.getByText(PINNED)).toBeVisible();
    await sound(student, 'section with remarks');
    await student.goto(`${root}#/`);
    await expect(student.getByRole('heading', { name: words.mine })).toBeVisible();
    await expect(student.getByText(words.remarksIn)).toHaveCount(0);
    await context.close();
  });

  await test.step('the gradebook leads to the same review', async () => {
    await page.goto(`#/teach/assignment/${assignment.id}/grades`);
    const row = page.getByRole('row').filter({ hasText: wang.name });
    await expect(row).toContainText(formatScore(2857, 'en'));
    await row.getByRole('gridcell').last().click();
    await page.getByRole('dialog').getByRole('link', { name: teachGrades.en.review }).click();
    await expect(page.getByRole('textbox', { name: review.overall })).toHaveValue(OVERALL);
    await expect(page.getByRole('textbox', { name: review.pinLabelQuestion(2), exact: true })).toHaveValue(
      PINNED,
    );
    await page.getByRole('link', { name: review.next, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: review.titleOf('学生2') })).toBeVisible();
  });

  await test.step('the class view shows every question as an item', async () => {
    await page.goto(`#/teach/assignment/${assignment.id}/class`);
    await expect(page.getByText(view.results(11))).toBeVisible();
    // A table, or on a phone a list.
    const item = (question: string): Locator =>
      page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: question });
    const atp = item('What is the ATP for today');
    // Of eleven six were right at first and seven in the end; two were sure and wrong; five said 250.
    // x = right here, y = right elsewhere, six of eleven each and five both: (5 − 36/11) / (6 − 36/11) = 0.63.
    for (const figure of ['11', '54.5%', '63.6%', '0.63', '18.2%', '250 cartons', view.wrongCount(5)])
      await expect(atp).toContainText(figure);
    await expect(item('standard deviations')).toContainText(view.nobody);
    await page.getByText(view.howToRead).click();
    await sound(page, 'class view');
  });
});
