import type { StepId } from '../../ui/messages/debrief-steps';
import type PathMap from './PathMap.svelte';
import type WhatIf from './whatif/WhatIf.svelte';

/** Screens that not every reader of a debrief comes to: their code is fetched when they are asked for. */
class LazyScreens {
  whatif = $state.raw<typeof WhatIf | undefined>();
  map = $state.raw<typeof PathMap | undefined>();

  /** Fetches what a screen needs, once. Rejects where it cannot be had. */
  async fetch(step: StepId): Promise<void> {
    if (step === 'whatif') this.whatif ??= (await import('./whatif/WhatIf.svelte')).default;
    if (step === 'map') this.map ??= (await import('./PathMap.svelte')).default;
  }
}

export const lazyScreens = new LazyScreens();
