import type { Locale } from '../../core/base';
import type { RosterColumns, RosterProblem, RosterProblemCode } from '../../core/course';
import { formatNumber, plural } from '../format';

/** What a list that comes in does to the one that is there. */
interface Outcome {
  readonly added: number;
  readonly updated: number;
  readonly same: number;
  readonly removed: number;
}

const zhProblems: Readonly<Record<RosterProblemCode, (text: string, first: number) => string>> = {
  'no-columns': () => '认不出哪一列是学号、哪一列是姓名。请在第一行加上“学号”“姓名”作表头，或只留这两列。',
  'too-many': () => '名单太长，最多20,000行。请分成几个班。',
  'missing-number': (text) => `缺学号（姓名：${text}）。请补上，或删去这一行。`,
  'missing-name': (text) => `缺姓名（学号：${text}）。请补上，或删去这一行。`,
  duplicate: (text, first) => `学号${text}与第${first}行重复。请留下对的一行。`,
  'too-long': (text) => `“${text.slice(0, 24)}…”太长，不像学号或姓名。请检查这一行的列。`,
  'spoiled-number': (text) =>
    `学号成了${text}，后几位已丢失。请在表格里把学号列设成“文本”后重新录入，再导出。`,
  'odd-number': (text) => `“${text}”不像学号。请检查这一行的列。`,
  'odd-name': (text) => `“${text}”不像姓名。请检查这一行的列。`,
  'heading-again': () => '又是一行表头。请删去这一行。',
};

const enProblems: Readonly<Record<RosterProblemCode, (text: string, first: number) => string>> = {
  'no-columns': () =>
    'It is not clear which column holds the numbers and which the names. Put “number” and “name” above them, or leave only these two.',
  'too-many': () => 'The list is too long: at most 20,000 lines. Make several classes of it.',
  'missing-number': (text) => `no student number (name: ${text}). Add it, or delete the line.`,
  'missing-name': (text) => `no name (number: ${text}). Add it, or delete the line.`,
  duplicate: (text, first) => `number ${text} stands on line ${String(first)} already. Keep the right one.`,
  'too-long': (text) =>
    `“${text.slice(0, 24)}…” is too long for a number or name. Check the columns of this line.`,
  'spoiled-number': (text) =>
    `the number has become ${text}; its last digits are gone. Format the column as text in the spreadsheet, enter the numbers again and export.`,
  'odd-number': (text) => `“${text}” does not look like a student number. Check the columns of this line.`,
  'odd-name': (text) => `“${text}” does not look like a name. Check the columns of this line.`,
  'heading-again': () => 'the headings once more. Delete the line.',
};

const n = (count: number): string => formatNumber(count, 'zh-CN');

const zhCN = {
  title: (name: string) => (name === '' ? '名单' : `${name}：名单`),
  assign: '布置作业',
  rename: '改名',
  remove: '删除班级',
  className: '班级名称',
  importFirst: '导入名单',
  importMore: '再导入名单',
  lead: '每行一名学生，要有学号和姓名，可以有班级或小组；有没有表头都行。全部核对无误才会存入，不会只存一半。',
  open: '打开文件…',
  kinds: 'XLSX（Excel、WPS），CSV（UTF-8或GBK）；也可以拖进来',
  choose: '选择名单文件',
  fileFaults: {
    'too-large': '文件超过20 MB，不像名单。请只留名单那一张表再试。',
    bomb: '文件解开后异常庞大，不予打开。请把名单复制到新表格里再存。',
    'old-or-locked': '这是旧版.xls文件，或设了密码。请另存为.xlsx或CSV（不设密码）再试。',
    unreadable: '读不出表格：文件可能已损坏，或不是XLSX、CSV。请重新导出，或直接粘贴。',
    empty: '文件里没有内容。请检查是不是选错了文件或工作表。',
  },
  sheet: '工作表',
  paste: '粘贴名单，也可以在这里改',
  pasteHelp: '从Excel、WPS、教务系统或聊天里复制都可以：用制表符、逗号或空格分开。',
  example: '学号\t姓名\t班级\n2023001\t张三\t物流2301',
  columns: { number: '学号', name: '姓名', group: '班级/小组', acts: '操作' },
  found: ({ number, name, group }: RosterColumns) =>
    `认出的列：第${number + 1}列是学号，第${name + 1}列是姓名${group === undefined ? '' : `，第${group + 1}列是班级/小组`}。`,
  sample: (shown: number, all: number) => (all > shown ? `前${n(shown)}名，共${n(all)}名` : `共${n(all)}名`),
  problems: (count: number) => `${n(count)}行有问题，还没有存`,
  problem: ({ line, code, text, first = 0 }: RosterProblem) =>
    `第${line}行：${zhProblems[code](text, first)}`,
  more: (count: number) => `还有${n(count)}行。`,
  correct: '请在上面的文字框里改正，改好的随即从这里消失。',
  without: '不要这些行，只导入没有问题的',
  mode: '与现有名单',
  modes: { add: '合并：补入新的，更新已有的', replace: '替换：名单上没有的移出' },
  outcome: ({ added, updated, same, removed }: Outcome) =>
    [
      `补入${n(added)}名`,
      updated > 0 ? `更新${n(updated)}名` : '',
      same > 0 ? `${n(same)}名不变` : '',
      removed > 0 ? `移出${n(removed)}名（已交的结果保留）` : '',
    ]
      .filter(Boolean)
      .join('，'),
  save: (count: number) => `存入名单（${n(count)}名）`,
  clear: '清空',
  savedNow: (count: number) => `名单已存，现有${n(count)}名学生。`,
  undo: '撤销',
  students: (count: number) => `学生（${n(count)}名）`,
  seek: '查找学号、姓名、小组',
  showAll: (count: number) => `显示全部${n(count)}名`,
  edit: '修改',
  editOf: (name: string) => `修改${name}`,
  dropOf: (name: string) => `移出${name}`,
  editTitle: '修改学生',
  taken: '班里已有这个学号。',
  numberNote: '改了学号，以前用旧学号交的结果不会跟着改。',
  cancel: '取消',
  keep: '保存',
  removeTitle: '删除这个班级？',
  removeText: (students: number, assignments: number) =>
    `名单（${n(students)}名学生）和它的${n(assignments)}份作业，连同交来的结果、改分和批注，都会删除，不能撤销。需要的话，先存一份备份。`,
  removeConfirm: (name: string) => `输入班级名称“${name}”以确认`,
  removeAct: '删除',
};

export type TeachRosterMessages = typeof zhCN;

const count = (many: number): string => formatNumber(many, 'en');

const en = {
  title: (name) => (name === '' ? 'Roster' : `${name}: roster`),
  assign: 'Assign',
  rename: 'Rename',
  remove: 'Delete the class',
  className: 'Name of the class',
  importFirst: 'Import the roster',
  importMore: 'Import more',
  lead: 'One student a line with number and name, perhaps a group; headings or none. Nothing is saved until the whole list is sound.',
  open: 'Open a file…',
  kinds: 'XLSX (Excel, WPS), CSV (UTF-8 or GBK); dropping it here works, too',
  choose: 'Choose a roster file',
  fileFaults: {
    'too-large': 'The file is larger than 20 MB and hardly a roster. Leave only the sheet with the list.',
    bomb: 'The file unpacks into something enormous and was not opened. Copy the list into a new workbook.',
    'old-or-locked': 'This is an old .xls file or has a password. Save it as .xlsx or CSV without one.',
    unreadable:
      'No table can be read from it: the file is damaged, or neither XLSX nor CSV. Export it again, or paste the list.',
    empty: 'There is nothing in this file. Is it the right file, the right sheet?',
  },
  sheet: 'Sheet',
  paste: 'Paste the roster; correct it here, too',
  pasteHelp: 'Copied from a spreadsheet, a school system or a chat: tabs, commas or spaces between.',
  example: 'number\tname\tgroup\n2023001\tZhang San\tA',
  columns: { number: 'Number', name: 'Name', group: 'Group', acts: 'Actions' },
  found: ({ number, name, group }) =>
    `Columns: ${String(number + 1)} holds the numbers, ${String(name + 1)} the names${group === undefined ? '' : `, ${String(group + 1)} the groups`}.`,
  sample: (shown, all) =>
    all > shown ? `The first ${count(shown)} of ${count(all)}` : `${count(all)} in all`,
  problems: (many) =>
    plural(many, 'en', {
      one: '1 line has a problem; nothing is saved yet',
      other: `${count(many)} lines have a problem; nothing is saved yet`,
    }),
  problem: ({ line, code, text, first = 0 }) => `Line ${String(line)}: ${enProblems[code](text, first)}`,
  more: (many) => `And ${count(many)} more.`,
  correct: 'Correct them in the text above; what is right disappears from here.',
  without: 'Leave these lines out and import the others',
  mode: 'With the present list',
  modes: { add: 'Merge: add and update', replace: 'Replace: who is not listed goes' },
  outcome: ({ added, updated, same, removed }) =>
    [
      `${count(added)} added`,
      updated > 0 ? `${count(updated)} updated` : '',
      same > 0 ? `${count(same)} unchanged` : '',
      removed > 0 ? `${count(removed)} removed (their results stay)` : '',
    ]
      .filter(Boolean)
      .join(', '),
  save: (many) => `Save the roster (${count(many)})`,
  clear: 'Clear',
  savedNow: (many) =>
    plural(many, 'en', {
      one: 'Saved: the class has 1 student.',
      other: `Saved: the class has ${count(many)} students.`,
    }),
  undo: 'Undo',
  students: (many) => `Students (${count(many)})`,
  seek: 'Find number, name or group',
  showAll: (many) => `Show all ${count(many)}`,
  edit: 'Edit',
  editOf: (name) => `Edit ${name}`,
  dropOf: (name) => `Remove ${name}`,
  editTitle: 'Edit the student',
  taken: 'Another student of the class has this number.',
  numberNote: 'Results that were handed in under the former number keep it.',
  cancel: 'Cancel',
  keep: 'Save',
  removeTitle: 'Delete this class?',
  removeText: (students, assignments) =>
    `The roster (${plural(students, 'en', { one: '1 student', other: `${count(students)} students` })}) and ${plural(assignments, 'en', { one: '1 assignment', other: `${count(assignments)} assignments` })} with all results, changed marks and remarks will be deleted. That cannot be undone; save a backup first if in doubt.`,
  removeConfirm: (name) => `Type the name “${name}” to confirm`,
  removeAct: 'Delete',
} satisfies TeachRosterMessages;

/** Words of a class's roster. */
export const teachRoster: Readonly<Record<Locale, TeachRosterMessages>> = { 'zh-CN': zhCN, en };
