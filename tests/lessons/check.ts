// `npx tsx tests/lessons/check.ts [u05 …]`: every defect of the course, or of the units named, drafts included.
import { join } from 'node:path';
import { formatIssue, type Issue } from '../../src/core/base';
import { readCourse } from '../../src/core/lesson';
import { courseFiles, tools } from '../../src/io/lessons/lesson-plugin';

const wanted = process.argv.slice(2);
const course = readCourse(courseFiles(join(import.meta.dirname, '..', '..')), tools);
const concerns = ({ file }: Issue): boolean =>
  wanted.length === 0 || wanted.some((unit) => file.includes(`/${unit}/`) || !/\/u\d\d\//.test(file));
const drafts = Object.entries(course.drafts).filter(
  ([place]) => wanted.length === 0 || wanted.includes(place.split('/')[0] ?? ''),
);
const issues = course.issues.filter(concerns);

for (const issue of issues) console.log(formatIssue(issue, 'en'));
for (const [place, own] of drafts) {
  console.log(`\n${place} is a draft; ${own.length} to mend`);
  for (const issue of own) console.log(`  ${formatIssue(issue, 'en')}`);
}
console.log(`\n${course.sections.length} sections, ${course.terms.length} terms, ${issues.length} defects`);
process.exitCode = issues.length > 0 ? 1 : 0;
