import type { Locale } from '../../core/base';

const zhCN = {
  skip: '跳到正文',
  navigation: '主导航',
  home: '首页',
  course: '课程',
  tasks: '作业',
  teach: '教学',
  settings: '设置',
  toDark: '切换到深色',
  toLight: '切换到浅色',
  loading: '正在载入…',
  missingTitle: '没有这个页面',
  missing: '这个地址没有对应的页面，可能输入有误，或者页面已经改名。',
  toHome: '回到首页',
  unloadedTitle: '页面没有载入',
  unloaded: '这个页面的程序没有取到：网络可能断了，或者刚发布了新版本。已保存的作答不受影响。',
  tryAgain: '再试一次',
  reload: '重新载入',
  brokenTitle: '这个页面出错了',
  broken: '这是程序的错误，不是您的操作造成的。已保存的作答不受影响。请重试；如果再次出错，请重新载入。',
  hiccup: '刚才有一步没有完成。已保存的内容不受影响；如果页面不再反应，请重新载入。',
  outdated: '课件已在另一个标签页换成新版本。请重新载入本页再继续；已保存的作答不受影响。',
  detail: '给技术支持的信息',
};

type ShellMessages = typeof zhCN;

const en = {
  skip: 'Skip to content',
  navigation: 'Main',
  home: 'Home',
  course: 'Course',
  tasks: 'Tasks',
  teach: 'Teach',
  settings: 'Settings',
  toDark: 'Switch to dark',
  toLight: 'Switch to light',
  loading: 'Loading…',
  missingTitle: 'There is no such page',
  missing: 'Nothing lives at this address. It may be mistyped, or the page may have been renamed.',
  toHome: 'Go home',
  unloadedTitle: 'The page did not load',
  unloaded:
    'Its program could not be fetched: the network may be down, or a new version may just have come out. Saved attempts are safe.',
  tryAgain: 'Try again',
  reload: 'Reload',
  brokenTitle: 'This page has failed',
  broken:
    'This is a fault of the program, not of anything you did. Saved attempts are safe. Try again; if it fails again, reload.',
  hiccup:
    'Something just now did not finish. What was saved is safe; if the page stops responding, reload it.',
  outdated:
    'A newer version of the courseware is open in another tab. Reload this page to go on; saved attempts are safe.',
  detail: 'Details for support',
} satisfies ShellMessages;

/** Words of the frame around every page. */
export const shell: Readonly<Record<Locale, ShellMessages>> = { 'zh-CN': zhCN, en };

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };
