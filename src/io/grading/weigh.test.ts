import { describe, expect, it } from 'vitest';
import {
  assignmentOf,
  forged,
  honest,
  logOfPlay,
  scenarioOf,
  seedOfPlay,
} from '../../../tests/classroom/handins';
import { utf8 } from '../../core/base';
import { CaseShelf, handinId } from '../../core/course';
import { handinToFile } from '../../core/interop';
import { playedFromJson, playedToJson, Weigher } from './weigh';

const scenario = scenarioOf('stockout-key-account');
const shelf = new CaseShelf([scenario]);
const assignment = assignmentOf(scenario, { seed: seedOfPlay(scenario, 'pleaser') });
const zhang = { number: '20250001', name: '张三' };
const good = honest(shelf, assignment, { sender: zhang, log: logOfPlay(shelf, scenario, 'pleaser') });
const weigher = new Weigher({ assignment, logics: [scenario], checks: {}, pairs: [] });

describe('a kept result', () => {
  it('is weighed: what its decisions cost sums to what its mark lacks', async () => {
    const play = await weigher.do({ id: handinId(good), original: utf8(handinToFile(good)) });
    const lost = play?.lost?.reduce((sum, one) => sum + one, 0);
    expect(lost).toBe(10_000 - good.work.claimed);
    expect(play?.steps).toHaveLength(play?.lost?.length ?? -1);
    expect(play && playedFromJson(playedToJson(play))).toEqual(play);
  });

  it('is not weighed where it is no longer proved', async () => {
    const edited = forged(good, { claimed: 10_000 });
    expect(await weigher.do({ id: 'x', original: utf8(handinToFile(edited)) })).toBeUndefined();
    expect(await weigher.do({ id: 'x', original: 'no code' })).toBeUndefined();
  });

  it('that was stored by something else is not taken for a play', () => {
    expect(playedFromJson({ id: 'x', steps: 'none' })).toBeUndefined();
  });
});
