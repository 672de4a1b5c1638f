// The journal's own thread. It takes one order at a time, in the order of arrival.
import type { Question } from './journal-client';
import { JournalFiles, type JournalAnswer, type JournalOrder } from './journal-files';

const FOLDER = 'seven-rights';

let files: Promise<JournalFiles> | undefined;
let last: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  last = last.then(() => carryOut(data.order)).then((reply) => postMessage({ id: data.id, ...reply }));
});

async function carryOut(
  order: JournalOrder,
): Promise<{ readonly answer: JournalAnswer } | { readonly trouble: { name: string; message: string } }> {
  try {
    files ??= navigator.storage.getDirectory().then((root) => new JournalFiles({ root, folder: FOLDER }));
    return { answer: await (await files).obey(order) };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): { name: string; message: string } {
  if (error instanceof Error || error instanceof DOMException)
    return { name: error.name, message: error.message };
  return { name: 'UnknownError', message: String(error) };
}
