declare module 'virtual:scenarios' {
  type Logic = import('../../core/scenario').Logic;
  type Texts = import('../../core/scenario').Texts;
  type ScenarioCard = import('./card').ScenarioCard;

  interface Parts {
    readonly logic: () => Promise<{ readonly default: Logic }>;
    readonly 'zh-CN': () => Promise<{ readonly default: Texts }>;
    readonly en: () => Promise<{ readonly default: Texts }>;
  }
  export const cards: readonly ScenarioCard[];
  export const parts: Readonly<Record<string, Parts>>;
}
