import type { Locale } from '../../core/base';

/** `u05-s3` as people read it. */
function sectionOf(lesson: string): string {
  return lesson.replace(/^u0?(\d+)-s0?(\d+)$/, '$1.$2');
}

const zhCN = {
  mapLead: (seen: number, all: number) =>
    `整个案例有${String(all)}个场景，您走过${String(seen)}个。实线是您的路，雾里是没去过的地方。`,
  mapLabel: '对话的状态图，下面有文字列出的同一条路',
  drawing: '正在排图…',
  undrawn: '图没有排出来，请看下面的文字。',
  lift: '拨开迷雾',
  fog: '？',
  pathTitle: '您走的路',
  pathStart: '从这里开始',
  fogTitle: (n: number) => `没去过的场景：${String(n)}个`,
  fogNote: '名称先不显示，免得剧透。想看就拨开迷雾。',

  notesLead: '写给自己看，存在本机，随这份作答一起保留，不计分；提交作业时可以选择附上。',
  ask: { keep: '哪三点要保持？', change: '哪两点要改？', next: '下次先试哪一点？' },
  help: {
    keep: '说具体的做法，不说“态度好”。',
    change: '从失分的决定里挑。',
    next: '一件下次一开口就能做的事。',
  },
  kept: { saving: '正在保存…', saved: '已保存', failed: '没有存下来，请先复制到别处。' },
  onwards: '接下来',
  lesson: (id: string) => `回看课程第${sectionOf(id)}节`,
  glossary: '查术语',
  otherFacts: '换一组案情再练',
  print: '打印两页总结',
  written: '学员的反思',

  printTitle: '服务案例复盘',
  printNote: '分数只由作答记录算出；它证明结果与记录相符，不证明作答者是谁。',
  started: '作答于',
  clock: '时钟',
  did: '做法',
  lost: '失分',
  reach: '还能达到',
};

type NotesMessages = typeof zhCN;

const en = {
  mapLead: (seen, all) =>
    `The whole case has ${String(all)} scenes, you have seen ${String(seen)}. Solid lines are your path; what you never saw lies in fog.`,
  mapLabel: 'Statechart of the conversation; the same path is listed in words below',
  drawing: 'Drawing…',
  undrawn: 'The drawing did not come about; please read the list below.',
  lift: 'Lift the fog',
  fog: '?',
  pathTitle: 'Your path',
  pathStart: 'where it began',
  fogTitle: (n) => `Scenes not visited: ${String(n)}`,
  fogNote: 'Not named yet, so that nothing is given away. Lift the fog to see them.',

  notesLead:
    'For yourself: kept on this device beside the attempt, never scored. You may add them when you hand in.',
  ask: {
    keep: 'Three things to keep',
    change: 'Two things to change',
    next: 'One thing to try first next time',
  },
  help: {
    keep: 'Name what you did, not “good attitude”.',
    change: 'Pick from the decisions that cost something.',
    next: 'Something you can do with your very first words.',
  },
  kept: { saving: 'Saving…', saved: 'Saved', failed: 'Not stored: copy it elsewhere first.' },
  onwards: 'What next',
  lesson: (id) => `Back to section ${sectionOf(id)} of the course`,
  glossary: 'Look up terms',
  otherFacts: 'Practise with other facts',
  print: 'Print two pages',
  written: 'The learner’s reflection',

  printTitle: 'Debrief of a service case',
  printNote:
    'The score follows from the log alone; it proves that result and log agree, not who sat at the keyboard.',
  started: 'Played',
  clock: 'Clock',
  did: 'What was done',
  lost: 'Lost',
  reach: 'In reach',
} satisfies NotesMessages;

/** Words of the map, of the reflection and of the printed page. */
export const notes: Readonly<Record<Locale, NotesMessages>> = { 'zh-CN': zhCN, en };
