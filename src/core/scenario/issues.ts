import type { Issue, Localized } from '../base';

/** Details that an issue's sentence names. */
type Params = Readonly<Record<string, string | number>>;

const p = (params: Params, name: string): string => String(params[name] ?? '?');

/** Every kind of defect that content can have, with the sentence that tells its author what to do. */
const sentences = {
  shape: (d) => ({
    'zh-CN': `格式不符:${p(d, 'detail')}。请按 public/scenario.schema.json 改正此项。`,
    en: `Wrong shape: ${p(d, 'detail')}. Correct this entry after public/scenario.schema.json.`,
  }),
  'unknown-key': (d) => ({
    'zh-CN': `此处没有名为“${p(d, 'id')}”的项。请核对拼写与位置,或删除。`,
    en: `Nothing here is called “${p(d, 'id')}”. Check its spelling and place, or remove it.`,
  }),
  'missing-key': (d) => ({
    'zh-CN': `缺少“${p(d, 'id')}”。请按 public/scenario.schema.json 补写。`,
    en: `“${p(d, 'id')}” is missing. Write it, after public/scenario.schema.json.`,
  }),
  'no-choice': (d) => ({
    'zh-CN': `此处不能写 ${p(d, 'given')}。请从中选一个:${p(d, 'choices')}。`,
    en: `${p(d, 'given')} is not possible here. Choose one of: ${p(d, 'choices')}.`,
  }),
  'missing-text': (d) => ({
    'zh-CN': `${p(d, 'locale')} 缺少“${p(d, 'id')}”的文字。请在该语言文件中补写。`,
    en: `No text for “${p(d, 'id')}” in ${p(d, 'locale')}. Write it in that language file.`,
  }),
  'surplus-text': (d) => ({
    'zh-CN': `文字“${p(d, 'id')}”在 scenario.yaml 中没有对应项。请删除或改正编号。`,
    en: `The text “${p(d, 'id')}” belongs to nothing in scenario.yaml. Remove it or correct the id.`,
  }),
  placeholder: (d) => ({
    'zh-CN': `占位符 {${p(d, 'name')}} 不是本案的事实、变量或此处的输入。请改用已声明的名称。`,
    en: `The placeholder {${p(d, 'name')}} is no fact, variable or input of this act. Use a declared name.`,
  }),
  'uneven-locales': (d) => ({
    'zh-CN': `两种语言不一致:${p(d, 'detail')}。请使两个文件的结构与占位符相同。`,
    en: `The languages differ: ${p(d, 'detail')}. Give both files the same structure and placeholders.`,
  }),
  'unknown-scene': (d) => ({
    'zh-CN': `没有名为“${p(d, 'id')}”的场景。请改正编号或补写该场景。`,
    en: `There is no scene “${p(d, 'id')}”. Correct the id or write the scene.`,
  }),
  'unknown-finding': (d) => ({
    'zh-CN': `findings 中没有“${p(d, 'id')}”。请先在 findings 列表声明。`,
    en: `“${p(d, 'id')}” is not in the list of findings. Declare it there first.`,
  }),
  'unknown-record': (d) => ({
    'zh-CN': `没有名为“${p(d, 'id')}”的单据。请改正 within。`,
    en: `There is no record “${p(d, 'id')}”. Correct “within”.`,
  }),
  'unknown-variable': (d) => ({
    'zh-CN': `没有名为“${p(d, 'id')}”的变量。请在 vars 中声明初值。`,
    en: `There is no variable “${p(d, 'id')}”. Declare it with its first value under vars.`,
  }),
  'unknown-promise': (d) => ({
    'zh-CN': `评分表中没有承诺“${p(d, 'id')}”。请在 R4.b 或 R4.c 的 promises 中写明权重。`,
    en: `The rubric has no promise “${p(d, 'id')}”. Give it a weight under promises of R4.b or R4.c.`,
  }),
  'unknown-deadline': (d) => ({
    'zh-CN': `评分表中没有期限“${p(d, 'id')}”。请在 R4.d 的 deadlines 中写明权重。`,
    en: `The rubric has no deadline “${p(d, 'id')}”. Give it a weight under deadlines of R4.d.`,
  }),
  'not-in-rubric': (d) => ({
    'zh-CN': `评分表没有 ${p(d, 'id')},此标记不起作用。请加入评分表或删除标记。`,
    en: `${p(d, 'id')} is not in the rubric, so this mark does nothing. Add it there or remove the mark.`,
  }),
  'never-fed': (d) => ({
    'zh-CN': `评分表列有 ${p(d, 'id')},但没有任何行为能为它得分。请补上行为或删去该行。`,
    en: `${p(d, 'id')} is in the rubric but no act can earn it. Add such an act or drop the row.`,
  }),
  expression: (d) => ({
    'zh-CN': `表达式“${p(d, 'source')}”有误:${p(d, 'detail')}。请核对名称与类型。`,
    en: `The expression “${p(d, 'source')}” is wrong: ${p(d, 'detail')}. Check its names and types.`,
  }),
  'value-type': (d) => ({
    'zh-CN': `“${p(d, 'id')}”应为 ${p(d, 'wanted')} 类型。请改正所赋的值。`,
    en: `“${p(d, 'id')}” holds a ${p(d, 'wanted')}. Correct the value given to it.`,
  }),
  draw: (d) => ({
    'zh-CN': `抽取规则有误:${p(d, 'detail')}。请改正该事实的取值范围或权重。`,
    en: `The draw is wrong: ${p(d, 'detail')}. Correct the values or weights of this fact.`,
  }),
  clock: (d) => ({
    'zh-CN': `时刻有误:${p(d, 'detail')}。请按先后顺序写明。`,
    en: `The clock is wrong: ${p(d, 'detail')}. Put the times in order.`,
  }),
  ending: (d) => ({
    'zh-CN': `“${p(d, 'id')}”应为结局场景。请写 ending: true,并删去其中的行为。`,
    en: `“${p(d, 'id')}” must be an ending. Write “ending: true” and take its acts out.`,
  }),
  'dead-end': (d) => ({
    'zh-CN': `场景“${p(d, 'id')}”没有无条件的出路,学员可能被困。请给一个不带 when 且有 to 的行为。`,
    en: `Scene “${p(d, 'id')}” has no way on without a condition, so a trainee may be stuck. Give one act a “to” and no “when”.`,
  }),
  'unreached-scene': (d) => ({
    'zh-CN': `没有任何行为通向场景“${p(d, 'id')}”。请加上通路或删除该场景。`,
    en: `No act leads to scene “${p(d, 'id')}”. Add a way or remove the scene.`,
  }),
  'open-choice': (d) => ({
    'zh-CN': `“${p(d, 'id')}”的最后一项须不带 when,否则可能无一适用。请去掉该条件,或补上这样一项。`,
    en: `“${p(d, 'id')}” must end with an entry that has no “when”, or nothing may fit. Remove it or add such an entry.`,
  }),
  'unused-name': (d) => ({
    'zh-CN': `“${p(d, 'id')}”从未被使用。请使用或删除。`,
    en: `“${p(d, 'id')}” is never used. Use it or remove it.`,
  }),
  'too-many': (d) => ({
    'zh-CN': `${p(d, 'what')}超过上限 ${p(d, 'limit')}。请合并或删减。`,
    en: `More than ${p(d, 'limit')} ${p(d, 'what')}. Merge or remove some.`,
  }),
  'rubric-lacks': (d) => ({
    'zh-CN': `评分表的 ${p(d, 'id')} 未列出 ${p(d, 'key')},无从得分。请在该行补写 ${p(d, 'key')}。`,
    en: `${p(d, 'id')} of the rubric lists no ${p(d, 'key')}, so nothing can earn it. Add “${p(d, 'key')}” to this row.`,
  }),
  duplicate: (d) => ({
    'zh-CN': `编号“${p(d, 'id')}”重复出现。请改名或删去其中一项。`,
    en: `The id “${p(d, 'id')}” is used twice here. Rename or remove one of the two.`,
  }),
  'table-row': (d) => ({
    'zh-CN': `表格此行有 ${p(d, 'cells')} 格,表头有 ${p(d, 'head')} 格。请补齐或删减,使两者相同。`,
    en: `This table row has ${p(d, 'cells')} cells under a head of ${p(d, 'head')}. Add or remove cells until they match.`,
  }),
  yaml: (d) => ({
    'zh-CN': `YAML 无法读取(第 ${p(d, 'line')} 行,第 ${p(d, 'column')} 列):${p(d, 'detail')}。请检查该行的缩进、冒号与引号;含“冒号加空格”或以 { 开头的文字须加单引号。`,
    en: `The YAML cannot be read (line ${p(d, 'line')}, column ${p(d, 'column')}): ${p(d, 'detail')}. Check the indent, colons and quotes there; put a text with “colon, space” or a leading { in single quotes.`,
  }),
  'ambiguous-name': (d) => ({
    'zh-CN': `“${p(d, 'id')}”同时是 ${p(d, 'kinds')},文字中的 {${p(d, 'id')}} 无法区分。请改名其中一个。`,
    en: `“${p(d, 'id')}” is both ${p(d, 'kinds')}, so {${p(d, 'id')}} in a text could mean either. Rename one of them.`,
  }),
  total: (d) => ({
    'zh-CN': `total 用于两个以上单位相同、从 0 起填的数字(${p(d, 'detail')})。请改正 asks 或删去 total。`,
    en: `A total is for two or more numbers of one unit that start at 0 (${p(d, 'detail')}). Correct “asks” or remove the total.`,
  }),
  hint: (d) => ({
    'zh-CN': `提示“${p(d, 'id')}”只能声明 hinted,不占时间、无其他后果(${p(d, 'detail')})。请删去其余内容,或改用其他行为。`,
    en: `The hint “${p(d, 'id')}” may only put “hinted” on record, in no time and without other consequences (${p(d, 'detail')}). Remove the rest or choose another kind of act.`,
  }),
  endless: (d) => ({
    'zh-CN': `“${p(d, 'id')}”不占时间却可反复进行,案例可能永不结束。请为其中一步写 minutes: 1 或更多。`,
    en: `“${p(d, 'id')}” can be done again and again in no time, so a case may never end. Give one of its steps “minutes: 1” or more.`,
  }),
  'uneven-options': (d) => ({
    'zh-CN': `场景“${p(d, 'id')}”的选项长短悬殊(${p(d, 'short')}–${p(d, 'long')} 字),长度会泄露答案。请改得相近。`,
    en: `The options of scene “${p(d, 'id')}” differ in length (${p(d, 'short')}–${p(d, 'long')} characters) and give themselves away. Even them out.`,
  }),
} satisfies Record<string, (params: Params) => Localized>;

export type IssueCode = keyof typeof sentences;

/** Gathers defects of one scenario; every check adds, none stops the others. */
export class Defects {
  readonly #list: Issue[] = [];

  get list(): readonly Issue[] {
    return this.#list;
  }

  /** Notes one defect at `path` of `file`; the sentence follows from the code. */
  add(code: IssueCode, place: { readonly file: string; readonly path: string }, params: Params = {}): void {
    this.#list.push({ code, file: place.file, path: place.path, message: sentences[code](params) });
  }
}
