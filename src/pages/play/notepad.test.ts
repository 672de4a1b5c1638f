import { describe, expect, it, vi } from 'vitest';
import { err, ok, type Json } from '../../core/base';
import { LONGEST_NOTES, Notepad } from './notepad.svelte';

/** A store of values that can refuse, and can keep a write waiting. */
function shelf(): {
  readonly put: Json[];
  refuses: boolean;
  gate: Promise<void>;
  readonly store: ConstructorParameters<typeof Notepad>[0];
} {
  const put: Json[] = [];
  const here = {
    put,
    refuses: false,
    gate: Promise.resolve(),
    store: () =>
      Promise.resolve({
        value: () => Promise.resolve(here.put.at(-1)),
        putValue: async (_: unknown, value: Json) => {
          await here.gate;
          if (here.refuses) return err({ code: 'full' } as const);
          here.put.push(value);
          return ok(undefined);
        },
      }),
  };
  return here;
}

async function opened(of: ReturnType<typeof shelf>): Promise<Notepad> {
  const pad = new Notepad(of.store);
  await pad.open('a1');
  return pad;
}

describe('the notepad', () => {
  it('writes one at a time, and the last thing typed always', async () => {
    const of = shelf();
    const pad = await opened(of);
    let open = (): void => undefined;
    of.gate = new Promise((resolve) => (open = resolve));
    for (const text of ['3', '30', '300']) pad.write(text);
    expect(pad.state).toBe('keeping');
    open();
    await vi.waitFor(() => expect(pad.state).toBe('kept'));
    expect(of.put.at(-1)).toEqual({ text: '300' });
    expect(of.put.length).toBeLessThan(3);
  });

  it('says so when the storage does not take it, and keeps it on the screen', async () => {
    const of = shelf();
    const pad = await opened(of);
    of.refuses = true;
    pad.write('300');
    await vi.waitFor(() => expect(pad.state).toBe('unkept'));
    expect(pad.text).toBe('300');
  });

  it('does not overwrite what is typed while the stored notes are on their way', async () => {
    const of = shelf();
    of.put.push({ text: 'old' });
    const pad = new Notepad(of.store);
    const arriving = pad.open('a1');
    pad.write('new');
    await arriving;
    expect(pad.text).toBe('new');
  });

  it('ends where it is full, and reads nothing into what is no note', async () => {
    const of = shelf();
    of.put.push(['?']);
    const pad = await opened(of);
    expect(pad.text).toBe('');
    pad.write('x'.repeat(LONGEST_NOTES + 1));
    expect(pad.text).toHaveLength(LONGEST_NOTES);
  });
});
