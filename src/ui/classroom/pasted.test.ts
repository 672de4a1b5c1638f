import { expect, it } from 'vitest';
import { assignmentFromLink, assignmentToLink } from '../../core/interop';
import { present } from '../../core/base';
import type { Assignment } from '../../core/course';
import { readPasted } from './pasted';

const asked: Assignment = {
  v: 1,
  id: 'k7m2p4x9ab',
  title: '第3周：缺货',
  teacher: '李老师',
  course: '物流2301',
  note: '周五前',
  mode: 'assessed',
  hints: false,
  seeds: 'own',
  attempts: 'first',
  due: 1_800_000_000_000,
  locale: null,
  tasks: [
    {
      kind: 'case',
      id: 't1',
      scenarioId: 'stockout-key-account',
      scenarioHash: 'a'.repeat(32),
      seed: 7,
      weight: 1,
    },
  ],
  key: null,
};
const payload = present(assignmentToLink(asked), 'link');
const address = `https://school.example/7r/#/join/${payload}`;
const read = (text: string) => readPasted(text, { route: 'join', read: assignmentFromLink });

it.each([
  ['the address', address],
  ['its last part', payload],
  ['a chat message around it', `老师：作业在这里 ${address} ，周五前做完`],
  ['a line break in it', `作业：${address.slice(0, 90)}\n${address.slice(90)}`],
  ['an invisible character in it', `${address.slice(0, 80)}\u200b${address.slice(80)}`],
  ['a mail that puts it in angle brackets', `See <${address}>.`],
])('an assignment is read out of %s', (_, text) => {
  expect(read(text)).toEqual({ ok: true, value: asked });
});

it('says that a link was cut, and that a text has none', () => {
  expect(read(`作业 ${address.slice(0, -12)} 谢谢`)).toEqual({ ok: false, error: 'truncated' });
  expect(read('老师好')).toEqual({ ok: false, error: 'not-a-code' });
});
