import { renderMarkdown } from '../../markdown/render.ts';
import type { QuestionBody, QuestionTexts } from './body.ts';

type Rich = QuestionTexts['prompt'];
/** Words without a sign that Markdown reads. */
const PLAIN = /^(?!\d+[.)])[\p{L}\p{N}][\p{L}\p{N} ,.;:?()%’“”«»…–—/-]*$/u;
const OWN_FILE = /^\/api\/files\/[0-9a-f-]{36}$/i;

/** Renders every text of a question anew, so that no HTML that came from outside is ever kept. */
export function renderBody<Body extends QuestionBody>(body: Body): Body {
  const texts = Object.entries(body.texts).map(([language, said]) => [language, renderTexts(said, language)]);
  return { ...body, texts: Object.fromEntries(texts) };
}

function renderTexts(said: QuestionTexts, language: string): QuestionTexts {
  const parts = Object.entries(said.parts).map(([key, { text, feedback }]) => [
    key,
    { text: inline(rendered(text, language)), feedback: rendered(feedback, language) },
  ]);
  return {
    prompt: rendered(said.prompt, language),
    explanation: rendered(said.explanation, language),
    parts: Object.fromEntries(parts),
  };
}

function rendered({ source }: Rich, language: string): Rich {
  return { source, html: renderRich(source, language) };
}

/** A Markdown text of a question as HTML: simple tags allowed, pictures only from our own files. */
export function renderRich(source: string, language: string): string {
  if (source.trim() === '') return '';
  if (PLAIN.test(source)) return `<p>${source}</p>`;
  return renderMarkdown(source, {
    language,
    allowHtml: true,
    idPrefix: 'q-',
    topHeading: 3,
    image: (src) => (OWN_FILE.test(src) ? src : null),
  }).html;
}

/** A single paragraph's inside: a choice stands in a label, which holds no blocks. */
function inline({ source, html }: Rich): Rich {
  const [, inner] = /^<p>([\s\S]*)<\/p>$/.exec(html) ?? [];
  return { source, html: inner === undefined || inner.includes('<p>') ? html : inner };
}
