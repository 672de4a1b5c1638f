import type { Spec } from './schema';
import type { Channel } from './terms';

/** Mood lost per minute of waiting: knowing why, and not knowing. Halves and quarters, so that sums are exact. */
export interface Drain {
  readonly explained: number;
  readonly silent: number;
}

/** λ of the scoring model (§7): mood a minute of waiting costs on a channel. */
const WAITING: Readonly<Record<Channel, number>> = { phone: 2, counter: 2, chat: 1, email: 0.5 };
const URGENT = 1.5;
/** Knowing why halves it, silence adds a half: 1 and 3 a minute on the phone, as the model states for a hold. */
const EXPLAINED = 0.5;
const SILENT = 1.5;
const NOTHING: Drain = { explained: 0, silent: 0 };

/**
 * What a minute of waiting costs on a channel (§7): λ = 2 on the phone or at the counter, 1 in a chat, 0.5 by mail,
 * times 1.5 when the matter is urgent; half of it for whoever knows why, half as much again for whoever does not.
 * @example drainOf('phone', false) // { explained: 1, silent: 3 }
 */
export function drainOf(channel: Channel | undefined, urgent: boolean): Drain {
  if (channel === undefined) return NOTHING;
  const rate = WAITING[channel] * (urgent ? URGENT : 1);
  return { explained: rate * EXPLAINED, silent: rate * SILENT };
}

/**
 * The channel on which the customer can be reached in a scene; undefined at an ending and where nobody is. The
 * desk's acts are at hand everywhere, so their channel is the customer's own.
 * @example channelOf(spec, 'arrange') // undefined
 */
export function channelOf(spec: Spec, scene: string): Channel | undefined {
  const { contact = 'line', ending = false } = spec.scenes[scene] ?? {};
  if (ending || contact === 'none') return undefined;
  return contact === 'line' ? spec.customer.channel : contact;
}

/**
 * Whether somebody waits at the other end. Letters are answered when there is time: nobody hangs up on them.
 * @example holdsTheLine('email') // false
 */
export function holdsTheLine(channel: Channel | undefined): boolean {
  return channel !== undefined && channel !== 'email';
}
