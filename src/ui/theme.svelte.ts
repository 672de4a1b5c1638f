import { MediaQuery } from 'svelte/reactivity';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** How the interface looks: the person's choice, and what it comes to on this device. */
class ThemeState {
  choice = $state<Theme>('system');
  textSize = $state<TextSize>('normal');
  readonly #prefersDark = new MediaQuery('prefers-color-scheme: dark', false);

  /** The theme to paint: the choice, or the device's preference where the choice is `system`. */
  get shown(): 'light' | 'dark' {
    if (this.choice !== 'system') return this.choice;
    return this.#prefersDark.current ? 'dark' : 'light';
  }

  /**
   * Chooses a theme, or leaves it to the device with `system`.
   * @example theme.choose('dark')
   */
  choose(next: Theme): void {
    this.choice = next;
  }

  /** Swaps light and dark, whatever chose the present one. */
  toggle(): void {
    this.choice = this.shown === 'dark' ? 'light' : 'dark';
  }

  /**
   * Sets the size of all text: 100 %, 112.5 % or 131.25 % of the browser's own.
   * @example theme.size('large')
   */
  size(next: TextSize): void {
    this.textSize = next;
  }
}

export const theme = new ThemeState();

/**
 * Tells whether a stored value names a theme.
 * @example isTheme('dark') // true
 */
export function isTheme(value: unknown): value is Theme {
  return THEMES.some((known) => known === value);
}

/**
 * Tells whether a stored value names a text size.
 * @example isTextSize('huge') // false
 */
export function isTextSize(value: unknown): value is TextSize {
  return TEXT_SIZES.some((known) => known === value);
}
