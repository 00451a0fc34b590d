import type { Label } from '../features/word/label.ts';
import { place } from '../features/word/place.ts';
import { readWord } from '../features/word/read.ts';
import { bookmarkOf } from '../features/word/recognise.ts';
import type { ExportedParagraph, WordExport } from '../features/word/write.ts';
import { pack } from '../zip.ts';

const ids = ['a', 'b', 'c'].map((sign) => `00000000-0000-7000-8000-00000000000${sign}`);
/** Three paragraphs of a text. */
export const [first = '', second = '', third = ''] = ids;
export const words = [
  'Allies recognise that undersea cables carry the exchanges on which their economies depend.',
  'Each nation will name an authority that can be reached at any hour.',
  'The Committee will review the application of this declaration each year.',
];
export const base = ids.map((id, index) => ({ id, words: words[index] ?? '' }));

const label: Label = {
  policy: { name: 'ALLIANCE', uri: 'urn:uuid:00000000-0000-4000-8000-000000000001' },
  classification: 'RESTRICTED',
  releasableTo: ['NOR', 'CAL'],
  onlyFor: [],
  caveats: ['"Cables" & more'],
  originator: 'NOR',
  createdAt: new Date('2026-11-24T09:00:00Z'),
};

/** A text as it is taken out, in version 4. */
export const exported = (paragraphs: readonly ExportedParagraph[]): WordExport => ({
  title: 'Declaration on undersea cable resilience',
  lines: ['Committee on Cyber Defence', 'Version 4, 21 Nov 2026'],
  marking: 'ALLIANCE RESTRICTED — Releasable to 32 nations',
  language: 'en',
  paragraphs,
  origin: {
    textId: first,
    version: 4,
    hash: 'f'.repeat(64),
    view: 'clean',
    takenOutAt: '2026-11-24T09:00:00.000Z',
    changes: { author: 'Maren Varga', date: '2026-11-21T08:00:00Z' },
  },
  label,
});

export const plain = base.map(({ id, words: text }, index) => ({
  id,
  kind: 'paragraph' as const,
  number: String(index + 1),
  segments: [{ text }],
}));

/** A Word file written by hand, as a capital's would be. */
export async function written(body: string, more: Record<string, string> = {}): Promise<Buffer> {
  const document = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  const files = { 'word/document.xml': document, '[Content_Types].xml': '<Types/>', ...more };
  return pack(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
}

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** Words put in, tracked. */
export const ins = (text: string, by = 'T. Halvorsen') =>
  `<w:ins w:id="1" w:author="${by}" w:date="2026-11-22T10:00:00Z">${run(text)}</w:ins>`;
/** Words taken out, tracked. */
export const del = (text: string) =>
  `<w:del w:id="2" w:author="T. Halvorsen" w:date="2026-11-22T10:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
/** A paragraph, and how its end stands. */
export const p = (content: string, mark = '') =>
  `<w:p>${mark && `<w:pPr><w:rPr><w:${mark} w:id="9" w:author="T. Halvorsen"/></w:rPr></w:pPr>`}${content}</w:p>`;
/** The bookmark by which an exported paragraph is known. */
export const known = (id: string) => `<w:bookmarkStart w:id="1" w:name="${bookmarkOf(id)}"/>`;

/** What such a file asks for. */
export async function placed(body: string, more?: Record<string, string>) {
  return place(await readWord(await written(body, more)), base);
}
