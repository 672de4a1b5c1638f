import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const lab = async (page: Page, id: string, title: string): Promise<void> => {
  await page.goto(`#/labs/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('region', { name: title })).toBeVisible();
};
const result = (page: Page, label: string) =>
  page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd');

async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
}

test('L5.1 follows its inputs, tells the same as a table, and goes back to the start', async ({ page }) => {
  await lab(page, 'L5.1', 'Order cycle and promise');
  await expect(result(page, 'Delivered within 48 h')).toHaveText('84.7%');
  await page.getByRole('button', { name: 'Halve the spread of the line haul' }).click();
  await expect(result(page, 'Delivered within 48 h')).toHaveText('93.6%');
  await page.getByText('Show as a table').click();
  await expect(page.getByRole('table', { name: 'Share of orders delivered in each hour' })).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('spinbutton', { name: 'Line haul: standard deviation' })).toHaveValue('5');
});

test('L5.1 simulates in the background with progress, the same for the same seed, and can be stopped', async ({
  page,
}) => {
  await lab(page, 'L5.1', 'Order cycle and promise');
  await page.getByRole('button', { name: 'Simulate 200,000 orders' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: '200,000 orders simulated (seed 1): 84.' }),
  ).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', '200000');
  await page.getByRole('spinbutton', { name: 'Promised within' }).fill('50');
  await expect(page.getByRole('progressbar')).toBeHidden();
});

test('L5.1 says what is missing and what is right', async ({ page }) => {
  await lab(page, 'L5.1', 'Order cycle and promise');
  const task = page.getByRole('form', { name: /earliest promise that holds with 90%/ });
  await task.getByRole('textbox').fill('48');
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('Not yet');
  await task.getByRole('textbox').fill('49.5');
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('42 + 1.282 × 5.85 = 49.5 h');
});

test('L5.2 sounds the alarm beyond ATP and is solved without a mouse', async ({ page }) => {
  await lab(page, 'L5.2', 'ATP board');
  const promise = async (order: string, slot: string): Promise<void> => {
    await page.getByRole('combobox', { name: `Order ${order} promised for` }).selectOption(slot);
  };
  await promise('A', 'Now (10:00)');
  await promise('B', 'Now (10:00)');
  await expect(page.getByText('Promises for 10:00 pass ATP by 50 cartons')).toBeVisible();
  await promise('B', 'By 18:00');
  await promise('C', 'By 18:00');
  await promise('D', 'Now (10:00)');
  await expect(page.getByText('Nothing is promised beyond ATP.')).toBeVisible();
  const task = page.getByRole('form', { name: /promise all four orders/ });
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('A and D now, 290 cartons');
});

test('a lab opens inside its lesson and closes again', async ({ page }) => {
  await page.goto('#/course/u05/s3');
  const card = page.getByRole('region', { name: 'Lab: Order cycle and promise' });
  await card.getByRole('button', { name: 'Open the lab' }).click();
  await expect(card.getByRole('spinbutton', { name: 'Promised within' })).toHaveValue('48');
  await card.getByRole('button', { name: 'Close the lab' }).click();
  await expect(card.getByRole('spinbutton')).toHaveCount(0);
});

test('an address without a lab says so and leads to the course', async ({ page }) => {
  await page.goto('#/labs/L99.9');
  await expect(page.getByRole('heading', { level: 1, name: 'No such lab' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Course', exact: true }).first()).toBeVisible();
});

test('L3.1 tells three rates of the same shipments, and finds the cheapest way to 80% of orders', async ({
  page,
}) => {
  await lab(page, 'L3.1', 'Three fill rates');
  await expect(result(page, 'Order fill rate')).toHaveText('60% (3/5)');
  await expect(result(page, 'Line fill rate')).toHaveText('77.8% (7/9)');
  await expect(result(page, 'Unit fill rate')).toHaveText('92.8% (385/415)');
  const task = page.getByRole('form', { name: /as few more pieces as possible/ });
  await page.getByRole('spinbutton', { name: 'O2, line 1, Shipped' }).fill('80');
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('20 pieces were added; fewer are enough');
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('spinbutton', { name: 'O4, line 3, Shipped' }).fill('10');
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('Ten pieces for O4 are enough');
});

test('L3.2 counts 93% where multiplying says 91.8%', async ({ page }) => {
  await lab(page, 'L3.2', 'The perfect order');
  await expect(result(page, 'Perfect order rate, counted')).toHaveText('93%');
  await expect(result(page, 'Perfect order rate, multiplied')).toHaveText('91.8%');
  await expect(result(page, 'On-time rate and 95% interval')).toHaveText('97% · 93.6% to 98.6%');
});

test('L3.3 shows the key only after all nine ratings of a record', async ({ page }) => {
  await lab(page, 'L3.3', '7R calibration');
  const compare = page.getByRole('button', { name: 'Compare with the key' });
  await expect(compare).toBeDisabled();
  for (const group of await page.getByRole('group', { name: /^R\d\.\w / }).all()) {
    await group.getByRole('radio', { name: 'Met', exact: true }).check();
  }
  await expect(page.getByText('ATP is 300; 480 were promised.')).toBeHidden();
  await compare.click();
  await expect(page.getByText('ATP is 300; 480 were promised.')).toBeVisible();
  await expect(result(page, 'Exact agreement')).toHaveText('44.4%');
});

test('L3.4 adds the weighted gaps and prefers the heaviest aspect', async ({ page }) => {
  await lab(page, 'L3.4', 'Gap radar');
  await expect(result(page, 'Weighted gap in all')).toHaveText('−0.57');
  const task = page.getByRole('form', { name: /Raise the perception/ });
  await page.getByRole('spinbutton', { name: 'Responsiveness: perceived' }).fill('5.7');
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('improves it by 0.11');
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('spinbutton', { name: 'Reliability: perceived' }).fill('6.2');
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('0.5 × 0.32 = 0.16');
});

test('L8.1 compares priorities with the key and counts the late ones', async ({ page }) => {
  await lab(page, 'L8.1', 'Triage');
  const severity = page.getByRole('group', { name: 'Severity' });
  const urgency = page.getByRole('group', { name: 'Urgency' });
  await severity.getByRole('radio', { name: 'high' }).check();
  await urgency.getByRole('radio', { name: 'high' }).check();
  await expect(result(page, 'Priority').first()).toHaveText('P1');
  const late = page.getByRole('form', { name: /past the 2 hours/ });
  await late.getByRole('textbox').fill('4');
  await late.getByRole('button', { name: 'Check' }).click();
  await expect(late.getByRole('status')).toContainText('17, 30, 100 and 140 hours');
  const goal = page.getByRole('form', { name: /Grade all eight/ });
  await goal.getByRole('button', { name: 'Check' }).click();
  await expect(goal.getByRole('status')).toContainText('7 not graded yet');
});

test('L8.2 works out the declared claim, the sea limit and the air limit', async ({ page }) => {
  await lab(page, 'L8.2', 'Claim calculator');
  await expect(result(page, 'Owed by the rule')).toHaveText('¥2,722');
  await expect(result(page, 'Proportion waived')).toHaveText('¥3,222');
  await page.getByRole('radio', { name: 'Sea' }).check();
  await expect(result(page, 'Limit of liability')).toHaveText('6,666.7 SDR');
  await page.getByRole('radio', { name: 'International air' }).check();
  await expect(result(page, 'Limit of liability')).toHaveText('910 SDR');
});

test('L8.3 is solved by three kinds of fairness, not by money', async ({ page }) => {
  await lab(page, 'L8.3', 'Recovery designer');
  const task = page.getByRole('form', { name: /reach a satisfaction of 90%/ });
  await page.getByRole('button', { name: 'Money only' }).click();
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('Not yet');
  const set = (name: string, value: string) => page.getByRole('spinbutton', { name }).fill(value);
  await set('Listening and apology', '2');
  await set('Asking what for and by when', '5');
  await set('Wait for the first answer', '60');
  await set('Transfers', '0');
  await set('Ways out to choose from', '2');
  await set('Compensation', '2722');
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('with 15 minutes');
});

test('L8.4 refurbishes for a net of ¥172 and turns at ¥109', async ({ page }) => {
  await lab(page, 'L8.4', 'Disposition of returns');
  await expect(result(page, 'Net value')).toHaveText('¥172');
  await page.getByRole('spinbutton', { name: 'Refurbishing' }).fill('94');
  const task = page.getByRole('form', { name: /just stops paying/ });
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('205 − 96 = 109');
});

test('L1.1 and L1.3 bring a wrong card back and count the first try only', async ({ page }) => {
  await lab(page, 'L1.3', 'Types of industrial logistics');
  await expect(page.getByText('Card 1, 12 left')).toBeVisible();
  await page.getByRole('button', { name: 'Waste dominates' }).click();
  await expect(page.getByText('How many parts are bought in')).toBeVisible();
  await expect(result(page, 'Right at the first try')).toHaveText('0% (0/1)');
  await lab(page, 'L1.1', 'Sorting processes and services');
  await page.getByRole('button', { name: 'Order management' }).click();
  await expect(result(page, 'Right at the first try')).toHaveText('100% (1/1)');
  await page.getByRole('radio', { name: 'Three classes of service' }).check();
  await expect(page.getByText('Card 1, 11 left')).toBeVisible();
});

test('L1.2 turns its conclusion round when fewer complain', async ({ page }) => {
  await lab(page, 'L1.2', 'The cost of dissatisfaction');
  await expect(result(page, 'Value saved')).toHaveText('¥102,912');
  await page.getByRole('button', { name: 'Other studies: 4% complain' }).click();
  await expect(result(page, 'Customers saved')).toHaveText('5.1 people');
  await page.getByRole('spinbutton', { name: 'Kept by good handling' }).fill('100');
  const task = page.getByRole('form', { name: /Let 4% complain/ });
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.getByRole('status')).toContainText('First make complaining easy');
});

for (const [id, title] of [
  ['L1.1', 'Sorting processes and services'],
  ['L1.2', 'The cost of dissatisfaction'],
  ['L1.3', 'Types of industrial logistics'],
  ['L8.1', 'Triage'],
  ['L8.2', 'Claim calculator'],
  ['L8.3', 'Recovery designer'],
  ['L8.4', 'Disposition of returns'],
  ['L3.1', 'Three fill rates'],
  ['L3.2', 'The perfect order'],
  ['L3.3', '7R calibration'],
  ['L3.4', 'Gap radar'],
  ['L5.1', 'Order cycle and promise'],
  ['L5.2', 'ATP board'],
  ['L5.3', 'Safety stock'],
  ['L5.4', 'Allocating a shortage'],
] as const) {
  test(`${id} is accessible and fits its screen`, async ({ page }) => {
    await lab(page, id, title);
    await expect(page.getByRole('img').first()).toBeVisible();
    await expectAccessible(page);
  });
}
