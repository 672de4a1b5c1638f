import { expect, it } from 'vitest';
import { latest } from './latest';

it('hands on what is wanted last, also where what was asked for before comes after it', async () => {
  let arrive: (text: string) => void = () => undefined;
  const first = new Promise<string>((resolve) => (arrive = resolve));
  const taken: string[] = [];
  const take = (text: string): void => void taken.push(text);
  const stop = latest(first, take);
  stop();
  const second = Promise.resolve('English');
  latest(second, take);
  await second;
  arrive('中文');
  await first;
  expect(taken).toEqual(['English']);
});
