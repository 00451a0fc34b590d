import { Paragraph, TextRun } from 'docx';
import { framed, smallRun, TITLE, titleRun } from '../word/frame.ts';
import { paperWords } from './paper-words.ts';
import type { SummaryOnPaper } from './summary.ts';

type Words = (typeof paperWords)['en' | 'fr'];
type Item = SummaryOnPaper['items'][number];

/** Writes a summary record as a `.docx`: each item with its marking and what came of it, beneath the marking of all of it. */
export function summaryWord(summary: SummaryOnPaper, language: 'en' | 'fr'): Promise<Buffer> {
  const words = paperWords[language];
  const { title, body, banner, items } = summary;
  const lines = [
    `${body.name} · ${words.summary}`,
    words.when(new Date(summary.startsAt), new Date(summary.endsAt), body.zone),
    ...(summary.place ? [summary.place] : []),
    stateWords(summary, words),
  ];
  return framed(
    { title, marking: banner.words, language, label: banner.label },
    {
      children: [
        new Paragraph({ heading: TITLE, children: [titleRun(title)] }),
        ...lines.map((line) => new Paragraph({ children: [smallRun(line)] })),
        ...items.flatMap((item) => itemParagraphs(item, language)),
      ],
    },
  );
}

/** Where the record stands, with the instant that counts, in the zone of its body. */
function stateWords({ state, until, agreedAt, body: { zone } }: SummaryOnPaper, words: Words): string {
  if (agreedAt) return words.agreed(new Date(agreedAt), zone);
  if (state === 'open' && until) return words.open(new Date(until), zone);
  return words[state === 'open' || state === 'agreed' ? 'laid' : state];
}

function itemParagraphs({ number, title, lead, marking, outcome }: Item, language: 'en' | 'fr'): Paragraph[] {
  const words = paperWords[language];
  const to = outcome?.to ? words.deferredTo(outcome.to.title) : '';
  const said = outcome ? `${words.outcomes[outcome.outcome]}${to}` : words.nothingRecorded;
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 320 },
      children: [new TextRun({ text: `${number}.\u00a0${title}`, bold: true })],
    }),
    new Paragraph({
      keepNext: true,
      children: [smallRun([marking.words, ...(lead ? [words.lead(lead)] : [])].join(' · '))],
    }),
    new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text: said, italics: true })] }),
    ...(outcome?.note ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => new Paragraph({ spacing: { after: 80, line: 290 }, children: [new TextRun(line)] })),
  ];
}
