import type { Locale } from '../base';
import { isRecordOfText, leavesOf } from './text-leaves';
import type { Defects, IssueCode } from './issues';
import { placeholdersOf } from './placeholders';
import type { Act, ActText, Spec, Texts } from './schema';

interface Page {
  readonly spec: Spec;
  readonly words: Texts;
  readonly locale: Locale;
  readonly file: string;
}
type Add = (code: IssueCode, path: string, params?: Record<string, string | number>) => void;

/**
 * Checks that one language has a text for everything in the logic and for nothing else, and that every
 * placeholder names a fact, a variable or an input of its act.
 * @example checkTexts({ spec, words, locale: 'en', file: 'en.yaml' }, defects)
 */
export function checkTexts(page: Page, defects: Defects): void {
  const { spec, words, locale, file } = page;
  const add: Add = (code, path, params = {}) => {
    defects.add(code, { file, path }, { locale, ...params });
  };
  const ids = (table: object): readonly string[] => Object.keys(table);
  same(
    spec.opening.map((o) => o.id),
    ids(words.opening),
    { path: 'opening', add },
  );
  same(spec.findings, ids(words.findings), { path: 'findings', add });
  same(ids(spec.records), ids(words.records), { path: 'records', add });
  same(ids(spec.scenes), ids(words.scenes), { path: 'scenes', add });
  const told = spec.timeline.filter((entry) => !entry.silent).map((entry) => entry.id);
  same(told, ids(words.timeline), { path: 'timeline', add });
  checkActs({ acts: spec.desk, texts: words.desk, path: 'desk' }, add);
  for (const [id, scene] of Object.entries(spec.scenes)) {
    const texts = words.scenes[id];
    if (!texts) continue;
    checkActs({ acts: scene.acts, texts: texts.acts, path: `scenes.${id}.acts` }, add);
    if (scene.ending && texts.story === undefined) add('missing-text', `scenes.${id}.story`, { id: 'story' });
  }
  checkInputs(spec, words, add);
  checkTables(words, add);
  checkPlaceholders(spec, words, add);
}

function same(
  wanted: readonly string[],
  given: readonly string[],
  at: { readonly path: string; readonly add: Add },
): void {
  for (const id of wanted) if (!given.includes(id)) at.add('missing-text', `${at.path}.${id}`, { id });
  for (const id of given) if (!wanted.includes(id)) at.add('surplus-text', `${at.path}.${id}`, { id });
}

function checkActs(
  table: {
    readonly acts: Readonly<Record<string, Act>>;
    readonly texts: Readonly<Record<string, ActText>>;
    readonly path: string;
  },
  add: Add,
): void {
  same(Object.keys(table.acts), Object.keys(table.texts), { path: table.path, add });
  for (const [id, act] of Object.entries(table.acts)) {
    const words = table.texts[id];
    if (!words) continue;
    const path = `${table.path}.${id}.reply`;
    if (act.replies.length === 0) {
      if (typeof words.reply !== 'string') add('missing-text', path, { id: `${id}.reply` });
    } else
      same(
        act.replies.map((r) => r.id),
        isRecordOfText(words.reply) ? Object.keys(words.reply) : [],
        {
          path,
          add,
        },
      );
  }
}

function inputsOf(spec: Spec): readonly string[] {
  const acts = [
    ...Object.values(spec.desk),
    ...Object.values(spec.scenes).flatMap((s) => Object.values(s.acts)),
  ];
  return [...new Set(acts.flatMap((act) => Object.keys(act.asks)))];
}

function checkInputs(spec: Spec, words: Texts, add: Add): void {
  same(inputsOf(spec), Object.keys(words.inputs), { path: 'inputs', add });
}

function checkTables(words: Texts, add: Add): void {
  for (const [id, record] of Object.entries(words.records))
    record.blocks.forEach((block, at) => {
      if (block.kind !== 'table') return;
      const head = block.head.length;
      block.rows.forEach((row, i) => {
        const path = `records.${id}.blocks.${String(at)}.rows.${String(i)}`;
        if (row.length !== head) add('table-row', path, { cells: row.length, head });
      });
    });
}

function checkPlaceholders(spec: Spec, words: Texts, add: Add): void {
  const everywhere = new Set([...Object.keys(spec.facts), ...Object.keys(spec.vars)]);
  for (const [path, text] of leavesOf(words)) {
    for (const placeholder of placeholdersOf(text)) {
      const [name = '', format] = placeholder.split('|');
      const local = inputsAt(spec, path).includes(name);
      if ((!everywhere.has(name) && !local) || (format !== undefined && format !== 'clock'))
        add('placeholder', path, { name: placeholder });
    }
  }
}

/** Inputs of the act whose text stands at this path. */
function inputsAt(spec: Spec, path: string): readonly string[] {
  const [top, first, acts, second] = path.split('.');
  const act = top === 'desk' ? spec.desk[first ?? ''] : spec.scenes[first ?? '']?.acts[second ?? ''];
  const here = top === 'desk' || (top === 'scenes' && acts === 'acts');
  return here && act ? Object.keys(act.asks) : [];
}
