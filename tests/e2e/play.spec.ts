import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { beginPlay, DeskDriver, playTranscript, readPlay, readScenario, seedFor } from './driver';

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

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
}

for (const locale of ['en', 'zh-CN'] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test(`plays the expert from the brief to the debrief`, async ({ page }) => {
      const play = await playTranscript(page, expert, locale);
      const ending = readScenario(CASE).texts[locale].scenes['delivered']?.title ?? '';
      await expect(page.getByRole('heading', { level: 1, name: ending })).toBeVisible();
      await play.desk.finish();
    });
  });
}

test('takes the call only when asked, and then has an address to come back to', async ({ page }) => {
  const desk = new DeskDriver(page);
  await desk.open(CASE, 7);
  await expect(page.getByText('Time moves only when you act')).toBeVisible();
  await expect(page).toHaveURL(/seed=7/);
  await desk.takeCall();
  await expect(page).toHaveURL(/#\/play\/stockout-key-account\?attempt=/);
  await expect(page.getByRole('heading', { name: 'The call' })).toBeFocused();
});

test('lets the learner choose practice or assessed where the address does not', async ({ page }) => {
  await page.goto(`#/play/${CASE}?seed=7`);
  await page.getByRole('radio', { name: 'Assessed' }).check();
  await page.getByRole('button', { name: 'Take the call' }).click();
  await expect(page.getByText('Assessed', { exact: true })).toBeVisible();
});

test('resumes after a reload at the same scene, clock and conversation', async ({ page }) => {
  const play = await beginPlay(page, expert);
  for (const line of upTo('look:wms')) await play.give(line);
  await play.desk.tab('talk');
  const log = page.getByRole('log');
  const said = await log.textContent();
  await page.reload();
  await play.desk.tab('talk');
  await expect(log).toHaveText(said ?? '');
  await expect(page.getByText(play.clock, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'On the phone' })).toBeVisible();
  await play.give('look:inbound');
});

test('belongs to one tab at a time, and says so in the other', async ({ page, context }) => {
  const play = await beginPlay(page, expert);
  await play.give('opening.match');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('alert')).toContainText('open in another tab');
  await page.close();
  await other.getByRole('button', { name: 'Try again' }).click();
  await expect(other.getByRole('heading', { name: 'The first answer' })).toBeVisible();
});

test('tells the same conversation in the other language, mid-case', async ({ page }) => {
  const play = await beginPlay(page, expert);
  for (const line of upTo('look:wms')) await play.give(line);
  await page.getByRole('button', { name: '中文' }).click();
  const desk = new DeskDriver(page, 'zh-CN');
  await desk.tab('talk');
  const log = page.getByRole('log');
  await expect(log).toContainText('您好，请您报一下订单号和姓名');
  await expect(log).not.toContainText('Good afternoon');
  await desk.tab('systems');
  await expect(page.getByRole('heading', { name: 'WMS 库存 IV-20（苏州仓）' })).toBeVisible();
});

test('opens a record once for its minutes and again for nothing', async ({ page }) => {
  const play = await beginPlay(page, expert);
  await play.give('look:contract');
  await expect(page.getByRole('heading', { name: 'Contract C-RH' })).toBeFocused();
  const contract = play.desk.button('Contract');
  await expect(contract).toHaveAccessibleDescription('read 15:12');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await contract.click();
  await expect(page.getByRole('heading', { name: 'Contract C-RH' })).toBeFocused();
  await expect(page.getByText('15:12', { exact: true }).first()).toBeVisible();
  await expect(play.desk.button('CRM')).toHaveAccessibleDescription('1 min');
});

test('says what an act costs without making it part of its name', async ({ page }) => {
  const play = await beginPlay(page, expert);
  const match = play.desk.button(play.actName('opening.match'));
  await expect(match).toHaveAccessibleDescription('1 min');
});

test('asks colleagues and waits, which takes the customer’s patience', async ({ page }) => {
  const play = await beginPlay(page, expert);
  await play.give('desk.warehouse');
  await expect(page.getByRole('log')).toContainText('We pick 120 cartons an hour');
  await play.give('wait:5');
  await expect(page.getByRole('log')).toContainText('Waited 5 min');
  await expect(page.getByText('15:18', { exact: true }).first()).toBeVisible();
  await play.desk.tab('case');
  await expect(page.getByRole('meter', { name: 'Patience' })).toHaveAttribute(
    'aria-valuenow',
    String(play.run.patience),
  );
});

test('waits until a chosen moment', async ({ page }) => {
  const play = await beginPlay(page, expert);
  await page.getByText('Ask a colleague, or wait').click();
  await play.desk.button('Wait until…').click();
  await page.getByRole('spinbutton', { name: 'Wait until' }).fill('15:20');
  await play.desk.button('Wait until Mar 4, 15:20').click();
  await expect(page.getByRole('log')).toContainText('Waited 10 min');
});

test('ends when the customer hangs up, and says so', async ({ page }) => {
  const play = await beginPlay(page, expert);
  await play.give('wait:15');
  await play.desk.wait('waitFifteen');
  await expect(page.getByRole('heading', { level: 1, name: 'The customer hung up' })).toBeFocused();
});

test.describe('by keyboard alone', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone has no keyboard');

  test('chooses acts by number and by Enter, and never loses the focus', async ({ page }) => {
    await new DeskDriver(page).open(CASE, seedFor(readScenario(CASE), expert.assumes));
    const take = page.getByRole('button', { name: 'Take the call' });
    await take.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The call' })).toBeFocused();
    const second = page
      .getByRole('group', { name: /^The call/ })
      .getByRole('button')
      .nth(1);
    const name = (await second.locator('.text').textContent()) ?? '';
    await page.keyboard.press('2');
    await expect(page.getByRole('log')).toContainText(name);
    await expect(page.getByRole('heading', { name: 'The first answer' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'On the phone' })).toBeFocused();
    await page.getByRole('button', { name: 'OMS', exact: true }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('heading', { name: 'OMS order SO-0611' })).toBeFocused();
  });

  test('opens the help with a question mark, where number keys can be switched off', async ({ page }) => {
    const play = await beginPlay(page, expert);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'How it works' })).toBeVisible();
    await page.getByRole('radio', { name: 'Off' }).check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await expect(page.getByRole('heading', { name: 'The call' })).toBeVisible();
    await expect(play.desk.button(play.actName('opening.match'))).not.toHaveAttribute('aria-keyshortcuts');
  });

  test('types digits into a number field without choosing acts', async ({ page }) => {
    const play = await beginPlay(page, expert);
    for (const line of upTo('tell.full')) await play.give(line);
    const field = page.getByRole('spinbutton', { name: 'Cartons released from Suzhou tonight' });
    await field.focus();
    await page.keyboard.type('1');
    await expect(play.desk.button(play.actName('quantity.release', {}))).toBeDisabled();
    await page.keyboard.type('20');
    await expect(play.desk.button(play.actName('quantity.release', { qty: 120 }))).toBeEnabled();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    test('meets WCAG 2.2 AA from the brief to the ending, and never scrolls sideways', async ({ page }) => {
      const desk = new DeskDriver(page);
      await desk.open(CASE, 7);
      await expect(page.getByRole('button', { name: 'Take the call' })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      const play = await beginPlay(page, expert);
      await expectAccessible(page);
      for (const line of upTo('look:wms')) await play.give(line);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await desk.tab('case');
      await expectAccessible(page);
      for (const line of expert.inputs.slice(upTo('look:wms').length, upTo('source.inbound').length))
        await play.give(line);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      for (const line of expert.inputs.slice(upTo('source.inbound').length)) await play.give(line);
      await expect(page.getByRole('link', { name: 'See the debrief' })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  });
}
