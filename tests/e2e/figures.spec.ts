import { expect, test, type Locator, type Page } from '@playwright/test';
import { inputOf, must, playAll } from '../content/plays';
import { present, WHOLE } from '../../src/core/base';
import type { AttemptEvent } from '../../src/core/attempt';
import { costliest, regretClass } from '../../src/core/debrief';
import { compileCase, instantiate, type CompiledCase } from '../../src/core/scenario';
import { aftermath } from '../../src/core/scoring';
import { assess, type Assessment, type Regret } from '../../src/core/search';
import { formatNumber, formatPercent, formatScore } from '../../src/ui/format';
import { debrief as messages } from '../../src/ui/messages/debrief';
import { tries } from '../../src/ui/messages/debrief-tries';
import { verdictWords } from '../../src/ui/messages/debrief-verdict';
import { RIGHTS } from '../../src/ui/messages/rights';
import { DebriefDriver } from './debrief-driver';
import { playTranscript, readPlay, readScenario, seedFor } from './driver';

// Everything a debrief shows in figures, held to what the pure functions make of the same log, to the last point.
test.skip(({ isMobile }) => isMobile, 'a figure does not depend on the size of the screen');

const words = messages.en;
const PLAYS = [
  { scenario: 'stockout-key-account', name: 'corrected' },
  { scenario: 'time-critical-delay', name: 'corrected' },
  { scenario: 'broken-tea-sets', name: 'novice' },
] as const;

interface Worked {
  readonly c: CompiledCase;
  readonly log: readonly AttemptEvent[];
  readonly assessment: Assessment;
  readonly regrets: readonly Regret[];
}

/** What the core alone makes of a play. */
function worked({ scenario: id, name }: (typeof PLAYS)[number]): Worked {
  const play = readPlay(id, name);
  const scenario = readScenario(id);
  const c = compileCase(instantiate(scenario, seedFor(scenario, play.assumes)));
  const { log } = must(playAll(c, play.inputs.map(inputOf)));
  const result = assess(c, log);
  if (!result.ok || !result.value.regrets.ok) throw new Error(`${id}/${name} cannot be assessed`);
  return { c, log, assessment: result.value, regrets: result.value.regrets.value };
}

const score = (basis: number): string => formatScore(basis, 'en');
const number = (value: number, digits?: number): string => formatNumber(value, 'en', digits);

async function expectVerdict(verdict: Locator, { c, assessment, regrets }: Worked): Promise<void> {
  const { scorecard: card, replayed, judgement } = assessment;
  await expect(verdict.getByText(score(card.score), { exact: true }).first()).toBeVisible();
  await expect(verdict.getByText(words.levels[card.level], { exact: true })).toBeVisible();
  const points = words.pointsOf(number(card.earned / WHOLE, 1), number(card.best / WHOLE, 1));
  await expect(verdict.getByText(points, { exact: true })).toBeVisible();
  for (const { by, cap } of card.caps)
    await expect(verdict).toContainText(words.cap(by === 'floor' ? words.floor : by, `${number(cap)}.0`));
  const most = Math.max(...regrets.map(({ lost }) => lost));
  const worst = verdict.getByRole('region', { name: verdictWords.en.costliest });
  await expect(worst).toContainText(words.step(regrets.findIndex(({ lost }) => lost === most) + 1));
  await expect(worst).toContainText(`−${score(most)}`);
  const later = verdict.getByRole('region', { name: verdictWords.en.later });
  const story = aftermath(c, { ...replayed, findings: judgement.findings });
  await expect(later).toContainText(verdictWords.en.laterNote);
  await expect(later).toContainText(verdictWords.en.ofFive(story.csat));
  await expect(later).toContainText(verdictWords.en.chance(story.stays));
  await expect(later).toContainText(verdictWords.en.promoters[story.promoter]);
}

async function expectRights(screen: Locator, { assessment }: Worked): Promise<void> {
  await expect(screen.getByRole('img', { name: /^Radar chart/ }).locator('canvas')).toBeVisible();
  for (const right of RIGHTS) {
    const row = screen.getByRole('row').filter({ has: screen.page().getByRole('button', { name: right }) });
    const card = assessment.scorecard.rights.find((one) => one.right === right);
    if (!card) {
      await expect(row).toHaveCount(0);
      continue;
    }
    await expect(row.getByRole('cell')).toHaveText([
      `${number(card.earned / WHOLE)} / ${number(card.points / WHOLE)}`,
      card.assessed ? formatPercent(card.share / WHOLE, 'en') : '—',
      formatPercent(1, 'en'),
      card.level ? words.rightLevels[card.level] : words.unassessed,
    ]);
  }
}

async function expectTimeline(screen: Locator, { assessment, regrets }: Worked): Promise<void> {
  const entries = screen.locator('ol > li');
  await expect(entries).toHaveCount(regrets.length);
  await expect(entries.first().getByText(words.grades.best, { exact: true }).first()).toBeVisible();
  const { facts } = assessment.replayed;
  const critical = new Set(
    assessment.judgement.criticals.flatMap(({ evidence }) =>
      evidence
        .map((index) => present(facts[index], 'evidence'))
        .filter(({ type }) => type !== 'repaired')
        .map(({ input }) => input),
    ),
  );
  for (const { index, lost } of regrets) {
    const grade = words.grades[regretClass(lost, critical.has(index))];
    const entry = entries.nth(index);
    await expect(entry.getByText(grade, { exact: true }).first(), `step ${index + 1}`).toBeVisible();
    if (lost > 0) await expect(entry, `step ${index + 1}`).toContainText(`−${score(lost)}`);
  }
}

async function expectSums(sums: Locator, { assessment }: Worked): Promise<void> {
  const { judgement, scorecard } = assessment;
  for (const { criterion, share, points, earned } of judgement.findings) {
    const row = sums.getByRole('row', { name: new RegExp(`^${criterion.replace('.', '[.]')}`) });
    await expect(row.getByRole('cell')).toHaveText([
      `${number(share / 100)}%`,
      number(points, 4),
      number(earned / WHOLE, 4),
    ]);
  }
  await expect(sums.getByRole('row', { name: new RegExp(`^${words.final}`) })).toContainText(
    score(scorecard.score),
  );
}

/** Tries one other step in the true state and looks at the attempt again. */
async function expectUnaltered(page: Page, debrief: DebriefDriver): Promise<void> {
  const before = await (await debrief.go('timeline')).locator('ol').innerText();
  const whatif = await debrief.go('whatif');
  await whatif.getByRole('combobox', { name: tries.en.fork }).selectOption('1');
  await whatif.getByRole('region', { name: tries.en.say }).getByRole('button').first().click();
  await expect(whatif.getByRole('button', { name: tries.en.takeBack })).toBeEnabled();
  await page.reload();
  const again = await debrief.go('timeline');
  await expect(again.getByText(words.grades.best, { exact: true }).first()).toBeVisible();
  await expect(again.locator('ol')).toHaveText(before, { useInnerText: true });
}

for (const play of PLAYS) {
  test(`${play.scenario}: every figure of the debrief is the core’s, and trying another way alters none`, async ({
    page,
  }) => {
    test.slow();
    const truth = worked(play);
    await (await playTranscript(page, readPlay(play.scenario, play.name))).desk.finish();
    const debrief = await new DebriefDriver(page).skipSelf();
    await expectTimeline(await debrief.go('timeline'), truth);
    await expectVerdict(await debrief.go('verdict'), truth);
    await expectRights(await debrief.go('rights'), truth);
    await expect((await debrief.go('turning')).getByRole('article')).toHaveCount(
      costliest(truth.regrets).length,
    );
    const sums = (await debrief.go('sums')).getByRole('table', { name: words.parts.sums });
    await expectSums(sums, truth);
    await expectUnaltered(page, debrief);
  });
}
