import type { Refusal } from '../../core/attempt';
import { formatScore } from '../format';
import type { RefusalTable } from './teach-refusal-terms';

const zhReasons: Readonly<Record<Refusal | 'wrong-clock', string>> = {
  ended: '案例在这一步之前已经结束',
  'unknown-act': '案例里没有这个动作',
  'not-offered': '当时不能这样做',
  'already-done': '这件事之前已经做过，不能再做',
  'not-open': '这份资料当时还打不开',
  'number-missing': '缺少应填的数字',
  'number-out-of-range': '填的数字超出了可选范围',
  'bad-wait': '等待的时长不合规定',
  'wrong-clock': '写着的时刻与前面各步推算的不一致',
};
const zhAgain = '请学生在自己的浏览器里打开这次作答，重新生成结果码或文件再交。';
const zhVersion = '请双方都重新载入课件，用同一个版本；案例确已更新的，请重新布置。';
const zhStep = (line: number, act: string | undefined): string =>
  act === undefined ? `第${String(line)}步` : `第${String(line)}步“${act}”`;
const zhModes = { practice: '练习', assessed: '考核' } as const;
const zhScore = (basis: number): string => formatScore(basis, 'zh-CN');

/** Refusals in Chinese. */
export const zhRefusals: RefusalTable = {
  'other-assignment': ({ assignment }) => [
    '不是这份作业的结果',
    assignment === ''
      ? '这是自由练习的结果，没有对应任何作业。'
      : `这是另一份作业（编号${assignment}）的结果。`,
    '若是另一份作业的，请到那份作业里回收；否则请学生从本次作业的链接进入，提交在那里完成的作答。',
  ],
  'unknown-task': ({ task }) => [
    '作业里没有这个任务',
    `结果写的是任务“${task}”，本次作业没有它。`,
    '作业发出后若改过任务，请把新的链接发给学生；否则请学生重新提交。',
  ],
  'wrong-task': ({ asked, worked }, { title }) => [
    '做的不是布置的内容',
    `布置的是《${title(asked)}》，交来的是《${title(worked)}》。`,
    '请学生从作业页面里的这一项进入，完成后再交。',
  ],
  'what-if': () => [
    '是假设推演，不是作答',
    '这份记录来自复盘里的“换一种做法”，不是一次完整的作答。',
    '请学生提交正式的作答。',
  ],
  'unknown-scenario': ({ scenarioId }, { title }) => [
    '这里没有这个案例',
    `结果来自案例《${title(scenarioId)}》，本机的课件里没有它。`,
    zhVersion,
  ],
  'changed-scenario': ({ scenarioId }, { title }) => [
    '案例内容不一致',
    `《${title(scenarioId)}》的名称相同，内容却不是布置的那一版，因此不能按它计分。`,
    zhVersion,
  ],
  'other-engine': ({ engine, here }) => [
    '规则版本不一致',
    `作答用的是第${String(engine)}版规则，这里是第${String(here)}版。`,
    zhVersion,
  ],
  'wrong-seed': ({ seed, asked }) => [
    '做的是另一种案情',
    `这名学生应做编号${String(asked)}的案情，交来的是编号${String(seed)}。常见原因是学号输错，或者打开了别人的链接。`,
    '先核对学号；学号没错的，请学生从自己的作业页面进入再做一次。',
  ],
  'wrong-mode': ({ mode, asked }) => [
    '作答方式不对',
    `作业要求“${zhModes[asked]}”方式，交来的是“${zhModes[mode]}”。`,
    '请学生从作业页面里的这一项进入，它会用正确的方式打开案例。',
  ],
  'unreadable-event': ({ line }) => [
    `${zhStep(line, undefined)}读不出来`,
    `记录的${zhStep(line, undefined)}不是课件写出的内容。`,
    zhAgain,
  ],
  'impossible-event': ({ line, reason }, { act }) => [
    `${zhStep(line, undefined)}在案例里做不到`,
    `记录的${zhStep(line, act)}：${zhReasons[reason]}。`,
    zhAgain,
  ],
  'hint-not-allowed': ({ line }, { act }) => [
    `${zhStep(line, undefined)}用了提示`,
    `记录的${zhStep(line, act)}是提示，而这份作业不允许使用提示。`,
    '请学生从作业页面里的这一项进入再做一次，那里不会出现提示。',
  ],
  unfinished: () => [
    '案例还没有做完',
    '重放全部步骤后，案例尚未结束，所以没有成绩。',
    '请学生继续做完，再提交。',
  ],
  'edited-score': ({ claimed, recomputed }) => [
    '分数与记录不符',
    `写着${zhScore(claimed)}分，按记录重新计算是${zhScore(recomputed)}分。`,
    zhAgain,
  ],
  'too-large': ({ scenarioId }, { title }) => [
    '满分没有算出来',
    `《${title(scenarioId)}》这一案情的满分超出了本机的计算量，分数无法核对。`,
    '请换一个案例编号重新布置；这不是学生的问题。',
  ],
  'unknown-section': ({ section }, { title }) => [
    '这里没有这一节',
    `结果来自课程的《${title(section)}》，本机的课件里没有它。`,
    zhVersion,
  ],
  'unknown-check': ({ answer, check }) => [
    `第${String(answer)}个回答找不到题目`,
    `它回答的题目“${check}”不在这一节里。`,
    zhVersion,
  ],
  'edited-answers': ({ answer, check }) => [
    `第${String(answer)}个回答不成立`,
    `题目“${check}”不可能这样作答。`,
    zhAgain,
  ],
  'edited-file': () => ['文件写出后被改动过', '步骤和分数都相符，但姓名、时间或文字与写出时不同。', zhAgain],
  'not-ours': () => ['不是本课件的结果', '这里面找不到结果码，也不是结果文件。', '请确认选对了文件或消息。'],
  'not-text': () => [
    '不是本课件的结果',
    '这个文件不是文本（例如图片、压缩包或表格）。',
    '图片里有二维码的，请用“扫描二维码”。',
  ],
  empty: () => ['没有内容', '这个文件是空的。', '请学生重新导出文件再交。'],
  truncated: () => [
    '结果码不完整',
    '结果码少了结尾。聊天软件会截断过长的消息，复制时也可能漏选。',
    '请学生用“复制”按钮重新复制，或改交结果文件。',
  ],
  damaged: () => [
    '结果码有错',
    '结果码中有字符被改动、漏掉或调换。',
    '请学生用“复制”按钮重新复制，不要手抄；或改交结果文件。',
  ],
  newer: () => [
    '来自更新的版本',
    '它由更新版本的课件写出，本机的版本读不了。',
    '请重新载入课件，换成最新版本再回收。',
  ],
  'file-too-large': () => ['文件太大', '结果文件不会这么大，因此没有打开。', '请确认选对了文件。'],
  malformed: ({ path }) => [
    '文件内容不合格式',
    path === '' ? '文件的内容不是课件写出的样子。' : `文件中“${path}”处不是课件写出的样子。`,
    zhAgain,
  ],
  'other-kind': ({ kind }) => [
    '不是结果',
    kind === 'assignment' ? '这是作业文件，里面没有作答。' : '这是批注文件，里面没有作答。',
    '请学生在“提交”页面导出结果。',
  ],
  'no-key': () => [
    '加密的结果，这里没有密钥',
    '它加密给了布置作业的教师，而本工作区没有设口令，也就没有密钥。',
    '请在布置这份作业的工作区里回收，或先在这里恢复它的备份。',
  ],
  'wrong-key': () => [
    '加密的结果打不开',
    '它是加密给另一个工作区的，或者在途中被改动过。',
    '请在布置这份作业的工作区里回收；仍打不开的，请学生重新生成。',
  ],
  'not-sealed': () => ['加密的结果不完整', '加密内容缺了一部分，打不开。', zhAgain],
  'bad-key': () => ['密钥有误', '本工作区的密钥不能使用。', '请恢复工作区的备份后再回收。'],
  'no-crypto': () => [
    '浏览器不能解密',
    '这个页面不是通过 https 打开的，浏览器不提供解密功能。',
    '请用 https 地址或本机地址打开课件后再回收。',
  ],
  hung: () => [
    '核对时间过长',
    '这一份的核对超出了时限，已经停止；其他结果不受影响。',
    '请单独再交一次；仍然如此的，请学生重新生成。',
  ],
  broken: () => [
    '核对没有完成',
    '核对这一份时程序出错；其他结果不受影响。',
    '请重新载入页面后单独再试一次。',
  ],
};
