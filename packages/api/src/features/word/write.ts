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
import { KEEPER_STYLE, NUMBER_STYLE, type Signature } from './pieces.ts';
import { LIMITS, ORIGIN_PROPERTIES, type Origin } from './read.ts';
import { bookmarkOf, headBookmark } from './recognise.ts';

/** Words of an exported paragraph: agreed, put in, taken out, within a bracket, or the nations that keep one. */
export type Segment = {
  text: string;
  change?: 'inserted' | 'deleted';
  bracket?: boolean;
  keepers?: boolean;
};

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
  /** Where it comes from; its signature is that of the tracked changes. */
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
  const changes = new Changes(text.origin.changes);
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
      characterStyles: [
        { id: NUMBER_STYLE, name: 'Paragraph number', run: { color: '595959' } },
        { id: KEEPER_STYLE, name: 'Bracket keeper', run: { color: '7A4B00', superScript: true } },
      ],
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
    { name: ORIGIN_PROPERTIES.takenOutAt, value: origin.takenOutAt },
    { name: ORIGIN_PROPERTIES.author, value: origin.changes.author },
    { name: ORIGIN_PROPERTIES.date, value: origin.changes.date },
  ];
}

function head({ title, lines }: WordExport): Paragraph[] {
  const big = new TextRun({ text: title, bold: true, size: HALF_POINTS.title, color: '000000' });
  const small = lines.map((text) => new TextRun({ text, size: HALF_POINTS.small, color: '595959' }));
  return [big, ...small].map(
    (run, line) =>
      new Paragraph({
        heading: line === 0 ? HeadingLevel.TITLE : undefined,
        spacing: line === lines.length ? { after: 320 } : undefined,
        children: [new Bookmark({ id: headBookmark(line), children: [run] })],
      }),
  );
}

/** An instant as Word writes those of tracked changes: to the second. */
export const wordInstant = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

/** Numbers the tracked changes of a document: each has an id of its own. */
class Changes {
  #last = 0;
  readonly #by: Signature;

  constructor(by: Signature) {
    this.#by = by;
  }

  next() {
    this.#last += 1;
    return { id: this.#last, ...this.#by };
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
    style: segment.keepers ? KEEPER_STYLE : undefined,
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
