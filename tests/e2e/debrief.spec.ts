import { expect, test, type Locator, type Page } from '@playwright/test';
import { inputOf, must, playAll } from '../content/plays';
import { present, WHOLE, type Locale } from '../../src/core/base';
import { compileCase, instantiate } from '../../src/core/scenario';
import { assess, type Assessment } from '../../src/core/search';
import { formatNumber, formatPercent, formatScore } from '../../src/ui/format';
import { debrief as messages } from '../../src/ui/messages/debrief';
import { STEPS, steps as screens } from '../../src/ui/messages/debrief-steps';
import { tries } from '../../src/ui/messages/debrief-tries';
import { home } from '../../src/ui/messages/home';
import { RIGHTS, rights } from '../../src/ui/messages/rights';
import { expectAccessible, expectFits } from './axe';
import { DebriefDriver } from './debrief-driver';
import { playTranscript, readPlay, readScenario, seedFor } from './driver';

const CASE = 'stockout-key-account';

/** What the core alone makes of a play of `expected.yaml`. */
function assessed(name: string): Assessment {
  const play = readPlay(CASE, name);
  const scenario = readScenario(CASE);
  const c = compileCase(instantiate(scenario, seedFor(scenario, play.assumes)));
  const result = assess(c, must(playAll(c, play.inputs.map(inputOf))).log);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Plays a transcript through the desk and goes on to its debrief. */
async function debriefOf(page: Page, name: string, locale: Locale = 'en'): Promise<Assessment> {
  const play = await playTranscript(page, readPlay(CASE, name), locale);
  await play.desk.finish();
  await new DebriefDriver(page, locale).skipSelf();
  return assessed(name);
}

function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** The steps of the timeline, once their costs are known. */
async function steps(page: Page, locale: Locale = 'en'): Promise<Locator> {
  const screen = await new DebriefDriver(page, locale).go('timeline');
  const entries = screen.locator('ol > li');
  await expect(entries.first().getByText(messages[locale].grades.best).first()).toBeVisible();
  return entries;
}

for (const locale of ['en', 'zh-CN'] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('shows the numbers that the core works out from the same log', async ({ page }) => {
      const { scorecard } = await debriefOf(page, 'novice', locale);
      const words = messages[locale];
      const verdict = region(page, words.parts.verdict);
      await expect(verdict.getByText(formatScore(scorecard.score, locale), { exact: true })).toBeVisible();
      await expect(verdict.getByText(words.levels[scorecard.level], { exact: true })).toBeVisible();
      const points = (value: number): string => formatNumber(value / WHOLE, locale, 1);
      await expect(
        verdict.getByText(words.pointsOf(points(scorecard.earned), points(scorecard.best)), { exact: true }),
      ).toBeVisible();
    });
  });
}

test('lists every right as the scorecard has it', async ({ page }) => {
  const { scorecard } = await debriefOf(page, 'novice');
  const screen = await new DebriefDriver(page).go('rights');
  const table = screen.getByRole('table');
  const narrow = (page.viewportSize()?.width ?? 0) < 640;
  for (const { right, earned, points, share, assessed: spoken, level } of scorecard.rights) {
    const number = (value: number): string => formatNumber(value / WHOLE, 'en');
    const row = table.getByRole('row').filter({ has: page.getByRole('button', { name: right }) });
    await expect(row.getByRole('cell')).toHaveText([
      `${number(earned)} / ${number(points)}`,
      spoken ? formatPercent(share / WHOLE, 'en') : '—',
      // What the best play reaches; narrow screens leave it to the drawing.
      ...(narrow ? [] : [formatPercent(1, 'en')]),
      level ? messages.en.rightLevels[level] : messages.en.unassessed,
    ]);
  }
});

test('opens a right to its criteria, and leads from a criterion to the steps that are its evidence', async ({
  page,
}) => {
  const { judgement, replayed } = await debriefOf(page, 'novice');
  const section = await new DebriefDriver(page).go('rights');
  const button = section.getByRole('button', { name: 'R4' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const promise = present(
    judgement.findings.find(({ criterion }) => criterion === 'R4.b'),
    'R4.b',
  );
  const step = present(replayed.facts[promise.evidence[0] ?? -1], 'evidence').input;
  const item = section.getByRole('listitem').filter({ hasText: 'R4.b' });
  await expect(item).toContainText('§3.2');
  await item.getByRole('link').click();
  await expect(page.locator(`#step-${step + 1}`)).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`at=step-${step + 1}$`));
  await page.reload();
  await expect(page.locator(`#step-${step + 1}`)).toBeFocused();
});

test('shows for every step what it cost, and in sum what was lost', async ({ page }) => {
  const { regrets, scorecard, bestScore } = await debriefOf(page, 'novice');
  if (!regrets.ok) throw new Error(regrets.error);
  const entries = await steps(page);
  await expect(entries).toHaveCount(regrets.value.length);
  const shown = await entries.evaluateAll((items) =>
    items.map((item) => Number(/−(\d+\.\d)/.exec(item.querySelector('.lost')?.textContent ?? '')?.[1] ?? 0)),
  );
  expect(shown).toEqual(regrets.value.map(({ lost }) => Number(formatScore(lost, 'en'))));
  expect(regrets.value.reduce((sum, { lost }) => sum + lost, 0)).toBe(bestScore - scorecard.score);
});

test('leaves only costly decisions when asked, and shows all again for a link to another', async ({
  page,
}) => {
  const { regrets } = await debriefOf(page, 'novice');
  if (!regrets.ok) throw new Error(regrets.error);
  const entries = await steps(page);
  const filter = page.getByRole('checkbox', { name: messages.en.onlyCostly });
  await filter.check();
  await expect(entries).toHaveCount(regrets.value.filter(({ lost }) => lost > 0).length);
  const rightsSection = await new DebriefDriver(page).go('rights');
  await rightsSection.getByRole('button', { name: 'R1' }).click();
  await rightsSection
    .getByRole('link', { name: /^Step 1\b/ })
    .first()
    .click();
  await expect(filter).not.toBeChecked();
  await expect(page.locator('#step-1')).toBeFocused();
});

test('turns on the costliest decisions', async ({ page }) => {
  const { regrets } = await debriefOf(page, 'novice');
  if (!regrets.ok) throw new Error(regrets.error);
  const most = Math.max(...regrets.value.map(({ lost }) => lost));
  const cards = (await new DebriefDriver(page).go('turning')).getByRole('article');
  await expect(cards).toHaveCount(3);
  await expect(cards.filter({ hasText: `−${formatScore(most, 'en')}` }).first()).toBeVisible();
  await expect(cards.first().getByText(messages.en.instead, { exact: true })).toBeHidden();
  await cards.first().getByText(tries.en.veiled, { exact: true }).click();
  await expect(cards.first().getByText(messages.en.instead, { exact: true })).toBeVisible();
});

test('keeps the best path folded in until it is asked for', async ({ page }) => {
  const { bestPlay } = await debriefOf(page, 'novice');
  const section = (await new DebriefDriver(page).go('repair')).getByRole('region', {
    name: messages.en.parts.best,
  });
  await expect(section.getByRole('listitem')).toHaveCount(0);
  await section.getByRole('button', { name: messages.en.showBest }).click();
  await expect(section.getByRole('listitem')).toHaveCount(bestPlay.length);
});

test('draws the radar, and draws it again for another theme', async ({ page }) => {
  await debriefOf(page, 'novice');
  await new DebriefDriver(page).go('rights');
  const canvas = page.getByRole('img', { name: /^Radar chart/ }).locator('canvas');
  const drawn = (): Promise<string> => canvas.evaluate((node: HTMLCanvasElement) => node.toDataURL());
  const blank = await canvas.evaluate((node: HTMLCanvasElement) => {
    const empty = document.createElement('canvas');
    [empty.width, empty.height] = [node.width, node.height];
    return empty.toDataURL();
  });
  await expect.poll(drawn).not.toBe(blank);
  const light = await drawn();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(drawn).not.toBe(light);
});

test('speaks the other language at once, everywhere on the page', async ({ page }) => {
  const { scorecard } = await debriefOf(page, 'novice');
  await steps(page);
  await page.getByRole('button', { name: '中文' }).click();
  const words = messages['zh-CN'];
  const title = readScenario(CASE).texts['zh-CN'].scenes['opening']?.acts['match']?.text ?? '?';
  const debrief = new DebriefDriver(page, 'zh-CN');
  await expect(debrief.screen('timeline')).toContainText(title);
  await expect(await debrief.go('verdict')).toContainText(words.levels[scorecard.level]);
  await expect(await debrief.go('rights')).toContainText(rights['zh-CN'].R1.short);
  for (const step of STEPS) {
    await debrief.go(step);
    await expect(page.getByRole('main')).not.toContainText(screens.en.names[step]);
  }
});

test('shows the caps with a self-correction, and the critical error with its moment', async ({ page }) => {
  const { scorecard } = await debriefOf(page, 'corrected');
  const verdict = region(page, messages.en.parts.verdict);
  const [raw, score] = [formatScore(scorecard.raw, 'en'), formatScore(scorecard.score, 'en')];
  await expect(verdict.getByText(`${raw} → ${score} (CE-01)`, { exact: true })).toBeVisible();
  await expect(verdict).toContainText(messages.en.selfCorrected('59.0'));
  await verdict.getByRole('link', { name: 'Step 2', exact: true }).click();
  await expect(page.locator('#step-2')).toBeFocused();
  await expect(page.locator('#step-2')).toContainText('CE-01');
});

test('lists the score at home once the attempt has been debriefed', async ({ page }) => {
  const { scorecard } = await debriefOf(page, 'novice');
  await page.goto('#/');
  const results = region(page, home.en.records);
  await expect(
    results.getByRole('cell', { name: formatScore(scorecard.score, 'en'), exact: true }),
  ).toBeVisible();
});

test('says what is the matter with an attempt that it cannot show', async ({ page }) => {
  await page.goto('#/debrief/no-such-attempt');
  await expect(page.getByRole('alert')).toContainText('no such attempt');
});

test('leads back to an attempt that is not finished', async ({ page }) => {
  const short = { ...readPlay(CASE, 'novice'), inputs: ['opening.match', 'first.least'] };
  await playTranscript(page, short);
  const attempt = present(/attempt=([^&]+)/.exec(page.url())?.[1], 'attempt');
  await page.goto(`#/debrief/${attempt}`);
  await expect(page.getByRole('alert')).toContainText(messages.en.unfinished);
  await page.getByRole('link', { name: messages.en.resume }).click();
  await expect(page).toHaveURL(/#\/play\//);
});

test('is accessible and fits the screen on every step, in light and dark', async ({ page }) => {
  test.slow();
  // Colours are measured as they are, not on their way from one theme to the other.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await debriefOf(page, 'corrected');
  await steps(page);
  const debrief = new DebriefDriver(page);
  for (const step of STEPS) {
    const screen = await debrief.go(step);
    if (step === 'rights') for (const name of RIGHTS) await screen.getByRole('button', { name }).click();
    if (step === 'repair') await screen.getByRole('button', { name: messages.en.showBest }).click();
    if (step === 'map') await expect(screen.locator('svg')).toBeVisible();
    await expectFits(page, step);
    await expectAccessible(page, step);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, `${step}, dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }
});
