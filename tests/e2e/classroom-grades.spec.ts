import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { teachGrades } from '../../src/ui/messages/teach-grades';
import { assign } from './classroom-driver';

const wang = { number: '2023001', name: '王一' };
const li = { number: '2023002', name: '李二' };
const zhao = { number: '2023003', name: '赵三' };
const qian = { number: '2023004', name: '钱四' };
const gradeWords = teachGrades.en;

const students = [wang, li, zhao, qian];

test('a mark is changed with a reason, taken back, and exported as Excel and CSV', async ({ page }) => {
  const assignment = await assign(page, students);
  await page.goto(`#/teach/assignment/${assignment.id}/grades`);
  const grid = page.getByRole('grid', { name: gradeWords.shortTitle });
  const row = grid.getByRole('row').filter({ hasText: li.name });
  const mark = row.getByRole('gridcell').last();
  await mark.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('spinbutton', { name: gradeWords.overrideScore }).fill('72.5');
  await expect(dialog.getByRole('button', { name: gradeWords.save })).toBeDisabled();
  await dialog.getByRole('textbox', { name: gradeWords.reason }).fill('Oral examination');
  await dialog.getByRole('button', { name: gradeWords.save }).click();
  await expect(mark).toContainText('72.5');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: gradeWords.exportXlsx }).click();
  const [sheet] = await readXlsxFile(await (await saved).path());
  const line = sheet?.data.find((cells) => cells[0] === li.number);
  expect(line).toEqual([li.number, li.name, null, 72.5, 72.5]);
  const second = page.waitForEvent('download');
  await page.getByRole('button', { name: gradeWords.exportCsv }).click();
  const csv = readFileSync(await (await second).path(), 'utf8');
  expect(csv.startsWith('\uFEFF"')).toBe(true);
  expect(csv).toContain(`"${li.name}"`);

  await page.getByRole('button', { name: gradeWords.undo }).click();
  await expect(mark).toContainText(gradeWords.none);
});

test('the gradebook is walked by keyboard alone', async ({ page }) => {
  const assignment = await assign(page, students);
  await page.goto(`#/teach/assignment/${assignment.id}/grades`);
  const grid = page.getByRole('grid', { name: gradeWords.shortTitle });
  await grid.getByRole('button', { name: gradeWords.number }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('columnheader', { name: gradeWords.number })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await page.keyboard.press('ArrowDown');
  await expect(grid.getByRole('gridcell', { name: qian.number })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(grid.getByRole('rowheader', { name: qian.name })).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await expect(grid.getByRole('rowheader', { name: wang.name })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: wang.name });
  await dialog.getByRole('textbox', { name: gradeWords.feedback }).fill('Ask before you promise.');
  await page.keyboard.press('Tab');
  await expect(page.getByText(gradeWords.feedbackSaved(wang.name))).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('rowheader', { name: wang.name })).toBeFocused();
});

test('what a missing task counts is kept with the assignment and said on the report', async ({ page }) => {
  const assignment = await assign(page, students);
  await page.goto(`#/teach/assignment/${assignment.id}/grades`);
  await page.getByRole('radio', { name: gradeWords.missingRules.skip }).check({ force: true });
  await expect(page.getByText(gradeWords.missingNow.skip)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: gradeWords.missingRules.skip })).toBeChecked();
  await page.goto(`#/teach/assignment/${assignment.id}/report`);
  const reports = page.getByRole('article');
  await expect(reports).toHaveCount(students.length);
  await expect(reports.first()).toContainText(gradeWords.missingNow.skip);
});

test('the printed gradebook has every row, also those out of sight', async ({ page }) => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    number: String(2023001 + index),
    name: `Student ${String(index + 1)}`,
  }));
  const assignment = await assign(page, many);
  await page.goto(`#/teach/assignment/${assignment.id}/grades`);
  await expect(page.getByRole('grid', { name: gradeWords.shortTitle })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(61);
  await expect(rows.last()).toContainText('Student 60');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.getByRole('table')).toHaveCount(0);
});
