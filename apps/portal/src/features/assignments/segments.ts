/** A stretch of a text, and the numbers of the remarks that end there or run through it. */
export type Segment = { start: number; words: string; within: boolean; ending: number[] };

/** Cuts a text where remarks begin and end. */
export function segmentsOf(text: string, remarks: readonly { starts: number; ends: number }[]): Segment[] {
  const cuts = [...new Set([0, text.length, ...remarks.flatMap(({ starts, ends }) => [starts, ends])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      start,
      words: text.slice(start, end),
      within: remarks.some(({ starts, ends }) => starts <= start && ends >= end),
      ending: remarks.flatMap(({ ends }, at) => (ends === end ? [at + 1] : [])),
    };
  });
}

/** The sentences of a text with their places: what a remark can be put on without a pointer. */
export function sentencesOf(text: string, language: string): { start: number; end: number; words: string }[] {
  const cutter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...cutter.segment(text)].flatMap(({ segment, index }) => {
    const words = segment.trim();
    const start = index + segment.indexOf(words);
    return words === '' ? [] : [{ start, end: start + words.length, words }];
  });
}
