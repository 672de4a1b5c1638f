import { LOCALES, type Locale } from '../core/base';

/** The language the interface speaks now. Anything that reads `current` follows a switch at once. */
class LocaleState {
  current = $state<Locale>('zh-CN');

  /** The language a one-click switch leads to. */
  get other(): Locale {
    return LOCALES.find((candidate) => candidate !== this.current) ?? this.current;
  }

  /**
   * Speaks another language from now on.
   * @example locale.set('en')
   */
  set(next: Locale): void {
    this.current = next;
  }
}

export const locale = new LocaleState();
