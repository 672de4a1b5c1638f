import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatIssue, LOCALES } from '../../src/core/base';
import { checksIn, FORMS, periodsOf, readCourse } from '../../src/core/lesson';
import { courseFiles, tools } from '../../src/io/lessons/lesson-plugin';
import { passagesPart, sectionPart } from '../../src/io/lessons/parts';

const files = courseFiles(join(import.meta.dirname, '..', '..'));
const course = readCourse(files, tools);

describe('the course', () => {
  it('has no defect', () => {
    expect(course.issues.map((issue) => formatIssue(issue, 'en'))).toEqual([]);
  });

  it('has fourteen units whose periods make 72, 48 and 32', () => {
    expect(course.units).toHaveLength(14);
    expect(FORMS.map((form) => periodsOf(course.units, form))).toEqual([72, 48, 32]);
  });

  it('lists 280 topics, each planned in a unit unless it is noise or the instructor’s', () => {
    expect(course.rows).toHaveLength(280);
    expect(course.rows.filter(({ noise }) => noise)).toHaveLength(5);
    const known = new Set(course.units.map(({ id }) => id));
    expect(course.rows.flatMap(({ units }) => units).filter((unit) => !known.has(unit))).toEqual([]);
  });

  it.each(course.sections.map((pair) => [`${pair.en.unit}/${pair.en.id}`, pair] as const))(
    '%s explains every term it shows and has checks',
    (place, pair) => {
      for (const locale of LOCALES) {
        const { section, terms } = sectionPart(course, { place, locale });
        expect(Object.values(terms).every(({ meaning }) => meaning !== '')).toBe(true);
        expect(checksIn(section.blocks).length).toBeGreaterThan(0);
      }
      expect(checksIn(pair.en.blocks).map(({ id }) => id)).toEqual(
        checksIn(pair['zh-CN'].blocks).map(({ id }) => id),
      );
    },
  );

  it('gives nothing away in what the search shows: no explanation is in it', () => {
    for (const locale of LOCALES) {
      const shown = passagesPart(course, locale)
        .map(({ text }) => text)
        .join(' ');
      const whys = course.sections.flatMap((pair) =>
        checksIn(pair[locale].blocks).flatMap((check) => (check.kind === 'numeric' ? [check.why] : [])),
      );
      for (const [first] of whys) expect(typeof first === 'string' && shown.includes(first)).toBe(false);
    }
  });
});
