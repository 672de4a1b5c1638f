import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/core/base';
import { STEPS } from '../../src/ui/messages/debrief-steps';
import { debrief as words } from '../../src/ui/messages/debrief';
import { RIGHTS } from '../../src/ui/messages/rights';
import { expectAccessible, expectFits } from './axe';
import { DebriefDriver } from './debrief-driver';
import { beginPlay, DeskDriver, readPlay } from './driver';

// Every case is gone through twice, in every state: on a wide screen in English and light, on a phone in Chinese and
// dark, by two different transcripts that end differently.
const JOURNEYS = [
  { scenario: 'stockout-key-account', wide: 'corrected', narrow: 'novice' },
  { scenario: 'time-critical-delay', wide: 'unlucky', narrow: 'denier' },
  { scenario: 'broken-tea-sets', wide: 'worst', narrow: 'denier' },
] as const;

interface Setting {
  readonly locale: Locale;
  readonly colorScheme: 'light' | 'dark';
  /** Which transcript of a case is played. */
  readonly way: 'wide' | 'narrow';
}
const SETTINGS: readonly Setting[] = [
  { locale: 'en', colorScheme: 'light', way: 'wide' },
  { locale: 'zh-CN', colorScheme: 'dark', way: 'narrow' },
];

async function expectSound(page: Page, where: string): Promise<void> {
  await expectAccessible(page, where);
  await expectFits(page, where);
}

/** Looks at every screen of the debrief with all that can be unfolded on it. */
async function lookThrough(page: Page, locale: Locale): Promise<void> {
  const debrief = new DebriefDriver(page, locale);
  await expect(debrief.screen('self')).toBeVisible();
  await expectSound(page, 'before the own view');
  await debrief.skipSelf();
  for (const step of STEPS) {
    const screen = await debrief.go(step);
    if (step === 'timeline')
      await expect(screen.getByText(words[locale].grades.best, { exact: true }).first()).toBeVisible();
    if (step === 'rights') for (const name of RIGHTS) await screen.getByRole('button', { name }).click();
    if (step === 'map') await expect(screen.locator('svg')).toBeVisible();
    if (step === 'repair') await screen.getByRole('button', { name: words[locale].showBest }).click();
    await expectSound(page, step);
  }
}

for (const { locale, colorScheme, way } of SETTINGS) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    // Colours are measured as they are, not on their way from one to the other.
    test.use({ locale, colorScheme, reducedMotion: 'reduce' });
    test.skip(({ isMobile }) => isMobile !== (way === 'narrow'), 'the other project has the other setting');

    for (const journey of JOURNEYS) {
      const play = readPlay(journey.scenario, journey[way]);

      test(`${journey.scenario}: every state of the desk and every screen of the debrief is accessible and fits`, async ({
        page,
      }) => {
        test.slow();
        await new DeskDriver(page, locale).open(play.scenario, 1);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectSound(page, 'brief');
        const driver = await beginPlay(page, play, locale);
        await expectSound(page, 'call');
        for (const line of play.inputs) {
          await driver.give(line);
          await expectSound(page, line);
        }
        await driver.desk.finish();
        await lookThrough(page, locale);
      });
    }
  });
}

for (const { scenario, name } of [
  { scenario: 'time-critical-delay', name: 'expert' },
  { scenario: 'broken-tea-sets', name: 'expert' },
] as const) {
  for (const locale of ['en', 'zh-CN'] as const) {
    test.describe(`in ${locale}`, () => {
      test.use({ locale, colorScheme: locale === 'en' ? 'dark' : 'light' });

      test(`${scenario} is played from the brief to the full mark`, async ({ page }) => {
        const play = readPlay(scenario, name);
        const driver = await beginPlay(page, play, locale);
        for (const line of play.inputs) await driver.give(line);
        await driver.desk.finish();
        await new DebriefDriver(page, locale).skipSelf();
        const verdict = page.getByRole('region', { name: words[locale].parts.verdict, exact: true });
        await expect(verdict.getByText('100.0', { exact: true }).first()).toBeVisible();
      });
    });
  }
}

test.describe('a page that is killed', () => {
  test.skip(({ isMobile }) => isMobile, 'what is stored does not depend on the size of the screen');

  for (const [scenario, name] of [
    ['stockout-key-account', 'novice'],
    ['time-critical-delay', 'rigid'],
    ['broken-tea-sets', 'pleaser'],
  ] as const) {
    test(`${scenario}: after every step the attempt goes on exactly there`, async ({ context, page }) => {
      test.slow();
      const play = readPlay(scenario, name);
      let driver = await beginPlay(page, play);
      for (const line of play.inputs.slice(0, -1)) {
        await driver.give(line);
        const here = driver.desk.page;
        await driver.desk.tab('talk');
        const said = await here.getByRole('log').innerText();
        const address = here.url();
        await here.close({ runBeforeUnload: false });
        const next = await context.newPage();
        await next.goto(address);
        driver = driver.on(next);
        await expect(next.getByRole('log')).toHaveText(said, { useInnerText: true });
        await expect(driver.desk.clock).toContainText(driver.clock);
      }
      await driver.give(play.inputs.at(-1) ?? '');
      await driver.desk.finish();
    });

    test(`${scenario}: during any step, either it was taken or it was not`, async ({ context, page }) => {
      test.slow();
      const play = readPlay(scenario, name);
      let driver = await beginPlay(page, play);
      for (const line of play.inputs.slice(0, -1)) {
        const before = driver.clock;
        const after = driver.on(driver.desk.page).follow(line).clock;
        const address = driver.desk.page.url();
        await driver.press(line);
        await driver.desk.page.close({ runBeforeUnload: false });
        const next = await context.newPage();
        await next.goto(address);
        driver = driver.on(next);
        const { clock } = driver.desk;
        await expect(clock).toContainText(new RegExp(`${before}|${after}`));
        if (((await clock.textContent()) ?? '').includes(after)) driver.follow(line);
        else await driver.give(line);
      }
      await driver.give(play.inputs.at(-1) ?? '');
      await driver.desk.finish();
    });
  }
});
