/** What the device remembers about how a person likes the interface. Losing it costs nothing. */
export type SettingName = 'locale' | 'theme' | 'text' | 'offline';

const PREFIX = 'seven-rights.';

/**
 * A remembered setting; undefined where there is none or the browser forbids remembering.
 * @example readSetting('theme') // 'dark'
 */
export function readSetting(name: SettingName): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Remembers a setting. False where the browser forbids it, as in some private windows and foreign frames.
 * @example writeSetting('theme', 'dark') // true
 */
export function writeSetting(name: SettingName, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + name, value);
    return true;
  } catch {
    return false;
  }
}
