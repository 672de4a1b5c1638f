const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A day of the local calendar, for names of files.
 * @example dayStamp(Date.parse('2026-03-04T10:00')) // '2026-03-04'
 */
export function dayStamp(at: number): string {
  const day = new Date(at);
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/**
 * Day and minute of the local clock, as `datetime-local` fields want them.
 * @example minuteStamp(Date.parse('2026-03-04T10:05')) // '2026-03-04T10:05'
 */
export function minuteStamp(at: number): string {
  const day = new Date(at);
  return `${dayStamp(at)}T${two(day.getHours())}:${two(day.getMinutes())}`;
}
