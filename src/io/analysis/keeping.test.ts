import { describe, expect, it } from 'vitest';
import { filesOf, rawOf } from '../../../tests/content/files';
import { inputOf, must, playAll, playNamed, readPlays, seedFor } from '../../../tests/content/plays';
import { err, points, present, shareOfBasis, type Json } from '../../core/base';
import { compileCase, instantiate, parseScenario } from '../../core/scenario';
import { analyse, type WorkerLike } from './client';
import { Keeping, type AnalysisShelf } from './keeping';
import { fits, keysOf, plain, readBest, readFindings, type Kept } from './kept';
import type { AnalysisOrder, AnalysisReport } from './report';
import { steps } from './steps';

const ID = 'stockout-key-account';
const parsed = parseScenario(rawOf(ID, filesOf(ID)));
if (!parsed.ok) throw new Error('the scenario does not parse');
const scenario = parsed.value;
const novice = playNamed(readPlays(ID), 'novice');
const seed = present(seedFor(scenario, novice.assumes), 'seed');
const { log } = must(playAll(compileCase(instantiate(scenario, seed)), novice.inputs.map(inputOf)));
const order: AnalysisOrder = { logic: scenario, seed, log };
const reports = [...steps(order)];
const [gradedReport, costedReport, advisedReport, repairedReport] = reports;
if (gradedReport?.kind !== 'graded' || costedReport?.kind !== 'costed') throw new Error('not worked out');
if (advisedReport?.kind !== 'advised' || repairedReport?.kind !== 'repaired')
  throw new Error('not worked out');
if (!costedReport.costs.regrets.ok) throw new Error('not worked out');
const { graded } = gradedReport;
const regrets = costedReport.costs.regrets.value;
const best = { points: graded.scorecard.best, inputs: graded.bestPlay.map(({ input }) => input) };
const rest = { advice: advisedReport.advice, repair: repairedReport.repair };
const kept: Kept = { best, findings: { regrets, rest } };

/** A shelf in memory. */
class FakeShelf implements AnalysisShelf {
  readonly values = new Map<string, Json>();
  puts = 0;

  take(key: string): Promise<Json | undefined> {
    return Promise.resolve(this.values.get(key));
  }
  put(key: string, value: Json): Promise<void> {
    this.puts += 1;
    this.values.set(key, value);
    return Promise.resolve();
  }
}

const noWorker = (): WorkerLike => {
  throw new Error('forbidden');
};

/** Everything that is told of the attempt, in this thread. */
function analysed(shelf: AnalysisShelf): Promise<readonly AnalysisReport[]> {
  return new Promise((resolve) => {
    const told: AnalysisReport[] = [];
    const hear = (report: AnalysisReport): void => {
      told.push(report);
      if (report.kind === 'repaired' || report.kind === 'refused') resolve(told);
    };
    analyse(order, hear, { shelf, start: noWorker });
  });
}

describe('an analysis that is kept', () => {
  it('is told again as it was, and not stored a second time', async () => {
    const shelf = new FakeShelf();
    expect(await analysed(shelf)).toEqual(reports);
    const { puts } = shelf;
    expect(await analysed(shelf)).toEqual(reports);
    expect(shelf.puts).toBe(puts);
  });

  it('is what is told: nothing is searched for again', () => {
    const marked: Kept = { best, findings: { regrets, rest: { advice: [], repair: undefined } } };
    expect([...steps({ ...order, kept: marked })]).toEqual([
      gradedReport,
      costedReport,
      { kind: 'advised', advice: [] },
      { kind: 'repaired', repair: undefined },
    ]);
  });

  it('without its end is completed', () => {
    const half: Kept = { best, findings: { regrets, rest: undefined } };
    expect([...steps({ ...order, kept: half })]).toEqual(reports);
  });

  it('survives storage unchanged', () => {
    expect(readBest(plain(best))).toEqual(best);
    expect(readFindings(plain({ regrets, rest }))).toEqual({ regrets, rest });
    expect(readFindings(plain({ regrets, rest: undefined }))).toEqual({ regrets, rest: undefined });
  });

  it('is worked out anew where what is kept is no such thing', async () => {
    const shelf = new FakeShelf();
    await analysed(shelf);
    for (const key of shelf.values.keys()) shelf.values.set(key, { points: 'all', regrets: {} });
    expect(await analysed(shelf)).toEqual(reports);
  });

  it.each([
    null,
    'x',
    [],
    {},
    { points: -1, inputs: [] },
    { points: 1, inputs: [{ kind: 'sing' }] },
    { regrets: [{ index: 0 }] },
    { regrets: [], rest: { advice: [{ index: 0, closed: [{ criterion: 'R9.z', lost: 1 }] }] } },
    { regrets: [{ index: 0, before: 10_001, after: 0, lost: 10_001, nodes: 0 }] },
  ])('is not read out of %j', (bad) => {
    expect([readBest(bad), readFindings(bad)]).toEqual([undefined, undefined]);
  });
});

describe('what is kept is not used', () => {
  it.each<[string, Kept]>([
    [
      'a best play that does not earn its points',
      { ...kept, best: { ...best, points: points(best.points + 1) } },
    ],
    ['a best play that cannot be played', { ...kept, best: { ...best, inputs: best.inputs.slice(1) } }],
    [
      'a best play that does not come to an end',
      { ...kept, best: { ...best, inputs: best.inputs.slice(0, 3) } },
    ],
  ])('where it is %s', (_name, bad) => {
    expect(steps({ ...order, kept: bad }).next().value).toEqual(gradedReport);
  });

  it('where it has losses of fewer decisions, or does not end at the score', () => {
    expect(fits({ regrets: regrets.slice(1), rest }, graded)).toBe(false);
    expect(fits({ regrets: regrets.slice(0, -1), rest }, graded)).toBe(false);
    const { scorecard } = graded;
    const lower = { ...graded, scorecard: { ...scorecard, score: shareOfBasis(scorecard.score - 1) } };
    expect(fits({ regrets, rest }, lower)).toBe(false);
  });

  it('where a loss does not begin where the one before ended', () => {
    const first = present(regrets[0], 'first');
    const torn = [{ ...first, lost: first.lost + 1 }, ...regrets.slice(1)];
    expect(fits({ regrets, rest }, graded)).toBe(true);
    expect(fits({ regrets: torn, rest }, graded)).toBe(false);
  });

  it('for another edition of the case, another seed, other inputs or another program', () => {
    const other = [
      keysOf({ ...order, logic: { ...scenario, hash: 'another' } }, 'p'),
      keysOf({ ...order, seed: seed + 1 }, 'p'),
      keysOf({ ...order, log: log.slice(1) }, 'p'),
      keysOf(order, 'q'),
    ];
    const own = keysOf(order, 'p');
    expect(keysOf({ ...order }, 'p')).toEqual(own);
    expect(other.map(({ findings }) => findings === own.findings)).toEqual([false, false, false, false]);
    // Attempts of the same luck share the best play.
    expect(other.map(({ best: name }) => name === own.best)).toEqual([false, false, true, false]);
  });
});

describe('keeping', () => {
  it('takes no answer that is not exact', () => {
    const shelf = new FakeShelf();
    const keeping = new Keeping(shelf, order, 'p');
    keeping.hear({ kind: 'refused', fault: { code: 'too-large' } });
    keeping.hear({ kind: 'costed', costs: { regrets: err('too-large') } });
    keeping.hear(advisedReport);
    keeping.hear(repairedReport);
    expect(shelf.puts).toBe(0);
  });

  it('has the costs as soon as they are known, for who does not wait for advice', async () => {
    const shelf = new FakeShelf();
    const keeping = new Keeping(shelf, order, 'p');
    keeping.hear(gradedReport);
    keeping.hear(costedReport);
    expect(await new Keeping(shelf, order, 'p').recall()).toEqual({
      best,
      findings: { regrets, rest: undefined },
    });
  });

  it('starts nothing that was stopped before it began', async () => {
    let started = 0;
    const stop = analyse(order, () => undefined, {
      shelf: new FakeShelf(),
      start: () => {
        started += 1;
        return noWorker();
      },
    });
    stop();
    await new Promise((resolve) => setTimeout(resolve));
    expect(started).toBe(0);
  });
});
