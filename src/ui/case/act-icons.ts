import type { ActKind, Channel, System } from '../../core/scenario';

/** Outlines on a 20 × 20 grid with a 1.6 stroke, as those of the shared icons: what kind of thing an act is. */
export const ACT_ICONS: Readonly<Record<ActKind, string>> = {
  say: 'M3 4h14v9.5H9L5.5 17v-3.5H3z',
  ask: 'M3 4h14v9.5H9L5.5 17v-3.5H3zM8.4 7.4a1.7 1.7 0 1 1 2.3 1.6q-.7.3-.7 1M10 11.6v.1',
  verify:
    'M3 4.5h14v11H3zM7 8a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3M4.8 13.4q2.2-2.4 4.4 0M11.5 8.5h3.5M11.5 11.5h3.5',
  propose: 'M7.5 15.5h5M8.3 17.5h3.4M10 2.8a5 5 0 0 0-3 9q.8.7.8 1.7h4.4q0-1 .8-1.7a5 5 0 0 0-3-9',
  promise: 'M10 2.8 16.5 5v5c0 3.6-2.6 6-6.5 7.4C6.1 16 3.5 13.6 3.5 10V5zM7 10l2.2 2.2L13.2 8',
  confirm: 'M5 3h10v14H5zM7.8 9.8l1.6 1.6 2.9-3M7.8 14h4.4',
  execute:
    'M3 13.5V5h8.5v8.5M11.5 8h3l2.5 2.8v2.7M6 13a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3M14 13a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3M7.6 14.5h4.8',
  notify: 'M3 11.5V8l10-4.5v12.5L3 11.5M5.5 12.5l1 4h2l-.8-3M15.5 8v3.5',
  hold: 'M7 4.5v11M13 4.5v11',
  transfer: 'M3 7h12M12 4l3.5 3-3.5 3M17 13.5H5M8 10.5l-3.5 3 3.5 3',
  escalate: 'M10 16.5V4M5 9l5-5.5L15 9M4 17h12',
  note: 'M4 16l.8-3.5L13.5 4l2.5 2.5-8.5 8.7zM11.8 5.7l2.5 2.5',
  wait: 'M5.5 3h9M5.5 17h9M6.5 3c0 4 3.5 4.5 3.5 7s-3.5 3-3.5 7M13.5 3c0 4-3.5 4.5-3.5 7s3.5 3 3.5 7',
  close: 'm4 10.5 4 4 8-9',
  hint: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 9v5M10 6v.1',
};

/** Where the customer is met. */
export const CHANNEL_ICONS: Readonly<Record<Channel, string>> = {
  phone: 'M4 3h3l1.5 4-2 1.5a9 9 0 0 0 5 5L13 11.5l4 1.5v3c0 .6-.4 1-1 1C9 17 3 11 3 4c0-.6.4-1 1-1z',
  chat: 'M2.5 3.5h10v7H7L4.5 13v-2.5h-2zM14.5 7.5h3v6.5h-2v2.5L13 14H8.5v-1.5',
  email: 'M2.5 4.5h15v11h-15zM2.5 5.5l7.5 6 7.5-6',
  counter:
    'M10 3a2.6 2.6 0 1 1 0 5.2A2.6 2.6 0 0 1 10 3M5.5 13c.3-2.6 2-3.5 4.5-3.5s4.2.9 4.5 3.5M2.5 13h15M4 13v4M16 13v4',
};

/** The desk's systems, each with a mark of its own. */
export const SYSTEM_ICONS: Readonly<Record<System, string>> = {
  oms: 'M4.5 3h11v14h-11zM7.5 7h5M7.5 10h5M7.5 13h3',
  wms: 'M2.5 17V7.5L10 3l7.5 4.5V17M6 17v-6h8v6M6 14h8',
  tms: ACT_ICONS.execute,
  crm: 'M8 3.5a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M2.5 16c.4-3.2 2.5-4.7 5.5-4.7s5.1 1.5 5.5 4.7M13 4a2.5 2.5 0 0 1 0 4.8M15 11.8c1.5.7 2.3 2.1 2.5 4.2',
  contract: 'M4.5 3h8l3 3v11h-11zM12.5 3v3h3M7.5 9.5h5M7 14q1.5-2.5 2.5 0t2.5-.5',
  policy: 'M3 4.5q3.5-1.5 7 .5 3.5-2 7-.5V16q-3.5-1.5-7 .5-3.5-2-7-.5zM10 5v11.5',
  billing:
    'M4 2.8l2 1.2 2-1.2 2 1.2 2-1.2 2 1.2 2-1.2V17l-2-1.2-2 1.2-2-1.2-2 1.2-2-1.2L4 17zM7.5 7l2.5 3 2.5-3M10 10v4M8 11.8h4',
  alerts:
    'M10 3a4.5 4.5 0 0 1 4.5 4.5c0 4 1.5 5.5 1.5 5.5H4s1.5-1.5 1.5-5.5A4.5 4.5 0 0 1 10 3M8.3 15.5a1.8 1.8 0 0 0 3.4 0',
};
