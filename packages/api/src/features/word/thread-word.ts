import { Paragraph, TextRun } from 'docx';
import { type Block, blocksOf } from '../../markdown/blocks.ts';
import { framed, smallRun, TITLE, titleRun } from './frame.ts';
import type { EntryOnPaper, ThreadOnPaper } from './thread.ts';
import { MOST_ENTRIES } from './thread.ts';
import { paperFormats, paperWords } from './words.ts';

type Language = 'en' | 'fr';

/** Writes a thread as a `.docx`: each entry with its marking, by whom and when, beneath the marking of all of it. */
export function threadWord(thread: ThreadOnPaper, language: Language): Promise<Buffer> {
  const words = paperWords[language];
  const formats = paperFormats(language);
  const lines = [
    `${thread.body.name} · ${words.thread}`,
    words.takenOut(formats.instant(new Date(thread.takenOutAt))),
    ...(thread.more ? [words.more(MOST_ENTRIES)] : []),
  ];
  const frame = {
    title: thread.title,
    marking: thread.banner.words,
    language,
    label: thread.banner.label,
  };
  return framed(frame, {
    children: [
      new Paragraph({ heading: TITLE, children: [titleRun(thread.title)] }),
      ...lines.map((line) => new Paragraph({ children: [smallRun(line)] })),
      ...thread.entries.flatMap((entry) => entryParagraphs(entry, language)),
    ],
  });
}

function entryParagraphs(entry: EntryOnPaper, language: Language): Paragraph[] {
  const words = paperWords[language];
  const when = paperFormats(language).instant(new Date(entry.at));
  const files = entry.files.map(({ name }) => name);
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 320 },
      border: { top: { style: 'single', size: 4, color: 'BFBFBF', space: 6 } },
      children: [new TextRun({ text: bylineOf(entry, language), bold: true }), smallRun(`   ${when}`)],
    }),
    new Paragraph({ keepNext: true, spacing: { after: 120 }, children: [smallRun(entry.marking.words)] }),
    ...blocksOf(entry.source).map(blockParagraph),
    ...(files.length > 0 ? [new Paragraph({ children: [smallRun(words.files(files.join(', ')))] })] : []),
  ];
}

/** Whose words they are: of a statement the nation's, of a personal remark nobody's. */
function bylineOf({ kind, by }: EntryOnPaper, language: Language): string {
  const words = paperWords[language];
  if (by === null) return words.personal;
  const who = `${by.name}, ${by.party.code}`;
  return kind === 'statement' ? `${words.statement(by.party.name)} · ${who}` : who;
}

const INDENT = 400;

function blockParagraph({ kind, depth, sign, runs }: Block): Paragraph {
  const quoted = kind === 'quote';
  const lead = sign === '' ? [] : [new TextRun({ text: `${sign}\u00a0` })];
  return new Paragraph({
    spacing: { after: 120, line: 290 },
    indent: depth > 0 ? { left: INDENT * depth, hanging: sign === '' ? undefined : INDENT / 2 } : undefined,
    border: quoted ? { left: { style: 'single', size: 12, color: 'BFBFBF', space: 8 } } : undefined,
    children: [
      ...lead,
      ...runs.flatMap((run) =>
        run.text.split('\n').map(
          (text, line) =>
            new TextRun({
              text,
              break: line > 0 ? 1 : undefined,
              bold: run.bold || kind === 'heading' || undefined,
              italics: run.italics,
              font: run.code ? 'Courier New' : undefined,
            }),
        ),
      ),
    ],
  });
}
