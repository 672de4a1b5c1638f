import { expect, it } from 'vitest';
import { matchRoute, type Route } from './router.svelte';

const load: Route['load'] = () => Promise.reject(new Error('not loaded in this test'));
const routes: readonly Route[] = ['/', '/play/:scenarioId', '/settings'].map((pattern) => ({
  pattern,
  load,
}));

it('takes an empty hash for the start page', () => {
  for (const hash of ['', '#', '#/']) expect(matchRoute(routes, hash)?.route.pattern).toBe('/');
});

it('hands over the named parts of the path and the query', () => {
  const match = matchRoute(routes, '#/play/stockout-key-account?seed=7&mode=assessed');
  expect(match?.route.pattern).toBe('/play/:scenarioId');
  expect(match?.params).toEqual({ scenarioId: 'stockout-key-account' });
  expect(match?.query.get('seed')).toBe('7');
  expect(match?.query.get('mode')).toBe('assessed');
});

it('keeps a question mark inside the query', () => {
  expect(matchRoute(routes, '#/settings?note=why?')?.query.get('note')).toBe('why?');
});

it('decodes a named part', () => {
  expect(matchRoute(routes, '#/play/%E7%BC%BA%E8%B4%A7')?.params).toEqual({ scenarioId: '缺货' });
});

it('finds no page for an unknown path, a path too long or too short, or a broken encoding', () => {
  for (const hash of ['#/nowhere', '#/play', '#/play/a/b', '#/play/%E0%A4%A']) {
    expect(matchRoute(routes, hash)).toBeUndefined();
  }
});
