import { describe, expect, it } from 'vitest';
import { utf8 } from '../base';
import { codeLength, findCodes, fromCode, toCode } from './code';
import { crc32 } from './frame';

const bytes = Uint8Array.from({ length: 90 }, (_, index) => (index * 37) & 255);
const code = toCode(bytes);
const other = toCode(bytes.slice(3));
const good = { ok: true, value: { bytes, sealed: false } };
const results = (text: string): readonly string[] =>
  findCodes(text).map(({ result }) => (result.ok ? String(result.value.bytes.length) : result.error));

describe('a code', () => {
  it('is as long as foretold', () => {
    expect(code).toHaveLength(codeLength(90, false));
    expect(toCode(bytes, { sealed: true })).toHaveLength(codeLength(90, true));
  });

  it.each([
    ['words around it', `老师好，这是我的结果码：${code}。谢谢！`],
    ['words right behind it', `${code}thanks`],
    ['line breaks', code.replace(/(.{20})/g, '$1\r\n')],
    ['a mail that quotes it', `> ${code.replace(/(.{30})/g, '$1\n> ')}`],
    [
      'full-width letters',
      code.replace(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ],
    ['invisible characters', `\ufeff${code.replace(/(.{9})/g, '$1\u200b')}`],
    ['hyphens made long', code.replaceAll('--', '—').replaceAll('-', '–')],
    ['ideographic spaces', code.replace(/(.{9})/g, '$1\u3000')],
  ])('is read through %s', (_, text) => {
    expect(fromCode(text)).toEqual(good);
  });

  it('is marked where it is sealed', () => {
    expect(fromCode(toCode(bytes, { sealed: true }))).toEqual({ ok: true, value: { bytes, sealed: true } });
  });

  it('says what is wrong with it', () => {
    expect(fromCode('')).toEqual({ ok: false, error: 'not-a-code' });
    expect(fromCode('7R1 A')).toEqual({ ok: false, error: 'not-a-code' });
    expect(fromCode(code.slice(0, -1))).toEqual({ ok: false, error: 'truncated' });
    expect(fromCode('7R1-')).toEqual({ ok: false, error: 'truncated' });
    expect(fromCode(code.replace('7R1', '7R2'))).toEqual({ ok: false, error: 'newer' });
  });

  it('is damaged by any other letter in any place', () => {
    for (let at = '7R1-'.length; at < code.length; at++) {
      const letter = code.charAt(at) === 'A' ? 'B' : 'A';
      const result = fromCode(code.slice(0, at) + letter + code.slice(at + 1));
      expect(result.ok ? at : result.error).toMatch(/damaged|truncated/);
    }
  });

  it('is cut at any place', () => {
    for (let at = '7R1-'.length; at < code.length; at++)
      expect(fromCode(code.slice(0, at))).toEqual({ ok: false, error: 'truncated' });
  });
});

describe('several codes in one paste', () => {
  it('are found in order', () => {
    expect(results(`张三 ${code}\n李四\n${other}`)).toEqual(['90', '87']);
    expect(results(code + other)).toEqual(['90', '87']);
  });

  it('do not spoil each other', () => {
    expect(results(`${code.slice(0, 50)}\n${other}`)).toEqual(['truncated', '87']);
    expect(results(`${code.slice(0, 50)}x${code.slice(51)} ${other}`)).toEqual(['damaged', '87']);
    expect(results(`${code.replace('7R1', '7R9')} ${other}`)).toEqual(['newer', '87']);
  });

  it('may hold the letters with which another begins', () => {
    // 7R1- is what these three bytes are written as.
    const tricky = Uint8Array.of(0, 0, 0, 0xed, 0x1d, 0x7e, 0, 0, 0);
    expect(toCode(tricky).slice(4)).toContain('7R1-');
    expect(results(`${toCode(tricky)} ${code}`)).toEqual(['9', '90']);
  });
});

describe('the checksum', () => {
  it('is the CRC-32 of the book', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
  });
});
