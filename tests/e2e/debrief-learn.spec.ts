import { expect, test, type Page } from '@playwright/test';
import { inputOf, must, playAll } from '../content/plays';
import { present } from '../../src/core/base';
import { lastChances, minimalRepair } from '../../src/core/debrief';
import { compileCase, instantiate, type CompiledCase } from '../../src/core/scenario';
import { Analysis, assess, type Assessment } from '../../src/core/search';
import { formatScore } from '../../src/ui/format';
import { debrief as messages } from '../../src/ui/messages/debrief';
import { notes } from '../../src/ui/messages/debrief-notes';
import { tries } from '../../src/ui/messages/debrief-tries';
import { verdictWords } from '../../src/ui/messages/debrief-verdict';
import { rights } from '../../src/ui/messages/rights';
import { DebriefDriver } from './debrief-driver';
import { beginPlay, PlayDriver, playTranscript, readPlay, readScenario, seedFor } from './driver';

const CASE = 'stockout-key-account';
const words = tries.en;

interface Worked {
  readonly c: CompiledCase;
  readonly assessment: Assessment;
  readonly log: ReturnType<typeof logOf>;
}

function logOf(c: CompiledCase, name: string) {
  return must(playAll(c, readPlay(CASE, name).inputs.map(inputOf))).log;
}

/** What the core alone makes of a play. */
function worked(name: string): Worked {
  const scenario = readScenario(CASE);
  const c = compileCase(instantiate(scenario, seedFor(scenario, readPlay(CASE, name).assumes)));
  const log = logOf(c, name);
  const result = assess(c, log);
  if (!result.ok) throw new Error(result.error.code);
  return { c, log, assessment: result.value };
}

async function finished(page: Page, name: string): Promise<DebriefDriver> {
  const play = await playTranscript(page, readPlay(CASE, name));
  await play.desk.finish();
  const debrief = new DebriefDriver(page);
  await expect(debrief.screen('self')).toBeVisible();
  return debrief;
}

test('shows no verdict before the own view is handed in, then holds the one against the other', async ({
  page,
}) => {
  const { scorecard, regrets } = worked('novice').assessment;
  const debrief = await finished(page, 'novice');
  const own = debrief.screen('self');
  await expect(page.getByText(formatScore(scorecard.score, 'en'), { exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: debrief.words.names.verdict })).toHaveCount(0);
  await own
    .getByRole('group', { name: `R7 ${rights.en.R7.name}` })
    .getByRole('radio', { name: messages.en.rightLevels.excellent })
    .check();
  await own.getByRole('spinbutton', { name: debrief.words.guess }).fill('90');
  if (!regrets.ok) throw new Error(regrets.error);
  const worst = [...regrets.value].sort((a, b) => b.lost - a.lost)[0]?.index ?? 0;
  await own.getByRole('combobox', { name: debrief.words.turningAsk }).selectOption(String(worst));
  await own.getByRole('button', { name: debrief.words.handIn }).click();
  const verdict = debrief.screen('verdict');
  await expect(verdict).toContainText(debrief.words.guessed('90', formatScore(scorecard.score, 'en')));
  await expect(verdict).toContainText(debrief.words.namedTop(worst + 1));
  const row = verdict.getByRole('row').filter({ hasText: 'R7' });
  await expect(row).toContainText(debrief.words.over);
  await page.reload();
  await expect(verdict).toContainText(debrief.words.namedTop(worst + 1));
  await expect((await debrief.go('self')).getByRole('radio').first()).toBeDisabled();
});

test('names the one change that gains most and the last chances, as the core finds them', async ({
  page,
}) => {
  const { c, log, assessment } = worked('novice');
  const analysis = new Analysis(c);
  const { replayed, scorecard, regrets } = assessment;
  if (!regrets.ok) throw new Error(regrets.error);
  const repair = present(
    minimalRepair({
      c,
      log,
      replayed,
      best: scorecard.best,
      rubric: analysis.rubric,
      positions: analysis.positions(replayed),
    }),
    'repair',
  );
  const debrief = await (await finished(page, 'novice')).skipSelf();
  const screen = await debrief.go('repair');
  const sum = words.repairSum(formatScore(scorecard.score, 'en'), formatScore(repair.score, 'en'));
  await expect(screen).toContainText(sum);
  const chances = lastChances(regrets.value, [10_000, 9000, 8000, 7000, 6000]);
  const list = screen.getByRole('region', { name: words.chances }).getByRole('listitem');
  await expect(list).toHaveCount(new Set(chances.map(({ index }) => index)).size);
});

test('tries another way from the true state, scores it, and leaves the attempt as it is', async ({
  page,
}) => {
  const { assessment, log } = worked('novice');
  const debrief = await (await finished(page, 'novice')).skipSelf();
  const entry = (await debrief.go('timeline')).locator('#step-23');
  await entry.getByRole('button', { name: words.tryFrom(23) }).click();
  const screen = debrief.screen('whatif');
  await expect(screen).toContainText(words.never);
  await expect(screen).toContainText(words.unstarted(23));
  const scene = readScenario(CASE).texts.en.scenes;
  const told = screen.getByRole('log', { name: words.branch });
  const last = present(log.at(-1), 'last input').input;
  const [of = '', id = ''] = last.kind === 'act' ? last.act.split('.') : [];
  const before = present(log.at(-2), 'input before').input;
  const [of2 = '', id2 = ''] = before.kind === 'act' ? before.act.split('.') : [];
  await screen.getByRole('button', { name: scene[of2]?.acts[id2]?.text ?? '?' }).click();
  await expect(told).toBeFocused();
  await screen.getByRole('button', { name: scene[of]?.acts[id]?.text ?? '?' }).click();
  const score = formatScore(assessment.scorecard.score, 'en');
  await expect(screen).toContainText(words.result(score, score));
  await screen.getByRole('button', { name: words.takeBack }).click();
  await screen.getByRole('checkbox', { name: words.marks }).check();
  await expect(screen).toContainText(/Best score in reach from here: \d/);
  await page.reload();
  await expect((await debrief.go('timeline')).locator('ol > li')).toHaveCount(log.length);
});

test('keeps what was written about an attempt', async ({ page }) => {
  const debrief = await (await finished(page, 'novice')).skipSelf();
  const field = (await debrief.go('notes')).getByLabel(notes.en.ask.next);
  await field.fill('Ask for the least before the stock');
  await expect(page.getByText(notes.en.kept.saved, { exact: true })).toBeVisible();
  await page.reload();
  await debrief.go('notes');
  await expect(field).toHaveValue('Ask for the least before the stock');
});

test('lists the path in words beside its drawing, and names unseen scenes only on demand', async ({
  page,
}) => {
  const { assessment } = worked('novice');
  const entered = assessment.replayed.facts.filter(({ type }) => type === 'entered');
  const debrief = await (await finished(page, 'novice')).skipSelf();
  const screen = await debrief.go('map');
  await expect(screen.locator('ol > li')).toHaveCount(entered.length + 1);
  const hidden = readScenario(CASE).texts.en.scenes['hungUp']?.title ?? '?';
  await expect(screen.getByText(hidden)).toHaveCount(0);
  await screen.getByRole('button', { name: notes.en.lift }).click();
  await expect(screen.getByRole('listitem').filter({ hasText: hidden })).toBeVisible();
});

test('prints on two A4 pages', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium makes a PDF for a test');
  const debrief = await (await finished(page, 'pleaser')).skipSelf();
  await expect(
    (await debrief.go('timeline')).getByText(messages.en.grades.best, { exact: true }).first(),
  ).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);
});

test('shows growth over attempts at the case', async ({ page }) => {
  await (await finished(page, 'pleaser')).skipSelf();
  const debrief = await (await finished(page, 'novice')).skipSelf();
  const growth = (await debrief.go('rights')).getByRole('region', { name: debrief.words.growth });
  await expect(growth.getByRole('listitem')).toHaveCount(2);
  for (const name of ['pleaser', 'novice']) {
    const { score } = worked(name).assessment.scorecard;
    await expect(growth.getByText(formatScore(score, 'en'), { exact: true })).toBeVisible();
  }
});

test('Back leads to the screen before, and nothing is worked out again', async ({ page }) => {
  const debrief = await (await finished(page, 'novice')).skipSelf();
  await debrief.go('rights');
  await (await debrief.go('timeline')).getByRole('checkbox', { name: messages.en.onlyCostly }).check();
  await debrief.go('map');
  await page.goBack();
  // Whoever makes the page anew begins with all steps.
  await expect(
    debrief.screen('timeline').getByRole('checkbox', { name: messages.en.onlyCostly }),
  ).toBeChecked();
  await page.goBack();
  await expect(debrief.screen('rights')).toBeFocused();
  await page.goForward();
  await expect(debrief.screen('timeline')).toBeVisible();
  await expect(page).toHaveURL(/at=timeline$/);
});

test('lists a step that was taken back as such, without a cost', async ({ page }) => {
  const play = readPlay(CASE, 'novice');
  const [first = '', ...rest] = play.inputs;
  const driver = await beginPlay(page, play);
  await driver.give(first);
  await driver.desk.button('Undo last step').click();
  await driver.desk.settled();
  const again = new PlayDriver(driver.desk, readScenario(CASE), worked('novice').c);
  for (const line of [first, ...rest]) await again.give(line);
  await again.desk.finish();
  const debrief = await new DebriefDriver(page).skipSelf();
  const screen = await debrief.go('timeline');
  const told = readScenario(CASE).texts.en.scenes['opening']?.acts['match']?.text ?? '?';
  const item = screen.getByRole('listitem').filter({ hasText: verdictWords.en.takenBack });
  await expect(item).toContainText(told);
  await expect(item).not.toContainText(messages.en.grades.best);
  await expect(screen).toContainText(verdictWords.en.takenBackNote(1));
  await expect(screen.locator('ol > li')).toHaveCount(play.inputs.length + 1);
});
