import { type Rendered, renderMarkdown } from '../../../markdown/render.ts';
import type { CourseDraft, QuestionDraft } from './types.ts';

/** What pages refer to: images by their path in the course, lessons by their file name. */
export type References = { slug: string; images: ReadonlyMap<string, string>; keys: ReadonlySet<string> };

type QuestionTexts = {
  promptHtml: string;
  choices: Record<string, { html: string; feedbackHtml?: string }>;
  accepted: string[];
  explanationHtml: string;
};

/** What the pages of a draft may refer to. */
export function referencesOf(draft: CourseDraft, images: ReadonlyMap<string, string>): References {
  const keys = draft.units.flatMap(({ activities }) => activities.map(({ key }) => key));
  return { slug: draft.slug, images, keys: new Set(keys) };
}

/** Renders a text of a course: simple HTML allowed, images through files, links between lessons kept. */
export function renderText(
  markdown: string,
  language: string,
  references: References,
  idPrefix = 'md-',
): Rendered {
  return renderMarkdown(markdown, {
    language,
    allowHtml: true,
    idPrefix,
    image: (src) => imageAt(src, references),
    link: (href) => lessonLink(href, references),
  });
}

/** Where an image lies: named by its path in the course, or by the address of one of the course's own files. */
function imageAt(src: string, { images }: References): string | null {
  const path = decoded(src);
  return images.get(path) ?? ([...images.values()].includes(path) ? path : null);
}

/** The address of the activity that a lesson's file became, or null when the link is to something else. */
function lessonLink(href: string, { slug, keys }: References): string | null {
  const [, name, hash = ''] =
    /^(?![a-z][a-z0-9+.-]*:|\/)(?:.*\/)?([^/#?]+)\.md(#.*)?$/i.exec(decoded(href)) ?? [];
  if (name === undefined) return null;
  const numbered = /^(\d+)\.(\d+)\s/.exec(name);
  const key = numbered ? `lesson-${numbered[1]}-${numbered[2]}` : name;
  return keys.has(key) ? `/learn/${slug}/${key}${hash}` : null;
}

/** A question's words in every language, as they are stored. */
export function renderQuestion(
  question: QuestionDraft,
  references: References,
): Record<string, QuestionTexts> {
  const prefix = `q-${question.key}-`;
  const rendered = Object.entries(question.texts).map(([language, texts]) => {
    const html = (markdown: string) => renderText(markdown, language, references, prefix).html;
    const choices = Object.entries(texts.choices).map(([key, { text, feedback }]) => {
      const said = feedback ? { feedbackHtml: html(feedback) } : {};
      return [key, { html: withoutParagraph(html(text)), ...said }] as const;
    });
    return [
      language,
      {
        promptHtml: html(texts.prompt),
        choices: Object.fromEntries(choices),
        accepted: texts.accepted ?? [],
        explanationHtml: texts.explanation === '' ? '' : html(texts.explanation),
      },
    ] as const;
  });
  return Object.fromEntries(rendered);
}

/** A single paragraph's inside: a choice stands in a label, which holds no blocks. */
function withoutParagraph(html: string): string {
  const [, inner] = /^<p>([\s\S]*)<\/p>$/.exec(html) ?? [];
  return inner === undefined || inner.includes('<p>') ? html : inner;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
