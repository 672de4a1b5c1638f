import { expect, it } from 'vitest';
import { onSpoke, outline } from './radar-points';

it('points the first spoke up and the others clockwise', () => {
  expect(onSpoke({ index: 0, of: 4, share: 1 }, 100)).toEqual({ x: 0, y: -100 });
  expect(onSpoke({ index: 1, of: 4, share: 0.5 }, 100)).toEqual({ x: 50, y: 0 });
});

it('closes an outline without gaps', () => {
  expect(outline([1, 1, 1, 1], 10)).toEqual(['0,-10 10,0 0,10 -10,0 0,-10']);
});

it('leaves a gap where a share is missing, also across the first spoke', () => {
  expect(outline([1, undefined, 1, 1], 10)).toEqual(['0,10 -10,0 0,-10']);
  expect(outline([undefined, 1, undefined, 1], 10)).toEqual(['10,0', '-10,0']);
});
