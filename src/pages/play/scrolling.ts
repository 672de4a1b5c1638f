/** Room above the line that a view begins with, in pixels. */
const ABOVE = 12;

/**
 * Where a conversation scrolls to after a step: everything that came with it where there is room for it, else from
 * the answer on, else the end of it.
 * @param log the scrolling element; its lines carry the input they belong to in `data-input`
 * @example log.scrollTo({ top: newestTop(log, progress.log.length - 1) })
 */
export function newestTop(log: HTMLElement, input: number): number {
  const fresh = [...log.querySelectorAll<HTMLElement>(`[data-input="${String(input)}"]`)];
  const tops = fresh.slice(0, 2).map((line) => line.offsetTop - log.offsetTop - ABOVE);
  const fits = tops.find((top) => log.scrollHeight - top <= log.clientHeight);
  return fits ?? tops.at(-1) ?? log.scrollHeight;
}
