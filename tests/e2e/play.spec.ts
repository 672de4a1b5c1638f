import { expect, test } from '@playwright/test';
import { playTranscript, readPlay } from './driver';

const CASE = 'stockout-key-account';

test('plays the expert from the call to the debrief', async ({ page }) => {
  const play = await playTranscript(page, readPlay(CASE, 'expert'));
  await expect(page.getByRole('heading', { level: 1, name: 'Everything has arrived' })).toBeVisible();
  await play.desk.finish();
});
