import { median, ms, percentile, row, type Row, type Rows } from './measure';
import { LIMITS, REDUCTIONS, type SearchCost } from './search-job';
import { Searcher } from './searcher';

const SEEDS = [1, 2, 3, 4, 5];
/** States after mistakes for each case. */
const STATES = 20;
/** Milliseconds for one search, and for the states after mistakes of one case: then no further one is begun. */
const PATIENCE = 12_000;
const PATIENCE_CASE = 40_000;
const PATIENCE_REDUCED = 8_000;

/**
 * The cost of exact search in one case, nothing remembered from one search to the next: the best play from the
 * start, on the dearest of five seeds; and the best play from states after mistakes, each a random play cut at the
 * first or a later moment at which full marks are provably out of reach. A search that passes the limit of nodes, or
 * takes too long, counts as too large, with the nodes and the time it had when it was ended.
 */
export async function searchRows(code: string): Promise<Rows> {
  const searcher = new Searcher();
  const starts: SearchCost[] = [];
  for (const seed of SEEDS)
    starts.push((await searcher.cost({ kind: 'start', code, seed }, PATIENCE_CASE)) ?? ENDED);
  const after = await afterMistakes(searcher, code);
  searcher.end();
  const over = after.filter((cost) => cost.over).length;
  const times = after.map((cost) => cost.ms);
  const name = `search.${code}`;
  const limit = (LIMITS.at(-1) ?? 0).toLocaleString('en-US');
  const [start, worst] = [dearest(starts), dearest(after)];
  return {
    [`${name}.ms`]: ms(start.ms, `from the start, worst of ${SEEDS.length} seeds`),
    [`${name}.nodes`]: nodesRow(start),
    [`${name}.after.median.ms`]: ms(median(times), `after mistakes, ${after.length} states`),
    [`${name}.after.p90.ms`]: ms(percentile(times, 0.9)),
    [`${name}.after.worst.ms`]: ms(Math.max(...times), over > 0 ? 'ended there' : undefined),
    [`${name}.after.median.nodes`]: row(median(after.map(({ nodes }) => nodes)), 'states'),
    [`${name}.after.worst.nodes`]: nodesRow(worst),
    [`${name}.after.too-large`]: row(over, `of ${after.length}`, `${limit} states, ${PATIENCE / 1000} s`),
  };
}

const ENDED: SearchCost = { ms: PATIENCE, nodes: 0, over: true };

/** A search that was ended is dearer than any that was not. */
function dearest(costs: readonly SearchCost[]): SearchCost {
  const over = costs.filter((cost) => cost.over);
  const among = over.length > 0 ? over : costs;
  return {
    ms: Math.max(...costs.map((cost) => cost.ms)),
    nodes: Math.max(...among.map((cost) => cost.nodes)),
    over: over.length > 0,
  };
}

function nodesRow({ nodes, over }: SearchCost): Row {
  return over ? row(nodes, 'or more', 'too large') : row(nodes, 'states');
}

async function afterMistakes(searcher: Searcher, code: string): Promise<readonly SearchCost[]> {
  const costs: SearchCost[] = [];
  const end = performance.now() + PATIENCE_CASE;
  for (let index = 0; index < STATES && performance.now() < end; index++) {
    const begun = performance.now();
    const cost = (await searcher.cost({ kind: 'mistake', code, index }, PATIENCE)) ?? ENDED;
    const passed = performance.now() - begun;
    // One that was ended by the clock took all the time there was, whatever its lower limits had taken.
    costs.push(cost.over && passed >= PATIENCE ? { ...cost, ms: PATIENCE } : cost);
  }
  return costs;
}

/** What each reduction contributes: states expanded from the start without it, up to a limit. */
export async function reductionRows(code: string): Promise<Rows> {
  const searcher = new Searcher();
  const rows: [string, Row][] = [];
  for (const without of ['nothing', ...REDUCTIONS]) {
    const cost =
      (await searcher.cost({ kind: 'without', code, seed: 1, without }, PATIENCE_REDUCED)) ?? ENDED;
    const note = cost.over ? `> ${cost.nodes.toLocaleString('en-US')}` : undefined;
    const name = without === 'nothing' ? 'all-reductions' : `without-${without}`;
    rows.push([`search.${code}.${name}.nodes`, row(cost.nodes, cost.over ? 'or more' : 'states', note)]);
  }
  searcher.end();
  return Object.fromEntries(rows);
}
