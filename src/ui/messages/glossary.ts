import type { Locale } from '../../core/base';

const zhCN = {
  title: '术语表',
  lead: '课件里用到的行业术语，中英对照，每条一句话说清。',
  search: '查找术语',
  placeholder: '中文或英文，例如：可承诺量',
  found: (n: number, all: number) =>
    n === all ? `共${String(all)}条` : `找到${String(n)}条，共${String(all)}条`,
  none: '没有这个术语，换个说法试试。',
  group: '分类',
  groups: {
    all: '全部',
    rights: '7R与评分',
    service: '服务',
    supply: '订单与仓运',
    money: '合同与投诉',
    measures: '指标',
  },
  link: (name: string) => `“${name}”的地址`,
  scoring: '评分办法',
};

type GlossaryMessages = typeof zhCN;

const en = {
  title: 'Glossary',
  lead: 'The terms of the trade used here, in Chinese and English, each in a sentence.',
  search: 'Find a term',
  placeholder: 'Chinese or English, e.g. available to promise',
  found: (n, all) => (n === all ? `${String(all)} terms` : `${String(n)} of ${String(all)} terms`),
  none: 'No such term; try another word.',
  group: 'Part',
  groups: {
    all: 'All',
    rights: '7R and scoring',
    service: 'Service',
    supply: 'Orders and goods',
    money: 'Contract and complaint',
    measures: 'Measures',
  },
  link: (name) => `Address of “${name}”`,
  scoring: 'How scoring works',
} satisfies GlossaryMessages;

/** Words of the glossary page. */
export const glossary: Readonly<Record<Locale, GlossaryMessages>> = { 'zh-CN': zhCN, en };
