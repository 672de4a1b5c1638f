import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '../../src/core/base';
import { steps, type StepId } from '../../src/ui/messages/debrief-steps';

/** A debrief as a person goes through it, screen by screen. */
export class DebriefDriver {
  readonly page: Page;
  readonly locale: Locale;

  constructor(page: Page, locale: Locale = 'en') {
    this.page = page;
    this.locale = locale;
  }

  /** Goes on to the verdict without an own view. */
  async skipSelf(): Promise<this> {
    await this.page.getByRole('button', { name: this.words.skip, exact: true }).click();
    await expect(this.screen('verdict')).toBeVisible();
    return this;
  }

  /** Opens a screen by its name in the list of steps. */
  async go(step: StepId): Promise<Locator> {
    const nav = this.page.getByRole('navigation', { name: this.words.nav });
    await nav.getByRole('link', { name: this.words.names[step], exact: true }).click();
    const screen = this.screen(step);
    await expect(screen).toBeVisible();
    return screen;
  }

  /** The screen of a step. */
  screen(step: StepId): Locator {
    return this.page.getByRole('region', { name: this.words.names[step], exact: true });
  }

  get words(): (typeof steps)[Locale] {
    return steps[this.locale];
  }
}
