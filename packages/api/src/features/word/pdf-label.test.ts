import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { expect, it } from 'vitest';
import { readXml } from '../../xml.ts';
import type { Label } from './label.ts';
import { labelledPdf } from './pdf-label.ts';

const label: Label = {
  ...{
    policy: { name: 'ALLIANCE', uri: 'urn:oid:2.25.17' },
    classification: 'RESTRICTED',
    originator: 'HQA',
  },
  ...{
    releasableTo: ['CAL', 'NOR'],
    onlyFor: [],
    caveats: ['<ATOM & co>'],
    createdAt: new Date('2026-11-02T09:00:00Z'),
  },
};

const about = {
  title: 'Łódź <& its port>',
  subject: 'ALLIANCE RESTRICTED',
  createdAt: new Date('2026-11-02T09:30:00.250Z'),
  archival: false,
};
const plain = () => renderToBuffer(h(Document, { title: 'Łódź' }, h(Page, {}, h(Text, {}, 'Words'))));

it('adds the label to a PDF whose own bytes stay as they were', async () => {
  const pdf = await plain();
  const labelled = labelledPdf(pdf, label, about);
  expect(labelled.subarray(0, pdf.length).equals(pdf)).toBe(true);
  const text = labelled.toString('utf8');
  const inside = readXml(/<mb:Metadata>.*<\/mb:Metadata>/.exec(text)?.[0] ?? '').text;
  expect(inside).toContain('<slab:PolicyIdentifier URI="urn:oid:2.25.17">ALLIANCE</slab:PolicyIdentifier>');
  expect(inside).toContain('<slab:GenericValue>NOR</slab:GenericValue>');
  expect(inside).toContain('&#60;ATOM &#38; co&#62;');
  expect(text).toContain('<pdfaSchema:prefix>mb</pdfaSchema:prefix>');
  expect(text).not.toContain('pdfaid:part');
});

it('says that it is PDF/A where it is, in the place of what the renderer says', async () => {
  const { title, createdAt } = about;
  const archival = { title, creationDate: createdAt, conformance: 'PDF/A-2b' as const };
  const pdf = await renderToBuffer(h(Document, archival, h(Page, {}, h(View, {}))));
  const labelled = labelledPdf(pdf, label, { ...about, archival: true });
  const text = labelled.toString('utf8');
  const fresh = text.slice(text.lastIndexOf('/Type /Metadata'));
  expect(text.slice(text.lastIndexOf('/Type /Catalog'))).toMatch(/OutputIntents/);
  expect(fresh).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
  expect(fresh).toContain('Łódź &#60;&#38; its port&#62;</rdf:li>');
  expect(fresh).toContain('<xmp:CreateDate>2026-11-02T09:30:00Z</xmp:CreateDate>');
  const packet = fresh.slice(fresh.indexOf('<x:xmpmeta'), fresh.indexOf('<?xpacket end'));
  expect(readXml(packet).name).toBe('x:xmpmeta');
});

it('says where each of its objects begins, and which table came before', async () => {
  const pdf = await plain();
  const labelled = labelledPdf(pdf, label, about);
  const bytes = labelled.toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(bytes)?.[1]);
  const [, root, rootAt, size, metadataAt] =
    /^xref\n(\d+) 1\n(\d{10}) 00000 n \n(\d+) 1\n(\d{10}) 00000 n \ntrailer/.exec(bytes.slice(table)) ?? [];
  expect(bytes.slice(Number(rootAt))).toMatch(new RegExp(`^${root} 0 obj\\n<<[^]*?/Metadata ${size} 0 R >>`));
  expect(bytes.slice(Number(metadataAt))).toMatch(
    new RegExp(`^${size} 0 obj\\n<< /Type /Metadata /Subtype /XML`),
  );
  const length = Number(/\/Subtype \/XML \/Length (\d+)/.exec(bytes)?.[1]);
  const begins = bytes.indexOf('stream\n', Number(metadataAt)) + 'stream\n'.length;
  expect(bytes.slice(begins + length)).toMatch(/^\nendstream\nendobj/);
  const before = Number(/\/Prev (\d+)/.exec(bytes.slice(table))?.[1]);
  expect(bytes.slice(before)).toMatch(/^xref/);
});

it('refuses what is no PDF of ours', () => {
  expect(() => labelledPdf(Buffer.from('%PDF-1.7 nothing'), label, about)).toThrow('Not a PDF');
});
