import {
  AlignmentType,
  Bookmark,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { pack, unpack } from '../../zip.ts';
import { type Label, labelXml } from './label.ts';
import { NUMBER_STYLE } from './pieces.ts';
import { bookmarkOf } from './place.ts';
import { LIMITS, ORIGIN_PROPERTIES, type Origin } from './read.ts';

/** Words of an exported paragraph: agreed, put in, taken out, or within a bracket. */
export type Segment = { text: string; change?: 'inserted' | 'deleted'; bracket?: boolean };

export type ExportedParagraph = {
  id: string;
  kind: 'heading' | 'preamble' | 'paragraph' | 'item';
  /** As it is shown; null where there is none. */
  number: string | null;
  segments: readonly Segment[];
  /** The whole paragraph is new, or gone. */
  change?: 'inserted' | 'deleted';
};

/** A text as it is taken out to Word. */
export type WordExport = {
  title: string;
  /** Lines beneath the title: body, reference, version, hash. */
  lines: readonly string[];
  /** The marking in words, at the top and bottom of each page. */
  marking: string;
  language: 'en' | 'fr';
  paragraphs: readonly ExportedParagraph[];
  /** Whose the tracked changes are, and since when. */
  changes: { author: string; at: Date };
  origin: Origin;
  label: Label;
};

const HALF_POINTS = { body: 22, small: 18, marking: 18, title: 32 };
const FONT = 'Calibri';

/** Writes a `.docx`: tracked changes with author and date, the marking in header and footer, and a label (STANAG 4774). */
export async function writeWord(text: WordExport): Promise<Buffer> {
  const marking = (extra: TextRun[] = []) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: text.marking, bold: true, size: HALF_POINTS.marking }), ...extra],
    });
  const page = [new TextRun({ children: ['   ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })];
  const changes = new Changes(text.changes);
  const document = new Document({
    title: text.title,
    creator: 'Concord',
    customProperties: propertiesOf(text.origin),
    styles: {
      default: {
        document: {
          run: { font: FONT, size: HALF_POINTS.body, language: { value: LOCALES[text.language] } },
        },
      },
      characterStyles: [{ id: NUMBER_STYLE, name: 'Paragraph number', run: { color: '595959' } }],
    },
    sections: [
      {
        headers: { default: new Header({ children: [marking()] }) },
        footers: { default: new Footer({ children: [marking(page)] }) },
        children: [...head(text), ...text.paragraphs.map((one) => paragraphOf(one, changes))],
      },
    ],
  });
  return labelled(await Packer.toBuffer(document), text.label);
}

const LOCALES = { en: 'en-GB', fr: 'fr-FR' };

function propertiesOf(origin: Origin) {
  return [
    { name: ORIGIN_PROPERTIES.textId, value: origin.textId },
    { name: ORIGIN_PROPERTIES.version, value: String(origin.version) },
    { name: ORIGIN_PROPERTIES.hash, value: origin.hash },
    { name: ORIGIN_PROPERTIES.view, value: origin.view },
  ];
}

function head({ title, lines }: WordExport): Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: [new TextRun({ text: title, bold: true, size: HALF_POINTS.title, color: '000000' })],
    }),
    ...lines.map(
      (line) =>
        new Paragraph({ children: [new TextRun({ text: line, size: HALF_POINTS.small, color: '595959' })] }),
    ),
  ];
}

/** Numbers the tracked changes of a document: each has an id of its own. */
class Changes {
  #last = 0;
  readonly #author: string;
  readonly #date: string;

  constructor({ author, at }: WordExport['changes']) {
    this.#author = author;
    this.#date = `${at.toISOString().slice(0, 19)}Z`;
  }

  next() {
    this.#last += 1;
    return { id: this.#last, author: this.#author, date: this.#date };
  }
}

function paragraphOf(one: ExportedParagraph, changes: Changes): Paragraph {
  const words = one.segments.map((segment) => runOf(segment, one, changes));
  const number = one.number === null ? [] : [numberRun(one, changes)];
  const mark = one.change === 'inserted' ? 'insertion' : 'deletion';
  return new Paragraph({
    heading: one.kind === 'heading' ? HeadingLevel.HEADING_2 : undefined,
    spacing: { after: 160, line: 300 },
    indent: one.kind === 'item' ? { left: 720, hanging: 360 } : undefined,
    run: one.change ? { [mark]: changes.next() } : undefined,
    children: [new Bookmark({ id: bookmarkOf(one.id), children: [...number, ...words] })],
  });
}

function numberRun({ number, change }: ExportedParagraph, changes: Changes): ParagraphChild {
  const run = { text: `${number}\u00a0\u00a0`, style: NUMBER_STYLE };
  if (change === 'inserted') return new InsertedTextRun({ ...run, ...changes.next() });
  return change === 'deleted' ? new DeletedTextRun({ ...run, ...changes.next() }) : new TextRun(run);
}

function runOf(segment: Segment, { change, kind }: ExportedParagraph, changes: Changes): ParagraphChild {
  const run = {
    text: segment.text,
    bold: segment.bracket || kind === 'heading' || undefined,
    italics: kind === 'preamble' || undefined,
    color: kind === 'heading' ? '000000' : undefined,
  };
  const changed = change ?? segment.change;
  if (changed === 'inserted') return new InsertedTextRun({ ...run, ...changes.next() });
  return changed === 'deleted' ? new DeletedTextRun({ ...run, ...changes.next() }) : new TextRun(run);
}

/** Adds the confidentiality label as a custom XML part, which Word keeps. */
async function labelled(document: Buffer, label: Label): Promise<Buffer> {
  const files = await unpack(document, LIMITS);
  const { customXml, relationship } = LABEL_PART;
  files.set(customXml, Buffer.from(labelXml(label), 'utf8'));
  const relationships = 'word/_rels/document.xml.rels';
  const known = new TextDecoder().decode(files.get(relationships));
  files.set(relationships, Buffer.from(known.replace('</Relationships>', `${relationship}</Relationships>`)));
  const types = '[Content_Types].xml';
  const listed = new TextDecoder().decode(files.get(types));
  if (!/Extension="xml"/.test(listed))
    files.set(types, Buffer.from(listed.replace(/<Types[^>]*>/, (open) => `${open}${XML_TYPE}`)));
  return pack(files);
}

const XML_TYPE = '<Default Extension="xml" ContentType="application/xml"/>';
const LABEL_PART = {
  customXml: 'customXml/concord-label.xml',
  relationship:
    '<Relationship Id="rIdLabel" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/concord-label.xml"/>',
};
