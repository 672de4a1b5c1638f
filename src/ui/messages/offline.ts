import type { Locale } from '../../core/base';
import { formatNumber, plural } from '../format';

const zhCN = {
  updateTitle: '新版本已准备好',
  updateText: '现在就可以换用：本页会重新载入，已保存的作答不受影响，其他标签页照常使用。',
  updateNow: '现在换用',
  updateLater: '以后再说',
  title: '离线使用',
  looking: '正在查看…',
  ready: '可以离线使用：没有网络时，课程、案例、实训和教学工作台都能打开。',
  fetching: '正在取回全部文件，请保持联网。取完之后，没有网络也能使用。',
  fetchingNewer: '正在后台取回新版本，现在的版本照常使用。',
  progressLabel: '已取回的文件',
  progress: (done: number, of: number) => `${formatNumber(done, 'zh-CN')} / ${formatNumber(of, 'zh-CN')}`,
  updateReady: '新版本已准备好。换用时本页会重新载入，已保存的作答不受影响。',
  saver: '浏览器开着节省流量模式，所以没有自动取回离线文件（压缩后约1.5 MB）。',
  removed: '本机没有离线文件：您删除了。需要时可以再取回（压缩后约1.5 MB）。',
  fetch: '现在取回',
  obstacles: {
    insecure: '这个地址不是https，浏览器不允许离线使用。请改用以https开头的地址打开。',
    unsupported:
      '这个浏览器不能离线使用，例如聊天软件内置的浏览器、部分无痕窗口。请在系统浏览器的普通窗口中打开本页。',
    framed: '本页嵌在另一个网站里，不能在这里离线使用。请在单独的标签页中打开。',
    forbidden: '浏览器不允许本站保存离线文件：可能是无痕窗口，或设置禁止网站存储。请换普通窗口，或放开设置。',
  },
  failed: '离线文件没有取全',
  failedKept: '新版本没有取全，现在的版本照常使用',
  faults: {
    unreachable: (file: string) => `没有连上服务器（${file}）。联网时本课件照常可用；网络稳定后请再试。`,
    refused: (file: string, status: number) =>
      `服务器没有给出文件 ${file}（状态${String(status)}）。联网时本课件照常可用；请过一会儿再试，仍不行请告知教师。`,
    different: (file: string) =>
      `取到的 ${file} 与发布的不一致：可能正在发布新版本，或网络要求先登录。请过一会儿、登录网络之后再试。`,
    store: (file: string) => `浏览器存不下（${file}）：磁盘可能已满。请腾出空间后再试；作答不受影响。`,
  },
  tryAgain: '再试一次',
  version: '版本',
  size: '大小',
  sizeText: (files: number, size: string) => `${formatNumber(files, 'zh-CN')}个文件，${size}`,
  remove: '删除离线文件',
  removeNote: '删除之后只有联网才能打开。作答、进度、笔记和教学数据都不受影响。',
  removeFailed: '没有删除：浏览器暂时不能改动离线文件。请重新载入页面后再试。',
};

type OfflineMessages = typeof zhCN;

const en = {
  updateTitle: 'A new version is ready',
  updateText:
    'You can use it now: this page reloads, saved attempts are safe, and other tabs go on as they are.',
  updateNow: 'Use it now',
  updateLater: 'Later',
  title: 'Offline use',
  looking: 'Looking…',
  ready: 'Ready offline: the course, the cases, the labs and the teaching workspace open without a network.',
  fetching: 'Fetching all files; please stay online. After that everything works without a network.',
  fetchingNewer: 'A new version is being fetched in the background. The present one goes on working.',
  progressLabel: 'Files fetched',
  progress: (done, of) => `${formatNumber(done, 'en')} of ${formatNumber(of, 'en')}`,
  updateReady: 'A new version is ready. Using it reloads this page; saved attempts are safe.',
  saver:
    'The browser is set to save data, so the files for offline use (about 1.5 MB compressed) were not fetched by themselves.',
  removed:
    'There is no offline copy on this device: you have removed it. It can be fetched again (about 1.5 MB compressed).',
  fetch: 'Fetch now',
  obstacles: {
    insecure:
      'This address is not https, so the browser allows no offline use. Open the address that begins with https.',
    unsupported:
      'This browser cannot do it: browsers inside chat apps and some private windows cannot. Open this page in an ordinary window of the system’s browser.',
    framed:
      'This page is shown inside another site, where it cannot be kept for offline use. Open it in a tab of its own.',
    forbidden:
      'The browser does not let this site keep files: a private window, or a setting that blocks site storage. Use an ordinary window or change the setting.',
  },
  failed: 'The offline copy is not complete',
  failedKept: 'The new version is not complete; the present one goes on working',
  faults: {
    unreachable: (file) =>
      `The server could not be reached (${file}). Online, everything works as before; try again on a steadier network.`,
    refused: (file, status) =>
      `The server did not deliver ${file} (status ${String(status)}). Online, everything works as before; try again in a while, and tell your teacher if it goes on.`,
    different: (file) =>
      `What came as ${file} is not what was published: a new version may just be going up, or the network wants you to log in first. Try again after that.`,
    store: (file) =>
      `The browser could not store it (${file}): the disk may be full. Make room and try again; attempts are safe.`,
  },
  tryAgain: 'Try again',
  version: 'Version',
  size: 'Size',
  sizeText: (files, size) =>
    `${plural(files, 'en', { one: '1 file', other: `${formatNumber(files, 'en')} files` })}, ${size}`,
  remove: 'Remove offline copy',
  removeNote:
    'Once removed, the courseware opens only with a network. Attempts, progress, notes and teaching data stay.',
  removeFailed:
    'Nothing was removed: the browser cannot change the offline copy just now. Reload the page and try again.',
} satisfies OfflineMessages;

/** Words for using the courseware without a network and for its new versions. */
export const offline: Readonly<Record<Locale, OfflineMessages>> = { 'zh-CN': zhCN, en };
