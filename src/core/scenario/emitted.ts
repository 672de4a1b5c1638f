import type { Share } from '../base';
import type { Channel, ChannelFit, CriterionId, CriticalErrorId, ServiceLevel } from './terms';

/** What an act or a timeline entry puts on record, its numbers worked out. */
export type Emitted =
  /** The first response. `channel` only where it is not the customer's own: the times allowed differ. */
  | { readonly type: 'answered'; readonly channel?: Channel }
  | { readonly type: 'verified'; readonly share: Share }
  | { readonly type: 'disclosed'; readonly allowed: boolean }
  | { readonly type: 'proposed'; readonly quantity: number; readonly limit: number }
  | {
      readonly type: 'promised';
      readonly promise: string;
      /** Clock minute promised, and the time the data at hand give: mean and standard deviation in minutes. */
      readonly due: number;
      readonly mean: number;
      readonly sd: number;
      /** The minute the thing is really needed; promising up to it is not padding. */
      readonly needBy: number;
    }
  | { readonly type: 'renewed'; readonly promise: string; readonly due: number }
  /** `arrived` is the clock minute it arrived, where that is not the minute it is put on record. */
  | { readonly type: 'delivered'; readonly promise: string; readonly arrived?: number }
  | { readonly type: 'offered'; readonly amount: number; readonly low: number; readonly high: number }
  | {
      readonly type: 'spent';
      readonly amount: number;
      readonly limit: number;
      readonly approved: boolean;
      /** What it is worth where it is allowed, if not all: an approval after the fact, a charge told late. */
      readonly share?: Share;
    }
  | { readonly type: 'cost'; readonly amount: number; readonly best: number; readonly worst: number }
  | { readonly type: 'served'; readonly level: ServiceLevel }
  | {
      readonly type: 'confirmed';
      readonly fit: ChannelFit;
      readonly written: boolean;
      readonly needsWriting: boolean;
    }
  | { readonly type: 'met'; readonly deadline: string }
  | { readonly type: 'lapsed'; readonly deadline: string }
  | { readonly type: 'erred'; readonly error: CriticalErrorId }
  | { readonly type: 'repaired'; readonly error: CriticalErrorId }
  /** A hint was taken: it lowers the ceiling of its criterion (§3.10). */
  | { readonly type: 'hinted'; readonly criterion: CriterionId }
  /** Evidence graded by the option table: basis points of one, may be negative. */
  | { readonly type: 'marked'; readonly criterion: CriterionId; readonly basis: number };
