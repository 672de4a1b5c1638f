import type { Locale } from '../../core/base';
import { formatNumber, formatScore, plural } from '../format';

const count = (value: number): string => formatNumber(value, 'zh-CN');
const amount = (value: number): string => formatNumber(value, 'en');

/** By the reason for which a page that reads files takes nothing out of one. */
const zhUnread = {
  'no-qr': '图片里没有读出二维码。请换一张清晰、完整的，或让学生改交结果文件。',
  'phone-picture': '这种手机照片（HEIC）浏览器打不开。请在手机上存成JPEG，或让学生交截图。',
  'other-qr': '图片里的二维码不是结果码。',
  'no-code': '里面没有结果码。结果码以“7R1”开头；请看学生是否交错了文件。',
  office: '这种文档不读。请让学生把结果码直接粘贴到文本或Word（.docx）里，或交结果文件。',
  'old-office': '旧格式的Office文档（.doc、.xls）读不了。请另存为.docx，或复制里面的结果码来粘贴。',
  pdf: 'PDF里的内容不读。请打开它，复制结果码来粘贴，或截图放入。',
  'other-archive': '这种压缩包（RAR、7z等）打不开。请先解压，再把文件夹拖进来，或改用ZIP。',
  'other-kind': '这类文件里不会有结果。',
  nested: '压缩包里还有压缩包，里面的没有打开。请先解压，再单独放入。',
  'broken-archive': '压缩包不完整或已损坏。请重新下载后再试。',
  bomb: '这个压缩包解开后大得不正常，没有打开。',
  locked: '压缩包设了密码。请先解压，再把文件夹拖进来。',
  'odd-packing': '压缩方式不常见，打不开。请先用系统自带的工具解压，再把文件夹拖进来。',
  unreadable: '读不出这个文件：可能已被移走或删除，或还在网盘里没有下载。请把它存到本机后再放一次。',
  'damaged-entry': '压缩包里的这个文件已损坏。请重新下载，或让学生重交。',
  'entry-too-large': '文件太大，不会是结果。',
};
type UnreadWords = typeof zhUnread;
const enUnread = {
  'no-qr':
    'No QR code could be read in the picture. Try a sharp picture of the whole code, or ask for the result file.',
  'phone-picture':
    'Browsers cannot open this kind of telephone photograph (HEIC). Save it as JPEG, or ask for a screenshot.',
  'other-qr': 'The QR code in the picture is no result code.',
  'no-code':
    'There is no result code in it. Codes begin with “7R1”; see whether the student sent the wrong file.',
  office:
    'Documents of this kind are not read. Ask for the code in plain text or Word (.docx), or for the result file.',
  'old-office':
    'Old Office documents (.doc, .xls) cannot be read. Save as .docx, or copy the code out and paste it.',
  pdf: 'PDF files are not read. Open it and paste the code, or add a screenshot of it.',
  'other-archive':
    'Archives of this kind (RAR, 7z …) cannot be opened. Unpack it and drop the folder, or use ZIP.',
  'other-kind': 'Files of this kind hold no results.',
  nested: 'An archive inside the archive was not opened. Unpack it and add it by itself.',
  'broken-archive': 'The archive is cut short or damaged. Download it again.',
  bomb: 'This archive unpacks into far more than results can be; it was not opened.',
  locked: 'The archive has a password. Unpack it and drop the folder.',
  'odd-packing':
    'It is packed in an uncommon way. Unpack it with the tool of your system and drop the folder.',
  unreadable:
    'This file cannot be read: perhaps it was moved or deleted, or is still in the cloud. Save it on this computer and add it again.',
  'damaged-entry':
    'This file of the archive is damaged. Download the archive again, or let the student hand in again.',
  'entry-too-large': 'Too large to be a result.',
} satisfies UnreadWords;

const zhCN = {
  title: (name: string) => `回收：${name}`,
  shortTitle: '回收作业',
  loading: '正在读取…',
  toGrades: '成绩册',
  lead: '把学生交来的结果文件、结果码或二维码放进来。每一份都会按记录重新演算，通过了才计分。',
  intake: '放入结果',
  files: '选择或拖入文件',
  dropHere: '松开即可放入',
  filesHelp:
    '可以一次放入许多：结果文件、文件夹、平台打包下载的ZIP、截图和照片、Word文档。截图也可以直接粘贴。',
  paste: '粘贴结果码',
  pasteHelp: '整段聊天记录直接粘贴即可，里面的结果码会自动找出来。',
  pastePlace: '7R1-…',
  check: '核对',
  noCodes: '这段文字里没有找到结果码。结果码以“7R1”开头，请确认复制完整。',
  opening: '打开文件',
  tooManyFiles: '文件夹里的文件太多，只取了一部分。请分几次放入。',
  unreadTitle: (times: number) => `有${count(times)}个文件没有取出结果`,
  unreadMore: (times: number) => `还有${count(times)}个`,
  unread: zhUnread,
  scan: '扫描二维码',
  stopScan: '关闭摄像头',
  scanning: '让二维码充满画面。读到一个会自动核对，可以接着扫下一个。',
  scanned: (times: number) => `已读到${count(times)}个`,
  foreignCode: '这个二维码不是结果码。',
  cameras: {
    'no-camera': '这里用不了摄像头：设备没有，或者页面不是通过https打开的。可以改用图片或粘贴。',
    'camera-refused': '浏览器没有允许使用摄像头。请在地址栏旁的权限设置里允许，或改用图片。',
    'camera-busy': '摄像头正被别的程序占用，或已断开。请关掉那个程序后重试，或改用图片。',
  },

  progress: '核对进度',
  progressText: (done: number, of: number) => `${count(done)} / ${count(of)}`,
  sorting: '正在拆分…',
  stop: '停止',
  stopped: '已停止。已核对的都已存好，其余的可以再放一次。',
  doneTitle: '这次核对完了',
  summary: (of: number) => `共${count(of)}份：`,
  accepted: (times: number) => `通过${count(times)}份`,
  known: (times: number) => `之前已收过${count(times)}份（没有重复计入）`,
  refusedCount: (times: number) => `没有通过${count(times)}份`,
  nothing: '没有找到任何结果。',
  knownTitle: '之前已收过的',

  missingTitle: '还没交',
  missingNone: '名单上的人都交齐了。',
  missingCount: (times: number) => `${count(times)}人`,
  noRoster: '这个班还没有名单，因此列不出谁没交。',
  partly: (tasks: string) => `缺：${tasks}`,
  copyReminder: '复制催交文字',
  copied: '已复制',
  copyByHand: '浏览器不让程序复制。请选中下面的文字复制。',
  reminder: (names: string, title: string, due: string | undefined) =>
    `还没交《${title}》：${names}。${due === undefined ? '' : `截止时间${due}。`}请从作业链接进入，完成后提交。`,
  namesJoin: '、',

  provesTitle: '“通过核对”说明什么，不说明什么',
  proves: [
    '说明：分数确实由这份作答记录得出。在这个案例、这个编号、这套规则下，记录的每一步都做得到，重新演算的分数与所写的一致。',
    '不说明：坐在键盘前的是谁，有没有人在旁边指点。这要靠课堂组织来保证。',
    '没有通过不等于作弊：复制不全、版本不同、学号输错都会这样。请先按说明让学生重交。',
    '“请留意”只是提示，例如两份步骤完全相同、每步不到两秒，不影响计分，由您判断。',
  ],

  listTitle: '收到的结果',
  filter: '筛选',
  filters: { all: '全部', accepted: '通过', refused: '没有通过', flagged: '请留意' },
  search: '查找姓名、学号或文件名',
  shown: (times: number) => `${count(times)}份`,
  emptyTitle: '还没有收到结果',
  emptyText: '放入文件、粘贴结果码或扫描二维码后，结果会列在这里。',
  emptyFilter: '没有符合条件的结果',
  nameless: '读不出姓名',
  review: '批阅',
  reviewOf: (name: string) => `批阅${name}的结果`,
  score: (basis: number) => `${formatScore(basis, 'zh-CN')}分`,
  states: { accepted: '通过', refused: '没有通过', stale: '需要重新核对' },
  staleText: '保存的核对结论读不出来。请把这份结果再放入一次。',
  via: { file: '文件', code: '结果码', qr: '二维码' },
  remedy: '怎么办：',
  original: '原文',
  showOriginal: '查看原文',
  copyOriginal: '复制原文',
  saveOriginal: '下载原文件',
  remove: '删除这份',
  removed: '已删除这份没有通过的结果。',
  undo: '撤销',
  wait: (minutes: string) => `等待${minutes}`,
  flags: {
    'same-log': (who: string) => `与${who}的步骤完全相同`,
    'same-pace': (who: string) => `与${who}的步骤和每步用时都相同`,
    'too-fast': (seconds: number) => `每步约${formatNumber(seconds, 'zh-CN', 1)}秒，快得来不及读题`,
    'not-on-roster': '名单上没有这个学号',
    'other-name': (name: string) => `名单上这个学号是“${name}”`,
    late: (by: string) => `迟交${by}`,
    'odd-clock': '起止时间与用时对不上，电脑时钟可能改过',
  },
  andMore: (names: string, more: number) => `${names}等${count(more)}人`,
  days: (value: number) => `${count(value)}天`,
  hours: (value: number) => `${count(value)}小时`,
  minutes: (value: number) => `${count(value)}分钟`,
};

type CollectMessages = typeof zhCN;

const en = {
  title: (name) => `Collect: ${name}`,
  shortTitle: 'Collect results',
  loading: 'Reading…',
  toGrades: 'Gradebook',
  lead: 'Add what students sent: result files, result codes or QR codes. Each is played again from its log and counts only if it holds.',
  intake: 'Add results',
  files: 'Choose or drop files',
  dropHere: 'Let go to add',
  filesHelp:
    'Many at once: result files, folders, ZIP downloads of a course platform, screenshots, photographs, Word documents. A screenshot can also be pasted.',
  paste: 'Paste result codes',
  pasteHelp: 'Paste a whole chat; the codes in it are found.',
  pastePlace: '7R1-…',
  check: 'Check',
  noCodes: 'No result code was found in this text. Codes begin with “7R1”; check that it was copied whole.',
  opening: 'Opening files',
  tooManyFiles: 'The folder holds too many files; some were left out. Add them in several goes.',
  unreadTitle: (times) =>
    plural(times, 'en', {
      one: 'Nothing was taken from 1 file',
      other: `Nothing was taken from ${amount(times)} files`,
    }),
  unreadMore: (times) => `and ${amount(times)} more`,
  unread: enUnread,
  scan: 'Scan QR code',
  stopScan: 'Turn camera off',
  scanning: 'Fill the picture with the code. Each one read is checked at once; go on with the next.',
  scanned: (times) => `${amount(times)} read`,
  foreignCode: 'This QR code is no result code.',
  cameras: {
    'no-camera':
      'No camera can be used here: the device has none, or the page was not opened by https. Use pictures or paste codes instead.',
    'camera-refused':
      'The browser did not allow the camera. Allow it beside the address bar, or use pictures instead.',
    'camera-busy':
      'Another program holds the camera, or it was unplugged. Close that program and try again, or use pictures.',
  },

  progress: 'Progress of the check',
  progressText: (done, of) => `${amount(done)} / ${amount(of)}`,
  sorting: 'Taking apart…',
  stop: 'Stop',
  stopped: 'Stopped. What was checked is stored; put the rest in again.',
  doneTitle: 'Check finished',
  summary: (of) => plural(of, 'en', { one: '1 result: ', other: `${amount(of)} results: ` }),
  accepted: (times) => `${amount(times)} accepted`,
  known: (times) => `${amount(times)} already known (not counted twice)`,
  refusedCount: (times) => `${amount(times)} not accepted`,
  nothing: 'No result was found.',
  knownTitle: 'Already known',

  missingTitle: 'Not handed in yet',
  missingNone: 'Everybody on the class list has handed in everything.',
  missingCount: (times) => plural(times, 'en', { one: '1 student', other: `${amount(times)} students` }),
  noRoster: 'This class has no list yet, so nobody can be missed.',
  partly: (tasks) => `missing: ${tasks}`,
  copyReminder: 'Copy reminder',
  copied: 'Copied',
  copyByHand: 'The browser does not let programs copy. Select the text below and copy it.',
  reminder: (names, title, due) =>
    `Not handed in yet for “${title}”: ${names}.${due === undefined ? '' : ` Due ${due}.`} Please enter by the assignment link, finish and hand in.`,
  namesJoin: ', ',

  provesTitle: 'What “accepted” proves, and what it does not',
  proves: [
    'It proves that the mark follows from the log: in this case, with this number, under these rules, every step was possible, and the mark worked out anew is the one stated.',
    'It does not prove who sat at the keyboard, or whether somebody helped. That is for the classroom to ensure.',
    '“Not accepted” is no verdict of cheating: a code cut short, another version or a mistyped student number look the same. Follow the advice and let the student hand in again first.',
    '“Worth a look” only points things out, such as two results with the very same steps, or less than two seconds a step. It changes no mark; you judge.',
  ],

  listTitle: 'Results received',
  filter: 'Filter',
  filters: { all: 'All', accepted: 'Accepted', refused: 'Not accepted', flagged: 'Worth a look' },
  search: 'Find a name, number or file',
  shown: (times) => plural(times, 'en', { one: '1 result', other: `${amount(times)} results` }),
  emptyTitle: 'No results yet',
  emptyText: 'Drop files, paste codes or scan QR codes; the results are listed here.',
  emptyFilter: 'No result fits',
  nameless: 'Name not readable',
  review: 'Review',
  reviewOf: (name) => `Review the result of ${name}`,
  score: (basis) => formatScore(basis, 'en'),
  states: { accepted: 'Accepted', refused: 'Not accepted', stale: 'Check again' },
  staleText: 'What was found about it cannot be read any more. Put this result in once more.',
  via: { file: 'file', code: 'code', qr: 'QR code' },
  remedy: 'What to do: ',
  original: 'Original',
  showOriginal: 'Show the original',
  copyOriginal: 'Copy the original',
  saveOriginal: 'Save the original file',
  remove: 'Delete',
  removed: 'The result that was not accepted has been deleted.',
  undo: 'Undo',
  wait: (minutes) => `Wait ${minutes}`,
  flags: {
    'same-log': (who) => `Same steps as ${who}`,
    'same-pace': (who) => `Same steps and same seconds for each as ${who}`,
    'too-fast': (seconds) => `About ${formatNumber(seconds, 'en', 1)} s a step, too fast to read`,
    'not-on-roster': 'This number is not on the class list',
    'other-name': (name) => `On the class list this number is “${name}”`,
    late: (by) => `Late by ${by}`,
    'odd-clock': 'Start, end and time worked do not fit; the clock may have been changed',
  },
  andMore: (names, more) => `${names} and others, ${amount(more)} in all`,
  days: (value) => plural(value, 'en', { one: '1 day', other: `${amount(value)} days` }),
  hours: (value) => plural(value, 'en', { one: '1 hour', other: `${amount(value)} hours` }),
  minutes: (value) => `${amount(value)} min`,
} satisfies CollectMessages;

/** Words of the page that takes results in. */
export const teachCollect: Readonly<Record<Locale, CollectMessages>> = { 'zh-CN': zhCN, en };
