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

type Errors = Readonly<Record<CriticalErrorId, Lesson & { readonly name: string }>>;

const zhErrors: Errors = {
  'CE-01': {
    name: '虚假承诺：答应了并不存在的库存、运力或时间',
    effect: '客户会按这句话去安排，落空时损失更大。',
    next: '没核实的数不出口；说错了，当场更正。',
  },
  'CE-02': {
    name: '泄露信息：未核验身份，或透露了他人的信息',
    effect: '信息到了不该知道的人手里，再也收不回来。',
    next: '先核验身份和权限，再说具体的信息。',
  },
  'CE-03': {
    name: '隐瞒、虚构：掩盖事实或编造原因、轨迹',
    effect: '一旦客户查到真相，此后说什么都不再可信。',
    next: '只说记录里有的事实；不知道就直说，并讲明何时答复。',
  },
  'CE-04': {
    name: '放行不安全、被冻结、温度失控或禁运的货物',
    effect: '不能用的货到了客户手里，可能伤人，还要全部追回。',
    next: '发货前看清冻结和质检状态，有疑问先停下。',
  },
  'CE-05': {
    name: '越权赔付：超出权限且未经批准',
    effect: '公司未必认这笔钱，最后还是失信于客户。',
    next: '超出权限的金额，先请主管批准再开口。',
  },
  'CE-06': {
    name: '剥夺客户的法定权利',
    effect: '客户依法应得的没有得到，投诉和赔偿只会更重。',
    next: '法定权利不讲条件，先保证，再谈其他。',
  },
  'CE-07': {
    name: '未经同意，交付或放行给无权的人',
    effect: '货落到别人手里，责任全在我方。',
    next: '核对收货人和授权，取得同意后再交付。',
  },
  'CE-08': {
    name: '辱骂、威胁客户，或挂断电话',
    effect: '一句重话就足以让客户离开。',
    next: '先停一停，回应感受；实在谈不下去，请主管接手。',
  },
  'CE-09': {
    name: '让法定或合同时限白白过去',
    effect: '时限一过，补救的余地和合同上的理由都没有了。',
    next: '得知异常先看时限，把如实告知放在第一位。',
  },
  'CE-10': {
    name: '毁改证据，或索要不实的签收单',
    effect: '证据没了，责任说不清，信誉也随之失去。',
    next: '记录和单据保持原样，异常如实注明。',
  },
  'CE-11': {
    name: '收受贿赂、串通或谋取私利',
    effect: '这样失去的信用，什么服务都补不回来。',
    next: '拒绝，并立即报告；这一项无法补救。',
  },
  'CE-12': {
    name: '惩罚性或歧视性地拒绝服务',
    effect: '没有依据的拒绝，对守约的客户不公平。',
    next: '防御措施只用于有记录为证的客户，该有的权利照给。',
  },
};

const enErrors: Errors = {
  'CE-01': {
    name: 'False promise: stock, capacity or time that does not exist',
    effect: 'The customer plans on it, and loses more when it fails.',
    next: 'Say no figure you have not checked; if you did, correct it at once.',
  },
  'CE-02': {
    name: 'Disclosure before verification, or of someone else’s data',
    effect: 'What reached the wrong person cannot be taken back.',
    next: 'Verify identity and authority before giving any detail.',
  },
  'CE-03': {
    name: 'Concealing facts, or inventing reasons or tracking',
    effect: 'Once the customer finds out, nothing you say is believed.',
    next: 'Say only what the records show; if you do not know, say so, and when you will.',
  },
  'CE-04': {
    name: 'Releasing goods that are unsafe, on hold, temperature-abused or prohibited',
    effect: 'Goods that must not be used may do harm, and all must be recalled.',
    next: 'Look at hold and quality status before shipping; when in doubt, stop.',
  },
  'CE-05': {
    name: 'Money beyond authority without approval',
    effect: 'The firm may not honour it, and the word to the customer breaks after all.',
    next: 'Above your authority, get the supervisor’s approval before you speak.',
  },
  'CE-06': {
    name: 'Denying a customer a legal right',
    effect: 'What the law grants was refused, and the complaint will cost more.',
    next: 'Legal rights are not negotiable: grant them first, then talk.',
  },
  'CE-07': {
    name: 'Delivering or releasing to someone not entitled, without consent',
    effect: 'The goods are in other hands, and the fault is all ours.',
    next: 'Check receiver and authority, and get consent before handing over.',
  },
  'CE-08': {
    name: 'Insulting or threatening the customer, or hanging up',
    effect: 'One harsh word is enough to lose a customer.',
    next: 'Pause, meet the feeling, and if it will not go on, hand over to a supervisor.',
  },
  'CE-09': {
    name: 'Letting a statutory or contractual deadline lapse',
    effect: 'Once it has lapsed, room for remedy and ground in the contract are gone.',
    next: 'Look at the deadline first, and put the truthful notice before all else.',
  },
  'CE-10': {
    name: 'Destroying or altering evidence, or asking for a clean receipt',
    effect: 'Without evidence fault cannot be settled, and credibility goes too.',
    next: 'Leave records and papers as they are; note what is wrong.',
  },
  'CE-11': {
    name: 'Bribe, collusion or personal gain',
    effect: 'No service makes good the trust this loses.',
    next: 'Refuse and report it at once; there is no repair.',
  },
  'CE-12': {
    name: 'Punitive or discriminatory denial of service',
    effect: 'A refusal without ground is unfair to a customer in good standing.',
    next: 'Keep defences for customers with records against them, and every right intact.',
  },
};

/** What each critical error is (scoring model §5), what it does, and what to do next time. */
export const criticalErrors: Readonly<Record<Locale, Errors>> = { 'zh-CN': zhErrors, en: enErrors };

const lessons: Readonly<Record<Locale, Lessons>> = { 'zh-CN': zhLessons, en: enLessons };

/**
 * Effect and next step for a criterion of the 7R model or a critical error.
 * @example lessonOn('R4.b', 'en').next
 */
export function lessonOn(of: CriterionId | CriticalErrorId, locale: Locale): Lesson {
  return { ...lessons[locale], ...criticalErrors[locale] }[of];
}
