import { err, type Result } from '../../core/base';

/**
 * Reads something that travels as a link out of whatever was pasted: the link, its last part alone, or a chat message
 * with the link in it, also one that was broken over several lines.
 * @param route the first part of the address, as `join`
 * @param read tells `not-a-code` where there is nothing at all
 * @example readPasted('老师：作业 https://…/#/join/Ab9… 周五前', { route: 'join', read: assignmentFromLink })
 */
export function readPasted<T, Fault extends string>(
  text: string,
  {
    route,
    read,
  }: { readonly route: string; readonly read: (text: string) => Result<T, Fault | 'not-a-code'> },
): Result<T, Fault | 'not-a-code'> {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const address = new RegExp(`#/${route}/([\\w-]+)`, 'g');
  const found = [plain, plain.replace(/\s+/g, '')].flatMap((form) =>
    [...form.matchAll(address)].map(([, payload = '']) => payload),
  );
  let fault: Fault | 'not-a-code' = 'not-a-code';
  for (const candidate of [text, ...found]) {
    const result = read(candidate);
    if (result.ok) return result;
    if (fault === 'not-a-code') fault = result.error;
  }
  return err(fault);
}
