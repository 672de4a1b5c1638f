import { expect, test, type Page } from '@playwright/test';
import { beginPlay, DeskDriver, readPlay, type PlayDriver } from './driver';
import { cutDatabaseLog, launchProfile } from './storage-harness';

const CASE = 'stockout-key-account';
const HALF = 9;

test.skip(
  ({ viewport }) => (viewport?.width ?? 0) < 1000,
  'storage does not depend on the size of the screen',
);

/** Continues the only unfinished attempt from the home page. */
async function resume(page: Page): Promise<DeskDriver> {
  await page.goto('#/');
  await page.getByRole('link', { name: /^Continue/ }).click();
  const desk = new DeskDriver(page);
  await desk.settled();
  return desk;
}

/** The page stands where the case, played beside it, stands. */
async function standsLike(page: Page, play: PlayDriver): Promise<void> {
  await expect(page.getByText(play.clock, { exact: true }).first()).toBeVisible();
  const ref = `${play.run.scene}.${play.run.scene === 'work' ? 'toNeed' : 'vague'}`;
  await expect(page.getByRole('button', { name: play.actName(ref), exact: true })).toBeVisible();
}

test('continues at the same scene and clock after the browser process was killed', async ({
  baseURL,
}, info) => {
  const folder = info.outputPath('profile');
  const lines = readPlay(CASE, 'novice').inputs.slice(0, HALF);
  const options = { baseURL: baseURL ?? '', viewport: { width: 1440, height: 900 }, locale: 'en-US' };
  const first = await launchProfile(folder, options);
  const page = await first.context.newPage();
  const play = await beginPlay(page, readPlay(CASE, 'novice'));
  for (const line of lines) await play.give(line);
  await first.kill();

  const second = await launchProfile(folder, options);
  const again = await second.context.newPage();
  const desk = await resume(again);
  await standsLike(again, play);
  await desk.act(play.actName('work.toNeed'));
  await expect(again.getByRole('button', { name: play.actName('need.asMany'), exact: true })).toBeVisible();
  await second.context.close();
});

test('continues after the database was torn and Chromium has emptied it', async ({ baseURL }, info) => {
  const folder = info.outputPath('profile');
  const lines = readPlay(CASE, 'novice').inputs.slice(0, HALF);
  const options = { baseURL: baseURL ?? '', viewport: { width: 1440, height: 900 }, locale: 'en-US' };
  const first = await launchProfile(folder, options);
  const page = await first.context.newPage();
  const play = await beginPlay(page, readPlay(CASE, 'novice'));
  for (const line of lines) await play.give(line);
  await first.kill();
  await cutDatabaseLog(folder);

  // Chromium opens a torn database once as if nothing had happened, and empties it at the time after that.
  const second = await launchProfile(folder, options);
  const between = await second.context.newPage();
  await resume(between);
  await standsLike(between, play);
  await second.kill();

  const third = await launchProfile(folder, options);
  const last = await third.context.newPage();
  await resume(last);
  await standsLike(last, play);
  await third.context.close();
});

test('refuses a second tab on the same attempt and says so', async ({ context, page }) => {
  const play = await beginPlay(page, readPlay(CASE, 'novice'));
  await play.give('opening.match');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('alert').first()).toBeVisible();
  await expect(other.getByRole('button', { name: play.actName('first.least'), exact: true })).toHaveCount(0);
  await play.give('first.least');
});
