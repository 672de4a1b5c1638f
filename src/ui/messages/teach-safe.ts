import type { Locale } from '../../core/base';

const zhCN = {
  opening: '正在打开教学工作区…',
  retry: '重试',
  noWorkspace: '教学工作区打不开',
  faults: {
    locked: '工作区已锁定。请输入口令。',
    'no-key': '这个工作区没有口令，因此没有密钥，打不开加密的提交。',
    'wrong-passphrase': '口令不对。请检查大小写和输入法后再试。',
    'wrong-recovery': '恢复码不对。它有八组，每组四个字符，请对照保存的文件再输一遍。',
    'wrong-key': '这份提交不是加密给您的，或者内容被改动过。请学生从您发的作业链接重新提交。',
    'not-sealed': '这不是加密的提交，或者内容不完整。',
    'no-crypto': '浏览器在这里不提供加密：请用https地址打开本页。',
    full: '磁盘空间或浏览器的存储配额已满，没有保存，已有的内容不受影响。请腾出空间后重试。',
    'no-storage': '浏览器在这里不提供存储。请不要用无痕窗口，或换一个浏览器。',
    'newer-version': '工作区由更新版本的课件写入，这个旧版本不会改动它。请重新载入以取得新版本。',
    outdated: '另一个标签页已换成新版本。请重新载入本页。',
    'not-found': '工作区里没有它，可能已被删除。',
    damaged: '有一条记录读不出来，可能已损坏。其他内容不受影响；请从备份恢复。',
  },
  lockedTitle: '教学工作区已锁定',
  lockedText: '名单、作业、结果和成绩都已加密。输入口令后继续，您刚才打开的页面还在。',
  passphrase: '口令',
  unlock: '解锁',
  unlocking: '正在解锁…',
  forgotten: '忘记口令？',
  forgottenText:
    '请用设置口令时保存的恢复码，同时设一个新口令。口令和恢复码都丢了，谁也打不开，我们也不能；那时只能删除这个工作区，从头建立。',
  recovery: '恢复码',
  newPassphrase: '新口令',
  repeat: '再输一遍',
  renew: '设新口令并解锁',
  back: '返回输入口令',
  bar: '教学',
  workspace: '教学工作区',
  lockNow: '立即锁定',
  long: (n: number) => `至少${n}个字符。一句只有您知道的话，比复杂的短密码更安全，也更好记。`,
  different: '两次输入不一样。',
  recoveryTitle: '请保存恢复码',
  recoveryText:
    '忘记口令时，只有它能打开工作区。它现在只显示这一次，不保存在任何地方：请存成文件或抄下来，放在别人拿不到的地方，不要和这台电脑放在一起。',
  recoverySave: '存成文件',
  recoverySaved: '已存到下载文件夹。可以打印出来，再从电脑上删除。',
  recoveryKept: '我已保存恢复码。我知道：口令和恢复码都丢了，名单、作业、成绩和加密的提交就再也打不开。',
  recoveryName: '七R教学工作区恢复码',
  recoveryFile: (code: string, when: string, address: string) =>
    `七R物流客服实训：教学工作区恢复码\r\n\r\n${code}\r\n\r\n设置时间：${when}\r\n网址：${address}\r\n\r\n忘记口令时：打开上面的网址，选“忘记口令？”，输入这个恢复码，再设一个新口令。\r\n谁拿到它，谁就能打开工作区，请妥善保管。\r\n设了新口令，这个恢复码随即作废。\r\n`,
  done: '完成',
};

export type TeachSafeMessages = typeof zhCN;

const en = {
  opening: 'Opening the teaching workspace…',
  retry: 'Try again',
  noWorkspace: 'The teaching workspace does not open',
  faults: {
    locked: 'The workspace is locked. Enter the passphrase.',
    'no-key': 'This workspace has no passphrase and therefore no key: sealed results cannot be opened.',
    'wrong-passphrase': 'That is not the passphrase. Check capitals and input method, then try again.',
    'wrong-recovery':
      'That is not the recovery code. It has eight groups of four characters: compare it with the file you kept.',
    'wrong-key':
      'This result was not sealed to you, or it was altered. Ask the student to hand in again from your assignment link.',
    'not-sealed': 'This is not a sealed result, or part of it is missing.',
    'no-crypto': 'The browser offers no encryption here: open this page by its https address.',
    full: 'The disk or the browser’s share of it is full, so nothing was saved; what is there is safe. Free some space and try again.',
    'no-storage': 'The browser keeps nothing here. Leave the private window, or use another browser.',
    'newer-version':
      'A newer version of the courseware wrote this workspace, and this older one will not touch it. Reload to get the new version.',
    outdated: 'Another tab has moved to a newer version. Reload this page.',
    'not-found': 'It is not in the workspace. It may have been deleted.',
    damaged: 'One record cannot be read: it was damaged. Everything else is safe; restore it from a backup.',
  },
  lockedTitle: 'The teaching workspace is locked',
  lockedText:
    'Rosters, assignments, results and marks are encrypted. Enter the passphrase to go on; the page you had open is still there.',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  forgotten: 'Forgot the passphrase?',
  forgottenText:
    'Use the recovery code that you kept when you set the passphrase, and choose a new passphrase. If both are lost nobody can open the workspace, not even we; all that is left then is to delete it and begin anew.',
  recovery: 'Recovery code',
  newPassphrase: 'New passphrase',
  repeat: 'Once more',
  renew: 'Set it and unlock',
  back: 'Back to the passphrase',
  bar: 'Teaching',
  workspace: 'Teaching workspace',
  lockNow: 'Lock now',
  long: (n) =>
    `At least ${n} characters. A sentence only you know is safer than a short tangle, and easier to remember.`,
  different: 'The two are not the same.',
  recoveryTitle: 'Keep the recovery code',
  recoveryText:
    'If you forget the passphrase, only this code opens the workspace. It is shown once and stored nowhere: save it as a file or copy it by hand, and keep it away from others and from this computer.',
  recoverySave: 'Save as a file',
  recoverySaved: 'Saved to your downloads. Print it if you like, then delete it from the computer.',
  recoveryKept:
    'I have kept the recovery code. I know that if passphrase and code are both lost, rosters, assignments, marks and sealed results can never be opened again.',
  recoveryName: 'seven-rights-recovery-code',
  recoveryFile: (code, when, address) =>
    `Seven Rights: recovery code of the teaching workspace\r\n\r\n${code}\r\n\r\nMade: ${when}\r\nAddress: ${address}\r\n\r\nIf you forget the passphrase: open the address above, choose “Forgot the passphrase?”, enter this code and set a new passphrase.\r\nWhoever has it can open the workspace: keep it safe.\r\nOnce a new passphrase is set, this code is void.\r\n`,
  done: 'Done',
} satisfies TeachSafeMessages;

/** The lock of the teaching workspace, and what to do about each of its troubles. */
export const teachSafe: Readonly<Record<Locale, TeachSafeMessages>> = { 'zh-CN': zhCN, en };
