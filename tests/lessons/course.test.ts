import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatIssue, LOCALES } from '../../src/core/base';
import { checksIn, coverage, FORMS, periodsOf, readCourse, type CoveredRow } from '../../src/core/lesson';
import { caseLinks, courseFiles, tools } from '../../src/io/lessons/lesson-plugin';
import { coveragePart, passagesPart, sectionPart } from '../../src/io/lessons/parts';

const root = join(import.meta.dirname, '..', '..');
const files = courseFiles(root);
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

describe('the coverage of topics', () => {
  const { rows, realised } = coveragePart(course, caseLinks(root));
  const list = coverage(rows, realised);
  const placesOf = (id: string): CoveredRow['places'] => list.find(({ row }) => row.id === id)?.places ?? [];

  it.each(['u01', 'u03', 'u05', 'u08'])('has every topic of %s realised in a section of its text', (unit) => {
    const own = list.filter(({ row, state }) => row.units.includes(unit) && state !== 'noise');
    const untold = own.filter(({ places }) => !places.some((place) => place.includes('/')));
    expect(untold.map(({ row }) => row.id)).toEqual([]);
  });

  it('counts labs that a section gives, under the topics they cover', () => {
    expect(placesOf('D1-010')).toEqual(expect.arrayContaining(['u05/s3', 'L5.1']));
    expect(placesOf('D0-009')).toContain('L5.3');
  });

  it('counts cases that a section gives or that send back to it', () => {
    expect(placesOf('D4-011')).toContain('stockout-key-account');
    const none = coveragePart(course, []);
    expect(coverage(none.rows, none.realised).flatMap(({ places }) => places)).not.toContain(
      'broken-tea-sets',
    );
  });

  it('never counts as realised what only a case is near to: a section or a lab tells it', () => {
    const bare = list.filter(
      ({ places, state }) => state === 'realised' && !places.some((place) => /[/]|^L|^plan$/.test(place)),
    );
    expect(bare).toEqual([]);
  });
});
