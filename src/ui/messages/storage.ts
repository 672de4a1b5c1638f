import type { Locale } from '../../core/base';

const zhCN = {
  'locked-elsewhere': '这份作答正在另一个标签页里进行。请到那个标签页继续，或先把它关掉。',
  full: '磁盘空间或浏览器的存储配额已满，这一步没有保存。请腾出空间后重试。',
  'no-storage': '浏览器已不再提供存储。请下载结果，然后重新载入页面。',
  'newer-version': '本机记录由更新版本的课件写入，这个旧版本不会改动它。请重新载入以取得新版本。',
  outdated: '另一个标签页已换成新版本。请重新载入本页。',
  'head-moved': '这份作答在别处又走了一步。请重新载入，从最新的一步继续。',
  'not-found': '本机没有这份作答，它可能已被删除。',
  'broken-chain': '记录前后对不上：可能已损坏或被改动过，因此不再继续。',
  unknown: '存储出了意外的错误。已保存的步骤不受影响，请重新载入后再试。',
};

type StorageMessages = typeof zhCN;

const en = {
  'locked-elsewhere': 'This attempt is open in another tab. Continue there, or close that tab first.',
  full: 'The disk or the browser’s share of it is full, so this step was not saved. Free some space and try again.',
  'no-storage': 'The browser offers no storage any more. Download the result, then reload the page.',
  'newer-version':
    'A newer version of the courseware wrote these records, and this older one will not touch them. Reload to get the new version.',
  outdated: 'Another tab has moved to a newer version. Reload this page.',
  'head-moved': 'This attempt has moved on elsewhere. Reload to continue from its latest step.',
  'not-found': 'There is no such attempt on this device. It may have been deleted.',
  'broken-chain':
    'The records do not follow from each other: they were damaged or edited, so the attempt stops here.',
  unknown: 'The storage failed unexpectedly. Saved steps are safe; reload and try again.',
} satisfies StorageMessages;

/** What to do about each trouble of the storage, by its code. A page that meets a code without a sentence does not compile. */
export const storage: Readonly<Record<Locale, StorageMessages>> = { 'zh-CN': zhCN, en };
