import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { toCode } from '../../../core/interop';
import { rawOfFiles } from './raw-files';

const CODE = toCode(Uint8Array.of(1, 2, 3));
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1);
const nobody = { readQr: () => Promise.resolve(undefined) };

function file(path: string, content: Uint8Array | string) {
  const bytes = typeof content === 'string' ? strToU8(content) : Uint8Array.from(content);
  return { path, file: new File([Uint8Array.from(bytes)], path.replace(/^.*\//, '')) };
}

it('takes results out of what a course platform packs: files, online texts, screenshots and Word documents', async () => {
  const word = zipSync({ 'word/document.xml': strToU8(`<w:t>${CODE}</w:t>`) });
  const zip = zipSync({
    '张三_1_assignsubmission_file_/a.json': strToU8('{"format":"x"}'),
    '李四_2_assignsubmission_onlinetext_/onlinetext.html': strToU8(
      `<p>我的：${CODE.slice(0, 6)}<br>${CODE.slice(6)}</p>`,
    ),
    '王五_3_assignsubmission_file_/code.png': PNG,
    '赵六_4_assignsubmission_file_/作业.docx': word,
    '__MACOSX/._a.json': strToU8('x'),
  });
  const read = await rawOfFiles([file('作业.zip', zip)], { readQr: () => Promise.resolve(CODE) });
  expect(read.unread).toEqual([]);
  expect(read.items.map(({ via, source }) => [via, source])).toEqual([
    ['file', '作业.zip › 张三_1_assignsubmission_file_/a.json'],
    ['file', '作业.zip › 李四_2_assignsubmission_onlinetext_/onlinetext.html'],
    ['qr', '作业.zip › 王五_3_assignsubmission_file_/code.png'],
    ['file', '作业.zip › 赵六_4_assignsubmission_file_/作业.docx'],
  ]);
});

it('names every file out of which nothing was taken, with its place in the archive and the reason', async () => {
  const zip = zipSync({
    'a/readme.txt': strToU8('hello'),
    'b/inner.zip': zipSync({ x: strToU8('x') }),
    'c/scan.pdf': strToU8('%PDF-1.7'),
    'd/photo.png': PNG,
    'e/old.doc': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
    'f/all.rar': strToU8('Rar!'),
    'g/film.mp4': strToU8('....'),
    'h/page.html': strToU8('<p>done</p>'),
    'i/table.xlsx': zipSync({ x: strToU8('x') }),
    'j/phone.heic': strToU8('....ftypheic'),
  });
  const read = await rawOfFiles([file('z.zip', zip)], nobody);
  expect(read.items).toEqual([]);
  expect(read.unread.map(({ path, why }) => `${path}: ${why}`)).toEqual([
    'z.zip › a/readme.txt: no-code',
    'z.zip › b/inner.zip: nested',
    'z.zip › c/scan.pdf: pdf',
    'z.zip › d/photo.png: no-qr',
    'z.zip › e/old.doc: old-office',
    'z.zip › f/all.rar: other-archive',
    'z.zip › g/film.mp4: other-kind',
    'z.zip › h/page.html: no-code',
    'z.zip › i/table.xlsx: office',
    'z.zip › j/phone.heic: phone-picture',
  ]);
});

it('keeps a single stranger, so that it is refused by its name, and a symbol of somebody else is no result', async () => {
  const read = await rawOfFiles([file('wrong.txt', 'hello'), file('wechat.png', PNG)], {
    readQr: () => Promise.resolve('https://u.wechat.com/x'),
  });
  expect(read.items.map(({ source }) => source)).toEqual(['wrong.txt']);
  expect(read.unread).toEqual([{ path: 'wechat.png', why: 'other-qr' }]);
});

it('tells how far it is and stops when asked', async () => {
  const told: string[] = [];
  const files = ['a', 'b', 'c'].map((name) => file(name, CODE));
  const read = await rawOfFiles(files, {
    ...nobody,
    told: ({ done, of }) => told.push(`${String(done)}/${String(of)}`),
    stopped: () => told.length === 2,
  });
  expect(told).toEqual(['0/3', '1/3']);
  expect(read.items).toHaveLength(2);
});

it('names a file that cannot be read any more, and goes on with the others', async () => {
  const gone = file('gone.json', CODE);
  gone.file.slice = () => {
    throw new DOMException('', 'NotFoundError');
  };
  const read = await rawOfFiles([gone, file('a.txt', CODE)], nobody);
  expect(read.unread).toEqual([{ path: 'gone.json', why: 'unreadable' }]);
  expect(read.items.map(({ source }) => source)).toEqual(['a.txt']);
});
