import type { Input } from '../../../core/attempt';
import type { Texts } from '../../../core/scenario';

/**
 * What an input of a log reads like, in the words of the case: numbers typed with it stand in the text, everything else
 * that the text leaves open is a dash. Undefined for an input that the case has no words for.
 * @param wait what a wait is called
 * @example actLabel(texts, { kind: 'look', record: 'wms' }, (minutes) => `Wait ${minutes}`) // 'Stock ledger'
 */
export function actLabel(texts: Texts, input: Input, wait: (minutes: number) => string): string | undefined {
  switch (input.kind) {
    case 'wait':
      return wait(input.minutes);
    case 'look':
      return shown(texts.records[input.record]?.title, {});
    case 'act': {
      const dot = input.act.indexOf('.');
      const [scene, act] = [input.act.slice(0, dot), input.act.slice(dot + 1)];
      const table = scene === 'desk' ? texts.desk : texts.scenes[scene]?.acts;
      return shown(table?.[act]?.text, input.with);
    }
  }
}

function shown(text: string | undefined, typed: Readonly<Record<string, number>>): string | undefined {
  return text?.replace(/\{([^{}|]+)(?:\|clock)?\}/g, (_, name: string) => String(typed[name] ?? '…'));
}
