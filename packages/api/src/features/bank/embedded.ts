import type { QuestionDraft } from '../courses/import/types.ts';
import type { QuestionBody, QuestionTexts } from './body.ts';

const rich = (source: string) => ({ source, html: '' });

/** Where a course's question came from, so that the same import finds it again. */
export function courseImportKey(slug: string, activity: string, question: string, kind: string): string {
  return `course:${slug}/${activity}/${question}:${kind}`;
}

/**
 * A question of a course's files as the bank holds it. The shares of several choices repeat how an embedded question
 * was graded: each right one its part, each wrong one as much away. Migration 0018 does the same to stored rows.
 */
export function bodyOfDraft(draft: QuestionDraft, images: ReadonlyMap<string, string>): QuestionBody {
  const texts = Object.fromEntries(
    Object.entries(draft.texts).map(([language, said]) => [language, textsOf(said, images)]),
  );
  if (draft.kind === 'matching') return { kind: 'matching', texts, pairs: draft.pairs ?? [], spare: [] };
  if (draft.kind === 'shortAnswer') return { kind: 'shortText', texts, accepted: acceptedOf(draft) };
  const keys = draft.choices.map(({ key }) => key);
  if (draft.kind === 'trueFalse' && keys.every((key) => key === 'true' || key === 'false'))
    return {
      kind: 'trueFalse',
      texts,
      right: draft.choices.some((one) => one.key === 'true' && one.correct),
    };
  const rights = Math.max(1, draft.choices.filter(({ correct }) => correct).length);
  const shareOf = (correct: boolean) =>
    draft.kind === 'multiple' ? ((correct ? 1 : -1) * 100) / rights : correct ? 100 : 0;
  return {
    kind: draft.kind === 'multiple' ? 'multiple' : 'single',
    texts,
    choices: draft.choices.map(({ key, correct }) => ({ key, share: shareOf(correct) })),
    shuffle: draft.kind !== 'trueFalse',
  };
}

function textsOf(
  { prompt, explanation, choices }: QuestionDraft['texts'][string],
  images: ReadonlyMap<string, string>,
): QuestionTexts {
  const own = (markdown: string) => rich(withOwnImages(markdown, images));
  const parts = Object.entries(choices).map(([key, { text, feedback }]) => [
    key,
    { text: own(text), feedback: own(feedback ?? '') },
  ]);
  return { prompt: own(prompt), explanation: own(explanation), parts: Object.fromEntries(parts) };
}

/** A picture's path within the course as the address of the file it became. */
function withOwnImages(markdown: string, images: ReadonlyMap<string, string>): string {
  if (!markdown.includes('![')) return markdown;
  return markdown.replace(/(!\[[^\]\n]*\]\()<?([^)\s>]+)>?/g, (whole, opening: string, path: string) => {
    const url = images.get(path) ?? images.get(decoded(path));
    return url === undefined ? whole : `${opening}${url}`;
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function acceptedOf(draft: QuestionDraft) {
  const lists = Object.entries(draft.texts).flatMap(([language, { accepted = [] }]) =>
    accepted.length === 0
      ? []
      : [[language, accepted.map((text) => ({ kind: 'folded' as const, text, share: 100 }))] as const],
  );
  return Object.fromEntries(lists);
}
