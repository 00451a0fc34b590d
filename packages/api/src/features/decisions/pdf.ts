import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import { charactersWithoutGlyph, FAMILIES, fontsReady } from '../credentials/fonts.ts';
import type { Label } from '../word/label.ts';
import { labelledPdf } from '../word/pdf-label.ts';
import type { AboutPdf } from '../word/xmp.ts';
import type { Block, DecisionPaper } from './paper.ts';

const INK = '#14171c';
const INK_2 = '#474d58';
const LINE = '#c5cad3';
const BAR = '#1f4b99';

const styles = StyleSheet.create({
  page: {
    // The renderer takes a list of families and looks each character up in turn.
    fontFamily: FAMILIES as unknown as string,
    fontSize: 10.5,
    lineHeight: 1.4,
    color: INK,
    paddingTop: 64,
    paddingBottom: 64,
    paddingHorizontal: 64,
  },
  top: {
    position: 'absolute',
    top: 28,
    left: 64,
    right: 64,
    textAlign: 'center',
    fontSize: 9,
    fontWeight: 700,
  },
  foot: {
    position: 'absolute',
    bottom: 28,
    left: 64,
    right: 64,
    textAlign: 'center',
    fontSize: 9,
    fontWeight: 700,
  },
  page_: {
    position: 'absolute',
    bottom: 16,
    left: 64,
    right: 64,
    textAlign: 'center',
    fontSize: 8,
    color: INK_2,
  },
  kind: { fontSize: 10, color: INK_2 },
  title: { fontSize: 18, fontWeight: 700, lineHeight: 1.25, marginBottom: 14, marginTop: 2 },
  heading: {
    fontSize: 12,
    fontWeight: 700,
    marginTop: 18,
    marginBottom: 6,
    borderTopWidth: 0.75,
    borderTopColor: LINE,
    paddingTop: 10,
  },
  row: { flexDirection: 'row', marginBottom: 2 },
  label: { width: 140, color: INK_2, fontSize: 9.5 },
  value: { flex: 1 },
  line: { marginBottom: 4 },
  quiet: { marginBottom: 5, color: INK_2, fontSize: 9.5 },
  paragraph: { flexDirection: 'row', marginBottom: 8 },
  number: { width: 36, color: INK_2 },
  table: { marginBottom: 8, fontSize: 9 },
  head: { flexDirection: 'row', fontWeight: 700, borderBottomWidth: 0.75, borderBottomColor: LINE },
  cells: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: LINE, paddingVertical: 2 },
  firstCell: { flex: 2, paddingRight: 6 },
  cell: { flex: 1, paddingRight: 6 },
  bar: { marginBottom: 4 },
  track: { height: 6, backgroundColor: '#eceef1' },
  filled: { height: 6, backgroundColor: BAR },
  textHeading: { fontWeight: 700, marginTop: 6, marginBottom: 6 },
});

/**
 * Sets a decision as a PDF: A4, fonts embedded, the marking at the top and bottom of each page, its label as metadata. It
 * is PDF/A-2b, with a profile for its colours, unless it holds a character that no font of ours can set.
 */
export async function decisionPdf(paper: DecisionPaper, label: Label): Promise<Uint8Array> {
  await fontsReady();
  const lacking = await charactersWithoutGlyph(JSON.stringify(paper));
  const about = {
    title: `${paper.number} · ${paper.title}`,
    subject: paper.marking,
    createdAt: new Date(),
    archival: lacking.length === 0,
  };
  return labelledPdf(await renderToBuffer(documentOf(paper, about)), label, about);
}

function documentOf(
  paper: DecisionPaper,
  { title, subject, createdAt, archival }: AboutPdf,
): ReactElement<{ title?: string }> {
  const about = {
    ...{ title, subject, creator: 'Concord', producer: 'Concord', language: paper.locale },
    creationDate: createdAt,
    modificationDate: createdAt,
    ...(archival && { conformance: 'PDF/A-2b' as const }),
  };
  const fixed = { fixed: true };
  const page = h(
    Page,
    { size: 'A4', style: styles.page },
    h(Text, { ...fixed, style: styles.top }, paper.marking),
    h(Text, { style: styles.kind }, `${paper.kind} ${paper.number}`),
    h(Text, { style: styles.title }, paper.title.normalize('NFC')),
    ...paper.blocks.map((block, index) => h(View, { key: index }, blockOf(block))),
    h(Text, { ...fixed, style: styles.foot }, paper.marking),
    h(Text, {
      ...fixed,
      style: styles.page_,
      render: ({ pageNumber, totalPages }) => `${paper.number} · ${pageNumber} / ${totalPages}`,
    }),
  );
  return h(Document, about, page) as ReactElement<{ title?: string }>;
}

function tableRow(cells: string[], at: number): ReactElement {
  const look = at === 0 ? styles.head : styles.cells;
  const cell = (words: string, column: number) =>
    h(Text, { key: column, style: column === 0 ? styles.firstCell : styles.cell }, words.normalize('NFC'));
  return h(View, { key: at, style: look, wrap: false }, ...cells.map(cell));
}

function bar(
  { name, words, share }: { name: string; words: string; share: number },
  at: number,
): ReactElement {
  const width = `${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%`;
  return h(
    View,
    { key: at, wrap: false, style: styles.bar },
    h(Text, {}, `${name.normalize('NFC')} · ${words}`),
    h(View, { style: styles.track }, h(View, { style: { ...styles.filled, width } })),
  );
}

function blockOf(block: Block): ReactElement {
  switch (block.kind) {
    case 'facts':
      return h(
        View,
        {},
        ...block.rows.map(([label, value]) =>
          h(
            View,
            { key: label, style: styles.row },
            h(Text, { style: styles.label }, label),
            h(Text, { style: styles.value }, value.normalize('NFC')),
          ),
        ),
      );
    case 'heading':
      return h(Text, { style: styles.heading, minPresenceAhead: 40 }, block.words);
    case 'line':
      return h(Text, { style: block.quiet ? styles.quiet : styles.line }, block.words.normalize('NFC'));
    case 'table':
      return h(View, { style: styles.table }, ...block.rows.map(tableRow));
    case 'bars':
      return h(View, { style: styles.table }, ...block.rows.map(bar));
    case 'paragraph':
      return block.of === 'heading'
        ? h(Text, { style: styles.textHeading, minPresenceAhead: 40 }, block.words.normalize('NFC'))
        : h(
            View,
            { style: styles.paragraph },
            h(Text, { style: styles.number }, block.number),
            h(Text, { style: styles.value }, block.words.normalize('NFC')),
          );
  }
}
