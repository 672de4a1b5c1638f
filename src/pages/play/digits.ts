/** Where a key belongs to the text being written. */
const FIELDS = 'input, textarea, select, [contenteditable]';

/**
 * The number key that was pressed, 1 … 9; undefined for other keys, with a modifier, or while a field has the focus.
 * @example digitOf(event) // 3
 */
export function digitOf(event: KeyboardEvent): number | undefined {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented)
    return undefined;
  if (target instanceof Element && target.closest(FIELDS)) return undefined;
  return /^[1-9]$/.test(key) ? Number(key) : undefined;
}
