import { readCourse, type Course, type CourseFiles } from '../../src/core/lesson';
import { tools } from '../../src/io/lessons/lesson-plugin';

const units = `
u01:
  title: { zh-CN: 甲, en: First }
  hours: { h72: 2, h48: 2, h32: 0 }
  after: []
  methods: { zh-CN: [讲授], en: [lecture] }
  sections: { s1: { zh-CN: 甲一, en: One }, s2: { zh-CN: 甲二, en: Two } }
  labs: { L1.1: { zh-CN: 实训, en: Lab } }
`;
const inventory = `
D0-001: { zh-CN: 题, en: Topic, units: [u01] }
D0-049: { zh-CN: 说法, en: Claim, units: [u01], doubtful: true }
`;
const terms = `
atp: { zh-CN: { term: 可承诺量, meaning: 能答应的数量 }, en: { term: ATP, meaning: what can be promised } }
`;
const head = (title: string): string => `---
title: ${title}
minutes: 40
objectives: { count: ${title} }
key: [${title}]
difficult: [${title}]
covers: [D0-001]
---
`;

/** A check of every kind, with the given words as every text. */
export function everyCheck(text: string): string {
  return `
\`\`\`check single one
objective: count
prompt: ${text}
options: { a: { text: ${text}, why: ${text} }, b: { text: ${text}, right: true, why: ${text} } }
\`\`\`

\`\`\`check numeric many
prompt: ${text}
value: 10
tolerance: 1
unit: ${text}
why: ${text}
traps: [{ value: 20, why: ${text} }]
\`\`\`
`;
}

/** The two files of a sound section, to be damaged by a test. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}
export const sound: Texts = {
  zh: `${head('题目')}
## 标题 {#start}

正文提到[[atp]]和[[atp 数量]]，见[下节](u01/s2)与[上文](#start)。
${everyCheck('文字')}
`,
  en: `${head('Title')}
## Heading {#start}

The text names [[atp]] and [[atp a quantity]], see [the next](u01/s2) and [above](#start).
${everyCheck('words')}
`,
};

/** A course of one section out of its two texts. */
export function courseOf({ zh, en }: Texts, more: Partial<CourseFiles> = {}): Course {
  const place = { unit: 'u01', id: 's1' } as const;
  return readCourse(
    {
      units: { file: 'units.yaml', text: units },
      inventory: { file: 'inventory.yaml', text: inventory },
      terms: [{ file: 'terms.yaml', text: terms }],
      sections: [
        { ...place, file: 's1.zh-CN.md', locale: 'zh-CN', text: zh },
        { ...place, file: 's1.en.md', locale: 'en', text: en },
      ],
      glossary: [],
      cases: ['stockout'],
      drawings: ['three-flows'],
      ...more,
    },
    tools,
  );
}

/** The same addition to both languages. */
export function both(addition: string): Texts {
  return { zh: `${sound.zh}\n${addition}\n`, en: `${sound.en}\n${addition}\n` };
}

/** The same replacement in both languages. */
export function replaced(from: string | RegExp, to: string): Texts {
  return { zh: sound.zh.replace(from, to), en: sound.en.replace(from, to) };
}

/** `file:line code` of every defect. */
export function flaws(course: Course): readonly string[] {
  return course.issues.map(({ file, code }) => `${file} ${code}`);
}
