import { Paragraph, TextRun } from 'docx';
import { framed, smallRun, TITLE, titleRun } from '../word/frame.ts';
import { paperWords } from './paper-words.ts';
import type { RemarkView } from './remark-load.ts';
import { remarkIs } from './rules.ts';
import type { SummaryOnPaper } from './summary.ts';

type Words = (typeof paperWords)['en' | 'fr'];
type Item = SummaryOnPaper['items'][number];

/**
 * Writes a summary record as a `.docx`: each item with its marking and what came of it, beneath the marking of all of it;
 * then, in an annex, what nations remarked on it.
 */
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
        ...items.flatMap((item) => itemParagraphs(item, words)),
        ...annex(summary, words),
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

function itemParagraphs({ number, title, lead, marking, outcome }: Item, words: Words): Paragraph[] {
  const to = outcome?.to ? words.deferredTo(outcome.to.title) : '';
  const said = outcome ? `${words.outcomes[outcome.outcome]}${to}` : words.nothingRecorded;
  return [
    heading(`${number}.\u00a0${title}`),
    new Paragraph({
      keepNext: true,
      children: [smallRun([marking.words, ...(lead ? [words.lead(lead)] : [])].join(' · '))],
    }),
    new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text: said, italics: true })] }),
    ...textParagraphs(outcome?.note ?? ''),
  ];
}

const heading = (text: string) =>
  new Paragraph({ keepNext: true, spacing: { before: 320 }, children: [new TextRun({ text, bold: true })] });

const textParagraphs = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ spacing: { after: 80, line: 290 }, children: [new TextRun(line)] }));

/** What nations remarked, on each item under its marking and then on the whole; nothing where nobody did. */
function annex({ items, remarks, banner, body: { zone } }: SummaryOnPaper, words: Words): Paragraph[] {
  const on = [
    ...items.map((item) => ({ ...item, about: `${item.number}.\u00a0${item.title}` })),
    { about: words.onWhole, marking: banner, remarks },
  ].filter((one) => one.remarks.length > 0);
  if (on.length === 0) return [];
  return [
    new Paragraph({ pageBreakBefore: true, children: [new TextRun({ text: words.annex, bold: true })] }),
    ...on.flatMap((one) => [
      heading(one.about),
      new Paragraph({ keepNext: true, children: [smallRun(one.marking.words)] }),
      ...one.remarks.flatMap((remark) => remarkParagraphs(remark, zone, words)),
    ]),
  ];
}

/** A remark in its nation's name: what came of it, its words, and what was answered. */
function remarkParagraphs(remark: RemarkView, zone: string, words: Words): Paragraph[] {
  const { nation, madeAt, answer } = remark;
  const head = words.remark(nation.name, new Date(madeAt), zone);
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 160 },
      children: [smallRun(`${head} · ${words.is[remarkIs(remark)]}`)],
    }),
    ...textParagraphs(remark.words),
    ...(answer ? textParagraphs(words.answer(answer)) : []),
  ];
}
