import { flushSync } from 'svelte';
import { expect, it } from 'vitest';

it('runs effects in tests of state classes, without a browser', () => {
  let count = $state(1);
  const doubled = $derived(count * 2);
  const seen: number[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(doubled);
    });
  });
  flushSync();
  count = 5;
  flushSync();
  stop();
  expect(seen).toEqual([2, 10]);
});
