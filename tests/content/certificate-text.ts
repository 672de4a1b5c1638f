import { BANDS, BOTS, RANDOM, type Band, type Bot } from './bots';
import type { Certificate, How } from './certify';

// A certificate as a table for the terminal, 100 columns at most.

const WIDTH = 100;
const LABEL = 17;
const HOW = 12;
const VALUE = WIDTH - LABEL - HOW - 2;

const number = (value: number): string => value.toLocaleString('en-US');
const one = (value: number): string => value.toFixed(1);
const plural = (count: number, one: string, more = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : more}`;

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function row(label: string, value: string, how: How | '' = ''): readonly string[] {
  return wrapped(value, VALUE).map((text, i) =>
    `  ${(i === 0 ? label : '').padEnd(LABEL)}${text.padEnd(VALUE)}  ${i === 0 ? how : ''}`.trimEnd(),
  );
}

function duration(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''];
  return parts.filter(Boolean).join(' ') || '0 min';
}

/**
 * The lines of one certificate.
 * @example certificateLines(certify(subject, [1, 2, 3])).join('\n')
 */
export function certificateLines(c: Certificate): readonly string[] {
  const more = c.moreSeeds.length === 0 ? '' : `, ${c.moreSeeds.length} more for rare draws`;
  const head = `${c.id}  (${plural(c.seeds, 'seed')}${more}, ${plural(c.plays, 'play')})`;
  return [
    head,
    '─'.repeat(WIDTH),
    ...structureLines(c),
    ...bestLines(c),
    '',
    ...rightLines(c),
    '',
    ...botLines(c),
    '',
    ...verdictLines(c),
  ];
}

function structureLines(c: Certificate): readonly string[] {
  const { decisions, minutes } = c.longest;
  const most = c.how.longest === 'proved' ? `at most ${plural(decisions, 'decision')} besides waits; ` : '';
  const seen = `${plural(c.longestSeen.decisions, 'decision')}, ending entered after ${duration(c.longestSeen.minutes)}`;
  return [
    ...row('dead ends', plural(c.deadEnds, 'scene'), c.how.deadEnds),
    ...row('longest play', `${most}settled after ${duration(minutes)}`, 'proved'),
    ...row('', `longest seen: ${seen}`, 'witnessed'),
    ...row('endings reached', c.endings.join(', '), c.how.endings),
    ...row('never possible', c.neverPossible.join(', ') || 'nothing', c.how.neverPossible),
  ];
}

function bestLines(c: Certificate): readonly string[] {
  const { min, max } = c.best.points;
  const points = min === max ? number(max) : `${number(min)}–${number(max)}`;
  const clean = c.best.critical ? 'with a critical error' : 'without a critical error';
  return [
    ...row('best score', `${one(c.best.score)} ${clean}, ${points} points`, c.how.best),
    ...row('search', `${plural(c.search.nodes, 'state')} and ${number(c.search.ms)} ms on the dearest seed`),
  ];
}

const cells = (label: string, values: readonly string[], width: number): string =>
  `  ${label.padEnd(LABEL)}${values.map((value) => value.padStart(width)).join('')}`.trimEnd();

function rightLines(c: Certificate): readonly string[] {
  const names = Object.entries(c.rights);
  const width = 9;
  return [
    cells(
      `rights, %`,
      names.map(([name]) => name),
      width,
    ),
    cells(
      'lowest',
      names.map(([, range]) => one(range.min)),
      width,
    ),
    `${cells(
      'highest',
      names.map(([, range]) => one(range.max)),
      width,
    )}   ${c.how.rights}`,
  ];
}

function bandOf({ from, to }: Band): string {
  if (from === 0) return `≤ ${to}`;
  return to === 100 ? `≥ ${from}` : `${from}–${to}`;
}

function expected(bot: Bot): string {
  if (bot === 'random') return `mean ≤ ${RANDOM.mean}, ≥ ${RANDOM.pass} in ≤ ${RANDOM.passing * 100} %`;
  const { errors } = BANDS[bot];
  const band = bandOf(BANDS[bot]);
  if (errors === undefined) return band;
  return errors === 'none' ? `${band}, no critical error` : `${band}, ${errors.join(' or ')}`;
}

function botLines(c: Certificate): readonly string[] {
  const lines = BOTS.flatMap((bot) => {
    const spread = c.bots[bot];
    if (!spread) return [];
    const { min, mean, max } = spread;
    const note = bot === 'random' ? `${one(c.randomPassing * 100)} % pass` : '';
    const strays = c.failures.some(({ id }) => id.startsWith(`bot ${bot}`));
    const figures = [min, mean, max].map((value) => one(value).padStart(9)).join('');
    return `  ${bot.padEnd(LABEL)}${expected(bot).padEnd(30)}${figures}   ${strays ? 'OUTSIDE' : 'within'}  ${note}`.trimEnd();
  });
  const head = ['lowest', 'mean', 'highest'].map((title) => title.padStart(9)).join('');
  return [`  ${'bots'.padEnd(LABEL)}${'expected'.padEnd(30)}${head}   ${c.how.bots}`, ...lines];
}

function verdictLines(c: Certificate): readonly string[] {
  if (c.failures.length === 0) return ['  certified'];
  const shown = c.failures.flatMap(({ file, id, reason }) =>
    wrapped(`${file}: ${id}: ${reason}`, WIDTH - 6).map((line, i) =>
      i === 0 ? `  ✗ ${line}` : `    ${line}`,
    ),
  );
  return [`  REFUSED: ${plural(c.failures.length, 'reason')}`, ...shown];
}
