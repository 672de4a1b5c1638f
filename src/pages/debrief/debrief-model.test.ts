import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf, rawOf } from '../../../tests/content/files';
import {
  inputOf,
  must,
  playAll,
  playNamed,
  readPlays,
  seedFor,
  type Play,
} from '../../../tests/content/plays';
import { LOCALES, present, WHOLE, type Locale } from '../../core/base';
import { compileCase, instantiate, parseScenario, type CompiledCase } from '../../core/scenario';
import { assess, type Assessment } from '../../core/search';
import { analyse, type AnalysisOrder } from '../../io/analysis';
import { courseOf } from './course';
import { criteriaOf, rightsOf, verdictOf, type View } from '../../ui/review/debrief-model';
import { bestPath, knownBefore, momentsOf } from '../../ui/review/moments';
import { turningPoints } from './turning-points';

const ID = 'stockout-key-account';
const plays = readPlays(ID);
const parsed = parseScenario(rawOf(ID, filesOf(ID)));
if (!parsed.ok) throw new Error('the scenario does not parse');
const scenario = parsed.value;

/** One play worked out as the page does it, and once more by the core alone. */
interface Worked {
  readonly play: Play;
  readonly c: CompiledCase;
  readonly assessment: Assessment;
  readonly view: (locale: Locale) => View;
}

function noWorker(): never {
  throw new Error('no workers here');
}

type Known = Omit<View, 'telling'>;

/** What the page would be told, once all of it has been. */
function analysed(order: AnalysisOrder): Promise<Known> {
  return new Promise((resolve, reject) => {
    let known: Partial<Known> = {};
    const hear = (part: Partial<Known>): void => void (known = { ...known, ...part });
    analyse(
      order,
      (report) => {
        if (report.kind === 'refused') reject(new Error(report.fault.code));
        else if (report.kind === 'graded') hear({ graded: report.graded });
        else if (report.kind === 'costed') hear({ costs: report.costs });
        else if (report.kind === 'advised') hear({ advice: report.advice });
        else
          resolve({
            graded: present(known.graded, 'grade'),
            costs: present(known.costs, 'costs'),
            advice: present(known.advice, 'advice'),
            repair: report.repair,
          });
      },
      { start: noWorker },
    );
  });
}

async function work(name: string): Promise<Worked> {
  const play = playNamed(plays, name);
  const seed = present(seedFor(scenario, play.assumes), 'seed');
  const c = compileCase(instantiate(scenario, seed));
  const { log } = must(playAll(c, play.inputs.map(inputOf)));
  const assessment = assess(c, log);
  if (!assessment.ok) throw new Error(assessment.error.code);
  const known = await analysed({ logic: scenario, seed, log });
  return {
    play,
    c,
    assessment: assessment.value,
    view: (locale) => ({ ...known, telling: { c, locale, texts: scenario.texts[locale] } }),
  };
}

const worked = new Map<string, Worked>();
beforeAll(async () => {
  for (const name of ['novice', 'pleaser', 'corrected']) worked.set(name, await work(name));
});
const get = (name: string): Worked => present(worked.get(name), name);

describe.each(['novice', 'pleaser', 'corrected'])('the debrief of the %s', (name) => {
  it('shows the score, the raw score and the points that were worked out by hand', () => {
    const { play, view } = get(name);
    const verdict = verdictOf(view('en'));
    expect(verdict.score).toBe(play.score);
    expect(verdict.raw).toBe(play.raw);
    expect(verdict.earned).toBe(Math.round(play.earned * WHOLE));
    expect(verdict.caps.map(({ by, of }) => ({ by, at: of }))).toEqual(play.caps);
    expect(verdict.errors.map(({ error }) => error)).toEqual(play.criticals);
  });

  it('gives the grade and the costs that the core gives', () => {
    const { assessment, view } = get(name);
    const { graded, costs } = view('en');
    expect(graded.scorecard).toEqual(assessment.scorecard);
    expect(graded.judgement).toEqual(assessment.judgement);
    expect(graded.bestPlay.map(({ input }) => input)).toEqual(assessment.bestPlay);
    expect(costs?.regrets).toEqual(assessment.regrets);
    expect(verdictOf(view('en')).bestScore).toBe(assessment.bestScore);
  });

  it('survives the copy from the worker', () => {
    const { graded, costs, advice } = get(name).view('en');
    expect(structuredClone({ graded, costs, advice })).toEqual({ graded, costs, advice });
  });

  it('lists every criterion with its share, and rights whose criteria add up', () => {
    const { play, view } = get(name);
    const rows = criteriaOf(view('en'));
    expect(Object.fromEntries(rows.map(({ id, share }) => [id, share]))).toEqual(play.shares);
    for (const right of rightsOf(view('en'))) {
      expect(right.criteria.reduce((sum, { earned }) => sum + earned, 0)).toBe(right.earned);
      expect(right.criteria.reduce((sum, { points }) => sum + points * WHOLE, 0)).toBe(right.points);
    }
  });

  it('points from each criterion to the very steps that name it', () => {
    const view = get(name).view('en');
    const moments = momentsOf(view);
    for (const { id, moments: evidence } of criteriaOf(view)) {
      const named = moments.filter(({ touched }) => touched.some(({ criterion }) => criterion === id));
      expect(evidence).toEqual(named.map(({ index }) => index));
    }
  });

  it('has losses that sum to the best score less the score', () => {
    const view = get(name).view('en');
    const verdict = verdictOf(view);
    const lost = momentsOf(view).reduce((sum, moment) => sum + (moment.lost ?? Number.NaN), 0);
    expect(lost).toBe(verdict.bestScore - verdict.score);
    expect(momentsOf(view).at(-1)?.reach).toBe(verdict.score);
  });

  it('tells the same in both languages, with no gap left in a text', () => {
    const [zh, en] = LOCALES.map((locale) => momentsOf(get(name).view(locale)));
    expect(zh?.map(({ lost, grade, at }) => ({ lost, grade, at }))).toEqual(
      en?.map(({ lost, grade, at }) => ({ lost, grade, at })),
    );
    expect(zh?.map(({ title }) => title)).not.toEqual(en?.map(({ title }) => title));
    for (const locale of LOCALES) {
      const view = get(name).view(locale);
      expect(
        JSON.stringify([momentsOf(view).map(({ before: _, after: __, ...rest }) => rest), bestPath(view)]),
      ).not.toMatch(/\{\w+(\|clock)?\}/);
    }
  });

  it('keeps feelings within what people see', () => {
    const view = get(name).view('en');
    const course = courseOf(momentsOf(view), verdictOf(view).bestScore);
    for (const line of [course.mood, course.trust, course.reach]) {
      expect(line).toHaveLength(get(name).play.inputs.length + 1);
      expect(Math.min(...line)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...line)).toBeLessThanOrEqual(100);
    }
  });
});

it('says which cap decides, and from what it was lifted by a self-correction', () => {
  const { caps, errors } = verdictOf(get('corrected').view('en'));
  expect(caps).toEqual([{ by: 'CE-01', of: 6900, from: 5900, repaired: true, binds: true, decides: true }]);
  expect(errors).toEqual([
    { error: 'CE-01', committed: [{ input: 1, at: 911 }], repaired: [{ input: 11, at: 922 }] },
  ]);
});

it('calls no cap decisive where the raw score is lower than every cap', () => {
  expect(
    verdictOf(get('pleaser').view('en')).caps.map(({ binds, decides }) => binds || decides),
  ).not.toContain(true);
});

it('counts the time on the line until the customer is no longer on it', () => {
  const { start, contactEnd, contact, inputs, looks, waits } = verdictOf(get('novice').view('en'));
  expect({ start, contactEnd, contact, inputs, looks, waits }).toEqual({
    start: 910,
    contactEnd: 932,
    contact: 22,
    inputs: 24,
    looks: 7,
    waits: 0,
  });
});

it('leaves a right without enough evidence unassessed', () => {
  const place = rightsOf(get('novice').view('en')).find(({ right }) => right === 'R5');
  expect(place).toMatchObject({ assessed: false, level: undefined, earned: 35_000, reachable: 10_000 });
});

it('shows numbers typed with their names, and what happened meanwhile with its reason', () => {
  const moments = momentsOf(get('novice').view('en'));
  const give = moments.find(({ typed }) => typed.some(({ unit }) => unit === 'clock'));
  expect(give?.typed).toEqual([
    { id: 'at', label: 'Latest arrival of the rest', value: 1680, unit: 'clock' },
  ]);
  expect(give?.title).toContain('Mar 5, 04:00');
  const overnight = moments.find(({ happenings }) => happenings.length > 1);
  expect(overnight?.happenings.map(({ at }) => at)).toEqual([1020, 1650, 1840]);
  expect(overnight?.happenings.every(({ why }) => why !== undefined)).toBe(true);
});

it('names the critical errors of a step, whatever it cost', () => {
  const [, systemSays, , , , , , everything] = momentsOf(get('pleaser').view('en'));
  expect(systemSays).toMatchObject({ committed: ['CE-01'], grade: 'critical' });
  expect(everything).toMatchObject({ committed: ['CE-01'], grade: 'critical', lost: 0 });
});

it('grades nothing but critical errors while the costs are being worked out', () => {
  const view = { ...get('pleaser').view('en'), costs: undefined, advice: undefined };
  const grades = momentsOf(view).map(({ grade, lost }) => ({ grade, lost }));
  expect(grades[0]).toEqual({ grade: undefined, lost: undefined });
  expect(grades[1]).toEqual({ grade: 'critical', lost: undefined });
  expect(turningPoints(view, momentsOf(view))).toEqual([]);
});

it('turns on the three costliest decisions, in their order', () => {
  const view = get('novice').view('en');
  const moments = momentsOf(view);
  const points = turningPoints(view, moments);
  const lost = moments.map((moment) => moment.lost ?? 0).sort((a, b) => b - a);
  expect(points.map(({ moment }) => moment.lost).sort((a = 0, b = 0) => b - a)).toEqual(lost.slice(0, 3));
  expect(points.map(({ moment }) => moment.index)).toEqual(
    points.map(({ moment }) => moment.index).sort((a, b) => a - b),
  );
});

it('accounts for the whole loss of a decision by criteria where no cap is in play', () => {
  const view = get('novice').view('en');
  for (const { moment, closed, instead, lesson } of turningPoints(view, momentsOf(view))) {
    const sum = closed.reduce((all, { lost }) => all + lost, 0);
    expect(Math.abs(sum - (moment.lost ?? 0))).toBeLessThanOrEqual(closed.length);
    expect(instead).not.toBe(moment.title);
    expect(lesson).toBe(closed[0]?.criterion);
  }
});

it('blames the cap and no criterion, and holds up no example, once a cap is in force', () => {
  const view = get('pleaser').view('en');
  const [first, ...later] = turningPoints(view, momentsOf(view));
  expect(first).toMatchObject({ closed: [], lesson: 'CE-01' });
  expect(first?.instead).toBeDefined();
  expect(later.map(({ closed, instead }) => ({ closed, instead }))).toEqual(
    later.map(() => ({ closed: [], instead: undefined })),
  );
});

it('remembers what was known at a step and nothing found later', () => {
  const view = get('novice').view('en');
  expect(knownBefore(view, 0)).toEqual([]);
  expect(knownBefore(view, 2)).toEqual(['At least 180 cartons at 8 tomorrow, for the first operations']);
});

it('lists a best path that earns the best score', () => {
  const view = get('novice').view('zh-CN');
  expect(view.graded.bestScorecard.score).toBe(verdictOf(view).bestScore);
  expect(bestPath(view)).toHaveLength(view.graded.bestPlay.length);
  expect(bestPath(view)[0]?.why).toBeDefined();
});
