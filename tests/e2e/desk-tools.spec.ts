import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { beginPlay, DeskDriver, readPlay, readScenario, seedFor } from './driver';

const CASE = 'stockout-key-account';
const expert = readPlay(CASE, 'expert');

/** Inputs of the expert up to and including one of them. */
function upTo(last: string): readonly string[] {
  return expert.inputs.slice(0, expert.inputs.indexOf(last) + 1);
}

async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** Opens the notepad, which lies open where there is room for it. */
async function notepad(desk: DeskDriver) {
  const button = desk.button('Notes');
  if (await button.isVisible()) await button.click();
  return desk.page.getByRole('textbox', { name: 'My notes' }).last();
}

test.describe('who is calling', () => {
  const liu = seedFor(readScenario(CASE), { caller: 'liu' });

  test('is not told before the learner has verified it', async ({ page }) => {
    const desk = await new DeskDriver(page).open(CASE, liu);
    await expect(page.getByText('Caller · Not verified').first()).toBeVisible();
    await expect(page.getByText('Zhou Min')).toHaveCount(0);
    await desk.takeCall();
    await expect(page.getByRole('log')).toContainText('my name is Liu Tao');
    await expect(page.getByText('Zhou Min')).toHaveCount(0);
    await desk.tab('case');
    await expect(page.getByText('Caller · Not verified')).toBeVisible();
  });

  test('is told once it has been verified', async ({ page }) => {
    const play = await beginPlay(page, expert);
    await play.give('opening.match');
    await play.desk.tab('case');
    await expect(page.getByText('Zhou Min · Supply-chain manager')).toBeVisible();
  });
});

test.describe('undo', () => {
  test('takes the last step back in practice, clock and all, and stays on record', async ({ page }) => {
    const play = await beginPlay(page, expert);
    await play.give('opening.match');
    const undo = play.desk.button('Undo last step');
    await undo.click();
    await expect(page.getByRole('heading', { name: 'The call' })).toBeFocused();
    await expect(page.getByText('15:10', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('log')).not.toContainText('Good afternoon');
    await expect(undo).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'The call' })).toBeVisible();
    await expect(page.getByText('undone once')).toHaveCount(2);
    await play.desk.act(play.actName('opening.match'));
    await expect(page.getByRole('heading', { name: 'The first answer' })).toBeFocused();
  });

  test('closes a record that had not been opened then', async ({ page }) => {
    const play = await beginPlay(page, expert);
    await play.give('look:contract');
    await play.desk.tab('talk');
    await play.desk.button('Undo last step').click();
    await play.desk.tab('systems');
    await expect(page.getByRole('heading', { name: 'Contract C-RH' })).toHaveCount(0);
    await expect(play.desk.button('Contract')).toHaveAccessibleDescription('2 min');
  });

  test('is not to be had where the attempt is assessed', async ({ page }) => {
    const desk = await new DeskDriver(page).open(CASE, 7, 'assessed');
    await expect(page.getByText('One go: nothing can be undone')).toBeVisible();
    await desk.takeCall();
    await page
      .getByRole('group', { name: /^The call/ })
      .getByRole('button')
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'The first answer' })).toBeFocused();
    await page.keyboard.press('u');
    await expect(page.getByRole('heading', { name: 'The first answer' })).toBeVisible();
    await expect(desk.button('Undo last step')).toHaveCount(0);
  });
});

test('notes stay with the attempt, and are nobody’s but the learner’s', async ({ page }) => {
  const play = await beginPlay(page, expert);
  const notes = await notepad(play.desk);
  await notes.fill('ATP 300; hold 60');
  await expect(page.getByText('Notes kept').last()).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The call' })).toBeVisible();
  await expect(await notepad(play.desk)).toHaveValue('ATP 300; hold 60');
});

test('a number is read back before it is said', async ({ page }) => {
  const play = await beginPlay(page, expert);
  for (const line of upTo('tell.full')) await play.give(line);
  await play.desk.tab('talk');
  const back = page.getByRole('status').filter({ hasText: 'Read it back' });
  await expect(back).toHaveCount(0);
  await play.desk.number('Cartons released from Suzhou tonight', '300');
  await expect(back).toContainText('300 cartons');
  await expectAccessible(page);
  await play.desk.number('Cartons released from Suzhou tonight', '301');
  await expect(back).toHaveCount(0);
  await expect(page.getByText('Not possible here')).toBeVisible();
});

test('a moment is chosen by its day and its clock', async ({ page }) => {
  const play = await beginPlay(page, expert);
  for (const line of upTo('source.inbound')) await play.give(line);
  await play.desk.tab('talk');
  await page.getByRole('radio', { name: 'Fri, Mar 6' }).check();
  await play.desk.number('Latest arrival of the rest', '8:00');
  const back = page.getByRole('status').filter({ hasText: 'Read it back' });
  await expect(back).toContainText('Fri, Mar 6 08:00');
  await expect(back).toContainText('40 h 30 min from now');
  await expectAccessible(page);
  await play.desk.button(play.actName('promise.give', { at: 3360 })).click();
  await expect(page.getByRole('log')).toContainText('Mar 6, 08:00');
});

test('a record shows how old it is, its clauses can be searched, and it can be read again', async ({
  page,
}) => {
  const play = await beginPlay(page, expert);
  await play.give('look:policy');
  await expect(page.getByText('Edition of February 2026')).toBeVisible();
  await expect(page.getByText('opened by you 15:11')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find on this page' }).fill('goodwill');
  await expect(page.getByText('1 found')).toBeVisible();
  await expect(page.getByText('P13 Authority')).toBeVisible();
  await expect(page.getByText('P6 Verification')).toHaveCount(0);
  await expectAccessible(page);
  await play.give('look:crm');
  await play.desk.tab('case');
  await page.getByRole('button', { name: /^Service policy handbook/ }).click();
  await expect(page.getByRole('heading', { name: 'Service policy handbook' })).toBeFocused();
  await expect(page.getByText(play.clock, { exact: true }).first()).toBeVisible();
});

test('a turn of mood is seen in the conversation and heard', async ({ page }) => {
  const play = await beginPlay(page, expert);
  for (const line of ['opening.match', 'first.least']) await play.give(line);
  const turn = 'The customer’s mood: Tense → Calm';
  await expect(page.getByRole('log')).toContainText(turn);
  await expect(page.locator('[aria-live=polite]').filter({ hasText: turn }).first()).toBeAttached();
});

test('colleagues, the supervisor and waiting are one reach away', async ({ page }) => {
  const play = await beginPlay(page, expert);
  const reach = page.getByRole('button', { name: 'Ask a colleague, or wait' });
  await expect(reach).toBeInViewport();
  await reach.click();
  await expect(page.getByRole('heading', { name: 'At hand at any time' })).toBeFocused();
  for (const ref of ['desk.warehouse', 'desk.supervisor'])
    await expect(play.desk.button(play.actName(ref))).toBeVisible();
  await expectAccessible(page);
  await play.desk.button(play.actName('desk.warehouse')).click();
  await expect(reach).toHaveAttribute('aria-expanded', 'false');
});

test.describe('by single keys', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone has no keyboard');

  test('every tool is one key away, and none where text is being written', async ({ page }) => {
    const play = await beginPlay(page, expert);
    const dialogs = { n: 'Notes', b: 'The brief', r: 'The 7R sheet', '?': 'How it works' } as const;
    for (const [key, name] of Object.entries(dialogs)) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.keyboard.press('s');
    await expect(page.getByRole('heading', { name: 'Systems' })).toBeFocused();
    await page.keyboard.press('a');
    await expect(page.getByRole('heading', { name: 'At hand at any time' })).toBeFocused();
    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { name: 'The call' })).toBeFocused();
    const notes = page.getByRole('textbox', { name: 'My notes' });
    await notes.focus();
    await page.keyboard.type('1nbrsu?');
    await expect(notes).toHaveValue('1nbrsu?');
    await expect(play.desk.button(play.actName('opening.match'))).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'about the small screen');

  test('acts and tabs lie under the thumb, large enough for it', async ({ page }) => {
    const play = await beginPlay(page, expert);
    const acts = page.getByRole('group', { name: /^The call/ }).getByRole('button');
    for (const act of await acts.all()) expect((await act.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    for (const act of [acts.first(), acts.nth(1), acts.nth(2)])
      await expect(act).toBeInViewport({ ratio: 1 });
    const box = await page.getByRole('tablist').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(730);
    await play.give('opening.match');
    await play.give('first.least');
    await play.desk.tab('systems');
    await expect(page.getByRole('tab', { name: /^Case/ })).toHaveAccessibleName('Case 1 new');
  });
});
