import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { present, type Locale } from '../../src/core/base';
import {
  CaseShelf,
  handinId,
  seedFor as seedOf,
  verifyHandin,
  type Assignment,
  type Handin,
  type Remarks,
} from '../../src/core/course';
import {
  assignmentToFile,
  assignmentToLink,
  decodeHandin,
  fromCode,
  remarksToLink,
} from '../../src/core/interop';
import { compileCase, instantiate } from '../../src/core/scenario';
import { toBase64url, unseal } from '../../src/io/secrets';
import { handin as handinWords } from '../../src/ui/messages/classroom-handin';
import { student as studentWords } from '../../src/ui/messages/classroom-student';
import { DebriefDriver } from './debrief-driver';
import { DeskDriver, PlayDriver, playTranscript, readPlay, readScenario, seedFor } from './driver';

const CASE = 'stockout-key-account';
const scenario = readScenario(CASE);
const play = readPlay(CASE, 'expert');
const person = { number: '2023001', name: '王一' };

// A button that is just fading into its other colour has neither contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

function asked(more: Partial<Assignment> = {}): Assignment {
  return {
    v: 1,
    id: 'k7m2p4x9ab',
    title: 'Week 3: stockout',
    teacher: 'Li Min',
    course: 'Logistics 2301',
    note: 'Read 5.3 first.',
    mode: 'practice',
    hints: false,
    seeds: 'same',
    attempts: 'best',
    due: Date.now() + 3 * 86_400_000,
    locale: null,
    tasks: [
      {
        kind: 'case',
        id: 't1',
        scenarioId: CASE,
        scenarioHash: scenario.hash,
        seed: seedFor(scenario, play.assumes),
        weight: 2,
      },
      { kind: 'section', id: 't2', section: 'u05/s3', weight: 1 },
    ],
    key: null,
    ...more,
  };
}

function linkTo(assignment: Assignment): string {
  return `#/join/${present(assignmentToLink(assignment), 'link')}`;
}

async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
}

/** Takes an assignment up as the one student of these tests. */
async function takeUp(page: Page, assignment: Assignment, locale: Locale = 'en'): Promise<void> {
  const words = studentWords[locale];
  await page.goto(linkTo(assignment));
  await page.getByRole('textbox', { name: words.number }).fill(person.number);
  await page.getByRole('textbox', { name: words.name, exact: true }).fill(person.name);
  await page.getByRole('button', { name: words.take, exact: true }).click();
  await page.getByRole('link', { name: words.toWork, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: assignment.title })).toBeVisible();
}

/** Works the case task of the assignment from the list, to the end. */
async function work(page: Page, assignment: Assignment, locale: Locale = 'en'): Promise<void> {
  await page.getByRole('link', { name: studentWords[locale].start, exact: true }).click();
  const desk = new DeskDriver(page, locale);
  await desk.takeCall();
  await expect(page.getByText(studentWords[locale].onDesk(assignment.title))).toBeVisible();
  const [task] = assignment.tasks;
  const seed = task?.kind === 'case' ? seedOf(assignment, task, person.number) : 0;
  const driver = new PlayDriver(desk, scenario, compileCase(instantiate(scenario, seed)));
  for (const line of play.inputs) await driver.give(line);
  await desk.finish();
}

async function codeOn(page: Page, locale: Locale = 'en'): Promise<string> {
  const field = page.getByRole('textbox', { name: handinWords[locale].code, exact: true });
  return await field.inputValue();
}

function decoded(code: string): Handin {
  const read = fromCode(code);
  if (!read.ok) throw new Error(read.error);
  const handin = decodeHandin(read.value.bytes, new CaseShelf([scenario]));
  if (!handin.ok) throw new Error(handin.error.code);
  return handin.value;
}

test('an assignment is taken up, worked, handed in as a short code, and remarks come back into the debrief', async ({
  page,
}) => {
  test.slow();
  const assignment = asked();
  const words = handinWords.en;
  await takeUp(page, assignment);
  await work(page, assignment);
  const debrief = new DebriefDriver(page);
  await debrief.skipSelf();
  const notes = await debrief.go('notes');
  await notes.getByRole('textbox').first().fill('Ask for the dock window before promising.');
  await expect(notes.getByRole('status')).toHaveText('Saved');
  await notes.getByRole('link', { name: words.shortTitle }).click();

  await expect(page.getByRole('img', { name: words.qrAlt })).toBeVisible();
  await expectAccessible(page);
  const code = await codeOn(page);
  expect(code.length).toBeLessThan(500);
  const handin = decoded(code);
  expect(handin).toMatchObject({ assignment: assignment.id, task: 't1', student: person });
  const verified = verifyHandin(handin, {
    assignment,
    shelf: new CaseShelf([scenario]),
    checksOf: () => undefined,
  });
  expect(verified.ok).toBe(true);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: words.download }).click();
  expect((await file).suggestedFilename()).toContain('2023001');
  await expect(page.getByText('Noted as handed in')).toBeVisible();

  const remarks: Remarks = {
    v: 1,
    assignment: assignment.id,
    task: 't1',
    handin: handinId(handin),
    number: person.number,
    teacher: 'Li Min',
    overall: 'Well prepared. Look at step 3 again.',
    pins: [{ moment: 3, text: 'Here you could have asked first.' }],
    at: Date.now(),
  };
  await page.goto(`#/remarks/${present(remarksToLink(remarks), 'link')}`);
  await expect(page.getByText(words.placed('Li Min'))).toBeVisible();
  await expectAccessible(page);
  await page.goto('#/');
  const announced = page.getByText(studentWords.en.remarksIn);
  await expect(announced).toBeVisible();
  await page.goto(`#/remarks/${present(remarksToLink(remarks), 'link')}`);
  await page.getByRole('link', { name: words.toRemarks }).click();
  await expect(debrief.screen('verdict').getByText(remarks.overall)).toBeVisible();
  await page.getByRole('button', { name: words.atStep(3) }).click();
  const step = debrief.screen('timeline').locator('#step-3');
  await expect(step.getByText('Here you could have asked first.')).toBeVisible();

  await page.goto('#/');
  await expect(page.getByRole('heading', { name: studentWords.en.mine })).toBeVisible();
  await expect(announced).toHaveCount(0);
  await page.goto('#/tasks');
  await expect(page.getByText(studentWords.en.states['handed-in'], { exact: true })).toBeVisible();
  await expect(page.getByText(studentWords.en.remarks, { exact: true })).toBeVisible();
  await expectAccessible(page);
});

for (const locale of ['en', 'zh-CN'] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('an invitation says what is asked, keeps who took it up, and tells what has changed', async ({
      page,
    }) => {
      const words = studentWords[locale];
      const assignment = asked({ mode: 'assessed', attempts: 'first' });
      await page.goto(linkTo(assignment));
      await expect(page.getByText(words.attemptsMean.first)).toBeVisible();
      await expect(page.getByText('Read 5.3 first.')).toBeVisible();
      await expectAccessible(page);
      await takeUp(page, assignment, locale);
      await expectAccessible(page);

      await page.goto(linkTo(assignment));
      await expect(page.getByText(words.takenText(person.name, person.number))).toBeVisible();
      await expect(page.getByRole('button', { name: words.useNew })).toHaveCount(0);

      await page.goto(linkTo({ ...assignment, due: null, attempts: 'last' }));
      await expect(
        page.getByText(
          words.changedText([words.changedFields.attempts, words.changedFields.due].join(words.changedJoin)),
        ),
      ).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: words.useNew }).click();
      await expect(page.getByText(words.changedDone)).toBeVisible();
      await page.goto('#/tasks');
      await expect(page.getByText(words.done(0, 2))).toBeVisible();
    });

    test('a cut link says what to do, and the assignment file opens instead', async ({ page }) => {
      const words = studentWords[locale];
      await page.goto(linkTo(asked()).slice(0, -10));
      await expect(page.getByText(words.broken.truncated)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('textbox', { name: words.paste }).fill(`老师：${linkTo(asked())} 周五`);
      await page.getByRole('button', { name: words.open, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Week 3: stockout' })).toBeVisible();
      await page.goto('#/join');
      await page.getByLabel(words.choose).setInputFiles({
        name: 'assignment.json',
        mimeType: 'application/json',
        buffer: Buffer.from(assignmentToFile(asked({ title: 'From a file' }))),
      });
      await expect(page.getByRole('heading', { level: 1, name: 'From a file' })).toBeVisible();
    });
  });
}

test('another student at the same computer has an own list', async ({ page }) => {
  const words = studentWords.en;
  await takeUp(page, asked());
  await page.getByRole('link', { name: words.mine, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.mine })).toBeVisible();
  await page.getByRole('button', { name: words.notYou }).click();
  await page.getByRole('textbox', { name: words.number }).fill('2023002');
  await page.getByRole('textbox', { name: words.name, exact: true }).fill('赵二');
  await page.getByRole('button', { name: words.savePerson }).click();
  await expect(page.getByText(words.mineNone)).toBeVisible();
  await page.goto(linkTo(asked()));
  await page.getByRole('button', { name: words.takeAs('赵二') }).click();
  await expect(page.getByText(words.takenText('赵二', '2023002'))).toBeVisible();
});

test('the way from the link to the desk needs no mouse', async ({ page }) => {
  const words = studentWords.en;
  await page.goto(linkTo(asked({ attempts: 'first', mode: 'assessed' })));
  await page.getByRole('textbox', { name: words.number }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.numberMissing)).toBeVisible();
  await page.keyboard.type(person.number);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.name);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: words.toWork, exact: true }).press('Enter');
  await page.getByRole('link', { name: words.start, exact: true }).press('Enter');
  await expect(page.getByText(words.firstCounts)).toBeVisible();
  await expectAccessible(page);
});

test('answers to a section are handed in sealed: only the instructor reads them', async ({ page }) => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const pair = { publicKey: toBase64url(point), privateKey: keys.privateKey };
  const [, section] = asked().tasks;
  const assignment = asked({ key: pair.publicKey, tasks: [present(section, 'section')] });
  const words = handinWords.en;
  await takeUp(page, assignment);
  await page.getByRole('link', { name: studentWords.en.read }).click();
  const check = page.getByRole('form', { name: /What is the ATP for today/ });
  await check.getByRole('textbox', { name: 'Your answer' }).fill('150');
  await check.getByRole('radio', { name: 'Sure', exact: true }).check();
  await check.getByRole('button', { name: 'Submit' }).click();
  await expect(check.getByRole('status')).toContainText('Right');
  await page.goto(`#/tasks/${assignment.id}`);
  await expect(page.getByText(studentWords.en.answered(1, 7))).toBeVisible();
  await page.getByRole('link', { name: studentWords.en.toHandin, exact: true }).click();
  await expect(page.getByText(words.sealed, { exact: true })).toBeVisible();
  await expectAccessible(page);
  const code = await codeOn(page);
  expect(code).toMatch(/^7R1E-/);
  expect(code.length).toBeLessThan(500);
  const read = fromCode(code);
  const opened = read.ok ? await unseal(pair, read.value.bytes) : undefined;
  const handin = opened?.ok === true ? decodeHandin(opened.value, new CaseShelf([])) : undefined;
  expect(handin).toMatchObject({
    ok: true,
    value: { student: person, work: { section: 'u05/s3', answers: [{ answer: 150, confidence: 'sure' }] } },
  });
  await page.getByRole('button', { name: words.markDone }).click();
  await page.goto('#/tasks');
  await expect(page.getByText(studentWords.en.states['handed-in'], { exact: true })).toBeVisible();
});

test('work that nobody assigned can be handed in, once it is known whose it is', async ({ page }) => {
  const words = handinWords.en;
  const driver = await playTranscript(page, readPlay(CASE, 'denier'));
  await driver.desk.finish();
  const id = page.url().split('/').at(-1) ?? '';
  await page.goto(`#/handin/${id}`);
  await expect(page.getByText(words.free)).toBeVisible();
  await expect(page.getByRole('link', { name: words.markHidden })).toBeVisible();
  await page.getByRole('textbox', { name: studentWords.en.number }).fill(person.number);
  await page.getByRole('textbox', { name: studentWords.en.name, exact: true }).fill(person.name);
  await page.getByRole('button', { name: studentWords.en.savePerson }).click();
  await expect(page.getByRole('button', { name: words.copy })).toBeVisible();
  expect(decoded(await codeOn(page))).toMatchObject({ assignment: '', task: '', student: person });
});

test('what cannot be handed in and remarks without their work are explained', async ({ page }) => {
  await page.goto('#/handin/nowhere');
  await expect(page.getByText(handinWords.en.trouble['not-found'])).toBeVisible();
  await expectAccessible(page);
  const remarks: Remarks = {
    v: 1,
    assignment: 'k7m2p4x9ab',
    task: 't1',
    handin: 'a'.repeat(32),
    number: '1',
    teacher: 'Li Min',
    overall: 'Good work.',
    pins: [],
    at: 1,
  };
  await page.goto(`#/remarks/${present(remarksToLink(remarks), 'link')}`);
  await expect(page.getByText(handinWords.en.notHere)).toBeVisible();
  await expect(page.getByText('Good work.')).toBeVisible();
  await expectAccessible(page);
});
