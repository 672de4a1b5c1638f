import { describe, expect, it } from 'vitest';
import { present } from '../../src/core/base';
import { parseScenario } from '../../src/core/scenario';
import { edited, filesOf, rawOf, type Edit } from '../content/files';
import { cardOf, KEPT, readGolden, scenarios, whatMoved, type Card } from './golden';

const golden = readGolden();
const all = scenarios();
const S07 = 'stockout-key-account';

describe('the score of a stored attempt', () => {
  it('is kept for every persona of every scenario (`npm run accept` adds a new one)', () => {
    const wanted = [...all.keys()].flatMap((id) => KEPT.map((play) => `${id} ${play}`));
    expect(golden.map(({ scenario, play }) => `${scenario} ${play}`).sort()).toEqual(wanted.sort());
  });

  it.each(golden)('stays what it was: $play of $scenario (`npm run accept` agrees to a move)', (one) => {
    const card = cardOf(present(all.get(one.scenario), one.scenario), one);
    expect(card.ok ? whatMoved(one, card.value) : card.error).toBeUndefined();
  });
});

describe('a moved score', () => {
  it('is found when a case gives an hour less chance', () => {
    const id = S07;
    const late: Edit = { file: 'logic', path: 'facts/wuhanMean', to: 1665 };
    const changed = parseScenario(rawOf(id, edited(filesOf(id), [late])));
    if (!changed.ok) throw new Error('the changed case is unsound');
    const novice = present(
      golden.find(({ scenario, play }) => scenario === S07 && play === 'novice'),
      'the novice',
    );
    const card = cardOf(changed.value, novice);
    // z = 15 / 117, q = 0.5510, (q − 0.5) / 0.4 = 0.1275: 6 × 0.1255 = 0.753 points of 75 are lost.
    expect(card.ok ? whatMoved(novice, card.value) : card.error).toBe(
      'novice of stockout-key-account: 73.09 → 72.09 because of R4.b: 25.30 % of 6 → 12.75 % of 6',
    );
  });

  const one = present(
    golden.find(({ scenario, play }) => scenario === S07 && play === 'expert'),
    'the expert',
  );
  const card = one.scorecard;
  const say = (change: Partial<Card>): string | undefined => whatMoved(one, { ...card, ...change });

  it('says whose, from what to what, and because of which criterion', () => {
    const shares = { ...card.shares, 'R4.b': { points: 6, share: 0 } };
    expect(say({ score: 9200, raw: 9200, shares })).toBe(
      'expert of stockout-key-account: 100.00 → 92.00 because of R4.b: 100.00 % of 6 → 0.00 % of 6',
    );
  });

  it('names a cap, a criterion that is gone, and another full mark', () => {
    const { 'R7.d': gone, ...shares } = card.shares;
    expect(gone).toBeDefined();
    expect(say({ score: 5900, shares, best: 730_000, caps: [{ by: 'CE-01', cap: 59 }] })).toBe(
      'expert of stockout-key-account: 100.00 → 59.00 because of R7.d: 100.00 % of 2 → no such row; ' +
        'full mark: 75 → 73 points; caps: none → CE-01 at 59',
    );
  });

  it('is told even where only the arithmetic changed', () => {
    expect(say({ score: 9999 })).toBe(
      'expert of stockout-key-account: 100.00 → 99.99 because of the way points become a score',
    );
  });

  it('is not seen where nothing moved', () => {
    expect(say({})).toBeUndefined();
  });
});
