import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ICharacterStyleOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { pack, unpack } from '../../zip.ts';
import { type Label, labelXml } from './label.ts';
import { LIMITS } from './read.ts';

/** What every Word file that leaves the portal carries besides its words. */
export type Frame = {
  title: string;
  /** The marking in words, at the top and bottom of each page. */
  marking: string;
  language: 'en' | 'fr';
  label: Label;
};

const LOCALES = { en: 'en-GB', fr: 'fr-FR' };
const FONT = 'Calibri';
/** In half points. */
export const SIZES = { body: 22, small: 18, marking: 18, title: 32 };
export const GREY = '595959';

type More = {
  children: Paragraph[];
  properties?: { name: string; value: string }[];
  styles?: ICharacterStyleOptions[];
};

/** Sets a Word file: its marking in header and footer, page numbers, and its label (STANAG 4774) as a custom XML part. */
export async function framed(frame: Frame, { children, properties, styles = [] }: More): Promise<Buffer> {
  const page = new TextRun({
    size: SIZES.marking,
    children: ['   ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  });
  const run = { font: FONT, size: SIZES.body, language: { value: LOCALES[frame.language] } };
  const document = new Document({
    title: frame.title,
    creator: 'Concord',
    customProperties: properties,
    styles: { default: { document: { run } }, characterStyles: styles },
    sections: [
      {
        headers: { default: new Header({ children: [marking(frame)] }) },
        footers: { default: new Footer({ children: [marking(frame, page)] }) },
        children,
      },
    ],
  });
  return labelled(await Packer.toBuffer(document), frame.label);
}

function marking({ marking: words }: Frame, ...more: TextRun[]): Paragraph {
  const said = new TextRun({ text: words, bold: true, size: SIZES.marking });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [said, ...more] });
}

/** A document's title. */
export const titleRun = (text: string) =>
  new TextRun({ text, bold: true, size: SIZES.title, color: '000000' });
export const TITLE = HeadingLevel.TITLE;

/** A line in small grey letters: what stands around the words. */
export const smallRun = (text: string) => new TextRun({ text, size: SIZES.small, color: GREY });

/** The document of an office file whose relationships name the label, and what it is beside. */
const RELATIONSHIPS = { word: 'word/_rels/document.xml.rels', sheet: 'xl/_rels/workbook.xml.rels' };

/** Adds the confidentiality label as a custom XML part, which Word and spreadsheets keep. */
export async function labelled(
  document: Buffer,
  label: Label,
  of: keyof typeof RELATIONSHIPS = 'word',
): Promise<Buffer> {
  const files = await unpack(document, LIMITS);
  const { customXml, relationship } = LABEL_PART;
  files.set(customXml, Buffer.from(labelXml(label), 'utf8'));
  const relationships = RELATIONSHIPS[of];
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
