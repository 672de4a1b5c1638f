declare module 'virtual:lessons' {
  type Unit = import('../../core/lesson').Unit;
  type Passage = import('../../core/lesson').Passage;
  type Outline = import('./parts').Outline;
  type SectionText = import('./parts').SectionText;
  type Fronts = import('./parts').Fronts;
  type CoverageText = import('./parts').CoverageText;
  type Loaders<T> = Readonly<Record<string, () => Promise<{ readonly default: T }>>>;

  export const units: readonly Unit[];
  export const outlines: readonly Outline[];
  export const sections: Loaders<SectionText>;
  export const fronts: Loaders<Fronts>;
  export const passages: Loaders<readonly Passage[]>;
  export const coverage: () => Promise<{ readonly default: CoverageText }>;
}
