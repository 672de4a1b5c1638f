import { expect, test, type Page } from '@playwright/test';
import { beginPlay, parseInput, readPlay, type PlayDriver } from './driver';

const CASES = ['stockout-key-account', 'time-critical-delay', 'broken-tea-sets'];

test.skip(({ isMobile }) => isMobile, 'a phone has no keyboard');

/** Walks on with Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole('button', { name, exact: true });
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 60; steps++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached with Tab`);
}

/** Walks on with Tab to the next field for a number; past the days, where a moment has some. */
async function tabToField(page: Page): Promise<void> {
  const field = page.locator('[role=spinbutton]:focus');
  for (let steps = 0; steps < 5 && (await field.count()) === 0; steps++) await page.keyboard.press('Tab');
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Chooses an act by the number before it, after typing its numbers; a colleague after opening what is at hand. */
async function act(play: PlayDriver, line: string): Promise<void> {
  const { page } = play.desk;
  const input = parseInput(line);
  if (input.kind !== 'act') throw new Error(line);
  const values = Object.values(input.with);
  if (input.act.startsWith('desk.')) await page.keyboard.press('a');
  else await page.keyboard.press('t');
  const digit = await play.desk.button(play.actName(input.act)).getAttribute('aria-keyshortcuts');
  if (digit !== null) await page.keyboard.press(digit);
  if (digit !== null && values.length === 0) return;
  for (const typed of play.typed(input.act, input.with)) {
    await tabToField(page);
    await page.keyboard.type(typed);
  }
  await press(page, play.actName(input.act, input.with));
}

async function look(play: PlayDriver, record: string): Promise<void> {
  const { page } = play.desk;
  for (const name of play.wayTo(record)) {
    await page.keyboard.press('s');
    await press(page, name);
    await play.desk.settled();
  }
}

for (const scenario of CASES) {
  test(`${scenario} is played by keyboard alone, and the focus is never lost`, async ({ page }) => {
    test.slow();
    const expert = readPlay(scenario, 'expert');
    const play = await beginPlay(page, expert);
    for (const line of expert.inputs) {
      if (line.startsWith('look:')) await look(play, line.slice('look:'.length));
      else await act(play, line);
      await play.desk.settled();
      play.follow(line);
      expect(await page.evaluate(() => document.activeElement?.tagName), line).not.toBe('BODY');
    }
    await expect(page.getByRole('link', { name: 'See the debrief' })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'See the debrief' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/debrief\//);
  });
}
