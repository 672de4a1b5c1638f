import { expect, type Locator, type Page } from '@playwright/test';
import { workerProgram } from '../../src/io/offline/offline-plugin';
import { formatNumber } from '../../src/ui/format';
import { debrief } from '../../src/ui/messages/debrief';
import { glossary } from '../../src/ui/messages/glossary';
import { offline } from '../../src/ui/messages/offline';
import { settings } from '../../src/ui/messages/settings';
import { shell } from '../../src/ui/messages/shell';
import { expectAccessible, expectFits } from './axe';
import { assign } from './classroom-driver';
import { DebriefDriver } from './debrief-driver';
import { playTranscript, readPlay } from './driver';
import { nextBuild, readWorker, Site, type Build } from './offline-site';
import { siteTest as test } from './site-test';

const words = offline.en;
/** A sentence of the settings page, and how the next version puts it. */
const REWORDED = [settings.en.saved, 'Changes apply at once, says the next version.'] as const;

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 180_000 });
/** A version is hundreds of files; a busy machine takes its time over them, and a passing run waits no longer than that. */
const fetched = expect.configure({ timeout: 60_000 });

const versionOf = (build: Build): string => readWorker(build.get('sw.js')?.toString() ?? '').edition.version;

function block(page: Page): Locator {
  return page.getByRole('region', { name: words.title });
}

function noticeOn(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: words.updateTitle });
}

/** Visits the start page and waits, in the settings, until everything is kept. */
async function keep(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByRole('link', { name: shell.en.settings }).click();
  await fetched(block(page).getByRole('status')).toHaveText(words.ready);
}

/** Loads the page anew at another route, so that nothing of the page before is left in memory. */
async function enter(page: Page, route: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`./${route}`);
}

test('everything works after one visit when the server and the network are gone', async ({
  page,
  site,
  context,
}) => {
  await keep(page);
  await expectAccessible(page, 'kept');
  await expectFits(page, 'kept');
  await site.close();
  await context.setOffline(true);

  await enter(page, '#/course/u05/s3');
  await expect(page.getByRole('form', { name: /What is the ATP for today/ })).toBeVisible();
  await enter(page, '#/teach');
  const assignment = await assign(page, [{ number: '2023001', name: '王一' }]);
  await enter(page, `#/teach/assignment/${assignment.id}/collect`);
  // Pictures are searched for QR codes by a program that nothing else uses.
  const icon = {
    name: 'icon.png',
    mimeType: 'image/png',
    buffer: Buffer.from(site.build.get('icon-192.png') ?? ''),
  };
  await page.locator('input[type=file]').setInputFiles(icon);
  await expect(page.getByText('icon.png')).toBeVisible();

  await enter(page, '#/');
  const play = await playTranscript(page, readPlay('stockout-key-account', 'denier'));
  await play.desk.finish();
  await page.reload();
  const told = await new DebriefDriver(page, 'en').skipSelf();
  await expect(told.screen('verdict')).toContainText(debrief.en.parts.verdict);
  await page.goto('#/settings');
  await fetched(block(page).getByRole('status')).toHaveText(words.ready);
});

test('a new version waits for the person; a tab of the old one goes on with files the server has deleted', async ({
  page,
  site,
  build,
  context,
}) => {
  await keep(page);
  await page.goto('./');
  const other = await context.newPage();
  await other.goto('./');
  site.build = nextBuild(build, REWORDED);

  await page.reload();
  const notice = noticeOn(page);
  await fetched(notice).toBeVisible();
  await expectAccessible(page, 'notice');
  await expectFits(page, 'notice');
  // Nothing comes between a hand and a button that is scored.
  await page.goto('#/play/stockout-key-account');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(notice).toBeHidden();
  await page.goto('#/');
  await notice.getByRole('button', { name: words.updateLater }).click();
  await expect(notice).toBeHidden();
  // The old version, with pages that this tab has not loaded before.
  await page.getByRole('link', { name: shell.en.course, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('link', { name: shell.en.settings }).click();
  await expect(page.getByText(settings.en.saved)).toBeVisible();
  await expect(block(page).getByText(versionOf(build))).toBeVisible();
  await fetched(block(page).getByRole('status')).toHaveText(words.updateReady);

  const loaded = page.waitForEvent('load');
  await block(page).getByRole('button', { name: words.updateNow }).click();
  await loaded;
  await expect(page.getByText(REWORDED[1])).toBeVisible();
  await expect(block(page).getByText(versionOf(site.build))).toBeVisible();
  await fetched(block(page).getByRole('status')).toHaveText(words.ready);

  await other.getByRole('link', { name: shell.en.settings }).click();
  await expect(other.getByText(settings.en.saved)).toBeVisible();
  await other.goto('#/glossary');
  await expect(other.getByRole('heading', { level: 1, name: glossary.en.title })).toBeVisible();
  // It comes over when it is told to.
  await noticeOn(other).getByRole('button', { name: words.updateNow }).click();
  await expect(other.getByText(words.updateTitle)).toHaveCount(0);
  await other.goto('#/settings');
  await expect(other.getByText(REWORDED[1])).toBeVisible();
});

test('a download that fails is said with its file and remedy, leaves the app as it was, and can be tried again', async ({
  page,
  site,
  build,
}) => {
  const file = [...build.keys()].find((path) => path.includes('plan-docx')) ?? '';
  site.broken.add(file);
  await page.goto('./#/settings');
  const alert = block(page).getByRole('alert');
  await fetched(alert).toContainText(words.failed);
  await expect(alert).toContainText(words.faults.refused(file, 500));
  await expectAccessible(page, 'failed');
  await page.reload();
  await fetched(alert).toContainText(words.failed);
  site.broken.clear();
  await alert.getByRole('button', { name: words.tryAgain }).click();
  await fetched(block(page).getByRole('status')).toHaveText(words.ready);

  // A newer version that cannot be had is no reason to lose the one that works.
  const next = nextBuild(build, REWORDED);
  site.build = next;
  const lost = [...next.keys()].find((path) => path.includes('plan-docx')) ?? '';
  site.broken.add(lost);
  await page.reload();
  await fetched(alert).toContainText(words.failedKept);
  await expect(page.getByText(settings.en.saved)).toBeVisible();
  site.broken.clear();
  await alert.getByRole('button', { name: words.tryAgain }).click();
  await fetched(block(page).getByRole('status')).toHaveText(words.updateReady);
});

test.describe('in a window of any size', () => {
  test.skip(({ isMobile }) => isMobile, 'the same in any window: tried in one');

  test('an address that is not the app’s stays the server’s', async ({ page, site }) => {
    await keep(page);
    expect(await page.evaluate(() => fetch('./marks.json').then(({ status }) => status))).toBe(404);
    expect(await page.evaluate(() => fetch('./assets/none.js').then(({ status }) => status))).toBe(404);
    expect((await page.goto('./other/page'))?.status()).toBe(404);
    expect(site.asked).toContain('other/page');
  });

  test('a deployment that is rolled back is an update like any other, and fetches nothing twice', async ({
    page,
    site,
    build,
  }) => {
    await keep(page);
    site.build = nextBuild(build, REWORDED);
    await page.reload();
    await block(page).getByRole('button', { name: words.updateNow }).click();
    await expect(page.getByText(REWORDED[1])).toBeVisible();
    await fetched(block(page).getByRole('status')).toHaveText(words.ready);

    site.build = build;
    site.asked.length = 0;
    await page.reload();
    await block(page).getByRole('button', { name: words.updateNow }).click();
    await expect(page.getByText(settings.en.saved)).toBeVisible();
    await expect(block(page).getByText(versionOf(build))).toBeVisible();
    expect(site.asked.filter((path) => path !== 'sw.js')).toEqual([]);
  });

  test('nothing is fetched by itself while the browser saves data; a wish is enough', async ({
    page,
    site,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await page.goto('./#/settings');
    await expect(block(page).getByRole('status')).toHaveText(words.saver);
    expect(site.asked).not.toContain('sw.js');
    await expectAccessible(page, 'held');
    await block(page).getByRole('button', { name: words.fetch }).click();
    await fetched(block(page).getByRole('status')).toHaveText(words.ready);
  });

  test('the copy can be removed and fetched again, and what was learnt stays', async ({ page, build }) => {
    await page.goto('#/course/u05/s3');
    const check = page.getByRole('form', { name: /What is the ATP for today/ });
    await check.getByRole('textbox', { name: 'Your answer' }).fill('150');
    await check.getByRole('radio', { name: 'Sure', exact: true }).check();
    await check.getByRole('button', { name: 'Submit' }).click();
    await expect(check.getByRole('status')).toContainText('Right');
    await keep(page);
    const { files } = readWorker(build.get('sw.js')?.toString() ?? '').edition;
    await expect(block(page)).toContainText(`${formatNumber(Object.keys(files).length, 'en')} files`);

    await block(page).getByRole('button', { name: words.remove }).click();
    await expect(block(page).getByRole('status')).toHaveText(words.removed);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    // At once, while the worker that was removed still runs for this page.
    await block(page).getByRole('button', { name: words.fetch }).click();
    await fetched(block(page).getByRole('status')).toHaveText(words.ready);
    await block(page).getByRole('button', { name: words.remove }).click();
    await page.reload();
    await expect(block(page).getByRole('status')).toHaveText(words.removed);
    await page.goto('#/course/u05');
    await expect(page.getByText(/Checks 1\//)).toBeVisible();
  });

  test('an address that gives up its service worker frees itself of what is kept, once the person agrees', async ({
    page,
    site,
    build,
  }) => {
    await keep(page);
    const retired = await workerProgram(process.cwd(), 'retire');
    site.build = new Map(nextBuild(build, REWORDED)).set('sw.js', Buffer.from(retired));
    await page.reload();
    await expect(page.getByText(settings.en.saved)).toBeVisible();
    const loaded = page.waitForEvent('load');
    await block(page).getByRole('button', { name: words.updateNow }).click();
    await loaded;
    await expect(page.getByText(REWORDED[1])).toBeVisible();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });

  test('a frame of another site keeps nothing, and says where it can be done', async ({
    page,
    site,
    address,
  }) => {
    const platform = new Site(
      new Map([['index.html', Buffer.from(`<iframe src="${address}#/settings" height="900"></iframe>`)]]),
    );
    await page.goto(await platform.open());
    const frame = page.frameLocator('iframe').getByRole('region', { name: words.title });
    await expect(frame.getByRole('status')).toHaveText(words.obstacles.framed);
    expect(site.asked).not.toContain('sw.js');
    await platform.close();
  });

  test('a browser that cannot do it says so', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
    await page.goto('./#/settings');
    await expect(block(page).getByRole('status')).toHaveText(words.obstacles.unsupported);
  });
});
