import { type Label, labelXml } from './label.ts';

/** What a PDF says of itself, beside its label; `archival`: it keeps to PDF/A-2b (ISO 19005-2), and says so. */
export type AboutPdf = { title: string; subject: string; createdAt: Date; archival: boolean };

/**
 * What a PDF says of itself as a packet of XMP (ISO 16684-1): title, subject and times, that it is PDF/A-2b where it is, and
 * its label. The label is XML, which XMP holds as text alone, under a schema that PDF/A wants described in the same packet.
 */
export function xmpOf(label: Label, { title, subject, createdAt, archival }: AboutPdf): string {
  const at = `${createdAt.toISOString().slice(0, 19)}Z`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    described('dc="http://purl.org/dc/elements/1.1/"', [
      '<dc:format>application/pdf</dc:format>',
      `<dc:title>${inAnyLanguage(title)}</dc:title>`,
      `<dc:description>${inAnyLanguage(subject)}</dc:description>`,
    ]),
    described('xmp="http://ns.adobe.com/xap/1.0/"', [
      `<xmp:CreateDate>${at}</xmp:CreateDate>`,
      `<xmp:ModifyDate>${at}</xmp:ModifyDate>`,
      '<xmp:CreatorTool>Concord</xmp:CreatorTool>',
    ]),
    described('pdf="http://ns.adobe.com/pdf/1.3/"', ['<pdf:Producer>Concord</pdf:Producer>']),
    ...(archival ? [PDFA] : []),
    described(`mb="${BINDING}"`, [`<mb:Metadata>${escaped(labelOnly(label))}</mb:Metadata>`]),
    LABEL_SCHEMA,
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const BINDING = 'urn:nato:stanag:4778:bindinginformation:1:0';

const described = (namespace: string, properties: readonly string[]) =>
  `<rdf:Description rdf:about="" xmlns:${namespace}>${properties.join('')}</rdf:Description>`;

const inAnyLanguage = (words: string) =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(words)}</rdf:li></rdf:Alt>`;

const labelOnly = (label: Label) => labelXml(label).replace(/^<\?xml[^>]*\?>/, '');

const PDFA = described('pdfaid="http://www.aiim.org/pdfa/ns/id/"', [
  '<pdfaid:part>2</pdfaid:part>',
  '<pdfaid:conformance>B</pdfaid:conformance>',
]);

/** The schema of the label, which is none of those that PDF/A knows (ISO 19005-2, 6.6.2.3). */
const LABEL_SCHEMA = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>Metadata bound to a document (STANAG 4778)</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${BINDING}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>mb</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>Metadata</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>',
  '<pdfaProperty:category>external</pdfaProperty:category>',
  '<pdfaProperty:description>The confidentiality label (STANAG 4774) as XML</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>',
].join('');

/** Text within XML; quotation marks stand there as they are. */
const escaped = (words: string) => words.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`);
