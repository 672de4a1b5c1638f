// The field's closed lists. They stand here, below every module that needs them, so that a name exists once.

/** The seven rights in their order. */
export const RIGHTS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
export type Right = (typeof RIGHTS)[number];

/** The 27 criteria of the 7R model, in reading order. */
export const CRITERIA = [
  'R1.a',
  'R1.b',
  'R1.c',
  'R1.d',
  'R2.a',
  'R2.b',
  'R2.c',
  'R2.d',
  'R3.a',
  'R3.b',
  'R3.c',
  'R3.d',
  'R4.a',
  'R4.b',
  'R4.c',
  'R4.d',
  'R5.a',
  'R5.b',
  'R5.c',
  'R6.a',
  'R6.b',
  'R6.c',
  'R6.d',
  'R7.a',
  'R7.b',
  'R7.c',
  'R7.d',
] as const;
export type CriterionId = (typeof CRITERIA)[number];

/** Critical errors; each caps the mark of the case. */
export const CRITICAL_ERRORS = [
  'CE-01',
  'CE-02',
  'CE-03',
  'CE-04',
  'CE-05',
  'CE-06',
  'CE-07',
  'CE-08',
  'CE-09',
  'CE-10',
  'CE-11',
  'CE-12',
] as const;
export type CriticalErrorId = (typeof CRITICAL_ERRORS)[number];

/** The desk's systems, in the order they stand on the screen. */
export const SYSTEMS = ['oms', 'wms', 'tms', 'crm', 'contract', 'policy', 'billing', 'alerts'] as const;
export type System = (typeof SYSTEMS)[number];

/** What kind of thing an act is; decides its icon and its group, never its points. */
export const ACT_KINDS = [
  'say',
  'ask',
  'verify',
  'propose',
  'promise',
  'confirm',
  'execute',
  'notify',
  'hold',
  'transfer',
  'escalate',
  'note',
  'wait',
  'close',
  'hint',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Customer tiers and the service level each is owed (general–basic, suitable–complete, key–perfect, harmful–defensive). */
export const TIERS = ['general', 'suitable', 'key', 'harmful'] as const;
export type Tier = (typeof TIERS)[number];

/** Service levels, weakest first. */
export const SERVICE_LEVELS = ['defensive', 'basic', 'complete', 'perfect'] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

/** How a channel suits the customer and the matter. */
export const CHANNEL_FITS = ['preferred', 'acceptable', 'other', 'unsuitable'] as const;
export type ChannelFit = (typeof CHANNEL_FITS)[number];

export const CHANNELS = ['phone', 'chat', 'email', 'counter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a number typed by the trainee counts. `clock` is a minute of the simulated calendar. */
export const UNITS = [
  ...(['carton', 'rmb', 'minute', 'clock', 'piece', 'box', 'set', 'kg', 'hour', 'day'] as const),
  ...(['percent', 'call', 'station', 'pallet', 'parcel'] as const),
] as const;
export type Unit = (typeof UNITS)[number];

/** Who can be reached in a scene: the customer on her own channel, nobody, or the customer on a channel named. */
export const CONTACTS = ['line', 'none', ...CHANNELS] as const;
export type Contact = (typeof CONTACTS)[number];

export const PHASES = ['pre-transaction', 'transaction', 'post-transaction'] as const;
export type Phase = (typeof PHASES)[number];

/** A value of a fact or a variable. */
export type Scalar = number | boolean | string;
