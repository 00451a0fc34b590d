import { randomBytes } from 'node:crypto';
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { allowList } from './allowed.ts';
import { type Findings, finish, type ImageFound, type LinkFound } from './finish.ts';
import { calm, isHostile } from './guard.ts';
import type { Heading } from './headings.ts';
import { highlightCode } from './highlight.ts';
import { breakLongWords, inPieces } from './long-words.ts';
import { changeSource } from './source-tree.ts';
import { wordsFor } from './words.ts';

/** Stored beside what was rendered; raise it when the same source would give other HTML. */
export const RENDERER_VERSION = 3;

export type RenderOptions = {
  /** The language of the text: callout titles and labels are written in it. */
  language?: string;
  /** Courses may hold simple HTML; in contributions tags are shown as typed. */
  allowHtml?: boolean;
  /** Goes in front of every id, so that several texts can share a page. */
  idPrefix?: string;
  /** The level the shallowest heading gets; the page itself owns `h1`. */
  topHeading?: number;
  /** Links to this origin are links of our own. */
  ownOrigin?: string;
  /** Answers the address of an image, or null where it may not be shown. Without it no image is. */
  image?: (src: string) => string | null;
  /** Answers another address for a link (a lesson's file name), or null to leave it. */
  link?: (href: string) => string | null;
  /** Answers the name of a person who may be mentioned, or null to leave the words as typed. */
  mention?: (id: string) => string | null;
};

export type Rendered = Findings & { html: string };
export type { Heading, ImageFound, LinkFound };

/** Renders Markdown to HTML that is safe to show as it is. */
export function renderMarkdown(source: string, options: RenderOptions = {}): Rendered {
  const calmed = calm(source);
  if (isHostile(calmed, options.allowHtml ?? false)) return asTyped(calmed);
  try {
    return renderTree(calmed, options);
  } catch (error) {
    if (error instanceof RangeError) return asTyped(calmed);
    throw error;
  }
}

function renderTree(source: string, options: RenderOptions): Rendered {
  const { language = 'en', allowHtml = false, idPrefix = 'md-', topHeading = 2 } = options;
  const token = randomBytes(12).toString('hex');
  const words = wordsFor(language);
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(source);
  changeSource(tree, { token, language, allowHtml, mention: options.mention });
  const toHtml = unified()
    .use(remarkRehype, {
      allowDangerousHtml: allowHtml,
      clobberPrefix: '',
      footnoteLabel: words.footnotes,
      footnoteBackLabel: words.backToText,
    })
    .use(allowHtml ? [rehypeRaw] : [])
    .use(rehypeSanitize, allowList(token, idPrefix));
  const html = toHtml.runSync(tree) as unknown as HtmlRoot;
  highlightCode(html);
  const findings = finish(html, { ...options, token, language, idPrefix, topHeading });
  breakLongWords(html);
  return { html: unified().use(rehypeStringify).stringify(html), ...findings };
}

/** A source that is no prose is shown letter by letter. */
function asTyped(source: string): Rendered {
  const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const escaped = inPieces(source).map(safe).join('<wbr>');
  return { html: `<p class="as-typed">${escaped}</p>`, headings: [], links: [], images: [] };
}
