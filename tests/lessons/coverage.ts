// `npm run coverage`: which topics of the inventory the course realises. `-- --json` for machines.
import { join } from 'node:path';
import { countsOf, coverage, readCourse } from '../../src/core/lesson';
import { caseLinks, courseFiles, tools } from '../../src/io/lessons/lesson-plugin';
import { coveragePart } from '../../src/io/lessons/parts';

const root = join(import.meta.dirname, '..', '..');
const course = readCourse(courseFiles(root), tools);
const { rows, realised } = coveragePart(course, caseLinks(root));
const list = coverage(rows, realised);
const counts = countsOf(list);

if (process.argv.includes('--json')) {
  const entries = list.map(({ row, places, state }) => ({ id: row.id, state, places, units: row.units }));
  console.log(JSON.stringify({ counts, rows: entries }, undefined, 2));
} else {
  for (const { id, title } of course.units) {
    const own = list.filter(({ row, state }) => row.units.includes(id) && state !== 'noise');
    const open = own.filter(({ state }) => state === 'open').map(({ row }) => row.id);
    const told = own.length - open.length;
    console.log(`${id}  ${String(told).padStart(3)}/${String(own.length).padEnd(3)} ${title.en}`);
    if (told > 0 && open.length > 0) console.log(`     open: ${open.join(' ')}`);
  }
  const { realised: done, open, noise } = counts;
  console.log(`\n${rows.length} topics: ${done} realised, ${open} open, ${noise} noise`);
}
