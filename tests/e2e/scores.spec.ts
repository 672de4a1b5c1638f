import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { load } from 'js-yaml';
import * as v from 'valibot';
import { formatNumber, formatScore } from '../../src/ui/format';
import { DebriefDriver } from './debrief-driver';
import { playTranscript, readPlay } from './driver';

const CASE = 'stockout-key-account';
const PERSONAS = ['expert', 'novice', 'pleaser', 'rigid', 'denier'] as const;

const expectedSchema = v.object({
  plays: v.record(
    v.string(),
    v.object({
      shares: v.record(v.string(), v.number()),
      earned: v.number(),
      raw: v.number(),
      score: v.number(),
    }),
  ),
});
const file = join(import.meta.dirname, '..', '..', 'scenarios', CASE, 'expected.yaml');
const { plays } = v.parse(expectedSchema, load(readFileSync(file, 'utf8')));

test.skip(
  ({ viewport }) => (viewport?.width ?? 0) < 1000,
  'a score does not depend on the size of the screen',
);

for (const name of PERSONAS) {
  test(`gives the ${name} exactly the points worked out by hand`, async ({ page }) => {
    const wanted = plays[name];
    expect(wanted, `expected.yaml scores the ${name}`).toBeDefined();
    if (!wanted) return;
    const play = await playTranscript(page, readPlay(CASE, name));
    await play.desk.finish();
    const debrief = await new DebriefDriver(page).skipSelf();
    const verdict = page.getByRole('region', { name: 'Verdict' });
    await expect(verdict.getByText(formatScore(wanted.score, 'en'), { exact: true }).first()).toBeVisible();
    await debrief.go('sums');
    const sums = page.getByRole('table', { name: 'How the grade was made' });
    for (const [criterion, share] of Object.entries(wanted.shares)) {
      const row = sums.getByRole('row', { name: new RegExp(`^${criterion.replace('.', '[.]')}`) });
      await expect(row.getByRole('cell').first()).toHaveText(`${formatNumber(share / 100, 'en')}%`);
    }
    await expect(sums).toContainText(formatNumber(wanted.earned, 'en', 4));
  });
}
