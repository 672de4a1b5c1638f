import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { present } from '../../src/core/base';
import { CaseShelf, type Assignment } from '../../src/core/course';
import { encodeHandin, handinToFile, toCode } from '../../src/core/interop';
import { qrSymbol, readQr, type QrSymbol } from '../../src/io/files';
import { teachAssign } from '../../src/ui/messages/teach-assign';
import { teachCollect } from '../../src/ui/messages/teach-collect';
import { honest, randomLog, type Sender } from '../classroom/handins';
import { chanceOf, photographOf, type Photograph } from '../classroom/photographs';
import { expectAccessible } from './axe';
import { assign, taskOf } from './classroom-driver';
import { readScenario } from './driver';

const CASE = 'stockout-key-account';
const scenario = readScenario(CASE);
const shelf = new CaseShelf([scenario]);
const words = teachCollect.en;

const sender = (index: number): Sender => ({
  number: String(2023001 + index),
  name: `学生${String(index + 1)}`,
});
const students = [0, 1, 2, 3].map(sender);

function resultOf(assignment: Assignment, of: Sender) {
  const log = randomLog(shelf, { scenarioId: CASE, seed: taskOf(assignment).seed }, of.number);
  return honest(shelf, assignment, { sender: of, log });
}

function codeOf(assignment: Assignment, of: Sender): string {
  const bytes = encodeHandin(resultOf(assignment, of), { logic: scenario });
  if (!bytes.ok) throw new Error('no code');
  return toCode(bytes.value);
}

async function symbolOf(assignment: Assignment, of: Sender): Promise<QrSymbol> {
  return present(await qrSymbol(codeOf(assignment, of)), 'symbol');
}

/** The page that collects for a new assignment. */
async function collecting(page: Page): Promise<Assignment> {
  const assignment = await assign(page, students);
  await page.goto(`#/teach/assignment/${assignment.id}/collect`);
  await expect(page.getByText(words.emptyTitle)).toBeVisible();
  return assignment;
}

const results = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('article') });
const input = (page: Page) => page.locator('input[type=file]');

/** Pixels as a picture file, made by the browser itself. */
async function pictureOf(
  page: Page,
  photograph: Photograph,
  type: 'image/png' | 'image/jpeg',
): Promise<Buffer> {
  const { width, height, data } = photograph;
  const grey = Buffer.from(data.filter((_, index) => index % 4 === 0)).toString('base64');
  const made = await page.evaluate(
    (of) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: of.width, height: of.height });
      const pixels = new ImageData(of.width, of.height);
      const light = atob(of.grey);
      for (let at = 0; at < light.length; at += 1) pixels.data.fill(light.charCodeAt(at), at * 4, at * 4 + 3);
      for (let at = 3; at < pixels.data.length; at += 4) pixels.data[at] = 255;
      canvas.getContext('2d')?.putImageData(pixels, 0, 0);
      return canvas.toDataURL(of.type, 0.6);
    },
    { width, height, grey, type },
  );
  return Buffer.from(made.replace(/^.*,/, ''), 'base64');
}

const screenshot = (symbol: QrSymbol): Photograph =>
  photographOf(symbol, { width: 400, height: 600, fill: 0.8 }, 1);

/** A transfer as a drop or a paste carries it. */
function transferOf(page: Page, files: readonly { name: string; type: string; content: Buffer }[]) {
  return page.evaluateHandle(
    (list) => {
      const transfer = new DataTransfer();
      for (const { name, type, content } of list) {
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ content, ...file }) => ({ ...file, content: content.toString('base64') })),
  );
}

test('sixty files dropped at once are all taken; the page shows where they go while they hover', async ({
  page,
}) => {
  test.slow();
  const assignment = await collecting(page);
  const class60 = Array.from({ length: 60 }, (_, index) => sender(index));
  const dataTransfer = await transferOf(
    page,
    class60.map((of) => ({
      name: `${of.number}.7r.json`,
      type: 'application/json',
      content: Buffer.from(handinToFile(resultOf(assignment, of))),
    })),
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await expect(page.getByText(words.dropHere)).toBeVisible();
  // Beside the box: a drop there must not open the file in place of the page.
  await page.dispatchEvent('h1', 'drop', { dataTransfer });
  await expect(page.getByText(words.dropHere)).toBeHidden();
  await expect(page.getByText(words.accepted(60))).toBeVisible();
  await expect(page.getByText(words.shown(60), { exact: true })).toBeVisible();
});

test('a folder is taken with everything in it', async ({ page }) => {
  const assignment = await collecting(page);
  const texts = students
    .slice(0, 2)
    .map((of) => ({ name: `${of.number}.txt`, text: codeOf(assignment, of) }));
  // Scripts cannot make a folder that is dropped: one that behaves like it.
  await page.evaluate((files) => {
    const file = ({ name, text }: { name: string; text: string }) => ({
      isFile: true,
      isDirectory: false,
      name,
      fullPath: `/hand-ins/${name}`,
      file: (done: (file: File) => void) => {
        done(new File([text], name));
      },
    });
    const parts = [files.map(file), []];
    const folder = {
      isFile: false,
      isDirectory: true,
      createReader: () => ({
        readEntries: (done: (entries: unknown) => void) => {
          done(parts.shift() ?? []);
        },
      }),
    };
    const item = { kind: 'file', webkitGetAsEntry: () => folder };
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items: [item], files: [] } });
    document.body.dispatchEvent(event);
  }, texts);
  await expect(page.getByText(words.accepted(2))).toBeVisible();
  await expect(results(page).filter({ hasText: 'hand-ins/2023001.txt' })).toBeVisible();
});

test('the ZIP of a course platform gives files, online texts, Word documents and screenshots; the rest is named with what to do', async ({
  page,
}) => {
  const assignment = await collecting(page);
  const [one, two, three, four] = students;
  if (!one || !two || !three || !four) throw new Error('four students');
  const picture = await pictureOf(page, screenshot(await symbolOf(assignment, three)), 'image/png');
  const code = codeOf(assignment, two);
  const folder = (of: Sender, kind: string): string => `${of.name}_12345_assignsubmission_${kind}_/`;
  const zip = zipSync({
    [`${folder(one, 'file')}result.7r.json`]: strToU8(handinToFile(resultOf(assignment, one))),
    [`${folder(two, 'onlinetext')}onlinetext.html`]: strToU8(
      `<html><body><p>老师：</p><p>${code.slice(0, 40)}<br>${code.slice(40)}</p></body></html>`,
    ),
    [`${folder(three, 'file')}screen.png`]: picture,
    [`${folder(four, 'file')}作业.docx`]: zipSync({
      'word/document.xml': strToU8(`<w:p><w:r><w:t>${codeOf(assignment, four)}</w:t></w:r></w:p>`),
    }),
    '陌生_9_assignsubmission_file_/essay.pdf': strToU8('%PDF-1.7'),
    '陌生_9_assignsubmission_file_/more.zip': zipSync({ x: strToU8('x') }),
    '陌生_9_assignsubmission_file_/cut.txt': strToU8(code.slice(0, 90)),
  });
  await input(page).setInputFiles({
    name: '作业一.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zip),
  });
  await expect(page.getByText(words.accepted(4))).toBeVisible();
  await expect(page.getByText(words.refusedCount(1))).toBeVisible();
  for (const of of students) await expect(results(page).filter({ hasText: of.name })).toHaveCount(1);
  await expect(results(page).filter({ hasText: 'cut.txt' })).toContainText(words.states.refused);
  await expect(page.getByText(words.unreadTitle(2))).toBeVisible();
  await expect(page.getByText(words.unread.pdf)).toBeVisible();
  await expect(page.getByText('作业一.zip › 陌生_9_assignsubmission_file_/more.zip')).toBeVisible();
  await expectAccessible(page, 'unread');
});

test('a screenshot is pasted; a chat pasted whole keeps who sent the code that is cut', async ({ page }) => {
  const assignment = await collecting(page);
  const [one, two, three] = students;
  if (!one || !two || !three) throw new Error('three students');
  const content = await pictureOf(page, screenshot(await symbolOf(assignment, one)), 'image/png');
  const clipboardData = await transferOf(page, [{ name: 'image.png', type: 'image/png', content }]);
  await page.evaluate((data) => {
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, clipboardData);
  await expect(results(page).filter({ hasText: one.name })).toContainText(words.states.accepted);

  const chat = [
    `${two.name} 2026/11/22 10:01:05`,
    `老师，我的结果：${codeOf(assignment, two)}`,
    '',
    `${three.name} 2026/11/22 10:02:31`,
    codeOf(assignment, three).slice(0, 100),
    '李老师 2026/11/22 10:03:00',
    '收到',
  ];
  await page.getByRole('textbox', { name: words.paste }).fill(chat.join('\n'));
  await page.getByRole('button', { name: words.check, exact: true }).click();
  await expect(results(page)).toHaveCount(3);
  await expect(results(page).filter({ hasText: two.name })).toContainText(words.states.accepted);
  const cut = results(page).filter({ hasText: words.states.refused });
  await cut.getByRole('button', { name: words.showOriginal }).click();
  await expect(cut).toContainText(`${three.name} 2026/11/22 10:02:31`);
});

test('photographs of symbols by hand are read, at least five of six, and nothing else comes of them', async ({
  page,
}) => {
  test.slow();
  const assignment = await collecting(page);
  const six = Array.from({ length: 6 }, (_, index) => sender(index));
  const files = [];
  for (const [index, of] of six.entries()) {
    const chance = chanceOf(index + 40);
    const within = (low: number, high: number): number => low + chance() * (high - low);
    const photograph = photographOf(
      await symbolOf(assignment, of),
      {
        width: 1400,
        height: 1050,
        fill: within(0.4, 0.6),
        turn: within(-30, 30),
        lean: [within(-25, 25), within(-25, 25)],
        blur: within(1, 1.8),
        noise: 12,
        glare: within(0.1, 0.4),
        shade: 0.3,
        moire: within(0, 0.25),
      },
      index,
    );
    const buffer = await pictureOf(page, photograph, 'image/jpeg');
    files.push({ name: `photo-${of.number}.jpg`, mimeType: 'image/jpeg', buffer });
  }
  await input(page).setInputFiles(files);
  await expect(page.getByText(words.doneTitle)).toBeVisible();
  const read = await results(page).count();
  expect(read).toBeGreaterThanOrEqual(5);
  await expect(results(page).filter({ hasText: words.states.accepted })).toHaveCount(read);
  for (const item of await results(page).all()) {
    const text = await item.innerText();
    expect(six.some(({ name, number }) => text.includes(name) && text.includes(`photo-${number}.jpg`))).toBe(
      true,
    );
  }
});

/** A film of a symbol as a camera would show it: grey, one frame after the other. */
function film(symbols: readonly QrSymbol[], frames: number): Buffer {
  const [width, height] = [640, 480];
  const parts = [Buffer.from(`YUV4MPEG2 W${String(width)} H${String(height)} F10:1 Ip A1:1 C420\n`)];
  for (const [index, symbol] of symbols.entries()) {
    const { data } = photographOf(symbol, { width, height, fill: 0.75, turn: 6, blur: 0.5 }, index);
    const frame = Buffer.concat([
      Buffer.from('FRAME\n'),
      Buffer.from(data.filter((_, at) => at % 4 === 0)),
      Buffer.alloc((width * height) / 2, 128),
    ]);
    for (let times = 0; times < frames; times += 1) parts.push(frame);
  }
  return Buffer.concat(parts);
}

test('the camera takes each symbol once however long it is in view, and is let go when scanning ends', async ({
  playwright,
  launchOptions,
  baseURL,
}, info) => {
  const path = info.outputPath('camera.y4m');
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions.args ?? []),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ],
  });
  const page = await browser.newPage({ baseURL: present(baseURL, 'address'), locale: 'en-US' });
  const assignment = await collecting(page);
  const [one, two] = students;
  if (!one || !two) throw new Error('two students');
  const foreign = present(await qrSymbol('https://example.org/menu'), 'symbol');
  const [first, second] = [await symbolOf(assignment, one), await symbolOf(assignment, two)];
  writeFileSync(path, film([first, second, first, foreign], 20));
  await page.getByRole('button', { name: words.scan }).click();
  // The symbol that is no result comes last: by then the first has been in view twice.
  await expect(page.getByText(words.foreignCode)).toBeVisible();
  await expect(results(page)).toHaveCount(2);
  for (const of of [one, two])
    await expect(results(page).filter({ hasText: of.name })).toContainText(words.states.accepted);
  await expect(page.getByText(words.known(1))).toBeHidden();
  const track = await page
    .getByLabel(words.scan)
    .evaluateHandle((video: HTMLVideoElement) =>
      video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined,
    );
  expect(await track.evaluate((one) => one?.readyState)).toBe('live');
  await page.getByRole('button', { name: words.stopScan }).click();
  expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
  await browser.close();
});

test('without leave, without a camera, or with one that is taken, the page says so and what else can be done', async ({
  page,
}) => {
  await collecting(page);
  const cases = [
    ['NotAllowedError', 'camera-refused'],
    ['NotFoundError', 'no-camera'],
    ['NotReadableError', 'camera-busy'],
  ] as const;
  for (const [name, fault] of cases) {
    await page.evaluate((error) => {
      const media = { getUserMedia: () => Promise.reject(new DOMException('', error)) };
      Object.defineProperty(navigator, 'mediaDevices', { value: media, configurable: true });
    }, name);
    await page.getByRole('button', { name: words.scan }).click();
    await expect(page.getByText(words.cameras[fault])).toBeVisible();
    await page.getByRole('button', { name: words.stopScan }).click();
  }
});

test('the QR code of an assignment opens its invitation at the address of this courseware', async ({
  page,
  baseURL,
}) => {
  await assign(page, students);
  const address = await page.getByRole('textbox', { name: teachAssign.en.link }).inputValue();
  await page.getByText(teachAssign.en.qr, { exact: true }).click();
  const picture = page.getByRole('img', { name: teachAssign.en.qr });
  const path = present(await picture.locator('path').last().getAttribute('d'), 'path');
  const size = Number(present(await picture.getAttribute('viewBox'), 'box').split(' ')[2]);
  const photograph = photographOf({ size, path }, { width: 900, height: 900, fill: 0.8 }, 1);
  expect(await readQr(photograph)).toBe(address);
  expect(address.startsWith(`${present(baseURL, 'address')}#/join/`)).toBe(true);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week 3: stockout');
});
