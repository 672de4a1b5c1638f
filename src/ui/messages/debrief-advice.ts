import type { Locale } from '../../core/base';
import type { CriterionId, CriticalErrorId } from '../../core/scenario';

/** What falling short in a criterion does, and what to do next time (scoring model §8.2: saw → effect → next). */
interface Lesson {
  readonly effect: string;
  readonly next: string;
}

type Lessons = Readonly<Record<CriterionId, Lesson>>;

const zhLessons: Lessons = {
  'R1.a': {
    effect: '谁打来都能听到库存和安排，真正的客户可能因此受损。',
    next: '先核对订单号和授权名单，两项相符再往下谈。',
  },
  'R1.b': {
    effect: '服务级别与客户等级不相配，该得到的没有得到。',
    next: '先查客户等级，再给与等级相符的服务。',
  },
  'R1.c': {
    effect: '这边补上的缺口，成了另一位客户的缺货。',
    next: '要动别人的货、数据或时段，先取得对方的书面同意。',
  },
  'R1.d': {
    effect: '防御过头会伤及合法权利，防御不足又让损失重演。',
    next: '以记录为据，只用预付、验货这类措施，该有的权利照给。',
  },
  'R2.a': {
    effect: '没有查实就开口，说出的每个数都可能要收回。',
    next: '提方案之前，先把决定案情的记录查全。',
  },
  'R2.b': {
    effect: '答应了并不存在的货、运力或时间，迟早要失约。',
    next: '先算可承诺量＝在库－已分配－冻结，再开口说数量。',
  },
  'R2.c': {
    effect: '品项、数量或状态有出入，送到了也未必能用。',
    next: '报方案前，逐项复核品项、单位、数量、批次和状态。',
  },
  'R2.d': {
    effect: '方案做得到，却不是最合适的，总有一方多付了代价。',
    next: '把可行的方案都摆出来，比一比哪个最贴合需要。',
  },
  'R3.a': {
    effect: '没有条款支撑，客户不敢信，财务也无法入账。',
    next: '先找到条款，开口时说出是第几条。',
  },
  'R3.b': {
    effect: '金额偏离合理区间，不是客户吃亏，就是公司多付。',
    next: '按条款算出上限和下限，再定金额。',
  },
  'R3.c': {
    effect: '没有告知或没有授权的钱，事后说不清，也兑现不了。',
    next: '收费先告知，付钱先看权限，超出的先请主管批准。',
  },
  'R3.d': {
    effect: '得到同样的结果，双方合计多花了钱。',
    next: '把公司和客户的成本加在一起比，取最省的办法。',
  },
  'R4.a': {
    effect: '客户在线上干等，不知道为什么等、要等多久。',
    next: '先说明为什么等、大约几分钟，再去查。',
  },
  'R4.b': {
    effect: '给出的时间，要么守不住，要么比需要的晚得多。',
    next: '用P50和P90算出有九成把握的时间，再对照客户几点真正要用。',
  },
  'R4.c': {
    effect: '说好的时间没有兑现，也没有赶在到期前改期。',
    next: '一发现可能要晚，就在到期之前告知，并给出新的时间。',
  },
  'R4.d': {
    effect: '时限已过客户还不知情，合同责任随之而来。',
    next: '得知异常先看时限，到期之前主动告知并补好书面。',
  },
  'R5.a': {
    effect: '车到了，货却可能卸不下来。',
    next: '提前约好卸货口、登记车牌，并与收货人对好时间。',
  },
  'R5.b': {
    effect: '事情转了出去，却没有人真正接住。',
    next: '一次转给能办的人，当面说清，请对方复述并留下电话。',
  },
  'R5.c': {
    effect: '不该先知道的人先知道了，客户十分被动。',
    next: '先问该告诉谁；数字未定之前，不在群里公开。',
  },
  'R6.a': {
    effect: '渠道不合适，或者只有口头，客户手里没有凭据。',
    next: '先看客户偏好的渠道；价格和承诺都要有书面。',
  },
  'R6.b': {
    effect: '感受没有被接住，或者话没有说全，信任随之流失。',
    next: '先回应感受，再说全部事实，最后说下一步。',
  },
  'R6.c': {
    effect: '没有书面确认，事后容易各说各话。',
    next: '把数量、时间、来源、费用列成表，请客户回复确认。',
  },
  'R6.d': {
    effect: '跳过了规定的步骤，证据或流程留下缺口。',
    next: '按规程的顺序办，先留证据，再做处理。',
  },
  'R7.a': {
    effect: '关键事实没有问到，方案只能靠猜。',
    next: '提方案之前，先问用途、时间、底线和条件。',
  },
  'R7.b': {
    effect: '回应的是客户说出口的话，不是客户真正要的事。',
    next: '用客户自己的数字复述需要，请对方确认。',
  },
  'R7.c': {
    effect: '方案没有落在真正的需要上。',
    next: '拿方案逐条对照客户的时点和底线。',
  },
  'R7.d': {
    effect: '没有人确认够不够用，同样的问题还会再来。',
    next: '约好回访、登记根因，交付之后打一通电话确认。',
  },
};

const enLessons: Lessons = {
  'R1.a': {
    effect: 'Whoever calls hears about stock and plans, and the real customer may be harmed.',
    next: 'Match order number and authorised list first; go on when two items agree.',
  },
  'R1.b': {
    effect: 'The service did not fit the customer’s tier, so what was owed was not given.',
    next: 'Look up the tier first, then give the service that goes with it.',
  },
  'R1.c': {
    effect: 'A gap filled here became a shortage for another customer.',
    next: 'Before using someone else’s goods, data or slot, get their consent in writing.',
  },
  'R1.d': {
    effect: 'Too much defence hurts lawful rights; too little invites the same loss again.',
    next: 'Rest on records, use prepayment or inspection only, and keep every right intact.',
  },
  'R2.a': {
    effect: 'Speaking before checking puts every figure at risk of being taken back.',
    next: 'Open the records that decide the case before you propose anything.',
  },
  'R2.b': {
    effect: 'Stock, capacity or time that does not exist was promised, and the word will break.',
    next: 'Work out ATP = on-hand − allocated − hold before you name a quantity.',
  },
  'R2.c': {
    effect: 'With item, quantity or condition off, what arrives may not be usable.',
    next: 'Check item, unit, quantity, lot and status line by line before proposing.',
  },
  'R2.d': {
    effect: 'It could be done, but it was not the best fit, and somebody paid for the difference.',
    next: 'Lay out every feasible option and compare which one fits the need best.',
  },
  'R3.a': {
    effect: 'Without a clause the customer cannot rely on it and accounts cannot book it.',
    next: 'Find the clause first, and name its number when you speak.',
  },
  'R3.b': {
    effect: 'The amount left the reasonable band: the customer loses, or the firm overpays.',
    next: 'Work out both limits from the clause before you settle on an amount.',
  },
  'R3.c': {
    effect: 'Money not announced or not authorised cannot be explained, or honoured, later.',
    next: 'Announce charges beforehand; above your authority, ask the supervisor first.',
  },
  'R3.d': {
    effect: 'The same result cost the two sides more than it had to.',
    next: 'Add up what it costs the firm and the customer, and take the cheapest way.',
  },
  'R4.a': {
    effect: 'The customer waited on the line without knowing why or for how long.',
    next: 'Say why and for how many minutes before you go and look.',
  },
  'R4.b': {
    effect: 'The time given either cannot be kept or is far later than needed.',
    next: 'From P50 and P90 take the time you can keep nine times in ten, then check when it is really needed.',
  },
  'R4.c': {
    effect: 'The time agreed was not kept, and no new one was given before it ran out.',
    next: 'As soon as a delay is likely, say so before the time is up and give a new one.',
  },
  'R4.d': {
    effect: 'The deadline passed with the customer uninformed, and the contract makes that our fault.',
    next: 'When something goes wrong, look at the deadline first; tell, and write, before it lapses.',
  },
  'R5.a': {
    effect: 'A truck that arrives may still not be unloaded.',
    next: 'Book the dock, register the plate and agree the hour with the receiver beforehand.',
  },
  'R5.b': {
    effect: 'It was passed on, but nobody really took it on.',
    next: 'Hand over once, to who can act, in person, and have it repeated.',
  },
  'R5.c': {
    effect: 'People who should not have heard it first did, and left the customer exposed.',
    next: 'Ask who should be told; nothing in the group before the figures are settled.',
  },
  'R6.a': {
    effect: 'The wrong channel, or words alone, leaves the customer with nothing in hand.',
    next: 'Look up the preferred channel; prices and promises also go in writing.',
  },
  'R6.b': {
    effect: 'The feeling was not met, or the truth came in part, and trust drained away.',
    next: 'Meet the feeling, then tell all the facts, then the next step.',
  },
  'R6.c': {
    effect: 'With nothing confirmed in writing, each side will remember it differently.',
    next: 'Put quantity, time, source and cost in a table and ask for a reply.',
  },
  'R6.d': {
    effect: 'A required step was skipped, which leaves a gap in evidence or procedure.',
    next: 'Keep to the order of the procedure: secure the evidence, then act.',
  },
  'R7.a': {
    effect: 'Key facts were never asked for, so the proposal was a guess.',
    next: 'Before proposing, ask what for, by when, the least, and on what terms.',
  },
  'R7.b': {
    effect: 'The words were answered, not what the customer was after.',
    next: 'Repeat the need in the customer’s own figures and have it confirmed.',
  },
  'R7.c': {
    effect: 'The proposal missed the real need.',
    next: 'Hold the proposal against each of the customer’s times and limits.',
  },
  'R7.d': {
    effect: 'Nobody checked whether it was enough, and the same problem will return.',
    next: 'Put a follow-up in the diary, file the root cause, and call after delivery.',
  },
};

type Errors = Readonly<Record<CriticalErrorId, string>>;

const zhErrors: Errors = {
  'CE-01': '虚假承诺：答应了并不存在的库存、运力或时间',
  'CE-02': '泄露信息：未核验身份，或透露了他人的信息',
  'CE-03': '隐瞒、虚构：掩盖事实或编造原因、轨迹',
  'CE-04': '放行不安全、被冻结、温度失控或禁运的货物',
  'CE-05': '越权赔付：超出权限且未经批准',
  'CE-06': '剥夺客户的法定权利',
  'CE-07': '未经同意，交付或放行给无权的人',
  'CE-08': '辱骂、威胁客户，或挂断电话',
  'CE-09': '让法定或合同时限白白过去',
  'CE-10': '毁改证据，或索要不实的签收单',
  'CE-11': '收受贿赂、串通或谋取私利',
  'CE-12': '惩罚性或歧视性地拒绝服务',
};

const enErrors: Errors = {
  'CE-01': 'False promise: stock, capacity or time that does not exist',
  'CE-02': 'Disclosure before verification, or of someone else’s data',
  'CE-03': 'Concealing facts, or inventing reasons or tracking',
  'CE-04': 'Releasing goods that are unsafe, on hold, temperature-abused or prohibited',
  'CE-05': 'Money beyond authority without approval',
  'CE-06': 'Denying a customer a legal right',
  'CE-07': 'Delivering or releasing to someone not entitled, without consent',
  'CE-08': 'Insulting or threatening the customer, or hanging up',
  'CE-09': 'Letting a statutory or contractual deadline lapse',
  'CE-10': 'Destroying or altering evidence, or asking for a clean receipt',
  'CE-11': 'Bribe, collusion or personal gain',
  'CE-12': 'Punitive or discriminatory denial of service',
};

/** Effect and next step for each criterion of the 7R model. */
export const lessons: Readonly<Record<Locale, Lessons>> = { 'zh-CN': zhLessons, en: enLessons };

/** What each critical error is (scoring model §5). */
export const criticalErrors: Readonly<Record<Locale, Errors>> = { 'zh-CN': zhErrors, en: enErrors };

const zhFormulas: Readonly<Record<CriterionId, string>> = {
  'R1.a': '§2 R1.a 先核验、后办理',
  'R1.b': '§3.6 客户分级',
  'R1.c': '§2 R1.c 分档评定',
  'R1.d': '§2 R1.d 分档评定',
  'R2.a': '§3.5 提方案前的掌握率',
  'R2.b': '§2 R2.b 方案不超过可承诺量',
  'R2.c': '§2 R2.c 分档评定',
  'R2.d': '§2 R2.d 分档评定',
  'R3.a': '§2 R3.a 分档评定',
  'R3.b': '§3.4 合理区间',
  'R3.c': '§2 R3.c 不超权限或已获批准',
  'R3.d': '§3.8 总成本后悔值',
  'R4.a': '§3.1 响应',
  'R4.b': '§3.2 承诺可信度',
  'R4.c': '§3.3 承诺兑现',
  'R4.d': '§2 R4.d 按期完成的比例',
  'R5.a': '§2 R5.a 分档评定',
  'R5.b': '§2 R5.b 分档评定',
  'R5.c': '§2 R5.c 分档评定',
  'R6.a': '§3.7 渠道匹配',
  'R6.b': '§2 R6.b 分档评定',
  'R6.c': '§2 R6.c 分档评定',
  'R6.d': '§2 R6.d 分档评定',
  'R7.a': '§3.5 提方案前的掌握率',
  'R7.b': '§2 R7.b 分档评定，受§3.5限制',
  'R7.c': '§2 R7.c 分档评定',
  'R7.d': '§2 R7.d 分档评定',
};

/**
 * The name of a criterion's formula; the model itself names it in English.
 * @param source as the criterion gives it
 * @example formulaName('R4.b', '§3.2 promise realism', 'zh-CN') // '§3.2 承诺可信度'
 */
export function formulaName(id: CriterionId, source: string, locale: Locale): string {
  return locale === 'zh-CN' ? zhFormulas[id] : source;
}
