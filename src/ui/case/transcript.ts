import { present, type Minutes } from '../../core/base';
import type { AttemptEvent, Fact, Run, Typed } from '../../core/attempt';
import type { Channel, CompiledCase, Scalar } from '../../core/scenario';
import { actSpec } from './act-spec';
import { variantsOf, type Variants } from './variants';

/** Who answers: the customer on the line, a colleague, or simply what came of it. */
export type Voice = 'customer' | 'colleague' | 'outcome';

/** What a line's text may name besides the facts of the case. */
interface Values {
  readonly vars: Readonly<Record<string, Scalar>>;
  readonly typed: Typed;
}

/** How the customer was met when it was said; undefined where nobody was there. */
interface Met {
  readonly channel: Channel | undefined;
}

interface Place {
  /** Unique within a transcript and stable as it grows. */
  readonly id: string;
  readonly at: Minutes;
  /** Index of the input it belongs to; −1 before the first. */
  readonly input: number;
}

/** One line of a conversation, by ids: the words are put to it when it is shown, in any language. */
export type Line = Place &
  (
    | ({ readonly kind: 'opening'; readonly variant: string } & Values & Met)
    /** `said` to someone, or done in silence. */
    | ({ readonly kind: 'own'; readonly act: string; readonly said: boolean } & Values & Met)
    | ({
        readonly kind: 'reply';
        readonly act: string;
        readonly variant: string | undefined;
        readonly voice: Voice;
      } & Values &
        Met)
    | { readonly kind: 'look'; readonly record: string }
    | { readonly kind: 'wait'; readonly minutes: number }
    | ({ readonly kind: 'event'; readonly entry: string } & Values)
    | { readonly kind: 'passage'; readonly scene: string }
    | { readonly kind: 'left' }
  );

/** An attempt as far as it has gone, as `replay` gives it together with its log. */
export interface Played {
  readonly log: readonly AttemptEvent[];
  /** The state before each input, and the last one. */
  readonly runs: readonly Run[];
  readonly facts: readonly Fact[];
}

/**
 * The conversation of an attempt, worked out from its log alone. Silent events of the timeline are left out.
 * @example transcript(compiled, { log, runs, facts })[0]?.kind // 'opening'
 */
export function transcript(c: CompiledCase, played: Played, variants = variantsOf(c)): readonly Line[] {
  const first = present(played.runs[0], 'the state at the start');
  const opening: Line = {
    kind: 'opening',
    id: 'opening',
    at: first.now,
    input: -1,
    variant: variants.opening,
    vars: first.vars,
    typed: {},
    channel: present(c.scenes[first.scene], first.scene).channel,
  };
  const factsOf = new Map<number, Fact[]>();
  for (const fact of played.facts) factsOf.set(fact.input, [...(factsOf.get(fact.input) ?? []), fact]);
  const rest = played.log.flatMap((event, index) => {
    const before = present(played.runs[index], 'the state before');
    const after = present(played.runs[index + 1], 'the state after');
    return linesOf({ c, variants, event, index, before, after, facts: factsOf.get(index) ?? [] });
  });
  return [opening, ...rest];
}

interface Moment {
  readonly c: CompiledCase;
  readonly variants: Variants;
  readonly event: AttemptEvent;
  readonly index: number;
  readonly before: Run;
  readonly after: Run;
  readonly facts: readonly Fact[];
}

function linesOf(moment: Moment): readonly Line[] {
  const { c, index, after, facts } = moment;
  const consequences = facts.flatMap((fact, n): readonly Line[] => {
    const place = { id: `${index}-${n}`, at: fact.at, input: index };
    if (fact.type === 'left') return [{ kind: 'left', ...place }];
    if (fact.type !== 'happened') return [];
    const entry = c.timeline.find(({ id }) => id === fact.entry);
    return entry?.silent === true
      ? []
      : [{ kind: 'event', entry: fact.entry, vars: after.vars, typed: {}, ...place }];
  });
  return [...inputLines(moment), ...consequences, ...passage(moment)];
}

/** The part of the case that begins once the minutes of an input have passed, with all that happened in them. */
function passage({ c, index, after, facts }: Moment): readonly Line[] {
  const entered = facts.findLast((fact) => fact.type === 'entered');
  if (entered?.type !== 'entered') return [];
  const scene = present(c.scenes[entered.scene], entered.scene);
  if (scene.channel !== undefined || scene.ending) return [];
  return [{ kind: 'passage', scene: entered.scene, id: `${index}-pa`, at: after.now, input: index }];
}

function inputLines({ c, variants, event, index, before, after }: Moment): readonly Line[] {
  const place = { id: `${index}-in`, at: before.now, input: index };
  const { input } = event;
  switch (input.kind) {
    case 'look':
      return [{ kind: 'look', record: input.record, ...place }];
    case 'wait':
      return [{ kind: 'wait', minutes: input.minutes, ...place }];
    case 'act': {
      const { act, with: typed } = input;
      const { channel } = present(c.scenes[before.scene], before.scene);
      const voice = voiceOf(c, act, channel);
      const variant = variants.reply(act, before, typed);
      const met = { channel: voice === 'customer' ? channel : undefined, typed };
      return [
        { kind: 'own', act, said: voice !== 'outcome', vars: before.vars, ...met, ...place },
        { kind: 'reply', act, variant, voice, vars: after.vars, ...met, ...place, id: `${index}-re` },
      ];
    }
  }
}

/** What is said at the desk to whoever is there; everything else there is done with colleagues. */
const SPOKEN = new Set(['say', 'verify', 'hold']);
/** What is done at the desk alone. */
const ALONE = new Set(['hint', 'note', 'wait']);

function voiceOf(c: CompiledCase, act: string, channel: Channel | undefined): Voice {
  const kind = actSpec(c, act)?.act ?? 'say';
  if (ALONE.has(kind)) return 'outcome';
  if (act.startsWith('desk.') && !SPOKEN.has(kind)) return 'colleague';
  return channel === undefined ? 'outcome' : 'customer';
}
