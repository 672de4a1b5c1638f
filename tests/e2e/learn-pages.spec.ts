import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { inputOf, must, playAll } from '../content/plays';
import { compileCase, instantiate } from '../../src/core/scenario';
import { Analysis, assess } from '../../src/core/search';
import { formatScore } from '../../src/ui/format';
import { compare } from '../../src/ui/messages/compare';
import { debrief } from '../../src/ui/messages/debrief';
import { example } from '../../src/ui/messages/example';
import { glossary } from '../../src/ui/messages/glossary';
import { scoring } from '../../src/ui/messages/scoring';
import { terms } from '../../content/glossary';
import { DebriefDriver } from './debrief-driver';
import { playTranscript, readPlay, readScenario, seedFor } from './driver';

const CASE = 'stockout-key-account';

/** What the first step of a play cost, as it is written. */
function firstCost(name: string): string {
  const play = readPlay(CASE, name);
  const scenario = readScenario(CASE);
  const c = compileCase(instantiate(scenario, seedFor(scenario, play.assumes)));
  const result = assess(c, must(playAll(c, play.inputs.map(inputOf))).log);
  if (!result.ok || !result.value.regrets.ok) throw new Error(`${name} cannot be assessed`);
  return formatScore(result.value.regrets.value[0]?.lost ?? 0, 'en');
}

async function expectSound(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
}

test('plays the best path of a case step by step, to the full mark', async ({ page }) => {
  const words = example.en;
  const best = new Analysis(compileCase(instantiate(readScenario(CASE), 7))).bestPlay();
  if (!best.ok) throw new Error(best.error);
  const steps = best.value.inputs.length;
  await page.goto(`#/example/${CASE}?seed=7`);
  await page.getByRole('button', { name: words.watch }).click();
  await page.getByRole('button', { name: words.next }).click();
  await expect(page.getByRole('heading', { name: words.step(1, steps) })).toBeVisible();
  await expect(page.getByRole('article').getByText(words.why)).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: words.all }).click();
  await expect(page.getByText(words.endedLead(formatScore(10_000, 'en'), steps))).toBeVisible();
});

test('lays two attempts side by side from where they part', async ({ page }) => {
  test.slow();
  for (const name of ['pleaser', 'novice']) {
    const play = await playTranscript(page, readPlay(CASE, name));
    await play.desk.finish();
    await new DebriefDriver(page).skipSelf();
  }
  const words = compare.en;
  await page.goto(`#/compare/${CASE}`);
  await expect(page.getByRole('heading', { name: words.parting(1) })).toBeVisible();
  await expect(page.getByRole('table', { name: words.rights }).getByRole('row')).toHaveCount(8);
  // What the step cost on either side, as the core has it.
  const [a, b] = [firstCost('pleaser'), firstCost('novice')];
  await expect(page.getByText(words.partingCost(a, b))).toBeVisible();
  const first = page.getByRole('article', { name: words.first, exact: true }).getByRole('listitem').first();
  await expect(first).toContainText(a === '0.0' ? debrief.en.grades.best : `−${a}`);
  await expectSound(page);
});

test('says what is missing where there is nothing to compare', async ({ page }) => {
  await page.goto(`#/compare/${CASE}`);
  await expect(page.getByText(compare.en.few)).toBeVisible();
  await page.goto('#/compare/no-such-case');
  await expect(page.getByRole('alert')).toContainText(compare.en.unknown);
});

test('works out a score from sliders and errors as attempts are scored', async ({ page }) => {
  const words = scoring.en;
  // Colours are measured as they are, not on their way from one theme to the other.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('#/scoring');
  const live = page.getByRole('region', { name: words.live });
  await expect(live.getByRole('status')).toContainText(words.arithmetic('53', '70', '75.7'));
  await live.getByRole('slider').first().fill('100');
  await expect(live.getByRole('status')).toContainText(words.arithmetic('54.5', '70', '77.9'));
  await live.getByRole('checkbox', { name: /CE-02/ }).check();
  await expect(live.getByRole('status')).toContainText(words.lower('77.9', '49', '49.0'));
  await live.getByRole('checkbox', { name: words.repaired }).check();
  await expect(live.getByRole('status')).toContainText(words.lower('77.9', '59', '59.0'));
  await expectSound(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectSound(page);
});

test('finds a term in either language and leads to it by address', async ({ page }) => {
  const words = glossary.en;
  await page.goto('#/glossary?term=otif');
  await expect(page.locator('#term-otif')).toBeFocused();
  await expect(page.getByRole('status')).toHaveText(words.found(terms.length, terms.length));
  await page.getByRole('searchbox', { name: words.search }).fill('可承诺量');
  await expect(page.getByRole('term').first()).toContainText('Available to promise');
  await expectSound(page);
});
