import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import * as v from 'valibot';
import { beginPlay, readPlay } from '../e2e/driver';
import { launchProfile } from '../e2e/storage-harness';
import { builtApp, builtFrom, serve } from './built';
import { median, ms, percentile, row, type Rows } from './measure';

const ACTS = 50;
const SLOW = 4;
/** Played one after the other until there are enough acts. */
const CASES = ['stockout-key-account', 'broken-tea-sets'];
const PLAY = 'expert';
const appendPage = join(import.meta.dirname, 'append');

const times = v.array(v.number());
const notes = v.object({ presses: times, events: times });

/** What the page has noted so far; see probe.js. */
async function noted(page: Page): Promise<v.InferOutput<typeof notes>> {
  const text = await page.locator('html').getAttribute('data-noted');
  return v.parse(v.pipe(v.string(), v.parseJson(), notes), text ?? '{"presses":[],"events":[]}');
}

/**
 * The cost of an act at the desk, in a browser with a profile on disk: from the press of its button to the paint of
 * the next scene, stored twice in between, as the page itself sees it; the same on a processor slowed down; and the
 * acknowledged append of an input alone.
 */
export async function deskRows(): Promise<readonly Rows[]> {
  const plain = await onTheDesk(1);
  const slow = await onTheDesk(SLOW);
  const append = await appends();
  return [
    {
      'desk.act.median.ms': ms(median(plain.acts), `press to next scene painted, ${plain.acts.length} acts`),
      'desk.act.p95.ms': ms(percentile(plain.acts, 0.95)),
      'desk.act.worst.ms': ms(Math.max(...plain.acts)),
      'desk.act.slow.median.ms': ms(median(slow.acts), `processor ${SLOW} times slower`),
      'desk.act.slow.p95.ms': ms(percentile(slow.acts, 0.95)),
      'desk.act.slow.worst.ms': ms(Math.max(...slow.acts)),
      'desk.event.p95.ms': ms(percentile(plain.events, 0.95), 'press to first paint, event timing, in 8s'),
      'desk.event.slow.p95.ms': ms(percentile(slow.events, 0.95)),
    },
    {
      'store.append.median.ms': ms(median(append), 'acknowledged: on disk twice'),
      'store.append.p95.ms': ms(percentile(append, 0.95)),
      'store.append.worst.ms': ms(Math.max(...append)),
      'store.append.amount': row(append.length, 'inputs'),
    },
  ];
}

/** Does something in a browser whose profile is new and goes afterwards. */
async function inBrowser<T>(address: string, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'seven-rights-profile-'));
  const { context } = await launchProfile(folder, {
    baseURL: address,
    // Fetching the offline copy would be measured with the rest.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Pressed {
  /** Milliseconds from each press to the next scene. */
  readonly acts: readonly number[];
  /** Durations the browser itself reports for presses, to the next paint whatever it shows. */
  readonly events: readonly number[];
}

async function onTheDesk(slowness: number): Promise<Pressed> {
  const served = await serve(await builtApp());
  try {
    return await inBrowser(served.address, async (context) => {
      const page = await context.newPage();
      await page.addInitScript({ path: join(import.meta.dirname, 'probe.js') });
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
      return await play(page);
    });
  } finally {
    await served.close();
  }
}

async function play(page: Page): Promise<Pressed> {
  const acts: number[] = [];
  const events: number[] = [];
  for (let attempt = 0; acts.length < ACTS; attempt++) {
    const transcript = readPlay(CASES[attempt % CASES.length] ?? '', PLAY);
    // A page anew for every attempt, as a learner has it.
    await page.goto('about:blank');
    const driver = await beginPlay(page, transcript);
    for (const line of transcript.inputs) {
      if (acts.length === ACTS) break;
      const before = await noted(page);
      await driver.give(line);
      if (line.startsWith('look:') || line.startsWith('wait:')) continue;
      const after = await noted(page);
      // A numeric act may have been typed first; its own button is the last one that led on.
      acts.push(...after.presses.slice(before.presses.length).slice(-1));
      events.push(...after.events.slice(before.events.length).slice(-1));
    }
  }
  return { acts, events };
}

async function appends(): Promise<readonly number[]> {
  const served = await serve(
    await builtFrom({ root: appendPage, configFile: false, base: './', worker: { format: 'es' } }),
  );
  try {
    return await inBrowser(served.address, async (context) => {
      const page = await context.newPage();
      await page.goto('./');
      const output = page.locator('output:not(:empty)');
      const text = await output.textContent({ timeout: 120_000 });
      return v.parse(v.pipe(v.string(), v.parseJson(), times), text);
    });
  } finally {
    await served.close();
  }
}
