import { Document, Page, renderToBuffer, Text } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { expect, it } from 'vitest';
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

const plain = () => renderToBuffer(h(Document, { title: 'Łódź' }, h(Page, {}, h(Text, {}, 'Words'))));

it('adds the label to a PDF whose own bytes stay as they were', async () => {
  const pdf = await plain();
  const labelled = labelledPdf(pdf, label);
  expect(labelled.subarray(0, pdf.length).equals(pdf)).toBe(true);
  const text = labelled.toString('utf8');
  expect(text).toContain('<slab:PolicyIdentifier URI="urn:oid:2.25.17">ALLIANCE</slab:PolicyIdentifier>');
  expect(text).toContain('<slab:GenericValue>NOR</slab:GenericValue>');
  expect(text).toContain('&#60;ATOM &#38; co&#62;');
});

it('says where each of its objects begins, and which table came before', async () => {
  const pdf = await plain();
  const labelled = labelledPdf(pdf, label);
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
  expect(() => labelledPdf(Buffer.from('%PDF-1.7 nothing'), label)).toThrow('Not a PDF');
});
