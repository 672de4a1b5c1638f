import type { Roster } from '../../core/course';
import type { Cabinet } from './cabinet';
import { TeachTrouble } from './fault';
import { sheaves } from './handins';
import { Pace } from './going';
import type { RowKind, StoredHandin } from './model';
import type { OpenBackup } from './restore';
import { said, type PlainRow } from './rows';
import { CLASS, HANDINS } from './schema';

/** What restoring would do to things of one kind. */
export interface Tally {
  /** In the backup and not here. */
  readonly fresh: number;
  /** Here too, and the same. */
  readonly same: number;
  /** Here in an older state: the backup's state takes its place. */
  readonly newer: number;
  /** Here in a later state, which stays. */
  readonly older: number;
}

/** What restoring a backup would do. */
export interface RestorePlan {
  readonly madeAt: number;
  readonly classes: Tally;
  readonly assignments: Tally;
  readonly handins: Tally;
  /** Marks, words, remarks, and the name of the instructor. */
  readonly words: Tally;
  /** Names of the classes in it, for the instructor to recognise. */
  readonly classNames: readonly string[];
  /** Rows to be written; none where everything is here already. */
  readonly put: readonly PlainRow[];
}

type Verdict = keyof Tally;
const KINDS_OF_WORDS: readonly RowKind[] = ['override', 'feedback', 'remarks', 'profile'];

/** Works out what restoring would change. Reads only. */
export async function planOf(cabinet: Cabinet, backup: OpenBackup): Promise<RestorePlan> {
  // A locked workspace cannot tell what it has.
  if (cabinet.lock.state === 'locked') throw new TeachTrouble('locked');
  const put: PlainRow[] = [];
  const tallyOf = async (kinds: readonly RowKind[]): Promise<Tally> => {
    const verdicts: Verdict[] = [];
    for (const kind of kinds) {
      const here = new Map((await cabinet.rows(kind)).map((row) => [row.id, row]));
      for (const row of backup.plain.filter((each) => each.kind === kind)) {
        const verdict = compared(here.get(row.id), row);
        verdicts.push(verdict);
        if (verdict === 'fresh' || verdict === 'newer') put.push(row);
      }
    }
    return tally(verdicts);
  };
  const classes = await tallyOf(['class']);
  const assignments = await tallyOf(['assignment']);
  const words = await tallyOf(KINDS_OF_WORDS);
  const results = await handinsOf(cabinet, backup);
  const rosters: readonly Roster[] = backup.plain.flatMap((row) =>
    row.kind === 'class' ? said(row, CLASS) : [],
  );
  return {
    madeAt: backup.head.madeAt,
    classes,
    assignments,
    words,
    handins: tally(results.verdicts),
    classNames: rosters.map(({ name }) => name),
    put: [...put, ...results.put],
  };
}

/**
 * Results are never changed after they came in, so only those that are missing are added: lists are compared by
 * what is in them, not row by row.
 */
async function handinsOf(cabinet: Cabinet, backup: OpenBackup) {
  const verdicts: Verdict[] = [];
  const put: PlainRow[] = [];
  const pace = new Pace();
  const originals = new Map(
    backup.plain.flatMap((row) => (row.kind === 'original' ? [[row.id, row] as const] : [])),
  );
  const lists: (readonly StoredHandin[])[] = [];
  for (const row of backup.plain) {
    if (row.kind !== 'handins') continue;
    lists.push(said(row, HANDINS));
    await pace.rest();
  }
  const there = await resultsHere(cabinet, new Set(lists.flat().map(({ assignment }) => assignment)));
  const missing = new Map<string, StoredHandin>();
  for (const each of lists.flat()) {
    const id = `${each.assignment}/${each.id}`;
    if (missing.has(id)) continue;
    if (there.has(id)) verdicts.push('same');
    else {
      missing.set(id, each);
      verdicts.push('fresh');
    }
    await pace.rest();
  }
  for (const id of missing.keys()) {
    const original = originals.get(id);
    if (original) put.push(original);
  }
  return { verdicts, put: [...put, ...(await sheaves([...missing.values()], cabinet.now()))] };
}

/** Results that are listed here, as assignment/id. */
async function resultsHere(cabinet: Cabinet, assignments: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const assignment of assignments)
    for (const [, list] of await cabinet.lists.of(assignment))
      for (const { id } of list) there.add(`${assignment}/${id}`);
  return there;
}

function compared(here: PlainRow | undefined, row: PlainRow): Verdict {
  if (!here) return 'fresh';
  if (here.text === row.text) return 'same';
  return row.at > here.at ? 'newer' : 'older';
}

function tally(verdicts: readonly Verdict[]): Tally {
  const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
  return { fresh: count('fresh'), same: count('same'), newer: count('newer'), older: count('older') };
}
