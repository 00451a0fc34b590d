import type { Label } from './label.ts';
import { type AboutPdf, xmpOf } from './xmp.ts';

/**
 * A PDF with its metadata and its confidentiality label as XMP, added as an incremental update (ISO 32000-1, 7.5.6 and
 * 14.3.2): the bytes that were there stay as they are. Metadata that the renderer wrote are replaced: it writes a title as
 * it is, whatever it means in XML. Throws where the file is not one of the plain ones that we write.
 */
export function labelledPdf(pdf: Uint8Array, label: Label, about: AboutPdf): Buffer {
  const before = Buffer.from(pdf);
  const text = before.toString('latin1');
  const previous = Number(last(/startxref\s+(\d+)\s+%%EOF/g, text));
  const trailer = last(/trailer\s*<<([\s\S]*?)>>\s*startxref/g, text);
  const size = Number(one(/\/Size (\d+)/, trailer));
  const root = one(/\/Root (\d+) 0 R/, trailer);
  const catalog = last(new RegExp(`(?:^|\\n)${root} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`, 'g'), text);
  const bare = catalog.replace(/\/Metadata \d+ 0 R\s*/, '');

  const packet = Buffer.from(xmpOf(label, about), 'utf8');
  const metadata = Buffer.concat([
    Buffer.from(`${size} 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n`),
    packet,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const fresh = Buffer.from(
    `${root} 0 obj\n<<${bare.trimEnd()}\n/Metadata ${size} 0 R >>\nendobj\n`,
    'latin1',
  );
  const start = Buffer.from('\n');
  const [rootAt, metadataAt] = [before.length + start.length, before.length + start.length + fresh.length];
  const xrefAt = metadataAt + metadata.length;
  const end = [
    `xref\n${root} 1\n${offset(rootAt)}${size} 1\n${offset(metadataAt)}trailer`,
    `<<${trailer.replace(/\/Size \d+/, `/Size ${size + 1}`)}\n/Prev ${previous}\n>>`,
    `startxref\n${xrefAt}\n%%EOF\n`,
  ];
  return Buffer.concat([before, start, fresh, metadata, Buffer.from(end.join('\n'), 'latin1')]);
}

/** A line of a table of offsets: twenty bytes, exactly. */
const offset = (at: number) => `${String(at).padStart(10, '0')} 00000 n \n`;

function one(pattern: RegExp, text: string): string {
  const [, found] = pattern.exec(text) ?? [];
  if (found === undefined) throw new Error('Not a PDF that a label can be added to.');
  return found;
}

function last(pattern: RegExp, text: string): string {
  const found = [...text.matchAll(pattern)].at(-1)?.[1];
  if (found === undefined) throw new Error('Not a PDF that a label can be added to.');
  return found;
}
