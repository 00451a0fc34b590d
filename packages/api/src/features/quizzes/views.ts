import type { QuestionBody, QuestionTexts } from '../bank/body.ts';
import { shuffled } from './order.ts';
import type { Asked } from './rules.ts';
import { picksOf } from './scoring/areas.ts';

type Languages = readonly (string | null | undefined)[];
export type Part = { key: string; text: string };
type Base = { key: string; points: number; prompt: string };

/** What a learner may see of a question before the attempt is handed in. */
export type LearnerQuestion = Base &
  (
    | { kind: 'single' | 'multiple'; choices: Part[] }
    | { kind: 'trueFalse' }
    | { kind: 'shortText' }
    | { kind: 'numeric'; units: string[] }
    | { kind: 'matching'; lefts: Part[]; rights: Part[] }
    | { kind: 'ordering'; items: Part[] }
    | { kind: 'gapText'; gaps: { key: string; choices: Part[] | null }[] }
    | { kind: 'essay'; minWords: number | null; maxWords: number | null }
    | { kind: 'file'; maxFiles: number; mediaTypes: string[] }
    | { kind: 'hotspot'; imageFileId: string; alternative: string; areas: Part[]; picks: number }
  );

/** The words of a question in the first of these languages that it is written in. */
export function wordsIn(body: QuestionBody, languages: Languages): QuestionTexts {
  const own = languages.find((one) => one && Object.hasOwn(body.texts, one));
  return (own && body.texts[own]) || Object.values(body.texts)[0] || NO_WORDS;
}

const NO_WORDS: QuestionTexts = {
  prompt: { source: '', html: '' },
  explanation: { source: '', html: '' },
  parts: {},
};

/** A question as a learner sees it, its parts in the order this attempt shows them; nothing that tells the answer. */
export function learnerQuestion(
  { key, points, body }: Asked,
  languages: Languages,
  { seed, shuffle }: { seed: number; shuffle: boolean },
): LearnerQuestion {
  const words = wordsIn(body, languages);
  const part = (one: string): Part => ({ key: one, text: words.parts[one]?.text.html ?? '' });
  const mixed = <Item>(items: readonly Item[]) => shuffled(items, `${seed}:${key}`);
  const base = { key, points, prompt: words.prompt.html };
  switch (body.kind) {
    case 'single':
    case 'multiple': {
      const choices = body.choices.map((one) => part(one.key));
      return { ...base, kind: body.kind, choices: shuffle && body.shuffle ? mixed(choices) : choices };
    }
    case 'numeric':
      return { ...base, kind: body.kind, units: body.units.map(({ name }) => name) };
    case 'matching': {
      const lefts = body.pairs.map(({ left }) => part(left));
      const rights = mixed([...body.pairs.map(({ right }) => right), ...body.spare].sort()).map(part);
      return { ...base, kind: body.kind, lefts, rights: withoutDoubles(rights) };
    }
    case 'ordering':
      return { ...base, kind: body.kind, items: mixed([...body.order].sort()).map(part) };
    case 'gapText':
      return { ...base, prompt: withGaps(base.prompt), kind: body.kind, gaps: gapsOf(body, part) };
    case 'essay':
      return { ...base, kind: body.kind, minWords: body.minWords, maxWords: body.maxWords };
    case 'file':
      return { ...base, kind: body.kind, maxFiles: body.maxFiles, mediaTypes: body.mediaTypes };
    case 'hotspot':
      return {
        ...base,
        kind: body.kind,
        imageFileId: body.imageFileId,
        alternative: inLanguage(body.alternatives, languages),
        areas: mixed(body.areas.map((area) => area.key).sort()).map(part),
        picks: picksOf(body),
      };
    default:
      return { ...base, kind: body.kind };
  }
}

function gapsOf({ gaps }: Extract<QuestionBody, { kind: 'gapText' }>, part: (key: string) => Part) {
  return gaps.map(({ key, kind, choices }) => ({
    key,
    choices: kind === 'choice' ? choices.map((one) => part(one.key)) : null,
  }));
}

/** Sides that read the same are shown once: either is right. */
function withoutDoubles(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map((part) => [part.text || part.key, part])).values()];
}

/** The places of gaps as elements the page fills; a key holds letters, digits and dashes only. */
function withGaps(html: string): string {
  return html.replace(/\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]/g, '<span data-gap="$1"></span>');
}

function inLanguage(texts: Readonly<Record<string, string>>, languages: Languages): string {
  const own = languages.find((one) => one && Object.hasOwn(texts, one));
  return (own && texts[own]) || Object.values(texts)[0] || '';
}
