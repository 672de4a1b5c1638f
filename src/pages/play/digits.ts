/** Where a key belongs to the text being written. */
const FIELDS = 'input, textarea, select, [contenteditable]';

/**
 * Whether an event belongs to a field, so that its key is text and no command.
 * @example inField(event.target)
 */
export function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

/** What of a key press decides whether it is a command. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/**
 * The number key that was pressed, 1 … 9; undefined for other keys, with a modifier, or while it is held down.
 * @example digitOf(event) // 3
 */
export function digitOf({ key, ctrlKey, metaKey, altKey, repeat }: KeyPress): number | undefined {
  if (ctrlKey || metaKey || altKey || repeat) return undefined;
  return /^[1-9]$/.test(key) ? Number(key) : undefined;
}

/**
 * The letter or sign that was pressed, small; undefined with a modifier other than Shift, or while it is held down.
 * @example letterOf(event) // 'n'
 */
export function letterOf({ key, ctrlKey, metaKey, altKey, repeat }: KeyPress): string | undefined {
  if (ctrlKey || metaKey || altKey || repeat) return undefined;
  return key.length === 1 ? key.toLowerCase() : undefined;
}
