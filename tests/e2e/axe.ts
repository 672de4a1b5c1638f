import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

/** The rules that count: WCAG 2.2 AA and axe's own good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    readonly axe?: { readonly run: (options: object) => Promise<AxeResults> };
  }
}

type Found = readonly (readonly [id: string, nodes: readonly string[]])[];

/**
 * Fails where axe finds a violation; `where` says in which state. The script is put into a page once, so that hundreds
 * of states can be looked at.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const found = await page.evaluate(async (tags): Promise<Found> => {
    const results = await window.axe?.run({ runOnly: tags, resultTypes: ['violations'] });
    if (!results) throw new Error('axe is not on the page');
    return results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }, TAGS);
  expect(found, where).toEqual([]);
}

/** Fails where the page can be moved sideways. */
export async function expectFits(page: Page, where: string): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond, where).toBe(0);
}
