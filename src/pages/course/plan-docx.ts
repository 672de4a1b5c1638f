// A chunk of its own: the writer of Word files is fetched by the first download.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
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
/** Part, content, what is done, minutes, in percent of the table. */
const WIDTHS = [13, 38, 39, 10] as const;
const SHADE = { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' } as const;

/**
 * A lesson plan as a Word file, A4, with the fonts that Chinese colleges file plans in.
 * @example await planFile(content, 'zh-CN') // a Blob
 */
export function planFile(content: PlanContent, locale: Locale): Promise<Blob> {
  const words = coursePlan[locale];
  const { part, content: what, doing, minutes } = words.columns;
  const children = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ text: content.title, size: 32, color: '000000', ...BOLD })],
    }),
    blanks(content.blanks),
    new Paragraph({ spacing: { after: 60 } }),
    fields(content.heads),
    heading(words.steps),
    ...content.lessons.flatMap(({ title, lines }) => [
      heading(title),
      grid([
        [part, what, doing, minutes].map((text) => [text]),
        ...lines.map((line) => [[line.part], line.content, line.doing, [String(line.minutes)]]),
      ]),
    ]),
    new Paragraph({}),
    fields([...content.tails, { name: words.reflection, lines: ['', '', '', ''] }]),
  ];
  const run = { font: FONT, size: 21 };
  return Packer.toBlob(
    new Document({
      title: content.title,
      styles: { default: { document: { run } } },
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 } } },
          footers: { default: pageNumbers(words.pageOf) },
          children,
        },
      ],
    }),
  );
}

function pageNumbers(words: {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}): Footer {
  const { before, between, after } = words;
  const run = new TextRun({
    size: 18,
    children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 200, after: 100 },
    children: [new TextRun({ text, size: 24, color: '000000', ...BOLD })],
  });
}

/** How the lines of a cell are set. */
interface Look {
  readonly bold?: boolean;
  readonly centred?: boolean;
  /** Several lines are numbered. */
  readonly numbered?: boolean;
}

function cell(lines: readonly string[], width: number, look: Look = {}): TableCell {
  const numbered = look.numbered === true && lines.length > 1 && lines.some((line) => line !== '');
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(look.bold ? { shading: SHADE } : {}),
    children: lines.map(
      (line, at) =>
        new Paragraph({
          ...(look.centred ? { alignment: AlignmentType.CENTER } : {}),
          ...(numbered ? { indent: { left: 320, hanging: 320 } } : {}),
          children: [
            new TextRun({ text: numbered ? `${String(at + 1)}. ${line}` : line, ...(look.bold ? BOLD : {}) }),
          ],
        }),
    ),
  });
}

/** One row of names, each with room to write behind it. */
function blanks(names: readonly string[]): Table {
  const each = 100 / names.length;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        children: names.flatMap((text) => [cell([text], each * 0.4, { bold: true }), cell([''], each * 0.6)]),
      }),
    ],
  });
}

function fields(rows: readonly { readonly name: string; readonly lines: readonly string[] }[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      ({ name, lines }) =>
        new TableRow({
          cantSplit: true,
          children: [cell([name], 16, { bold: true }), cell(lines, 84, { numbered: true })],
        }),
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
          children: row.map((lines, column) =>
            cell(lines, WIDTHS[column] ?? 10, { bold: at === 0, centred: column === row.length - 1 }),
          ),
        }),
    ),
  });
}
