declare module 'virtual:scenarios' {
  import type { Logic, Texts } from '../../core/scenario';
  import type { ScenarioCard } from './card';

  interface Parts {
    readonly logic: () => Promise<{ readonly default: Logic }>;
    readonly 'zh-CN': () => Promise<{ readonly default: Texts }>;
    readonly en: () => Promise<{ readonly default: Texts }>;
  }
  export const cards: readonly ScenarioCard[];
  export const parts: Readonly<Record<string, Parts>>;
}
