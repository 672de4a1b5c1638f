import type { Localized } from '../../core/base';
import type { LogId } from '../../core/labs';
import type { CriterionId } from '../../core/scenario';

/** A line of a record. */
interface Line {
  readonly at: string;
  readonly text: Localized;
}

const line = (at: string, zh: string, en: string): Line => ({ at, text: { 'zh-CN': zh, en } });
const why = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

/** The three records that L3.3 asks to rate. */
export const records: Readonly<Record<LogId, readonly Line[]>> = {
  stockout: [
    line(
      '14:20',
      '医院采购员来电，要480箱，今晚就要。客服先在CRM查到她是重点客户，指定专人全程跟进。',
      'A hospital buyer calls: 480 cartons, tonight. The agent finds in CRM that she is a key customer and names one person to see it through.',
    ),
    line(
      '14:22',
      '依次打开WMS（在库480、已分配120、冻结60）、TMS和合同，之后才谈方案。',
      'WMS (on-hand 480, allocated 120, hold 60), TMS and the contract are opened before any proposal.',
    ),
    line(
      '14:26',
      '问清用在哪里、最晚何时、最少要多少：明早06:30手术前，至少180箱。',
      'The agent asks what for, by when, and how few would do: 180 cartons before surgery at 06:30.',
    ),
    line(
      '14:29',
      '客服复述：“您真正要的是明早手术前的180箱，对吗？”对方确认。',
      '“So what you really need is 180 cartons before surgery, is that right?” She confirms.',
    ),
    line(
      '14:31',
      '客服承诺：“480箱，今晚20:00前全部送到。”系统显示，今晚20:00前到齐的把握约三成。没有提出先送180箱的办法。',
      '“All 480 will be there by 20:00 tonight.” The systems give about a 30% chance of that. Sending 180 first is never offered.',
    ),
    line(
      '14:33',
      '为凑够数量，客服把已分配给另一家医院的120箱改给了她，没有问那家医院。',
      'To make up the quantity the agent takes 120 cartons allocated to another hospital, without asking it.',
    ),
    line(
      '14:36',
      '挂机后在系统里记了一句“已答应480箱”，没有给客户书面确认。',
      'After the call a note says “480 promised”. The customer gets nothing in writing.',
    ),
  ],
  delay: [
    line('09:05', '电话响6秒后接起。', 'The phone is answered after 6 seconds.'),
    line(
      '09:06',
      '来电人只报了运单号，客服没有核对身份，就读出司机手机号和车辆位置。',
      'The caller gives a waybill number only. Without any check the agent reads out the driver’s mobile number and position.',
    ),
    line(
      '09:09',
      '要换车。客服先转给仓库，仓库再转给调度；每次都说明了来龙去脉，调度才是能处理的部门。',
      'Another vehicle is needed. The call goes to the warehouse, then to dispatch, who can act; each time the story is passed on.',
    ),
    line(
      '09:15',
      'TMS在08:50报出延误。客服09:15主动通知收货工厂，合同要求60分钟以内。',
      'TMS showed the delay at 08:50. At 09:15 the agent tells the receiving plant, within the 60 minutes of the contract.',
    ),
    line(
      '09:20',
      '比较三个方案的总代价（我方费用加客户停线损失），选了最低的：加派小车，680元。',
      'Three options are compared by what they cost both sides, line stop included; the cheapest is chosen: an extra van, ¥680.',
    ),
    line(
      '09:22',
      '核对送到3号装卸口，登记收货人和车牌。',
      'Dock 3, the receiver’s name and the van’s plate are checked and registered.',
    ),
    line(
      '09:25',
      '方案能保证14:30停线之前送到产线最少需要的40件，承诺13:00送到。CRM注明首选电话，全程用电话沟通，随后发了短信确认。',
      'The plan brings the 40 pieces that the line needs at least before it stops at 14:30; 13:00 is promised. CRM prefers the phone: all is agreed by phone, then confirmed by message.',
    ),
    line(
      '12:45',
      '路上又堵。客服在13:00之前告知改为13:30，13:25送到。',
      'Another jam. Before 13:00 the agent renews the promise to 13:30; the van arrives at 13:25.',
    ),
  ],
  damage: [
    line(
      '10:02',
      'CRM显示对方属于有害客户：两次索赔用了同一组照片。客服礼貌受理，要求当面清点、一切书面往来，没有拒绝她的权利。',
      'CRM marks a harmful customer: two claims with the same photos. The agent takes the case politely, asks for a joint count and everything in writing, and denies her no right.',
    ),
    line(
      '10:04',
      '客服先说：“四箱受损又等了一夜，换谁都着急。”然后才谈事实。',
      '“Four cartons damaged and a night’s wait: anyone would be upset.” Only then the facts.',
    ),
    line(
      '10:08',
      '请她保留外箱和碎片，当天派人清点，运单上的备注不改。',
      'She is asked to keep cartons and pieces; somebody comes to count today; her remark on the receipt stays.',
    ),
    line(
      '14:10',
      '逐箱清点：C03、C07全损，C09损6套，C11只破外箱，与照片一致。',
      'Carton by carton: C03 and C07 lost, six sets in C09, C11 outer carton only, as in the photos.',
    ),
    line(
      '14:30',
      '打开保价条款P4，向她说明依据。提出赔2,500元，漏算运费42元和木架费180元；合理区间是2,722～3,222元。',
      'Clause P4 is opened and explained. ¥2,500 is offered; freight of ¥42 and the frame of ¥180 are forgotten. The band is ¥2,722–3,222.',
    ),
    line(
      '14:34',
      '客服的权限是1,000元，没有请示就答应了2,500元。',
      'The agent’s authority is ¥1,000; ¥2,500 is agreed without asking anyone.',
    ),
    line(
      '15:05',
      '她在微信群里追问，客服就在群里公布了赔付金额和她的住址。',
      'She asks in a group chat. The agent posts the amount and her address there.',
    ),
    line(
      '15:20',
      '结束时问“这样可以吗”，她说可以。没有约回访，也没有提交木架缺货的改进单。',
      'At the end: “Is that all right?” It is. No follow-up is agreed and nobody reports that frames ran out.',
    ),
  ],
};

/** Why the key rates a criterion as it does. */
export const reasons: Readonly<Record<CriterionId, Localized>> = {
  'R1.a': why('先透露了信息，始终没有核验。', 'Told first, never verified.'),
  'R1.b': why('查了等级，服务与重点客户相称。', 'Tier looked up, service fits a key customer.'),
  'R1.c': why(
    '动了别人已分配的货，没有征得同意。',
    'Took another customer’s allocated stock without consent.',
  ),
  'R1.d': why('有证据才防范，而且没有剥夺权利。', 'Guarded on evidence, no right denied.'),
  'R2.a': why('该查的都在提方案之前查了。', 'Every needed record was opened before the proposal.'),
  'R2.b': why('可承诺量300箱，答应了480箱。', 'ATP is 300; 480 were promised.'),
  'R2.c': why('逐箱清点，品项和数量都对。', 'Counted carton by carton, item and quantity right.'),
  'R2.d': why('覆盖了需要，但先送180箱才最合适。', 'Covers the need, but 180 first would fit best.'),
  'R3.a': why('打开并说明了条款。', 'The clause was opened and explained.'),
  'R3.b': why('有依据，但低于合理区间：得分率0.84。', 'Reasoned, but below the band: a share of 0.84.'),
  'R3.c': why('超过权限，没有审批。', 'Beyond authority, no approval.'),
  'R3.d': why('按双方总代价选了最低的方案。', 'Chose the option that is cheapest for both sides together.'),
  'R4.a': why('6秒接起，短于20秒。', 'Six seconds, less than twenty.'),
  'R4.b': why('三成把握就承诺：低于五成，不得分。', 'A 30% chance: below one half there is nothing to earn.'),
  'R4.c': why(
    '原承诺没有守住，但到期前改约并守住了。',
    'The first promise broke, but was renewed in time and kept.',
  ),
  'R4.d': why('25分钟内主动通知，短于60分钟。', 'Told after 25 minutes, within the 60.'),
  'R5.a': why('装卸口、收货人、车牌都落实了。', 'Dock, receiver and plate are settled.'),
  'R5.b': why(
    '转了两次才到能处理的部门，但交接清楚。',
    'Two transfers to reach who can act, though warm ones.',
  ),
  'R5.c': why('在群里公开了金额和住址。', 'Amount and address in a group chat.'),
  'R6.a': why('首选电话，又有书面确认。', 'The preferred channel, and confirmed in writing.'),
  'R6.b': why('先回应感受，再讲事实。', 'Feeling first, then facts.'),
  'R6.c': why('有备注，没有给客户书面确认。', 'A note, but no written confirmation.'),
  'R6.d': why('保全证据，按步骤清点。', 'Evidence kept, counted step by step.'),
  'R7.a': why('用途、时间、底线都先问清了。', 'Use, time and minimum were asked first.'),
  'R7.b': why('说出了真实需求，客户确认了。', 'The real need was named and confirmed.'),
  'R7.c': why('方案满足了产线的最低需要。', 'The plan meets the least the line needs.'),
  'R7.d': why(
    '问了满意没有，却没有回访和改进单。',
    'Satisfaction checked, but no follow-up and no cause reported.',
  ),
};
