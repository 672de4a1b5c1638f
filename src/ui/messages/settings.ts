import type { Locale } from '../../core/base';
import { formatNumber, plural } from '../format';

const zhCN = {
  title: '设置',
  saved: '改动立即生效，只保存在这台设备上。',
  language: '语言',
  appearance: '外观',
  theme: '主题',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  textSize: '文字大小',
  textSizes: { normal: '标准', large: '大', larger: '特大' },
  sample: '先核对身份，再查库存：480箱可发，剩余120箱最早16小时后到货。',
  data: '本机数据',
  keeping: '保存方式',
  kept: '持久保存：只有您自己能删除',
  evictable: '一般保存：磁盘将满时浏览器可能清除',
  unknown: '浏览器没有说明',
  used: '已用空间',
  usedUnknown: '浏览器没有说明',
  keep: '请浏览器持久保存',
  keepDone: '浏览器已答应持久保存。',
  keepRefused: '浏览器没有答应。把本站加入收藏或主屏幕后再试，通常就会答应。',
  privacy: '作答只存在这台设备上，不会上传。清除浏览器数据会一并删除。',
  yours: '我的学习数据',
  yoursText: '作答、检查与实训的答案、阅读进度、笔记。换设备、换浏览器之前，先存一份备份文件。',
  export: '导出备份文件',
  exported: (name: string) => `已导出：${name}`,
  exportFailed: '没能导出：浏览器暂时读不到本机数据。请重新载入页面后再试。',
  fileName: '七R学习备份',
  import: '从备份恢复…',
  importLabel: '选择备份文件',
  preview: '恢复预览',
  madeAt: (when: string) => `这份备份存于${when}。`,
  adds: '将补入',
  addAttempts: (n: number) => `${formatNumber(n, 'zh-CN')}份作答`,
  addAnswers: (n: number) => `${formatNumber(n, 'zh-CN')}个答案`,
  addReadings: (n: number) => `${formatNumber(n, 'zh-CN')}处阅读进度`,
  addValues: (n: number) => `${formatNumber(n, 'zh-CN')}条笔记和其他记录`,
  known: (n: number) => `另有${formatNumber(n, 'zh-CN')}份作答本机已有，不会重复。`,
  apart: (n: number) => `${formatNumber(n, 'zh-CN')}份作答在本机走了不同的路，保持本机的样子。`,
  nothingNew: '备份里的内容本机都有，不需要恢复。',
  keepsMine: '恢复只补不改：本机已有的记录一条也不会动。',
  restore: '恢复',
  cancel: '取消',
  close: '关闭',
  restored: (n: number) => `恢复完成，补入${formatNumber(n, 'zh-CN')}条记录。`,
  restoredPartly: '有一部分没能存入，已存入的不受影响。原因：',
  refused: '这个文件不能用，本机数据没有改动。',
  refusal: {
    'too-large': (limit: string) => `文件超过${limit}，不是本课件的备份。请选择“导出备份文件”得到的文件。`,
    'no-text': '它不是文本文件。请选择“导出备份文件”得到的 .json 文件。',
    'no-json': '内容不完整或不是备份：可能下载中断，或被别的软件改存过。请重新取得原文件。',
    'no-backup': '它是JSON文件，但不是本课件的备份。请选择“导出备份文件”得到的文件。',
    changed: '校验值对不上：文件在导出之后被改动过或已损坏。请换一份完好的备份。',
    'newer-version': '它由更新版本的课件导出。请先更新本页（重新载入），再恢复。',
    shape: (place: string) => `${place}处的内容不合格式：文件已损坏。请换一份完好的备份。`,
    'broken-chain': (attempt: string) => `作答${attempt}的步骤前后对不上：记录被改动过。请换一份完好的备份。`,
  },
  delete: '删除全部数据…',
  deleteTitle: '删除本机的全部学习数据？',
  deleteText: (attempts: number, answers: number) =>
    `${formatNumber(attempts, 'zh-CN')}份作答、${formatNumber(answers, 'zh-CN')}个答案，以及进度和笔记都会删除，无法恢复。语言和外观设置保留。`,
  deleteYes: '全部删除',
  deleteNo: '保留',
  deleteFailed: '没有删除：',
};

type SettingsMessages = typeof zhCN;

const en = {
  title: 'Settings',
  saved: 'Changes apply at once and stay on this device.',
  language: 'Language',
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  textSize: 'Text size',
  textSizes: { normal: 'Standard', large: 'Large', larger: 'Larger' },
  sample:
    'Identity first, then the stock: 480 cartons can go today, the other 120 arrive in 16 hours at the earliest.',
  data: 'Data on this device',
  keeping: 'How it is kept',
  kept: 'Persistent: only you can delete it',
  evictable: 'Ordinary: the browser may clear it when the disk runs full',
  unknown: 'The browser does not say',
  used: 'Space in use',
  usedUnknown: 'The browser does not say',
  keep: 'Ask the browser to keep it',
  keepDone: 'The browser has agreed to keep it.',
  keepRefused: 'The browser has not agreed. Bookmark this site or add it to the home screen and ask again.',
  privacy: 'Attempts stay on this device and are sent nowhere. Clearing the browser’s data deletes them too.',
  yours: 'My learning data',
  yoursText:
    'Attempts, answers to checks and labs, reading positions, notes. Save a backup file before you change device or browser.',
  export: 'Export a backup file',
  exported: (name) => `Exported: ${name}`,
  exportFailed:
    'Nothing was exported: the browser cannot read the data just now. Reload the page and try again.',
  fileName: 'seven-rights-backup',
  import: 'Restore from a backup…',
  importLabel: 'Choose a backup file',
  preview: 'What would be restored',
  madeAt: (when) => `This backup was made ${when}.`,
  adds: 'It would add',
  addAttempts: (n) => plural(n, 'en', { one: '1 attempt', other: `${formatNumber(n, 'en')} attempts` }),
  addAnswers: (n) => plural(n, 'en', { one: '1 answer', other: `${formatNumber(n, 'en')} answers` }),
  addReadings: (n) =>
    plural(n, 'en', { one: '1 reading position', other: `${formatNumber(n, 'en')} reading positions` }),
  addValues: (n) =>
    plural(n, 'en', {
      one: '1 note or other record',
      other: `${formatNumber(n, 'en')} notes and other records`,
    }),
  known: (n) =>
    plural(n, 'en', {
      one: '1 more attempt is on this device already and is not added twice.',
      other: `${formatNumber(n, 'en')} more attempts are on this device already and are not added twice.`,
    }),
  apart: (n) =>
    plural(n, 'en', {
      one: '1 attempt went on differently on this device and stays as it is here.',
      other: `${formatNumber(n, 'en')} attempts went on differently on this device and stay as they are here.`,
    }),
  nothingNew: 'Everything in this backup is on this device already. There is nothing to restore.',
  keepsMine: 'Restoring only adds: no record on this device is changed.',
  restore: 'Restore',
  cancel: 'Cancel',
  close: 'Close',
  restored: (n) =>
    plural(n, 'en', {
      one: 'Restored: 1 record added.',
      other: `Restored: ${formatNumber(n, 'en')} records added.`,
    }),
  restoredPartly: 'Some records could not be stored; those that were are safe. The reason:',
  refused: 'This file cannot be used. Nothing on this device was changed.',
  refusal: {
    'too-large': (limit) =>
      `The file is larger than ${limit} and is no backup of this courseware. Choose a file from “Export a backup file”.`,
    'no-text': 'It is not a text file. Choose the .json file from “Export a backup file”.',
    'no-json':
      'It is incomplete or no backup: the download may have broken off, or another program has saved it. Get the original file.',
    'no-backup':
      'It is a JSON file, but no backup of this courseware. Choose a file from “Export a backup file”.',
    changed:
      'Its checksum does not fit: the file was edited or damaged after it was exported. Use a sound backup.',
    'newer-version':
      'A newer version of the courseware has exported it. Bring this page up to date (reload) and restore then.',
    shape: (place) =>
      `What stands at ${place} does not fit the format: the file is damaged. Use a sound backup.`,
    'broken-chain': (attempt) =>
      `The steps of attempt ${attempt} do not follow from each other: the records were edited. Use a sound backup.`,
  },
  delete: 'Delete all data…',
  deleteTitle: 'Delete all learning data on this device?',
  deleteText: (attempts, answers) =>
    `${plural(attempts, 'en', { one: '1 attempt', other: `${formatNumber(attempts, 'en')} attempts` })}, ${plural(answers, 'en', { one: '1 answer', other: `${formatNumber(answers, 'en')} answers` })}, progress and notes will be deleted. That cannot be undone. Language and appearance stay.`,
  deleteYes: 'Delete everything',
  deleteNo: 'Keep it',
  deleteFailed: 'Nothing was deleted:',
} satisfies SettingsMessages;

/** Words of the settings page. */
export const settings: Readonly<Record<Locale, SettingsMessages>> = { 'zh-CN': zhCN, en };
