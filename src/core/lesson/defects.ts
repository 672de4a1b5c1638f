import type { Issue, Localized } from '../base';

type Params = Readonly<Record<string, string | number>>;
const p = (params: Params, name: string): string => String(params[name] ?? '?');

/** Every kind of defect that a lesson can have, with the sentence that tells its writer what to do. */
const sentences = {
  yaml: (d) => ({
    'zh-CN': `YAML 写法有误：${p(d, 'detail')}。含冒号加空格或以特殊符号开头的文字请加单引号。`,
    en: `This is no valid YAML: ${p(d, 'detail')}. Quote texts that hold “: ” or begin with a special sign.`,
  }),
  front: () => ({
    'zh-CN': '文件须以 --- 括起的说明开头。请照 content/lessons/README.md 补写。',
    en: 'The file must begin with front matter between two lines “---”. Write it after content/lessons/README.md.',
  }),
  shape: (d) => ({
    'zh-CN': `格式不符：${p(d, 'detail')}。请照 content/lessons/README.md 改正。`,
    en: `Wrong shape: ${p(d, 'detail')}. Correct it after content/lessons/README.md.`,
  }),
  'unknown-key': (d) => ({
    'zh-CN': `此处没有名为“${p(d, 'id')}”的项。请核对拼写，或删除。`,
    en: `Nothing here is called “${p(d, 'id')}”. Check its spelling, or remove it.`,
  }),
  'missing-key': (d) => ({
    'zh-CN': `缺少“${p(d, 'id')}”。请补写。`,
    en: `“${p(d, 'id')}” is missing. Write it.`,
  }),
  'no-choice': (d) => ({
    'zh-CN': `此处不能写“${p(d, 'given')}”。请从中选一个：${p(d, 'choices')}。`,
    en: `“${p(d, 'given')}” is not possible here. Choose one of: ${p(d, 'choices')}.`,
  }),
  'bad-id': (d) => ({
    'zh-CN': `“${p(d, 'id')}”不能作编号。请用小写字母、数字和连字符，以字母开头。`,
    en: `“${p(d, 'id')}” cannot be an id. Use small letters, digits and hyphens, beginning with a letter.`,
  }),
  duplicate: (d) => ({
    'zh-CN': `编号“${p(d, 'id')}”重复出现。请改名。`,
    en: `The id “${p(d, 'id')}” is used twice. Rename one of the two.`,
  }),
  unsupported: (d) => ({
    'zh-CN': `课文不支持${p(d, 'what')}。请改用 content/lessons/README.md 列出的写法。`,
    en: `Lessons have no ${p(d, 'what')}. Use what content/lessons/README.md lists.`,
  }),
  'heading-id': (d) => ({
    'zh-CN': `标题“${p(d, 'text')}”没有编号。请在末尾加 {#编号}，两种语言相同。`,
    en: `The heading “${p(d, 'text')}” has no id. Add {#id} at its end, the same in both languages.`,
  }),
  'heading-level': () => ({
    'zh-CN': '正文标题只用 ## 和 ###。页面标题取自 title。',
    en: 'Headings are ## and ### only. The title of the page comes from the front matter.',
  }),
  'table-caption': () => ({
    'zh-CN': '表格没有标题。请在表格前写一段以“表：”开头的文字。',
    en: 'The table has no caption. Put a paragraph that begins with “Table:” right before it.',
  }),
  'stray-mark': (d) => ({
    'zh-CN': `“${p(d, 'text')}”里留有没起作用的 **。请让 ** 紧贴文字，标点放到外面。`,
    en: `“${p(d, 'text')}” holds ** that took no effect. Put the marks next to letters and the punctuation outside.`,
  }),
  'half-width': (d) => ({
    'zh-CN': `“${p(d, 'text')}”用了半角标点。请改为全角。`,
    en: `“${p(d, 'text')}” has a half-width mark after a Chinese character. Use the full-width one.`,
  }),
  'digit-space': (d) => ({
    'zh-CN': `“${p(d, 'text')}”在数字与汉字之间留了空格。请删去。`,
    en: `“${p(d, 'text')}” has a blank between a number and a character. Remove it.`,
  }),
  'unknown-term': (d) => ({
    'zh-CN': `词汇表没有“${p(d, 'id')}”。请写入本单元的 terms.yaml，或改正编号。`,
    en: `The glossary has no “${p(d, 'id')}”. Add it to terms.yaml of this unit, or correct the id.`,
  }),
  'unknown-lab': (d) => ({
    'zh-CN': `units.yaml 没有实训“${p(d, 'id')}”。本单元有：${p(d, 'choices')}。`,
    en: `units.yaml lists no lab “${p(d, 'id')}”. This unit has: ${p(d, 'choices')}.`,
  }),
  'unknown-case': (d) => ({
    'zh-CN': `scenarios/ 里没有案例“${p(d, 'id')}”。现有：${p(d, 'choices')}。`,
    en: `There is no case “${p(d, 'id')}” in scenarios/. There are: ${p(d, 'choices')}.`,
  }),
  'unknown-drawing': (d) => ({
    'zh-CN': `没有名为“${p(d, 'id')}”的手绘图。现有：${p(d, 'choices')}；也可改用 steps、groups 等图。`,
    en: `There is no drawing “${p(d, 'id')}”. There are: ${p(d, 'choices')}; or use steps, groups and the like.`,
  }),
  'unknown-unit': (d) => ({
    'zh-CN': `units.yaml 没有单元“${p(d, 'id')}”。请改正。`,
    en: `units.yaml has no unit “${p(d, 'id')}”. Correct it.`,
  }),
  'unknown-section': (d) => ({
    'zh-CN': `units.yaml 没有小节“${p(d, 'id')}”。请改正，或先列入 units.yaml。`,
    en: `units.yaml has no section “${p(d, 'id')}”. Correct it, or list it there first.`,
  }),
  'unknown-place': (d) => ({
    'zh-CN': `链接指向的“${p(d, 'id')}”不存在。请改正 # 后的编号。`,
    en: `The link leads to “${p(d, 'id')}”, which does not exist. Correct the id after #.`,
  }),
  'unknown-row': (d) => ({
    'zh-CN': `inventory.yaml 没有“${p(d, 'id')}”。请改正 covers。`,
    en: `inventory.yaml has no row “${p(d, 'id')}”. Correct it.`,
  }),
  'unknown-objective': (d) => ({
    'zh-CN': `说明中没有目标“${p(d, 'id')}”。现有：${p(d, 'choices')}。`,
    en: `The front matter has no objective “${p(d, 'id')}”. There are: ${p(d, 'choices')}.`,
  }),
  'unknown-group': (d) => ({
    'zh-CN': `卡片所属的组“${p(d, 'id')}”不在 groups 里。请改正。`,
    en: `The group “${p(d, 'id')}” of this card is not among the groups. Correct it.`,
  }),
  'right-options': (d) => ({
    'zh-CN': `须有${p(d, 'wanted')}个正确选项，现有${p(d, 'given')}个。请改正 right。`,
    en: `There must be ${p(d, 'wanted')} right option(s), and there are ${p(d, 'given')}. Correct “right”.`,
  }),
  'too-few': (d) => ({
    'zh-CN': `${p(d, 'what')}至少要有两项。请补写。`,
    en: `There must be at least two ${p(d, 'what')}. Write more.`,
  }),
  'trap-is-right': (d) => ({
    'zh-CN': `易错值 ${p(d, 'value')} 落在正确范围内。请改值或减小容差。`,
    en: `The trap ${p(d, 'value')} is within the tolerance of the answer. Change it or the tolerance.`,
  }),
  'same-right-side': (d) => ({
    'zh-CN': `右栏“${p(d, 'text')}”出现两次，无法区分。请改写其一。`,
    en: `The right-hand side “${p(d, 'text')}” stands twice and cannot be told apart. Rewrite one of them.`,
  }),
  'missing-language': (d) => ({
    'zh-CN': `缺少 ${p(d, 'locale')} 文件。请补写，或在中文文件写 draft: true。`,
    en: `The ${p(d, 'locale')} file is missing. Write it, or put “draft: true” into the Chinese file.`,
  }),
  uneven: (d) => ({
    'zh-CN': `两种语言不一致：中文为 ${p(d, 'zh')}，英文为 ${p(d, 'en')}。请改成相同。`,
    en: `The languages differ: Chinese has ${p(d, 'zh')}, English has ${p(d, 'en')}. Make them the same.`,
  }),
  'needs-caution': (d) => ({
    'zh-CN': `${p(d, 'id')} 的数据存疑，须配 caution 块说明。请补写，并在 rows 列出它。`,
    en: `${p(d, 'id')} is a doubtful claim and needs a caution. Write one that lists it under “rows”.`,
  }),
  circle: (d) => ({
    'zh-CN': `单元“${p(d, 'id')}”的先修关系成环。请改正 after。`,
    en: `The prerequisites of “${p(d, 'id')}” lead back to it. Correct “after”.`,
  }),
} satisfies Record<string, (params: Params) => Localized>;

export type DefectCode = keyof typeof sentences;

/** Where in a file a defect stands; `line` counts from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  /** The block or key, for people who look for it. */
  readonly path: string;
}

/** Gathers the defects of a course; every check adds, none stops the others. */
export class Defects {
  readonly #list: Issue[] = [];

  get list(): readonly Issue[] {
    return this.#list;
  }

  /** Notes one defect; the sentence follows from the code. */
  add(code: DefectCode, spot: Spot, params: Params = {}): void {
    const file = `${spot.file}:${spot.line}`;
    this.#list.push({ code, file, path: spot.path, message: sentences[code](params) });
  }
}
