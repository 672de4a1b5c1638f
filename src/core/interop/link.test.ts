import { describe, expect, it } from 'vitest';
import type { Assignment, Remarks } from '../course';
import { assignmentFromLink, assignmentToLink, LONGEST_LINK, remarksFromLink, remarksToLink } from './link';

const assignment: Assignment = {
  v: 1,
  id: '0k3m9xq7ab',
  title: '第五章案例作业',
  teacher: '林老师',
  course: '物流2401班',
  note: '请在周五前完成。😀',
  mode: 'assessed',
  hints: false,
  seeds: 'own',
  attempts: 'last-two',
  due: 1_767_225_600_000,
  locale: 'zh-CN',
  tasks: [
    {
      kind: 'case',
      id: 't1',
      scenarioId: 'stockout-key-account',
      scenarioHash: 'f0be473be469f5cf3c64fac59bfc2da7',
      seed: 7,
      weight: 2,
    },
    { kind: 'section', id: 't2', section: 'u05/s3', weight: 1 },
  ],
  key: 'B'.repeat(87),
};
const remarks: Remarks = {
  v: 1,
  assignment: assignment.id,
  task: 't1',
  handin: '0'.repeat(32),
  number: '2024',
  teacher: '林老师',
  overall: '很好',
  pins: [{ moment: 0, text: '先看在库' }],
  at: 5,
};
const link = assignmentToLink(assignment) ?? '';

describe('the link of an assignment', () => {
  it('gives it back, alone or as the end of an address', () => {
    const whole = { ok: true, value: assignment };
    expect(assignmentFromLink(link)).toEqual(whole);
    expect(assignmentFromLink(`https://example.org/7r/#/join/${link}`)).toEqual(whole);
    expect(assignmentFromLink(` #/join/${link.slice(0, 40)}\n${link.slice(40)} `)).toEqual(whole);
  });

  it('is short enough for a chat and a QR code', () => {
    expect(link.length).toBeLessThan(700);
  });

  it('is not made where it would be too long: then there is the file', () => {
    const note = Array.from({ length: 4000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    );
    expect(assignmentToLink({ ...assignment, note: note.join('') })).toBeUndefined();
    expect(LONGEST_LINK).toBe(8192);
  });

  it('says what is wrong with it', () => {
    const fault = (text: string): unknown => {
      const read = assignmentFromLink(text);
      return read.ok ? 'read' : read.error;
    };
    for (let at = 1; at < link.length; at++) expect(fault(link.slice(0, at))).toBe('truncated');
    expect(fault(link.slice(0, -9) + link.slice(-8))).toBe('truncated');
    expect(fault(`${link}AAAA`)).toBe('damaged');
    expect(fault('')).toBe('not-a-code');
    expect(fault('第五章')).toBe('not-a-code');
    expect(fault(remarksToLink(remarks) ?? '')).toBe('not-a-code');
    expect(fault(assignmentToLink({ ...assignment, id: 'no id' }) ?? '')).toBe('malformed');
    expect(fault(assignmentToLink({ ...assignment, tasks: [] }) ?? '')).toBe('malformed');
  });
});

describe('the link of remarks', () => {
  it('gives them back', () => {
    expect(remarksFromLink(`#/remarks/${remarksToLink(remarks) ?? ''}`)).toEqual({
      ok: true,
      value: remarks,
    });
  });
});
