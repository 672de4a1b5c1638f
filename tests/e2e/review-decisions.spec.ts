import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { courseDecision } from '../../src/ui/messages/course-decision';
import { DeskDriver, playTranscript, readPlay } from './driver';

const CASE = 'stockout-key-account';
const words = courseDecision.en;

async function playBadly(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-03-02T09:00:00'));
  await playTranscript(page, readPlay(CASE, 'pleaser'));
  await page.goto('#/review');
  // Nothing is asked on the day itself; the date appears once the decisions have been gone through.
  await expect(page.getByText('Mar 3, 2026')).toBeVisible({ timeout: 45_000 });
  await page.clock.setFixedTime(new Date('2026-03-03T09:00:00'));
}

test('asks about a costly decision the next day, without saying what was good', async ({ page }) => {
  await playBadly(page);
  await page.goto('#/course');
  await page.getByRole('link', { name: /questions to review today/ }).click();
  const card = page.getByRole('form', { name: words.ask });
  await expect(card.getByText('What you knew')).toBeVisible();
  await expect(card.getByText(/Best|mistake|Blunder/)).toHaveCount(0);
  await expect(card.getByRole('button', { name: words.answer })).toBeDisabled();
  const scan = await new AxeBuilder({ page }).analyze();
  expect(scan.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  const first = card.getByRole('radio').first();
  await first.focus();
  await page.keyboard.press('Space');
  await card.getByRole('radio', { name: 'Unsure', exact: true }).focus();
  await page.keyboard.press('Space');
  await card.getByRole('button', { name: words.answer }).press('Enter');
  const verdict = card.getByRole('status');
  await expect(verdict.getByText(words.right).or(verdict.getByText(words.wrong))).toBeVisible({
    timeout: 30_000,
  });
  await expect(verdict.getByText(/points were in reach before it/)).toBeVisible();
  await expect(verdict.getByRole('link', { name: words.lesson })).toHaveAttribute(
    'href',
    /#\/course\/u05\/s\d/,
  );
  await expect(page.getByRole('button', { name: 'Next question' })).toBeVisible();
});

test('keeps the cards of a case back while it is open for a mark', async ({ page }) => {
  await playBadly(page);
  const desk = new DeskDriver(page);
  await desk.open(CASE, 5, 'assessed');
  await desk.takeCall();
  await page.goto('#/review');
  await expect(page.getByText('Nothing to review')).toBeVisible();
});

test('tells on the home page what is due and how the rights developed', async ({ page }) => {
  await playBadly(page);
  await page.goto('#/');
  const review = page.getByRole('region', { name: 'Review' });
  await expect(review.getByText(/questions to review today/)).toBeVisible();
  const profile = page.getByRole('table', { name: 'My 7R profile over time' });
  await expect(profile.getByRole('row')).toHaveCount(8);
  const scan = await new AxeBuilder({ page }).analyze();
  expect(scan.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await review.getByRole('link', { name: 'Start the review' }).press('Enter');
  await expect(page.getByRole('form', { name: words.ask })).toBeVisible();
});
