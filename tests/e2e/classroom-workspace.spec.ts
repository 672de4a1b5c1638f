import { expect, test, type Browser, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import writeXlsxFile from 'write-excel-file/node';
import { expectAccessible, expectFits } from './axe';
import { beginPassphrase, confirmCode, PASSPHRASE, recoveryDialog } from './classroom-driver';

test.use({ locale: 'en-US' });

/** 学号,姓名 / 2023101,张三 / 2023102,李四 in GBK, as Excel in Chinese Windows saves it. */
const GBK = Buffer.from(
  'd1a7bac52cd0d5c3fb0d0a323032333130312cd5c5c8fd0d0a323032333130322cc0eecbc40d0a',
  'hex',
);

async function makeClass(page: Page, name: string): Promise<void> {
  await page.goto('#/teach');
  await page.getByRole('button', { name: 'New class' }).click();
  await page.getByLabel('Name of the class').fill(name);
  await page.getByRole('button', { name: 'Make it and import the roster' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name}: roster` })).toBeVisible();
}

const rosterField = (page: Page) => page.getByLabel('Paste the roster; correct it here, too');

async function pasteRoster(page: Page, rows: readonly string[]): Promise<void> {
  await rosterField(page).fill(rows.join('\n'));
}

async function saveRoster(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `Save the roster (${String(count)})` }).click();
  await expect(page.getByRole('heading', { name: /^Students/ })).toBeVisible();
}

/** The code that is shown, as it would be written down. */
async function shownCode(page: Page): Promise<string> {
  const groups = page.getByRole('list', { name: 'Recovery code, eight groups' }).getByRole('listitem');
  await expect(groups).toHaveCount(8);
  const code = (await groups.allTextContents()).join('-');
  expect(code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  return code;
}

async function setPassphrase(page: Page): Promise<string> {
  await beginPassphrase(page);
  const code = await shownCode(page);
  await expectAccessible(page, 'the recovery code');
  await confirmCode(page);
  return code;
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

/** Another machine: a profile that shares nothing. */
async function otherMachine(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-US',
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  return context.newPage();
}

test('a pasted roster names its bad lines, saves nothing until they are right, and can be undone', async ({
  page,
}) => {
  await makeClass(page, 'Logistics 2301');
  const rows = ['number,name', '2023001,Ann', '2023002,Bo', '2023001,Cy', ',Di'];
  await pasteRoster(page, rows);
  await expect(page.getByText('Line 4: number 2023001 stands on line 2 already.')).toBeVisible();
  await expect(page.getByText('Line 5: no student number')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the roster (2)' })).toBeDisabled();
  await expectAccessible(page, 'roster with problems');
  await expectFits(page, 'roster with problems');
  await pasteRoster(page, ['number,name', '2023001,Ann', '2023002,Bo', '2023003,Cy']);
  await saveRoster(page, 3);
  await expect(page.getByRole('rowheader', { name: '2023003' })).toBeVisible();
  await expectAccessible(page, 'roster');
  await page.getByRole('button', { name: 'Remove Bo' }).click();
  await expect(page.getByRole('rowheader', { name: '2023002' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('rowheader', { name: '2023002' })).toBeVisible();
});

test('rosters come from XLSX and from CSV in GBK, one after the other', async ({ page }) => {
  await makeClass(page, '物流 2302');
  const head = ['学号', '姓名'].map((value) => ({ value, type: String }));
  const sheet = writeXlsxFile([
    head,
    [
      { value: 202301010001, type: Number },
      { value: '王五', type: String },
    ],
  ]);
  const file = page.getByLabel('Choose a roster file');
  await file.setInputFiles({ name: 'list.xlsx', mimeType: '', buffer: await sheet.toBuffer() });
  await expect(rosterField(page)).toHaveValue(/202301010001\t王五/);
  await saveRoster(page, 1);
  await file.setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: GBK });
  await expect(page.getByText('2 added')).toBeVisible();
  await saveRoster(page, 2);
  for (const name of ['王五', '张三', '李四'])
    await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
  const damaged = { name: 'list.xlsx', mimeType: '', buffer: Buffer.from('PK\x03\x04 not a workbook') };
  await file.setInputFiles(damaged);
  await expect(page.getByRole('alert')).toContainText('No table can be read from it');
  await expect(page.getByRole('cell', { name: '王五', exact: true })).toBeVisible();
});

test('an assignment is built by keyboard, states its full mark, and its link opens on another machine', async ({
  page,
  browser,
  baseURL,
}) => {
  await makeClass(page, 'Logistics 2303');
  await pasteRoster(page, ['2023001 Ann', '2023002 Bo']);
  await saveRoster(page, 2);
  await page.getByRole('link', { name: 'Assign' }).click();
  await page.getByLabel('Title').fill('Week 3');
  await page.getByLabel('Assigned by').fill('Ms Li');
  const first = page.getByRole('checkbox').first();
  await first.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Seed \d+: a flawless play earns \d+ points/)).toBeVisible();
  await page.getByRole('radio', { name: 'One draw each' }).check();
  await expect(page.getByText(/2 draws reach/)).toBeVisible();
  await expectAccessible(page, 'builder');
  await expectFits(page, 'builder');
  const link = page.getByLabel('Link to the assignment');
  const address = await link.inputValue();
  await page.getByText('QR code').click();
  await expect(page.getByText('Given out. Students have it as it is now.')).toBeVisible();
  await page.getByRole('radio', { name: 'Practice (undo)' }).check();
  await expect(page.getByText('work done under the older version will be refused')).toBeVisible();
  const student = await otherMachine(browser, baseURL);
  await student.goto(address);
  await expect(student.getByRole('heading', { level: 1, name: 'Week 3' })).toBeVisible();
  await expect(student.getByText('Logistics 2303 · Ms Li')).toBeVisible();
  await student.context().close();
});

test('a locked workspace shows nothing, also after a reload, until passphrase or recovery code is given', async ({
  page,
}) => {
  await makeClass(page, 'Secret class');
  await pasteRoster(page, ['2023001 Ann', '2023002 Bo']);
  await saveRoster(page, 2);
  const code = await setPassphrase(page);
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'The teaching workspace is locked' }),
  ).toBeVisible();
  await expectAccessible(page, 'lock screen');
  await expectFits(page, 'lock screen');
  await page.reload();
  await expect(page.getByLabel('Passphrase')).toBeVisible();
  await expect(page.getByText('Secret class')).toBeHidden();
  await unlock(page, 'something else');
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await unlock(page, PASSPHRASE);
  await expect(page.getByRole('heading', { name: 'Secret class' })).toBeVisible();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByRole('button', { name: 'Forgot the passphrase?' }).click();
  await page.getByLabel('Recovery code').fill(code.toLowerCase());
  await page.getByLabel('New passphrase').fill('quite another sentence');
  await page.getByLabel('Once more').fill('quite another sentence');
  await page.getByRole('button', { name: 'Set it and unlock' }).click();
  await expect(recoveryDialog(page)).toBeVisible();
  await expect(page.getByText('Secret class')).toBeAttached();
  expect(await shownCode(page)).not.toBe(code);
  await confirmCode(page);
  await expect(page.getByText('You have not confirmed that the recovery code is kept')).toBeHidden();
});

test('the recovery code can be copied, saved and printed alone; leaving it unconfirmed is asked about and remembered', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.setAttribute('data-printed', '');
    };
    const writeText = (text: string): Promise<void> => {
      sessionStorage.setItem('copied', text);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  await makeClass(page, 'Printing class');
  await beginPassphrase(page);
  const dialog = recoveryDialog(page);
  const code = await shownCode(page);
  await expectFits(page, 'the recovery code');

  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toContainText('Copied.');
  expect(await page.evaluate(() => sessionStorage.getItem('copied'))).toBe(code);
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as a file' }).click();
  const text = (await readFile(await (await saving).path())).toString();
  expect(text).toContain(code);
  expect(text).toMatch(/Mark of the workspace: \w{4}\r\n/);

  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('body > section');
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText('Recovery code of the teaching workspace');
  await expect(sheet).toContainText(code.replaceAll('-', ''));
  await expect(page.getByText('Printing class')).toBeHidden();
  await expect(dialog).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet).toBeHidden();

  await page.keyboard.press('Escape');
  const asking = page.getByRole('dialog', { name: 'The recovery code is not kept yet' });
  await expect(asking).toContainText('this code will never be shown again');
  await expectAccessible(page, 'leaving the recovery code');
  await page.keyboard.press('Escape');
  expect(await shownCode(page)).toBe(code);
  await page.keyboard.press('Escape');
  await asking.getByRole('button', { name: 'Close without keeping it' }).click();
  await expect(dialog).toBeHidden();
  const reminder = page.getByText('You have not confirmed that the recovery code is kept');
  await expect(reminder).toBeVisible();

  await page.getByRole('button', { name: 'Get a new recovery code' }).click();
  await page.getByLabel('Present passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Get a new code' }).click();
  await expect(dialog).toBeVisible();
  expect(await shownCode(page)).not.toBe(code);
  await confirmCode(page);
  await expect(reminder).toBeHidden();
});

test('what one tab does to the lock holds in the other at once', async ({ page, context }) => {
  await makeClass(page, 'Shared class');
  const other = await context.newPage();
  await other.goto('#/teach');
  await other.getByRole('button', { name: 'New class' }).click();
  await other.getByLabel('Name of the class').fill('Written too late');
  await setPassphrase(page);
  const locked = { level: 1, name: 'The teaching workspace is locked' } as const;
  await expect(other.getByRole('heading', locked)).toBeVisible();
  await expect(other.getByText('Shared class')).toBeHidden();
  await unlock(other, PASSPHRASE);
  await expect(other.getByRole('heading', { name: 'Shared class' })).toBeVisible();
  await expect(other.getByText('Written too late')).toBeHidden();
  await other.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('heading', locked)).toBeVisible();
  await expect(page.getByText('Shared class')).toBeHidden();
});

test('a backup brings an encrypted workspace to another machine; a damaged one changes nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  await makeClass(page, 'Moving class');
  await pasteRoster(page, ['2023001 Ann', '2023002 Bo']);
  await saveRoster(page, 2);
  await setPassphrase(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const saved = await readFile(await (await saving).path());
  expect(saved.toString('latin1')).not.toContain('2023001');
  await expect(page.getByText('Nothing has changed since.')).toBeVisible();

  const there = await otherMachine(browser, baseURL);
  await there.goto('#/teach');
  const file = there.getByLabel('Choose a backup file');
  const backup = { name: 'workspace.7rb', mimeType: 'text/plain', buffer: saved };
  await file.setInputFiles({ ...backup, buffer: saved.subarray(0, saved.length - 100) });
  await expect(there.getByRole('alert')).toContainText('was not copied to the end');
  await there.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await file.setInputFiles(backup);
  await there.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
  await there.getByRole('button', { name: 'Open the backup' }).click();
  await expect(there.getByText('Classes: 1 added')).toBeVisible();
  await there.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(there.getByText('Restored.')).toBeVisible();
  await there.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(there.getByRole('heading', { name: 'Moving class' })).toBeVisible();
  await there.getByRole('button', { name: 'Lock now' }).click();
  await unlock(there, PASSPHRASE);
  await expect(there.getByText('2 students')).toBeVisible();
  await there.context().close();
});

test('the empty workspace explains the whole way, accessibly', async ({ page }) => {
  await page.goto('#/teach');
  await expect(page.getByRole('heading', { name: 'An assignment in four steps' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Collect' })).toBeVisible();
  await expectAccessible(page, 'empty workspace');
  await expectFits(page, 'empty workspace');
});
