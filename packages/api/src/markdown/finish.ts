import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { finishHeadings, type Heading } from './headings.ts';
import { safeLink } from './urls.ts';
import { wordsFor } from './words.ts';

export type LinkFound = { href: string; external: boolean; allowed: boolean };
export type ImageFound = { src: string; alt: string; url: string | null };

export type FinishOptions = {
  token: string;
  language: string;
  idPrefix: string;
  topHeading: number;
  ownOrigin?: string;
  image?: (src: string) => string | null;
  link?: (href: string) => string | null;
};

export type Findings = { headings: Heading[]; links: LinkFound[]; images: ImageFound[] };

/** Decides on links and images and dresses callouts, mentions, tables and headings of a sanitised tree. */
export function finish(tree: Root, options: FinishOptions): Findings {
  const links: LinkFound[] = [];
  const images: ImageFound[] = [];
  const headings = finishHeadings(tree, options);
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    dressMark(node, options.token);
    if (node.tagName === 'a') return finishLink(node, options, links);
    if (node.tagName === 'img') {
      const image = finishImage(node, options, images);
      parent.children[index] = image;
      return [SKIP, index + 1];
    }
    if (node.tagName === 'input') parent.children[index] = checkbox(node);
    if (node.tagName === 'tt') node.tagName = 'code';
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    if (node.tagName === 'td' || node.tagName === 'th') finishCell(node);
    return undefined;
  });
  wrapTables(tree, wordsFor(options.language).table);
  return { headings, links, images };
}

function dressMark(node: Element, token: string): void {
  const mark = node.properties.dataMark;
  if (typeof mark !== 'string') return;
  delete node.properties.dataMark;
  const [found, kind, value] = mark.split(':');
  if (found !== token) return;
  if (kind === 'callout') node.properties.className = ['callout', `callout-${value}`];
  if (kind === 'title') node.properties.className = ['callout-title'];
  if (kind === 'mention') {
    node.properties.className = ['mention'];
    node.properties.dataPerson = value ?? '';
  }
}

function finishLink(node: Element, options: FinishOptions, links: LinkFound[]): undefined {
  const written = typeof node.properties.href === 'string' ? node.properties.href : '';
  if (written === '') {
    delete node.properties.href;
    return undefined;
  }
  const resolved = options.link?.(written) ?? written;
  const safe = safeLink(resolved, options.ownOrigin);
  links.push({ href: written, external: safe?.external ?? false, allowed: safe !== null });
  if (safe === null) {
    node.tagName = 'span';
    node.properties = {};
    return undefined;
  }
  node.properties.href = safe.href.startsWith('#') ? withPrefix(safe.href, options.idPrefix) : safe.href;
  if (safe.external) node.properties.rel = ['noopener', 'noreferrer', 'nofollow'];
  return undefined;
}

const withPrefix = (hash: string, prefix: string) => `#${prefix}${hash.slice(1)}`;

function finishImage(node: Element, options: FinishOptions, images: ImageFound[]): ElementContent {
  const src = typeof node.properties.src === 'string' ? node.properties.src : '';
  const alt = typeof node.properties.alt === 'string' ? node.properties.alt : '';
  const url = src === '' ? null : (options.image?.(src) ?? null);
  images.push({ src, alt, url });
  if (url === null) return { type: 'text', value: alt };
  const { width, height, title } = node.properties;
  node.properties = { src: url, alt, title, width, height, loading: 'lazy', decoding: 'async' };
  return node;
}

/** A wide table scrolls by itself, by keyboard too. */
function wrapTables(tree: Root, label: string): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: label },
      children: [node],
    };
    return [SKIP, index + 1];
  });
}

function finishCell(node: Element): void {
  const align = node.properties.align;
  delete node.properties.align;
  if (typeof align === 'string') node.properties.className = [`align-${align}`];
  if (node.tagName === 'th' && node.properties.scope === undefined) node.properties.scope = 'col';
}

/** A task list's box is a sign, not a control. */
function checkbox(node: Element): ElementContent {
  return { type: 'text', value: node.properties.checked ? '☑' : '☐' };
}
