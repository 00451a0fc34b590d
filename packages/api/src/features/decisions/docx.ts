import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { labelled } from '../word/frame.ts';
import type { Label } from '../word/label.ts';
import type { Block, DecisionPaper } from './paper.ts';

const QUIET = '595959';
const SMALL = 18;

/** Sets a decision as a Word file: the marking in header and footer, and the label that machines read (STANAG 4774). */
export async function decisionDocx(paper: DecisionPaper, label: Label): Promise<Uint8Array> {
  const document = new Document({
    title: `${paper.number} · ${paper.title}`,
    creator: 'Concord',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: LOCALES[paper.locale] } } },
      },
    },
    sections: [
      {
        headers: { default: new Header({ children: [marking(paper)] }) },
        footers: {
          default: new Footer({
            children: [
              marking(paper, [
                new TextRun({ children: ['   ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
              ]),
            ],
          }),
        },
        children: [
          new Paragraph({ children: [quiet(`${paper.kind} ${paper.number}`)] }),
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun({ text: paper.title, bold: true, size: 32, color: '000000' })],
          }),
          ...paper.blocks.flatMap(paragraphsOf),
        ],
      },
    ],
  });
  return labelled(await Packer.toBuffer(document), label);
}

const LOCALES = { en: 'en-GB', fr: 'fr-FR' };

const quiet = (text: string) => new TextRun({ text, size: SMALL, color: QUIET });

function marking(paper: DecisionPaper, extra: TextRun[] = []): Paragraph {
  const words = new TextRun({ text: paper.marking, bold: true, size: SMALL });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [words, ...extra] });
}

const BAR_WIDTH = 40;

function tableOf(rows: string[][]): Table {
  const cell = (words: string, bold: boolean) =>
    new TableCell({
      children: [new Paragraph({ children: [new TextRun({ text: words, bold, size: SMALL })] })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({ tableHeader: at === 0, children: cells.map((words) => cell(words, at === 0)) }),
    ),
  });
}

function paragraphsOf(block: Block): (Paragraph | Table)[] {
  const after = { spacing: { after: 100 } };
  switch (block.kind) {
    case 'facts':
      return block.rows.map(
        ([label, value]) => new Paragraph({ ...after, children: [quiet(`${label}  `), new TextRun(value)] }),
      );
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          spacing: { before: 320, after: 120 },
          children: [new TextRun({ text: block.words, bold: true, color: '000000' })],
        }),
      ];
    case 'line':
      return [
        new Paragraph({ ...after, children: [block.quiet ? quiet(block.words) : new TextRun(block.words)] }),
      ];
    case 'table':
      return [tableOf(block.rows), new Paragraph({})];
    case 'bars':
      return block.rows.flatMap(({ name, words, share }) => [
        new Paragraph({ keepNext: true, children: [new TextRun(name), quiet(`  ${words}`)] }),
        new Paragraph({
          ...after,
          children: [quiet('█'.repeat(Math.round(Math.min(share, 1) * BAR_WIDTH)))],
        }),
      ]);
    case 'paragraph': {
      const number = block.number ? [quiet(`${block.number}\u00a0\u00a0`)] : [];
      return [
        new Paragraph({
          spacing: { after: 160, line: 300 },
          indent: block.of === 'item' ? { left: 720, hanging: 360 } : undefined,
          children: [...number, new TextRun({ text: block.words, bold: block.of === 'heading' })],
        }),
      ];
    }
  }
}
