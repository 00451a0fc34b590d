import {
  Bookmark,
  DeletedTextRun,
  HeadingLevel,
  InsertedTextRun,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { type Frame, framed, GREY, smallRun, TITLE, titleRun } from './frame.ts';
import { KEEPER_STYLE, NUMBER_STYLE, type Signature } from './pieces.ts';
import { ORIGIN_PROPERTIES, type Origin } from './read.ts';
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
export type WordExport = Frame & {
  /** Lines beneath the title: body, reference, version, hash. */
  lines: readonly string[];
  paragraphs: readonly ExportedParagraph[];
  /** Where it comes from; its signature is that of the tracked changes. */
  origin: Origin;
};

/** Writes a text as a `.docx`, with tracked changes by author and date, in such a way that it can be brought in again. */
export async function writeWord(text: WordExport): Promise<Buffer> {
  const changes = new Changes(text.origin.changes);
  return framed(text, {
    properties: propertiesOf(text.origin),
    styles: [
      { id: NUMBER_STYLE, name: 'Paragraph number', run: { color: GREY } },
      { id: KEEPER_STYLE, name: 'Bracket keeper', run: { color: '7A4B00', superScript: true } },
    ],
    children: [...head(text), ...text.paragraphs.map((one) => paragraphOf(one, changes))],
  });
}

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
  return [titleRun(title), ...lines.map(smallRun)].map(
    (run, line) =>
      new Paragraph({
        heading: line === 0 ? TITLE : undefined,
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
