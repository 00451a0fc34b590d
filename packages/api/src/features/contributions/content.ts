import { RENDERER_VERSION, renderMarkdown } from '../../markdown/render.ts';

/** A stretch of an entry that has parts: its own words, or the part that stands there. */
export type Piece = { source: string; html: string; portion?: undefined } | { portion: string };

/**
 * What is sealed of a contribution: its source and what was rendered from it, by which renderer. Where parts of it are
 * marked apart, both are without them, and `layout` says where each stands; their words lie in rows of their own.
 */
export type Content = { source: string; html: string; renderer: number; layout?: Piece[] };

/** Names people by their ids; null where there is none to name. */
export type Names = ReadonlyMap<string, string>;

type Options = { id: string; language: string; names?: Names; ownOrigin?: string };

/** Renders a contribution's text; the result is what is sealed and shown. */
export function contentOf(source: string, options: Options): Content {
  const { html } = renderMarkdown(source, {
    language: options.language,
    idPrefix: `t-${options.id}-`,
    topHeading: 3,
    ownOrigin: options.ownOrigin,
    mention: (id) => options.names?.get(id.toLowerCase()) ?? null,
  });
  return { source, html, renderer: RENDERER_VERSION };
}

/** Ties a sealed text to its contribution and revision, so that it opens nowhere else. */
export function contributionAad(contributionId: string, revision: number): string {
  return `contribution:${contributionId}:${revision}`;
}

/** Ties a part's words to its row. */
export const portionAad = (portionId: string) => `portion:${portionId}`;

/** Ties a sealed draft to its author and thread. */
export function draftAad(personId: string, threadId: string): string {
  return `draft:${personId}:${threadId}`;
}

/** Reads what `JSON.stringify` of a content wrote. */
export function readContent(opened: string): Content {
  return JSON.parse(opened) as Content;
}
