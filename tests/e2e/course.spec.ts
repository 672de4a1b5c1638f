import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

const SECTION = '#/course/u05/s3';

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

const checkOf = (page: Page, question: string | RegExp): Locator =>
  page.getByRole('form', { name: question });

async function send(check: Locator, confidence: 'Sure' | 'Unsure' | 'Guessing'): Promise<void> {
  await check.getByRole('radio', { name: confidence, exact: true }).check();
  await check.getByRole('button', { name: 'Submit' }).click();
}

async function openSection(page: Page): Promise<void> {
  await page.goto(SECTION);
  await expect(
    page.getByRole('heading', { level: 1, name: 'The promise: ATP and delivery time' }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How much can we give' })).toBeVisible();
}

test('leads from the syllabus to a section, with periods of each form', async ({ page }) => {
  await page.goto('#/course');
  await expect(page.getByText('0 of 48 periods done')).toBeVisible();
  await page.getByRole('radio', { name: '32 periods' }).check();
  await expect(page.getByText('0 of 32 periods done')).toBeVisible();
  const unit = page.getByRole('article', { name: 'Order service: promise and fulfilment' });
  await expect(unit.getByText('4 periods')).toBeVisible();
  await unit.getByRole('link', { name: 'The promise: ATP and delivery time' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('explains the mistake behind a wrong number, and lets it be tried again', async ({ page }) => {
  await openSection(page);
  const check = checkOf(page, /What is the ATP for today/);
  await expect(check.getByRole('button', { name: 'Submit' })).toBeDisabled();
  await check.getByRole('textbox', { name: 'Your answer' }).fill('250');
  await send(check, 'Unsure');
  await expect(check.getByRole('status')).toContainText('You added the 100 cartons that arrive tomorrow');
  await check.getByRole('button', { name: 'Try again' }).click();
  await check.getByRole('textbox', { name: 'Your answer' }).fill('150');
  await send(check, 'Sure');
  await expect(check.getByRole('status')).toContainText('Right');
  await expect(check.getByRole('status')).toContainText('260 − 90 − 20 = 150');
});

test('answers every kind of check by keyboard alone', async ({ page }) => {
  await openSection(page);
  const press = async (target: Locator, ...keys: readonly string[]): Promise<void> => {
    await target.focus();
    for (const key of keys) await page.keyboard.press(key);
  };
  const sendByKeys = async (check: Locator): Promise<void> => {
    await press(check.getByRole('radio', { name: 'Sure', exact: true }), 'Space', 'Enter');
    await expect(check.getByRole('status').filter({ hasText: 'Right' })).toBeVisible();
  };

  const number = checkOf(page, /What is the ATP for today/);
  await press(number.getByRole('textbox'), '1', '5', '0');
  await sendByKeys(number);

  const sorting = checkOf(page, /What does each of these do/);
  const groups = {
    '200 cartons': 'Counts',
    '80 cartons': 'Must be',
    '40 cartons': 'Must be',
    '500 cartons': 'Changes',
  };
  for (const [card, group] of Object.entries(groups))
    await press(sorting.getByRole('group', { name: card }).getByRole('radio', { name: group }), 'Space');
  await sendByKeys(sorting);

  const single = checkOf(page, /latest time of arrival/);
  await press(single.getByRole('radio', { name: /Within 49.5 hours/ }), 'Space');
  await sendByKeys(single);

  const truth = checkOf(page, /standard deviations of the five stages/);
  await press(truth.getByRole('radio', { name: 'False' }), 'Space');
  await sendByKeys(truth);

  const order = checkOf(page, /Put the steps of answering/);
  const steps = [
    'Verify the caller',
    'Look up on-hand',
    'Ask for the least',
    'State quantity',
    'Confirm in writing',
  ];
  for (const [place, step] of steps.entries()) {
    const items = order.getByRole('listitem');
    const texts = await items.allTextContents();
    const from = texts.findIndex((text) => text.includes(step));
    const up = order.getByRole('button', { name: `Move up: ${step}` });
    for (let at = from; at > place; at -= 1) await press(up, 'Enter');
    await expect(items.nth(place)).toContainText(step);
  }
  await sendByKeys(order);

  const matching = checkOf(page, /Match what the agent says/);
  const sides = { '300 cartons': 'Quantity', 'At your dock': 'Moment', 'We are 90%': 'Confidence' };
  for (const [left, right] of Object.entries(sides)) {
    const select = matching.getByRole('combobox', { name: left });
    await press(select, right.charAt(0));
    await expect(select.locator('option:checked')).toHaveText(right);
  }
  await sendByKeys(matching);

  const several = checkOf(page, /Which of these may stand/);
  await press(several.getByRole('checkbox', { name: /300 cartons delivered/ }), 'Space');
  await press(several.getByRole('checkbox', { name: /we call before nine/ }), 'Space');
  await sendByKeys(several);

  await page.goto('#/course/u05');
  await expect(page.getByText(/^3 of \d+ objectives met$/)).toBeVisible();
});

test('offers the place where the reading stopped', async ({ page }) => {
  await openSection(page);
  const heading = page.getByRole('heading', { name: 'How to put the promise into words' });
  await heading.scrollIntoViewIfNeeded();
  await page
    .getByRole('navigation', { name: 'In this section' })
    .getByRole('link', { name: 'How to put' })
    .click();
  await expect(heading).toBeFocused();
  await page.goto('#/course');
  await page.getByRole('link', { name: 'Continue', exact: true }).click();
  await expect(heading).toBeInViewport();
  await page.goto('#/course');
  await openSection(page);
  await expect(page.getByText('Last time you stopped at “How to put the promise into words”.')).toBeVisible();
  await page.getByRole('button', { name: 'Go there' }).click();
  await expect(heading).toBeInViewport();
});

test('offers on the home page to go on where the reading stopped', async ({ page }) => {
  await page.goto('#/');
  await expect(page.getByRole('region', { name: 'Course: begin here' })).toBeVisible();
  await openSection(page);
  await page
    .getByRole('navigation', { name: 'In this section' })
    .getByRole('link', { name: 'How to put' })
    .press('Enter');
  await expect(page.getByRole('heading', { name: 'How to put the promise into words' })).toBeFocused();
  await page.goto('#/');
  const goOn = page.getByRole('region', { name: 'Course: go on reading' });
  await goOn.getByRole('link', { name: 'The promise: ATP and delivery time' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'How to put the promise into words' })).toBeInViewport();
});

test('keeps a finished section finished', async ({ page }) => {
  await openSection(page);
  await page.getByRole('button', { name: /^Finish/ }).click();
  // Once it is stored, the next section opens.
  await expect(page).toHaveURL(/u05\/s4/);
  await page.goto('#/course');
  await expect(page.getByText(/^1\.2 of 48 periods done/)).toBeVisible();
  await openSection(page);
  await expect(page.getByText('Section finished')).toBeVisible();
});

test('brings a wrong answer back for review the next day', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-02T09:00:00'));
  await openSection(page);
  const inLesson = checkOf(page, /latest time of arrival/);
  await inLesson.getByRole('radio', { name: /42 hours/ }).check();
  await send(inLesson, 'Sure');
  await expect(inLesson.getByRole('status')).toContainText('every second customer would be let down');
  await page.goto('#/review');
  await expect(page.getByText('Nothing to review')).toBeVisible();
  await expect(page.getByText('Mar 3, 2026')).toBeVisible();

  await page.clock.setFixedTime(new Date('2026-03-03T09:00:00'));
  await page.goto('#/course');
  await page.getByRole('link', { name: '1 question to review today' }).click();
  await expect(page.getByText('Question 1 of 1')).toBeVisible();
  await expect(page.getByText('Last time sure, and wrong')).toBeVisible();
  const check = checkOf(page, /latest time of arrival/);
  await check.getByRole('radio', { name: /Within 49.5/ }).check();
  await send(check, 'Sure');
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByText('1 of 1 right')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing to review')).toBeVisible();
});

test('sends back to the section what fails three times', async ({ page }) => {
  for (const day of [1, 2, 3]) {
    await page.clock.setFixedTime(new Date(`2026-03-0${day}T09:00:00`));
    await page.goto('#/course');
    await openSection(page);
    const check = checkOf(page, /standard deviations of the five stages/);
    await check.getByRole('radio', { name: 'True' }).check();
    await send(check, 'Guessing');
    await expect(check.getByRole('status')).toContainText('Not yet');
  }
  await page.clock.setFixedTime(new Date('2026-03-09T09:00:00'));
  await page.goto('#/review');
  await expect(page.getByText('Missed 3 times in a row')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the section' }).click();
  await expect(checkOf(page, /standard deviations of the five stages/)).toBeInViewport();
});

test('searches all lessons and leads to the place', async ({ page }) => {
  await page.goto('#/course');
  await page.getByRole('searchbox', { name: 'Search the lessons' }).fill('firm inbound');
  await page.keyboard.press('Enter');
  await page
    .getByRole('link', { name: /How much can we give/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'How much can we give' })).toBeInViewport();
  await page.goto('#/search?q=zzzz');
  await expect(page.getByRole('status')).toHaveText('Nothing found');
});

test.describe('in zh-CN', () => {
  test.use({ locale: 'zh-CN' });

  test('searches Chinese without blanks', async ({ page }) => {
    await page.goto(`#/search?q=${encodeURIComponent('订货周期')}`);
    await expect(page.getByRole('link', { name: /什么时候一定到/ })).toBeVisible();
  });

  test('keeps the work on a check when the language changes', async ({ page }) => {
    await page.goto(SECTION);
    const check = checkOf(page, /今天的可承诺量是多少/);
    await check.getByRole('textbox', { name: '您的答案' }).fill('170');
    await page.getByRole('button', { name: 'English' }).click();
    const same = checkOf(page, /What is the ATP for today/);
    await expect(same.getByRole('textbox', { name: 'Your answer' })).toHaveValue('170');
    await send(same, 'Sure');
    await expect(same.getByRole('status')).toContainText('You forgot to subtract the 20 cartons on hold');
  });
});

test('shows the meaning of a term beside it', async ({ page }) => {
  await openSection(page);
  await page.getByRole('button', { name: /available to promise: show meaning/ }).press('Enter');
  await expect(page.getByText('On-hand minus allocated minus on hold')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('On-hand minus allocated minus on hold')).toBeHidden();
});

test('makes a lesson plan of double periods, on paper and as a Word file', async ({ page }) => {
  await page.goto('#/course/u05/plan?form=h48');
  await expect(page.getByText('6 periods (3 lessons of 90 minutes)')).toBeVisible();
  for (const table of await page.getByRole('table').all()) {
    const minutes = await table.getByRole('cell').filter({ hasText: /^\d+$/ }).allTextContents();
    expect(minutes.map(Number).reduce((sum, each) => sum + each, 0)).toBe(90);
  }
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Word file' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/\.docx$/);
  // A Word file is a zip.
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('prints the text and the questions, without what is only for the screen', async ({ page }) => {
  await openSection(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('ATP = on-hand − allocated')).toBeVisible();
  await expect(page.getByText('What is the ATP for today?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit' }).first()).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'In this section' })).toBeHidden();
});

test('tells instructors which topics are realised', async ({ page }) => {
  await page.goto('#/coverage');
  await expect(page.getByRole('status')).toHaveText('280 topics');
  await page.getByRole('radio', { name: /^Realised/ }).check();
  const row = page.getByRole('row', { name: /The order cycle and its variability/ });
  await row.getByRole('link', { name: 'U5 §3' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /The promise/ })).toBeVisible();
  await page.goBack();
  await page
    .getByRole('row', { name: /The order cycle and its variability/ })
    .getByRole('link', { name: 'L5.1' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Order cycle and promise' })).toBeVisible();
});

test('leads from a section into its case', async ({ page }) => {
  await openSection(page);
  const box = page.getByRole('region', { name: /^Case: Stockout at a key account/ });
  await box.getByRole('link', { name: 'Start practice' }).press('Enter');
  await expect(page).toHaveURL(/#\/play\/stockout-key-account/);
});

test('takes up a lab in a section where it was left, and counts it in the unit', async ({ page }) => {
  const box = page.getByRole('region', { name: /^Lab: Order cycle and promise/ });
  await openSection(page);
  await box.getByRole('button', { name: 'Open the lab' }).press('Enter');
  const first = box.getByRole('form').first();
  await first.getByRole('textbox', { name: 'Your answer' }).fill('49.5');
  await first.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(first.getByText('Done', { exact: true })).toBeVisible();
  await page.goto('#/course');
  await openSection(page);
  await box.getByRole('button', { name: 'Open the lab' }).click();
  await expect(first.getByText('Solved before')).toBeVisible();
  await expect(first.getByRole('textbox', { name: 'Your answer' })).toHaveValue('49.5');
});

test('says so where a section is not written or does not exist', async ({ page }) => {
  await page.goto('#/course/u99/s1');
  await expect(page.getByRole('heading', { level: 1, name: 'The course has no such section' })).toBeVisible();
  await page.getByRole('link', { name: 'Course contents' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Course' })).toBeVisible();
});

for (const [name, hash] of Object.entries({
  syllabus: '#/course',
  unit: '#/course/u05',
  section: SECTION,
  plan: '#/course/u05/plan',
  search: '#/search?q=promise',
  review: '#/review',
  coverage: '#/coverage',
}))
  for (const scheme of ['light', 'dark'] as const)
    test(`${name} is accessible and fits the window, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(hash);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(/^(Reading your progress|Searching)…$/)).toHaveCount(0);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

test('a judged check is accessible', async ({ page }) => {
  await openSection(page);
  const check = checkOf(page, /Which of these may stand/);
  await check.getByRole('checkbox').nth(1).check();
  await send(check, 'Unsure');
  await expect(check.getByRole('status')).toContainText('Not yet');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
