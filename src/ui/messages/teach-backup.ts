import type { Locale } from '../../core/base';
import { formatBytes, formatNumber } from '../format';

/** What restoring would do to things of one kind. */
interface Tally {
  readonly fresh: number;
  readonly same: number;
  readonly newer: number;
  readonly older: number;
}

/** Why a file is refused; only those that are told here. */
interface Fault {
  readonly code: string;
  readonly line?: number;
  readonly until?: number;
  readonly limit?: number;
}

const n = (count: number): string => formatNumber(count, 'zh-CN');

function zhTally(what: string, { fresh, same, newer, older }: Tally): string {
  const parts = [
    fresh > 0 ? `补入${n(fresh)}` : '',
    newer > 0 ? `更新${n(newer)}` : '',
    same > 0 ? `${n(same)}与本机相同` : '',
    older > 0 ? `${n(older)}以本机较新的为准` : '',
  ].filter(Boolean);
  return `${what}：${parts.length > 0 ? parts.join('，') : '没有'}`;
}

function enTally(what: string, { fresh, same, newer, older }: Tally): string {
  const parts = [
    fresh > 0 ? `${formatNumber(fresh, 'en')} added` : '',
    newer > 0 ? `${formatNumber(newer, 'en')} brought up to date` : '',
    same > 0 ? `${formatNumber(same, 'en')} the same as here` : '',
    older > 0 ? `${formatNumber(older, 'en')} later here and left alone` : '',
  ].filter(Boolean);
  return `${what}: ${parts.length > 0 ? parts.join(', ') : 'none'}`;
}

const zhCN = {
  fileName: '七R教学工作区备份',
  plain: '没有口令，备份文件也不加密：里面有学生的姓名和成绩，请妥善保管。',
  sealed: '备份文件和工作区一样加密，恢复时要输入备份时的口令。',
  choose: '选择备份文件',
  title: '从备份恢复',
  reading: '正在检查文件…',
  passphrase: '备份时的口令',
  passphraseHelp: '这份备份是加密的。',
  look: '打开备份',
  madeAt: (when: string, classes: readonly string[]) =>
    `存于${when}${classes.length > 0 ? `，班级：${classes.join('、')}` : ''}。`,
  classes: (tally: Tally) => zhTally('班级', tally),
  assignments: (tally: Tally) => zhTally('作业', tally),
  handins: (tally: Tally) => zhTally('提交的结果', tally),
  words: (tally: Tally) => zhTally('改分、评语和批注', tally),
  nothing: '备份里的内容本机都有，不需要恢复。',
  rule: '恢复只补入缺少的；两边都有而不同的，保留较新的一份。',
  restore: '恢复',
  cancel: '取消',
  close: '关闭',
  done: '恢复完成。',
  refused: '这个文件不能用，工作区没有改动。',
  making: '正在做备份',
  made: '备份已存到下载文件夹。',
  opening: '正在解密备份',
  restoring: '正在恢复。可以取消：要么全部恢复，要么什么都不改。',
  progress: (done: number, of: number) => `${n(done)} / ${n(of)}`,
  fault: ({ code, line = 0, until = 0, limit = 0 }: Fault) => {
    if (code === 'too-large') return `文件超过${formatBytes(limit, 'zh-CN')}，不是工作区的备份。`;
    if (code === 'not-a-backup') return '它不是教学工作区的备份。请选择“存一份备份”得到的 .7rb 文件。';
    if (code === 'newer-backup') return '它由更新版本的课件存出。请先重新载入本页取得新版本，再恢复。';
    if (code === 'cut-short') return `文件在第${n(line)}行之后断了：可能没有拷贝完。请从原来的地方重新拷贝。`;
    if (code === 'cancelled') return '已取消。';
    if (code === 'altered')
      return `第${n(line)}行到第${n(until)}行的校验值对不上：文件存出之后被改动过或已损坏。请换一份完好的备份。`;
    if (code === 'no-crypto') return '浏览器在这里不提供加密，打不开加密的备份。请用https地址打开本页。';
    return `第${n(line)}行的内容不合格式：文件已损坏。请换一份完好的备份。`;
  },
};

export type TeachBackupMessages = typeof zhCN;

const en = {
  fileName: 'seven-rights-teaching-backup',
  plain:
    'There is no passphrase, so the backup file is not encrypted either: it holds names and marks. Keep it safe.',
  sealed: 'The backup file is encrypted like the workspace; restoring asks for the passphrase of that time.',
  choose: 'Choose a backup file',
  title: 'Restore from a backup',
  reading: 'Checking the file…',
  passphrase: 'Passphrase of the backup',
  passphraseHelp: 'This backup is encrypted.',
  look: 'Open the backup',
  madeAt: (when, classes) => `Made ${when}${classes.length > 0 ? `; classes: ${classes.join(', ')}` : ''}.`,
  classes: (tally) => enTally('Classes', tally),
  assignments: (tally) => enTally('Assignments', tally),
  handins: (tally) => enTally('Results', tally),
  words: (tally) => enTally('Changed marks, feedback and remarks', tally),
  nothing: 'Everything in this backup is here already. There is nothing to restore.',
  rule: 'Restoring adds what is missing; of two different states the later one stays.',
  restore: 'Restore',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Restored.',
  refused: 'This file cannot be used. Nothing in the workspace was changed.',
  making: 'Making the backup',
  made: 'The backup is in your downloads.',
  opening: 'Opening the backup',
  restoring: 'Restoring. It can be cancelled: all of it is restored, or nothing is changed.',
  progress: (done, of) => `${formatNumber(done, 'en')} of ${formatNumber(of, 'en')}`,
  fault: ({ code, line = 0, until = 0, limit = 0 }) => {
    if (code === 'too-large')
      return `The file is larger than ${formatBytes(limit, 'en')} and is no backup of a workspace.`;
    if (code === 'not-a-backup')
      return 'It is no backup of a teaching workspace. Choose a .7rb file from “Save a backup”.';
    if (code === 'newer-backup')
      return 'A newer version of the courseware has made it. Reload this page to get that version, then restore.';
    if (code === 'cut-short')
      return `The file breaks off after line ${formatNumber(line, 'en')}: it was not copied to the end. Copy it again from where it came.`;
    if (code === 'cancelled') return 'Cancelled.';
    if (code === 'altered')
      return `The checksum of lines ${formatNumber(line, 'en')} to ${formatNumber(until, 'en')} does not fit: the file was edited or damaged after it was made. Use a sound backup.`;
    if (code === 'no-crypto')
      return 'The browser offers no encryption here, so an encrypted backup cannot be opened. Open this page by its https address.';
    return `Line ${formatNumber(line, 'en')} does not fit the format: the file is damaged. Use a sound backup.`;
  },
} satisfies TeachBackupMessages;

/** Backup and restoring of the teaching workspace. */
export const teachBackup: Readonly<Record<Locale, TeachBackupMessages>> = { 'zh-CN': zhCN, en };
