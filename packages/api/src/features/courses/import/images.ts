import { posix } from 'node:path';
import { lineAt, type Problems } from './report.ts';
import type { ImportSource } from './source.ts';

const MAX_IMAGE = 10_000_000;
const IMAGE_NAME = /\.(?:png|jpe?g|gif|webp|avif)$/i;

type Page = {
  source: ImportSource;
  problems: Problems;
  images: Map<string, Uint8Array>;
  file: string;
  markdown: string;
  /** The line of the file the Markdown starts on, less one. */
  lineOffset?: number;
};

// ![alt](target "title"), perhaps inside a link; or an <img> tag.
const MARKDOWN_IMAGE = /!\[((?:[^\]\\]|\\.)*)\]\(\s*(<[^>\n]*>|[^\s)]+)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/;
const LINKED_IMAGE = new RegExp(`\\[${MARKDOWN_IMAGE.source}\\]\\(\\s*([^\\s)]+)[^)\\n]*\\)`);
const HTML_IMAGE = /<img\b[^>]*?\bsrc\s*=\s*["']([^"']+)["'][^>]*>/;
const ANY = new RegExp(`${LINKED_IMAGE.source}|${MARKDOWN_IMAGE.source}|${HTML_IMAGE.source}`, 'g');

/**
 * Takes the images a page names into `images`, writes their paths from the course's root into the Markdown,
 * and reports by file and line what is missing or lies elsewhere. An image that is missing leaves its words;
 * one that was a link (to a video) leaves a plain link.
 */
export async function collectImages(page: Page): Promise<string> {
  const parts: string[] = [];
  let from = 0;
  for (const found of page.markdown.matchAll(ANY)) {
    if (isInCode(page.markdown, found.index)) continue;
    parts.push(page.markdown.slice(from, found.index), await replacement(page, found));
    from = found.index + found[0].length;
  }
  parts.push(page.markdown.slice(from));
  return parts.join('');
}

/**
 * Writes where images lie in the portal in place of their paths, so that what is stored can be rendered again by
 * itself, whoever edits it.
 */
export function withAddresses(markdown: string, addresses: ReadonlyMap<string, string>): string {
  return markdown.replace(ANY, (...found) => {
    const [whole, , linkedTarget, , , target, htmlTarget] = found as string[];
    const offset = Number(found.findLast((value) => typeof value === 'number'));
    const written = linkedTarget ?? target ?? htmlTarget ?? '';
    const address = addresses.get(safeDecode(written.replace(/^<|>$/g, '')));
    if (whole === undefined || address === undefined || isInCode(markdown, offset)) return whole ?? '';
    return whole.replace(written, () => address);
  });
}

async function replacement(page: Page, found: RegExpExecArray | RegExpMatchArray): Promise<string> {
  const [whole, linkedAlt, linkedTarget, link, alt, target, htmlTarget] = found;
  const written = (linkedTarget ?? target ?? htmlTarget ?? '').replace(/^<|>$/g, '');
  const line = lineAt(page.markdown, found.index ?? 0) + (page.lineOffset ?? 0);
  const path = await take(page, written, line);
  if (path !== null) return whole.replace(linkedTarget ?? target ?? htmlTarget ?? '', () => encodeURI(path));
  if (link !== undefined) return `[${linkedAlt || link}](${link})`;
  if (htmlTarget !== undefined) return /\balt\s*=\s*["']([^"']*)["']/.exec(whole)?.[1] ?? '';
  return /^(?:image(?: alt text)?|img|picture)?$/i.test(alt ?? '') ? '' : `*${alt}*`;
}

async function take(page: Page, written: string, line: number): Promise<string | null> {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) {
    page.problems.add('imageElsewhere', page.file, line, { image: written.slice(0, 300) });
    return null;
  }
  const path = resolveImage(page.file, written);
  if (path !== null && page.images.has(path)) return path;
  const bytes = path === null || !IMAGE_NAME.test(path) ? null : await page.source.read(path);
  if (path === null || bytes === null) {
    page.problems.add('imageMissing', page.file, line, { image: written.slice(0, 300) });
    return null;
  }
  if (bytes.length > MAX_IMAGE) {
    page.problems.add('imageTooLarge', page.file, line, { image: path, bytes: bytes.length });
    return null;
  }
  if (!looksLikeImage(bytes)) {
    page.problems.add('imageBroken', page.file, line, { image: path });
    return null;
  }
  page.images.set(path, bytes);
  return path;
}

/** Whether the first bytes are those of a picture: PNG, JPEG, GIF, WebP or AVIF. */
function looksLikeImage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|....ftypavi[fs])/s.test(head);
}

/** The path of an image from the course's root; null when it would leave it. */
export function resolveImage(file: string, written: string): string | null {
  const bare = safeDecode(written.replace(/[?#].*$/, ''));
  const path = bare.startsWith('/')
    ? posix.normalize(bare.slice(1))
    : posix.normalize(posix.join(posix.dirname(file), bare));
  return path === '.' || path.startsWith('../') || path.startsWith('/') ? null : path;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether an offset lies in a fenced block, or in a code span of its line. */
function isInCode(markdown: string, offset: number): boolean {
  const before = markdown.slice(0, offset).split('\n');
  const fenced = before.filter((line) => /^ {0,3}(?:`{3,}|~{3,})/.test(line)).length % 2 === 1;
  return fenced || (before.at(-1)?.match(/`/g)?.length ?? 0) % 2 === 1;
}
