import type { ActKind, Channel, Right, System, Tier, Unit } from '../../core/scenario';

/** How the customer feels; the words of the statechart's `customer` region. */
export const TEMPERS = ['calm', 'tense', 'angry', 'gone'] as const;
export type Temper = (typeof TEMPERS)[number];

const zhSystems: Readonly<Record<System, string>> = {
  oms: '订单系统 OMS',
  wms: '仓储系统 WMS',
  tms: '运输系统 TMS',
  crm: '客户系统 CRM',
  contract: '合同',
  policy: '服务政策',
  billing: '账务',
  alerts: '预警',
};
const enSystems: Readonly<Record<System, string>> = {
  oms: 'OMS',
  wms: 'WMS',
  tms: 'TMS',
  crm: 'CRM',
  contract: 'Contract',
  policy: 'Policy',
  billing: 'Billing',
  alerts: 'Alerts',
};
const zhTiers: Readonly<Record<Tier, string>> = {
  general: '一般客户',
  suitable: '合适客户',
  key: '关键客户',
  harmful: '有害客户',
};
const enTiers: Readonly<Record<Tier, string>> = {
  general: 'General customer',
  suitable: 'Suitable customer',
  key: 'Key customer',
  harmful: 'Harmful customer',
};
const zhTempers: Readonly<Record<Temper, string>> = {
  calm: '平静',
  tense: '着急',
  angry: '生气',
  gone: '已离开',
};
const enTempers: Readonly<Record<Temper, string>> = {
  calm: 'Calm',
  tense: 'Tense',
  angry: 'Angry',
  gone: 'Gone',
};
const zhQuestions: Readonly<Record<Right, string>> = {
  R1: '和谁谈？谁能做主？该给哪一级服务？',
  R2: '事实查清了吗？能承诺多少？方案可行吗？',
  R3: '钱由谁出？依据哪一条？在不在权限内？',
  R4: '什么时候答复，什么时候到？有几成把握？',
  R5: '送到哪里，由谁接手？话在什么场合说？',
  R6: '用什么渠道？说得真实、清楚吗？该书面的书面了吗？',
  R7: '客户真正要的是什么？有没有跟到底？',
};
const enQuestions: Readonly<Record<Right, string>> = {
  R1: 'Who is this, who may decide, and what service are they owed?',
  R2: 'What is true, how much can be promised, and does the plan work?',
  R3: 'Who pays, on what ground, and is it within your authority?',
  R4: 'When do you answer, when does it arrive, and how sure are you?',
  R5: 'Where does it go, who takes it on, and where is it talked about?',
  R6: 'Which channel, how truthful and clear, and is it in writing where it must be?',
  R7: 'What does the customer really need, and did you see it through?',
};

/** Where and how the customer is met. */
interface ChannelWords {
  readonly name: string;
  /** What begins the case. */
  readonly take: string;
  /** Whoever is there, before they have been verified. */
  readonly caller: string;
  readonly live: string;
  readonly over: string;
  /** The customer has had enough. */
  readonly left: string;
}
const zhChannels: Readonly<Record<Channel, ChannelWords>> = {
  phone: {
    name: '电话',
    take: '接起电话',
    caller: '来电人',
    live: '通话中',
    over: '已挂机',
    left: '客户挂断了电话',
  },
  chat: {
    name: '在线聊天',
    take: '接入会话',
    caller: '访客',
    live: '会话中',
    over: '会话已结束',
    left: '客户离开了会话',
  },
  email: {
    name: '电子邮件',
    take: '打开邮件',
    caller: '发件人',
    live: '等候回信',
    over: '往来已结束',
    left: '客户不再回信',
  },
  counter: {
    name: '柜台',
    take: '请客户入座',
    caller: '来客',
    live: '面谈中',
    over: '客户已离开',
    left: '客户起身离开了',
  },
};
const enChannels: Readonly<Record<Channel, ChannelWords>> = {
  phone: {
    name: 'Phone',
    take: 'Take the call',
    caller: 'Caller',
    live: 'On the line',
    over: 'Call ended',
    left: 'The customer hung up',
  },
  chat: {
    name: 'Chat',
    take: 'Open the chat',
    caller: 'Visitor',
    live: 'In the chat',
    over: 'Chat ended',
    left: 'The customer left the chat',
  },
  email: {
    name: 'E-mail',
    take: 'Open the e-mail',
    caller: 'Sender',
    live: 'Waiting for a reply',
    over: 'Exchange closed',
    left: 'The customer stopped answering',
  },
  counter: {
    name: 'Counter',
    take: 'Greet the customer',
    caller: 'Visitor',
    live: 'At the counter',
    over: 'Customer has left',
    left: 'The customer walked away',
  },
};
const zhKinds: Readonly<Record<ActKind, string>> = {
  say: '说明',
  ask: '询问',
  verify: '核验身份',
  propose: '提方案',
  promise: '承诺',
  confirm: '确认',
  execute: '落实',
  notify: '通知',
  hold: '请客户稍等',
  transfer: '转交',
  escalate: '请示上级',
  note: '记录',
  wait: '等待',
  close: '收尾',
  hint: '提示',
};
const enKinds: Readonly<Record<ActKind, string>> = {
  say: 'Say',
  ask: 'Ask',
  verify: 'Verify identity',
  propose: 'Propose',
  promise: 'Promise',
  confirm: 'Confirm',
  execute: 'Carry out',
  notify: 'Notify',
  hold: 'Put on hold',
  transfer: 'Hand over',
  escalate: 'Escalate',
  note: 'Write a note',
  wait: 'Wait',
  close: 'Close',
  hint: 'Hint',
};

/** What a number counts; a clock is written as one. */
type UnitWords = Readonly<Record<Unit, string | undefined>>;
const zhUnits: UnitWords = {
  carton: '箱',
  rmb: '元',
  minute: '分钟',
  clock: undefined,
  piece: '件',
  box: '盒',
  set: '套',
  kg: '公斤',
  hour: '小时',
  day: '天',
  percent: '%',
  call: '通',
  station: '个工位',
  pallet: '托',
  parcel: '个包裹',
};
const enUnits: UnitWords = {
  carton: 'cartons',
  rmb: 'RMB',
  minute: 'min',
  clock: undefined,
  piece: 'pieces',
  box: 'boxes',
  set: 'sets',
  kg: 'kg',
  hour: 'h',
  day: 'days',
  percent: '%',
  call: 'calls',
  station: 'stations',
  pallet: 'pallets',
  parcel: 'parcels',
};

/** The field's terms of the desk, by the ids of the scenario format. */
export const zhTerms = {
  systems: zhSystems,
  tiers: zhTiers,
  tempers: zhTempers,
  questions: zhQuestions,
  channels: zhChannels,
  kinds: zhKinds,
  units: zhUnits,
};
export const enTerms = {
  systems: enSystems,
  tiers: enTiers,
  tempers: enTempers,
  questions: enQuestions,
  channels: enChannels,
  kinds: enKinds,
  units: enUnits,
} satisfies typeof zhTerms;
