/** One term as it is written down: id, Chinese and English name, Chinese and English meaning. */
export type Row = readonly [id: string, zh: string, en: string, zhMeaning: string, enMeaning: string];
