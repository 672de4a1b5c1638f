import { type Minutes, minutes } from './units';

const DAY = 1440;

/**
 * Reads a clock of the simulated calendar: `15:40` today, `D+1 08:15` on a later day.
 * Returns undefined for anything else (including 24:01 and minutes past 59); `24:00` is the day's end.
 * @example parseClock('D+1 08:15') // 1935
 */
export function parseClock(text: string): Minutes | undefined {
  const match = /^(?:D\+(\d{1,2}) )?(\d{2}):(\d{2})$/.exec(text);
  if (!match) return undefined;
  const hours = Number(match[2]);
  const rest = Number(match[3]);
  if (rest > 59 || hours * 60 + rest > DAY) return undefined;
  return minutes(Number(match[1] ?? 0) * DAY + hours * 60 + rest);
}

/**
 * Writes a simulated minute as `15:40` or `D+1 08:15`.
 * @example formatClock(minutes(1935)) // 'D+1 08:15'
 */
export function formatClock(at: Minutes): string {
  const day = Math.floor(at / DAY);
  const rest = at % DAY;
  const time = `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
  return day === 0 ? time : `D+${String(day)} ${time}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
