import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { present } from '../../core/base';
import { documentIn, readArchive, wordsOf } from '.';

const blob = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)]);

async function listed(bytes: Uint8Array) {
  const list = await readArchive(blob(bytes));
  if (!list.ok) throw new Error(list.error);
  return list.value;
}

/** The numbers of the only file's line in the list of contents, by their place in it. */
function changed(zip: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(zip);
  const head = copy.findIndex((_, from) =>
    [0x50, 0x4b, 1, 2].every((byte, index) => copy[from + index] === byte),
  );
  new DataView(copy.buffer).setUint32(head + at, value, true);
  return copy;
}

describe('an archive', () => {
  it('gives its files with folders, Chinese names and contents, packed or not', async () => {
    const path = '张三_12345_assignsubmission_file_/结果.7r.json';
    const zip = zipSync({
      [path]: strToU8('{"a":1}'),
      'b/': new Uint8Array(),
      'b/c.txt': [strToU8('x'), { level: 0 }],
    });
    const list = await listed(zip);
    expect(list.map((entry) => entry.path)).toEqual([path, 'b/c.txt']);
    expect(await list[0]?.read()).toEqual({ ok: true, value: strToU8('{"a":1}') });
    expect(await list[1]?.read()).toEqual({ ok: true, value: strToU8('x') });
  });

  it('of Windows in Chinese has names in GBK', async () => {
    const zip = zipSync({ ABCD: strToU8('x') }, { level: 0 });
    const gbk = [0xd5, 0xc5, 0xc8, 0xfd];
    const bytes = Uint8Array.from(zip);
    for (let at = 0; at + 4 <= bytes.length; at += 1)
      if (String.fromCharCode(...bytes.subarray(at, at + 4)) === 'ABCD') bytes.set(gbk, at);
    expect((await listed(bytes))[0]?.path).toBe('张三');
  });

  it('that holds a changed byte says so for that file alone', async () => {
    const zip = Uint8Array.from(
      zipSync({ 'a.txt': [strToU8('hello'), { level: 0 }], 'b.txt': strToU8('sound') }),
    );
    zip[30 + 5] = 0x48;
    const [first, second] = await listed(zip);
    expect(await first?.read()).toEqual({ ok: false, error: 'damaged-entry' });
    expect((await second?.read())?.ok).toBe(true);
  });

  it('with a password, an odd packing or a huge file in it is refused by file', async () => {
    const zip = zipSync({ a: strToU8('hello hello hello') });
    const [locked] = await listed(changed(zip, 8, 0x0008_0001));
    expect(await locked?.read()).toEqual({ ok: false, error: 'locked' });
    const [odd] = await listed(changed(zip, 10, 14));
    expect(await odd?.read()).toEqual({ ok: false, error: 'odd-packing' });
    const stored = zipSync({ a: new Uint8Array(41_000_000) }, { level: 0 });
    const [large] = await listed(stored);
    expect(await large?.read()).toEqual({ ok: false, error: 'entry-too-large' });
  });

  it('that unpacks into far more than it should is refused before anything is unpacked', async () => {
    expect(await readArchive(blob(zipSync({ a: new Uint8Array(30_000_000) })))).toEqual({
      ok: false,
      error: 'bomb',
    });
    const small = zipSync({ a: strToU8('hello'), b: strToU8('world') });
    // Both files are said to begin at the same place: one content, unpacked again and again.
    const copy = Uint8Array.from(small);
    const view = new DataView(copy.buffer);
    for (let at = 0; at + 46 < copy.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 42, 0, true);
    expect(await readArchive(blob(copy))).toEqual({ ok: false, error: 'bomb' });
  });

  it('that lies about a size gives no more than it said', async () => {
    const zip = zipSync({ a: new Uint8Array(900_000) });
    const [entry] = await listed(changed(zip, 24, 10));
    expect(await entry?.read()).toEqual({ ok: false, error: 'damaged-entry' });
  });

  it('cut anywhere, spoilt anywhere or made of any bytes neither throws nor hangs (seed 11)', async () => {
    const zip = zipSync({ 'a/b.txt': strToU8('hello'.repeat(50)), c: strToU8('x') });
    const property = fc.asyncProperty(
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(zip.length - 1),
      async (any, at) => {
        const spoilt = Uint8Array.from(zip);
        spoilt.set(any.subarray(0, zip.length - at), at);
        for (const bytes of [any, zip.subarray(0, at), spoilt]) {
          const list = await readArchive(blob(bytes));
          if (list.ok) for (const entry of list.value) await entry.read();
        }
      },
    );
    await fc.assert(property, { seed: 11, numRuns: 200 });
  });
});

describe('markup', () => {
  it('gives the words of a page, with codes whole that an editor cut with tags', () => {
    const page =
      '<html><head><title>7R1-no</title></head><body><p>老师好：7R1-<b>AG</b>fH&#8203;&nbsp;</p><p>&lt;完&gt;</p></body></html>';
    expect(wordsOf(page).replace(/[\u200B ]/g, '')).toBe('老师好：7R1-AGfH\n\n<完>');
  });

  it('gives words and pictures of a Word document, and nothing of another archive', async () => {
    const xml = '<w:document><w:p><w:r><w:t>7R1-AB</w:t></w:r><w:r><w:t>CD</w:t></w:r></w:p></w:document>';
    const zip = zipSync({ 'word/document.xml': strToU8(xml), 'word/media/image1.png': new Uint8Array(3) });
    const document = present(await documentIn(await listed(zip)), 'document');
    expect(document.words).toBe('7R1-ABCD');
    expect(document.pictures.map(({ path }) => path)).toEqual(['word/media/image1.png']);
    expect(await documentIn(await listed(zipSync({ a: strToU8('x') })))).toBeUndefined();
  });
});
