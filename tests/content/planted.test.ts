import { describe, expect, it } from 'vitest';
import { present, type Issue } from '../../src/core/base';
import { parseScenario } from '../../src/core/scenario';
import { edited, filesOf, rawOf, type Edit } from './files';

// A sound case with defects put in on purpose: what an author is told must name the place and the remedy.

const ID = 'stockout-key-account';
const sound = filesOf(ID);
const yes = { text: 'Yes', reply: 'Yes', why: 'Yes' };

function told(edits: readonly Edit[]): readonly Issue[] {
  const result = parseScenario(rawOf(ID, edited(sound, edits)));
  return result.ok ? [] : result.error;
}
const place = ({ file, path, code }: Issue): string => `${file.split('/').at(-1) ?? ''} ${path} ${code}`;

interface Planted {
  readonly what: string;
  readonly edits: readonly Edit[];
  /** File, path and code of everything that must be said, and nothing else. */
  readonly told: readonly string[];
  /** What the English sentence must name. */
  readonly says: string;
}

const logic = (path: string, to?: Edit['to']): Edit =>
  to === undefined ? { file: 'logic', path } : { file: 'logic', path, to };

const defects: readonly Planted[] = [
  {
    what: 'an act without its English text',
    edits: [{ file: 'en', path: 'scenes/first/acts/least' }],
    told: ['en.yaml scenes.first.acts.least missing-text'],
    says: 'Write it in that language file',
  },
  {
    what: 'an act without its reason in Chinese',
    edits: [{ file: 'zh-CN', path: 'scenes/need/acts/asMany/why' }],
    told: ['zh-CN.yaml scenes.need.acts.asMany.why missing-key'],
    says: '“why” is missing',
  },
  {
    what: 'a text that belongs to nothing',
    edits: [{ file: 'en', path: 'scenes/first/acts/leest', to: yes }],
    told: ['en.yaml scenes.first.acts.leest surplus-text'],
    says: '“leest” belongs to nothing',
  },
  {
    what: 'a fact that does not exist, in an expression',
    edits: [logic('scenes/quantity/acts/release/emits/1/limit', 'facts.atpp')],
    told: ['scenario.yaml scenes.quantity.acts.release.emits.1.limit expression'],
    says: 'atpp',
  },
  {
    what: 'a finding that does not exist, in a condition',
    edits: [logic('scenes/tell/acts/shortOnly/when', 'known.splitt')],
    told: ['scenario.yaml scenes.tell.acts.shortOnly.when expression'],
    says: 'splitt',
  },
  {
    what: 'a scene that nobody reaches',
    edits: [
      logic('scenes/island', { acts: { go: { act: 'say', to: 'work' } } }),
      { file: 'en', path: 'scenes/island', to: { title: 'Island', acts: { go: yes } } },
      { file: 'zh-CN', path: 'scenes/island', to: { title: '孤岛', acts: { go: yes } } },
    ],
    told: ['scenario.yaml scenes.island unreached-scene'],
    says: 'No act leads to scene “island”',
  },
  {
    what: 'a number where a condition is wanted',
    edits: [logic('scenes/need/acts/staged/when', 'facts.atp')],
    told: ['scenario.yaml scenes.need.acts.staged.when expression'],
    says: 'yields double, wanted bool',
  },
  {
    what: 'a word compared with a number',
    edits: [logic('scenes/need/acts/staged/when', 'facts.caller > 3')],
    told: ['scenario.yaml scenes.need.acts.staged.when expression'],
    says: 'string > double',
  },
  {
    what: 'an expression that breaks off',
    edits: [logic('scenes/need/acts/staged/when', 'known.minimum &&')],
    told: ['scenario.yaml scenes.need.acts.staged.when expression'],
    says: 'known.minimum &&',
  },
  {
    what: 'a way to a scene that does not exist',
    edits: [logic('scenes/first/acts/least/to', 'wrok')],
    told: ['scenario.yaml scenes.first.acts.least.to unknown-scene'],
    says: 'no scene “wrok”',
  },
  {
    what: 'a mark for a criterion that the model does not have',
    edits: [logic('scenes/tell/acts/full/marks/R6.z', 1)],
    told: ['scenario.yaml scenes.tell.acts.full.marks.R6.z no-choice'],
    says: '"R6.z" is not possible',
  },
  {
    what: 'a mark for a criterion that the rubric does not list',
    edits: [logic('scenes/tell/acts/full/marks/R1.d', 1)],
    told: ['scenario.yaml scenes.tell.acts.full.marks.R1.d not-in-rubric'],
    says: 'R1.d is not in the rubric',
  },
  {
    what: 'a finding that is listed twice',
    edits: [logic('findings/20', 'slip')],
    told: ['scenario.yaml findings.20 duplicate'],
    says: '“slip” is used twice',
  },
  {
    what: 'two events of one name',
    edits: [logic('timeline/2/id', 'groupRead')],
    told: [
      'scenario.yaml timeline.3 duplicate',
      'zh-CN.yaml timeline.wuhanCutOff surplus-text',
      'en.yaml timeline.wuhanCutOff surplus-text',
    ],
    says: '“groupRead” is used twice',
  },
  {
    what: 'a placeholder that does not exist',
    edits: [{ file: 'en', path: 'findings/order', to: 'SO-0611: {orderd} cartons' }],
    told: ['en.yaml findings.order placeholder'],
    says: '{orderd}',
  },
  {
    what: 'a number of one act in the text of another',
    edits: [
      { file: 'en', path: 'scenes/tell/acts/vague/text', to: 'About {qty}' },
      { file: 'zh-CN', path: 'scenes/tell/acts/vague/text', to: '大约 {qty}' },
    ],
    told: [
      'zh-CN.yaml scenes.tell.acts.vague.text placeholder',
      'en.yaml scenes.tell.acts.vague.text placeholder',
    ],
    says: '{qty}',
  },
  {
    what: 'languages that give different facts',
    edits: [{ file: 'en', path: 'findings/minimum', to: 'At least some at 8 tomorrow' }],
    told: ['en.yaml findings.minimum uneven-locales'],
    says: '{minimum}',
  },
  {
    what: 'a scene without a way on',
    edits: ['check', 'trust'].map((act) => logic(`scenes/noon/acts/${act}/when`, 'known.picking')),
    told: ['scenario.yaml scenes.noon dead-end'],
    says: 'no way on without a condition',
  },
  {
    what: 'a criterion that nothing feeds',
    edits: [logic('scenes/arrange/acts/dock/marks')],
    told: ['scenario.yaml rubric.R5.a never-fed'],
    says: 'no act can earn it',
  },
  {
    what: 'a criterion without the list it counts over',
    edits: [logic('rubric/R2.a/findings'), logic('rubric/R4.b/promises'), logic('rubric/R4.d/deadlines', {})],
    told: [
      'scenario.yaml rubric.R2.a.findings rubric-lacks',
      'scenario.yaml rubric.R4.b.promises rubric-lacks',
      'scenario.yaml rubric.R4.d.deadlines rubric-lacks',
      ...['tell.acts.full.emits.1', 'tell.acts.shortOnly.emits.1', 'confirm.acts.email.emits.1'].map(
        (path) => `scenario.yaml scenes.${path} unknown-deadline`,
      ),
      'scenario.yaml scenes.confirm.acts.email.emits.2 unknown-deadline',
      'scenario.yaml timeline.0.emits.0 unknown-deadline',
      'scenario.yaml timeline.1.emits.0 unknown-deadline',
    ],
    says: 'lists no findings',
  },
  {
    what: 'a table row that lacks a cell',
    edits: [
      { file: 'en', path: 'records/schedule/blocks/0/rows/1/4' },
      { file: 'zh-CN', path: 'records/schedule/blocks/0/rows/1/4' },
    ],
    told: [
      'zh-CN.yaml records.schedule.blocks.0.rows.1 table-row',
      'en.yaml records.schedule.blocks.0.rows.1 table-row',
    ],
    says: '4 cells under a head of 5',
  },
  {
    what: 'a misspelt member of an act',
    edits: [logic('scenes/first/acts/least/moood', 5)],
    told: ['scenario.yaml scenes.first.acts.least.moood unknown-key'],
    says: 'Nothing here is called “moood”',
  },
  {
    what: 'a draw that can give nothing',
    edits: [logic('facts/caller/weights', [0, 0])],
    told: ['scenario.yaml facts.caller.weights draw'],
    says: 'Correct the values or weights',
  },
  {
    what: 'clocks out of order',
    edits: [logic('closes', '14:00')],
    told: ['scenario.yaml closes clock'],
    says: 'Put the times in order',
  },
  {
    what: 'a missing file',
    edits: [
      { file: 'en', path: 'title' },
      { file: 'en', path: 'scenes' },
    ],
    told: ['en.yaml scenes missing-key', 'en.yaml title missing-key'],
    says: 'is missing',
  },
];

describe('an author', () => {
  it('hears nothing about a sound case', () => {
    expect(told([])).toEqual([]);
  });

  it.each(defects)('hears of $what, and of nothing else', ({ edits, told: wanted, says }) => {
    const issues = told(edits);
    expect(issues.map(place).sort()).toEqual([...wanted].sort());
    expect(issues.map(({ message }) => message.en)).toContainEqual(expect.stringContaining(says));
  });

  it.each(defects)('is told in both languages what to do about $what', ({ edits }) => {
    for (const { message } of told(edits)) {
      expect(message['zh-CN']).toMatch(/请.+。$/u);
      expect(message.en).toMatch(/^.+[.] [A-Z].+[.]$/u);
    }
  });

  it('hears of all defects of all files in one pass', () => {
    const touches = (a: Planted, b: Planted): boolean =>
      a.edits.some((x) =>
        b.edits.some((y) => x.file === y.file && (x.path.startsWith(y.path) || y.path.startsWith(x.path))),
      );
    const apart = defects.filter((one, i) => !defects.slice(0, i).some((other) => touches(one, other)));
    const issues = told(apart.flatMap(({ edits }) => edits));
    expect(apart.length).toBeGreaterThan(20);
    expect(issues.map(place).sort()).toEqual(apart.flatMap((defect) => defect.told).sort());
  });

  it('hears of a defect behind one in the head of the same file', () => {
    const issues = told([logic('level', 9), logic('scenes/first/acts/least/to', 'wrok')]);
    expect(issues.map(place)).toEqual([
      'scenario.yaml level no-choice',
      'scenario.yaml scenes.first.acts.least.to unknown-scene',
    ]);
  });

  it('is told the file by the name of its folder', () => {
    const [first] = told([logic('level', 9)]);
    expect(present(first, 'an issue').file).toBe(`scenarios/${ID}/scenario.yaml`);
  });
});
