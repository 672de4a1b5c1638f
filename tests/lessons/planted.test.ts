import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/core/base';
import { both, courseOf, flaws, replaced, sound, type Texts } from './small-course';

const caution = (rows: string): string => `
\`\`\`caution claim
rows: ${rows}
claim: x
said: x
known: x
advice: x
\`\`\``;
const table = '| a | b |\n| - | -: |\n| 1 | 2 |';

/** A defect, planted in both languages or in one, and what must be said about it. */
const planted: readonly (readonly [string, Texts, string])[] = [
  ['a case that is not in scenarios/', both('```case nowhere\ntask: x\n```'), 'unknown-case'],
  ['a lab that is not planned', both('```lab L9.9\ntask: x\n```'), 'unknown-lab'],
  ['a drawing that nobody drew', both('```figure drawing moon\ncaption: x\n```'), 'unknown-drawing'],
  ['a term that the glossary lacks', both('[[moon]]'), 'unknown-term'],
  ['a row that the inventory lacks', replaced('[D0-001]', '[D0-999]'), 'unknown-row'],
  [
    'an objective that the front matter lacks',
    replaced('objective: count', 'objective: moon'),
    'unknown-objective',
  ],
  ['a link to a section that is not planned', both('[x](u01/s9)'), 'unknown-section'],
  ['a link to a place that does not exist', both('[x](#moon)'), 'unknown-place'],
  ['a link out of the course', both('[x](https://example.org)'), 'unsupported'],
  ['an image', both('![x](y.png)'), 'unsupported'],
  ['HTML in the text', both('<b>x</b>'), 'unsupported'],
  ['code that is no block', both('    indented'), 'unsupported'],
  ['a fence of an unknown kind', both('```quiz x\na: 1\n```'), 'no-choice'],
  ['a check of an unknown kind', both('```check essay x\na: 1\n```'), 'no-choice'],
  ['a callout of an unknown kind', both('> [!MOON] x'), 'no-choice'],
  ['a plain quote', both('> x'), 'no-choice'],
  ['a fence without an id', both('```check single\na: 1\n```'), 'missing-key'],
  ['broken YAML', both('```formula f\nis: [x\n```'), 'yaml'],
  ['a key that does not exist', both('```formula f\nis: x\nwher: {}\n```'), 'unknown-key'],
  ['a missing text', both('```formula f\nwhere: {}\n```'), 'missing-key'],
  ['an empty text', both("```formula f\nis: ''\n```"), 'shape'],
  ['an id that is no slug', both('## X {#No Slug}'), 'bad-id'],
  ['an id used twice', both('## X {#start}'), 'duplicate'],
  ['a heading without an id', both('## X'), 'heading-id'],
  ['a heading of the first level', both('# X {#x}'), 'heading-level'],
  ['a table without a caption', both(table), 'table-caption'],
  ['emphasis that took no effect', both('a ** b'), 'stray-mark'],
  [
    'a single choice with two right options',
    replaced('text: 文字, why', 'text: 文字, right: true, why'),
    'right-options',
  ],
  ['a trap within the tolerance', replaced('value: 20', 'value: 10.5'), 'trap-is-right'],
  [
    'a check with one option',
    both('```check single z\nprompt: x\noptions: { a: { text: x, right: true, why: x } }\n```'),
    'too-few',
  ],
  [
    'two equal right-hand sides',
    both(
      '```check matching z\nprompt: x\npairs: { a: { left: x, right: y, why: x }, b: { left: x, right: y, why: x } }\n```',
    ),
    'same-right-side',
  ],
  [
    'a card of a group that does not exist',
    both(
      '```check categorise z\nprompt: x\ngroups: { a: x, b: y }\ncards: { c: { text: x, group: z, why: x }, d: { text: x, group: a, why: x } }\n```',
    ),
    'unknown-group',
  ],
  ['half-width marks in Chinese', { ...sound, zh: `${sound.zh}\n文字,文字\n` }, 'half-width'],
  ['a half-width mark behind emphasis', { ...sound, zh: `${sound.zh}\n**文字**:文字\n` }, 'half-width'],
  ['a blank between number and character', { ...sound, zh: `${sound.zh}\n300 箱\n` }, 'digit-space'],
  ['a block that one language lacks', { ...sound, en: `${sound.en}\n## More {#more}\n` }, 'uneven'],
  [
    'a number that differs between languages',
    { ...sound, en: sound.en.replace('value: 10', 'value: 11') },
    'uneven',
  ],
  [
    'another right option in one language',
    {
      ...sound,
      en: sound.en.replace('right: true, ', '').replace('a: { text: words', 'a: { text: words, right: true'),
    },
    'uneven',
  ],
  [
    'other minutes in one language',
    { ...sound, en: sound.en.replace('minutes: 40', 'minutes: 45') },
    'uneven',
  ],
  ['no front matter', { ...sound, en: 'Text' }, 'front'],
  ['a doubtful claim without a caution', replaced('[D0-001]', '[D0-001, D0-049]'), 'needs-caution'],
  ['a caution about an unknown row', both(caution('[D0-999]')), 'unknown-row'],
];

describe('the course reader', () => {
  it('finds nothing wrong with a sound section', () => {
    expect(flaws(courseOf(sound))).toEqual([]);
    expect(courseOf(sound).sections).toHaveLength(1);
  });

  it('reads every kind of figure, also without what is optional', () => {
    const pair = '[{ label: x }, { label: y, note: z }]';
    const groups = '[{ label: x, members: [y] }, { label: z, members: [] }]';
    const cells = '[{ label: x }, { label: x }, { label: x }, { label: x }]';
    const figures = {
      'steps a': `items: ${pair}`,
      'cycle b': `items: ${pair}`,
      'bars c': 'unit: h\nbars: [{ label: x, value: 1 }, { label: y, value: -2, mark: true }]',
      'quadrant d': `across: [x, y]\nup: [x, y]\ncells: ${cells}`,
      'groups e': `groups: ${groups}`,
      'layers f': `groups: ${groups}`,
      'drawing three-flows': '',
    };
    const text = Object.entries(figures).map(
      ([name, data]) => `\`\`\`figure ${name}\ncaption: x\n${data}\n\`\`\``,
    );
    const course = courseOf(both(text.join('\n\n')));
    expect(flaws(course)).toEqual([]);
    const shown = course.sections[0]?.en.blocks.filter(({ kind }) => kind === 'figure');
    expect(shown).toHaveLength(7);
  });

  it.each(planted)('reports %s', (_, texts, code) => {
    const { issues } = courseOf(texts);
    expect(issues.map((issue) => issue.code)).toContain(code);
    for (const { file, message } of issues) {
      expect(file).toMatch(/:\d+$/);
      for (const locale of LOCALES) expect(message[locale].length).toBeGreaterThan(10);
    }
  });

  it('names the line of the defect', () => {
    const line = sound.en.split('\n').length + 1;
    expect(flaws(courseOf({ ...sound, en: `${sound.en}\n[[moon]]\n` }))).toEqual([
      `s1.en.md:${line} unknown-term`,
    ]);
  });

  it('names the line inside broken YAML', () => {
    const line = sound.en.split('\n').length + 1;
    const broken = '```formula f\nis: x\nwhere: }\n```';
    expect(flaws(courseOf({ ...sound, en: `${sound.en}\n${broken}\n` }))).toContain(
      `s1.en.md:${line + 2} yaml`,
    );
  });

  it('accepts a doubtful claim beside its caution, also inside a callout', () => {
    const with49 = replaced('[D0-001]', '[D0-001, D0-049]');
    const quoted = `> [!NOTE]\n${caution('[D0-049]').trim().replaceAll(/^/gm, '> ')}`;
    expect(
      flaws(courseOf({ zh: with49.zh + caution('[D0-049]'), en: with49.en + caution('[D0-049]') })),
    ).toEqual([]);
    expect(flaws(courseOf({ zh: `${with49.zh}\n${quoted}`, en: `${with49.en}\n${quoted}` }))).toEqual([]);
  });

  it('shares the product’s glossary, and refuses a unit that repeats a term of it', () => {
    const moon = { id: 'moon', 'zh-CN': { term: '月', meaning: '月' }, en: { term: 'moon', meaning: 'm' } };
    expect(flaws(courseOf(both('[[moon]]'), { glossary: [moon] }))).toEqual([]);
    const repeated = courseOf(sound, { glossary: [{ ...moon, id: 'atp' }] });
    expect(repeated.issues.map(({ code }) => code)).toEqual(['duplicate']);
  });

  it('keeps a draft out of the course and its defects out of the build', () => {
    const draft = { ...sound, zh: `${sound.zh.replace('minutes', 'draft: true\nminutes')}\n[[moon]]\n` };
    const course = courseOf(draft);
    expect(course.issues).toEqual([]);
    expect(course.sections).toEqual([]);
    expect(course.drafts['u01/s1']?.map(({ code }) => code)).toEqual(['unknown-term']);
  });

  it('asks for the other language of a section', () => {
    const only = [{ unit: 'u01', id: 's1', file: 's1.zh-CN.md', locale: 'zh-CN', text: sound.zh }] as const;
    expect(flaws(courseOf(sound, { sections: only }))).toEqual(['s1.zh-CN.md:1 missing-language']);
  });

  it('refuses a section that no unit plans', () => {
    const lost = [
      { unit: 'u01', id: 's7', file: 'a', locale: 'zh-CN', text: sound.zh },
      { unit: 'u01', id: 's7', file: 'b', locale: 'en', text: sound.en },
    ] as const;
    expect(flaws(courseOf(sound, { sections: lost }))).toContain('a:1 unknown-section');
  });

  it('refuses prerequisites that lead back', () => {
    const text = `u01: { title: { zh-CN: x, en: x }, hours: { h72: 1, h48: 1, h32: 1 }, after: [u01], methods: { zh-CN: [], en: [] }, sections: {}, labs: {} }`;
    const units = { file: 'units.yaml', text };
    expect(flaws(courseOf(sound, { units, sections: [] }))).toEqual(['units.yaml:1 circle']);
  });
});
