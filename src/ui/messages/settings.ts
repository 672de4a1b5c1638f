import type { Locale } from '../../core/base';

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
} satisfies SettingsMessages;

/** Words of the settings page. */
export const settings: Readonly<Record<Locale, SettingsMessages>> = { 'zh-CN': zhCN, en };
