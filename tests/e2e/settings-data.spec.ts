import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const SECTION = '#/course/u05/s3';

async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** Answers one check rightly, so that there is something to keep. */
async function study(page: Page): Promise<void> {
  await page.goto(SECTION);
  const check = page.getByRole('form', { name: /What is the ATP for today/ });
  await check.getByRole('textbox', { name: 'Your answer' }).fill('150');
  await check.getByRole('radio', { name: 'Sure', exact: true }).check();
  await check.getByRole('button', { name: 'Submit' }).click();
  await expect(check.getByRole('status')).toContainText('Right');
}

async function exported(page: Page): Promise<Buffer> {
  await page.goto('#/settings');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export a backup file' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^seven-rights-backup-\d{4}-\d\d-\d\d\.json$/);
  return readFileSync(await file.path());
}

async function choose(page: Page, buffer: Buffer): Promise<void> {
  const picker = page.getByLabel('Choose a backup file');
  await picker.setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer });
}

async function eraseAll(page: Page): Promise<void> {
  await page.goto('#/settings');
  await page.getByRole('button', { name: 'Delete all data…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete all learning data on this device?' });
  await expectAccessible(page);
  // The page starts afresh once everything is gone.
  const afresh = page.waitForEvent('load');
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await afresh;
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete all data…' })).toBeEnabled();
}

/** Goes to a route and waits until its page is there: what is done at once would be done on the page before. */
async function enter(page: Page, route: string, title: RegExp): Promise<void> {
  await page.goto(route);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function expectAnswered(page: Page, times: number): Promise<void> {
  await enter(page, '#/course/u05', /^(?!Settings)/);
  await expect(page.getByText(/Checks 1\//)).toHaveCount(times);
}

test('exports, deletes and restores what was done, and restoring twice changes nothing', async ({ page }) => {
  await study(page);
  const backup = await exported(page);
  await eraseAll(page);
  await expectAnswered(page, 0);

  await enter(page, '#/settings', /Settings/);
  await choose(page, backup);
  const dialog = page.getByRole('dialog', { name: 'What would be restored' });
  await expect(dialog.getByText('1 answer', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expectAnswered(page, 0);

  await enter(page, '#/settings', /Settings/);
  await choose(page, backup);
  await dialog.getByRole('button', { name: 'Restore', exact: true }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Restored:' })).toBeVisible();
  await choose(page, backup);
  await expect(dialog.getByText('Everything in this backup is on this device already')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expectAnswered(page, 1);
});

test('refuses a file that was changed, names the remedy, and leaves everything as it is', async ({
  page,
}) => {
  await study(page);
  const backup = await exported(page);
  const changed = Buffer.from(backup.toString('utf8').replace('"answer":150', '"answer":151'));
  await choose(page, changed);
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('Nothing on this device was changed');
  await expect(refusal).toContainText('Its checksum does not fit');
  await choose(page, Buffer.from('hello'));
  await expect(refusal).toContainText('Get the original file');
  await expectAnswered(page, 1);
});

test('asks before it deletes, and keeps everything when the answer is no', async ({ page }) => {
  await study(page);
  await page.goto('#/settings');
  await page.getByRole('button', { name: 'Delete all data…' }).click();
  await expect(page.getByText(/1 answer, progress and notes will be deleted/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAnswered(page, 1);
});
