import type { QuestionBody, QuestionKind, QuestionTexts } from '@concord/api/features/bank/body';

export type Of<Kind extends QuestionKind> = Extract<QuestionBody, { kind: Kind }>;

const rich = (source = '') => ({ source, html: '' });
const noTexts = (): QuestionTexts => ({ prompt: rich(), explanation: rich(), parts: {} });
const worth = (share: number) => ({ kind: 'folded' as const, text: '', share });

/** A question of a type with nothing in it yet but the places to fill. */
export function blankBody(kind: QuestionKind, language: string): QuestionBody {
  const texts = { [language]: noTexts() };
  const two = (first: number, second: number) => [
    { key: 'a', share: first },
    { key: 'b', share: second },
  ];
  switch (kind) {
    case 'single':
      return { kind, texts, choices: two(100, 0), shuffle: true };
    case 'multiple':
      return { kind, texts, choices: two(100, -100), shuffle: true };
    case 'trueFalse':
      return { kind, texts, right: true };
    case 'shortText':
      return { kind, texts, accepted: { [language]: [worth(100)] } };
    case 'numeric':
      return { kind, texts, accepted: [blankNumber()], units: [], unitPenalty: 0 };
    case 'matching':
      return { kind, texts, pairs: [blankPair('a'), blankPair('b')], spare: [] };
    case 'ordering':
      return { kind, texts, order: ['a', 'b'], credit: 'place' };
    case 'gapText':
      return { kind, texts, gaps: [blankGap('a', language)] };
    case 'essay':
      return { kind, texts, minWords: null, maxWords: null, guidance: '' };
    case 'file':
      return { kind, texts, maxFiles: 1, mediaTypes: [], guidance: '' };
    case 'hotspot':
      return { kind, texts, imageFileId: '', alternatives: { [language]: '' }, areas: [blankArea('a')] };
  }
}

export const blankNumber = () => ({ value: 0, tolerance: 0, toleranceIs: 'absolute' as const, share: 100 });
export const blankPair = (key: string) => ({ left: `l-${key}`, right: `r-${key}` });
export const blankWords = () => worth(100);
export const blankGap = (key: string, language: string): Of<'gapText'>['gaps'][number] => ({
  key,
  kind: 'text',
  accepted: { [language]: [worth(100)] },
  choices: [],
});
export const blankArea = (key: string): Of<'hotspot'>['areas'][number] => ({
  key,
  shape: { is: 'box', x: 40, y: 40, width: 20, height: 20 },
  share: 100,
});

/** What a question says in a language; nothing where it says nothing yet. */
export function textsIn(body: QuestionBody, language: string): QuestionTexts {
  return body.texts[language] ?? noTexts();
}

/** The prompt or the explanation in a language, changed. */
export function withText<Body extends QuestionBody>(
  body: Body,
  language: string,
  what: 'prompt' | 'explanation',
  source: string,
): Body {
  const said = textsIn(body, language);
  return { ...body, texts: { ...body.texts, [language]: { ...said, [what]: rich(source) } } };
}

/** The words of a part, or the feedback to it, changed. */
export function withPart<Body extends QuestionBody>(
  body: Body,
  language: string,
  key: string,
  what: 'text' | 'feedback',
  source: string,
): Body {
  const said = textsIn(body, language);
  const part = { ...(said.parts[key] ?? { text: rich(), feedback: rich() }), [what]: rich(source) };
  const parts = { ...said.parts, [key]: part };
  return { ...body, texts: { ...body.texts, [language]: { ...said, parts } } };
}

/** Every key a question's parts go by. */
export function partKeys(body: QuestionBody): string[] {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return body.choices.map(({ key }) => key);
    case 'trueFalse':
      return ['true', 'false'];
    case 'matching':
      return [...body.pairs.flatMap(({ left, right }) => [left, right]), ...body.spare];
    case 'ordering':
      return body.order;
    case 'gapText':
      return body.gaps.flatMap(({ choices }) => choices.map(({ key }) => key));
    case 'hotspot':
      return body.areas.map(({ key }) => key);
    default:
      return [];
  }
}

/** A question as it is sent: without languages and parts in which nothing is written. */
export function tidyBody<Body extends QuestionBody>(body: Body, source: string): Body {
  const keys = new Set(partKeys(body));
  const texts = Object.entries(body.texts).flatMap(([language, said]) => {
    const parts = Object.fromEntries(Object.entries(said.parts).filter(([key]) => keys.has(key)));
    const words = [
      said.prompt,
      said.explanation,
      ...Object.values(parts).flatMap(({ text, feedback }) => [text, feedback]),
    ];
    const empty = words.every(({ source: written }) => written.trim() === '');
    return empty && language !== source ? [] : [[language, { ...said, parts }] as const];
  });
  return tidyAccepted({ ...body, texts: Object.fromEntries(texts) }, source);
}

/** Languages without any accepted answer, and rows left blank in the others, are not sent. */
function tidyAccepted<Body extends QuestionBody>(body: Body, source: string): Body {
  if (body.kind === 'shortText') return { ...body, accepted: filled(body.accepted, source) };
  if (body.kind !== 'gapText') return body;
  return {
    ...body,
    gaps: body.gaps.map((gap) => ({
      ...gap,
      accepted: filled(gap.accepted, gap.kind === 'text' ? source : ''),
    })),
  };
}

function filled(accepted: Of<'shortText'>['accepted'], source: string): Of<'shortText'>['accepted'] {
  const lists = Object.entries(accepted).flatMap(([language, list]) => {
    const written = list.filter(({ text }) => text.trim() !== '');
    return written.length > 0
      ? [[language, written] as const]
      : language === source
        ? [[language, list] as const]
        : [];
  });
  return Object.fromEntries(lists);
}

/** A list with one item moved a step up or down. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const result = [...items];
  const to = from + by;
  const [item, other] = [result[from], result[to]];
  if (item === undefined || other === undefined) return result;
  result[from] = other;
  result[to] = item;
  return result;
}

/** Shares in equal parts: what is right comes to 100 %, and each wrong one takes as much away. */
export function equalShares(choices: readonly { key: string; share: number }[], right: ReadonlySet<string>) {
  const part = Math.round(10_000_000 / Math.max(1, right.size)) / 100_000;
  return choices.map(({ key }) => ({ key, share: right.has(key) ? part : -part }));
}
