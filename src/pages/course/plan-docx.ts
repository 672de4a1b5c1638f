// A chunk of its own: the writer of Word files is fetched by the first download.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Locale } from '../../core/base';
import { coursePlan } from '../../ui/messages/course-plan';
import type { PlanContent } from './plan-content';

const FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: 'SimSun',
  cs: 'Times New Roman',
};
const BOLD = { bold: true } as const;
/** Part, content, minutes, in percent of the table. */
const WIDTHS = [18, 68, 14] as const;

/**
 * A lesson plan as a Word file, A4, with the fonts that Chinese colleges file plans in.
 * @example await planFile(content, 'zh-CN') // a Blob
 */
export function planFile(content: PlanContent, locale: Locale): Promise<Blob> {
  const words = coursePlan[locale];
  const children = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ text: content.title, size: 32, ...BOLD })],
    }),
    fields(content.heads),
    heading(words.steps),
    ...content.lessons.flatMap(({ title, lines }) => [
      heading(title),
      grid([
        [words.columns.part, words.columns.content, words.columns.minutes].map((text) => [text]),
        ...lines.map(({ part, content: cells, minutes }) => [[part], cells, [String(minutes)]]),
      ]),
    ]),
    new Paragraph({}),
    fields([...content.tails, { name: words.reflection, lines: ['', '', ''] }]),
  ];
  const run = { font: FONT, size: 21 };
  return Packer.toBlob(
    new Document({
      title: content.title,
      styles: { default: { document: { run } } },
      sections: [{ properties: { page: { size: { width: 11906, height: 16838 } } }, children }],
    }),
  );
}

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 200, after: 100 },
    children: [new TextRun({ text, size: 24, color: '000000', ...BOLD })],
  });
}

function cell(lines: readonly string[], width: number, bold = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: lines.map(
      (text) => new Paragraph({ children: [new TextRun({ text, ...(bold ? BOLD : {}) })] }),
    ),
  });
}

function fields(rows: readonly { readonly name: string; readonly lines: readonly string[] }[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      ({ name, lines }) => new TableRow({ children: [cell([name], 18, true), cell(lines, 82)] }),
    ),
  });
}

function grid(rows: readonly (readonly (readonly string[])[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: row.map((lines, column) => cell(lines, WIDTHS[column] ?? 14, at === 0)),
        }),
    ),
  });
}
