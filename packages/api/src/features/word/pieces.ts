import type { XmlElement } from '../../xml.ts';
import { childOf } from '../../xml.ts';

/** Whether words stood before the tracked changes, stand after them, or both; words put in and taken out again: neither. */
export type Standing = 'kept' | 'inserted' | 'deleted' | 'gone';

/** A run of words of a Word paragraph. */
export type Piece = { text: string; standing: Standing };

/** A paragraph as Word holds it. `mark` is how its end stands: an inserted one splits, a deleted one joins. */
export type WordParagraph = {
  pieces: Piece[];
  mark: Standing;
  bookmarks: string[];
  authors: string[];
  dates: string[];
};

/** What a file holds that is not taken into amendments; `at` counts the file's paragraphs from 1. */
export type Aside = {
  what: 'table' | 'footnote' | 'comment' | 'picture' | 'field' | 'moved' | 'textBox';
  at: number;
  words: string;
};

/** Who tracked a change, and when, as the file writes it. */
export type Signature = { author: string; date: string };

/** What is known of a file before its body is read: its comments, and the changes it was taken out with. */
type About = { comments: Map<string, string>; own: Signature | null };

type Walk = About & {
  paragraphs: WordParagraph[];
  asides: Aside[];
  pending: string[];
};
type Within = { paragraph: WordParagraph; standing: Standing; walk: Walk };

/** The styles of what is derived and so not read back: numbers of paragraphs, nations that keep a wording. */
export const NUMBER_STYLE = 'ParagraphNumber';
export const KEEPER_STYLE = 'BracketKeeper';
const DERIVED = new Set([NUMBER_STYLE, KEEPER_STYLE]);

const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:customXml',
]);
const CHANGES: Record<string, Standing> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
};

/** The paragraphs of a document's body in order, and what else it holds (ECMA-376, part 1, 17.3 and 17.13.5). */
export function readBody(body: XmlElement, about: About) {
  const walk: Walk = { paragraphs: [], asides: [], pending: [], ...about };
  for (const element of body.children) readBlock(element, walk);
  return { paragraphs: walk.paragraphs, asides: walk.asides };
}

function readBlock(element: XmlElement, walk: Walk): void {
  if (element.name === 'w:p') walk.paragraphs.push(readParagraph(element, walk));
  else if (element.name === 'w:tbl') aside(walk, 'table', plainWords(element));
  else if (element.name === 'w:bookmarkStart') walk.pending.push(element.attributes['w:name'] ?? '');
  else if (TRANSPARENT.has(element.name)) for (const child of element.children) readBlock(child, walk);
}

function readParagraph(element: XmlElement, walk: Walk): WordParagraph {
  const bookmarks = walk.pending.splice(0);
  const paragraph: WordParagraph = { pieces: [], mark: 'kept', bookmarks, authors: [], dates: [] };
  const properties = childOf(childOf(element, 'w:pPr'), 'w:rPr');
  for (const change of properties?.children ?? []) {
    const standing = CHANGES[change.name];
    if (!standing) continue;
    if (isOwn(change, walk.own)) {
      if (standing === 'deleted') paragraph.mark = 'gone';
      continue;
    }
    paragraph.mark = combined(paragraph.mark, standing);
    sign(paragraph, change);
  }
  for (const child of element.children) readInline(child, { paragraph, standing: 'kept', walk });
  return paragraph;
}

function readInline(element: XmlElement, within: Within): void {
  const { paragraph, walk, standing } = within;
  const change = CHANGES[element.name];
  if (change && isOwn(element, walk.own)) {
    if (change === 'inserted') for (const child of element.children) readInline(child, within);
  } else if (change) {
    sign(paragraph, element);
    if (element.name === 'w:moveFrom') aside(walk, 'moved', plainWords(element), 1);
    const inner = { ...within, standing: combined(standing, change) };
    for (const child of element.children) readInline(child, inner);
  } else if (element.name === 'w:r') readRun(element, within);
  else if (element.name === 'w:bookmarkStart') paragraph.bookmarks.push(element.attributes['w:name'] ?? '');
  else if (TRANSPARENT.has(element.name)) for (const child of element.children) readInline(child, within);
}

/** A change the file was taken out with has been made already: what it put in stands, what it took out is not there. */
const isOwn = ({ attributes }: XmlElement, own: Signature | null) =>
  own !== null && attributes['w:author'] === own.author && attributes['w:date'] === own.date;

/** Words put in by one person and taken out by another were never there and are not now. */
function combined(outer: Standing, inner: Standing): Standing {
  if (outer === 'kept') return inner;
  return outer === inner ? outer : 'gone';
}

const SPACES: Record<string, string> = {
  'w:tab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '\u2011',
};
const ASIDES: Record<string, Aside['what']> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'footnote',
  'w:drawing': 'picture',
  'w:pict': 'picture',
  'w:object': 'picture',
  'w:fldChar': 'field',
};

function readRun(run: XmlElement, { paragraph, standing, walk }: Within): void {
  const style = childOf(childOf(run, 'w:rPr'), 'w:rStyle')?.attributes['w:val'];
  if (style !== undefined && DERIVED.has(style)) return;
  for (const child of run.children) {
    const words = child.name === 'w:t' || child.name === 'w:delText' ? child.text : SPACES[child.name];
    if (words !== undefined) paragraph.pieces.push({ text: words, standing });
    else if (child.name === 'w:commentReference')
      aside(walk, 'comment', walk.comments.get(child.attributes['w:id'] ?? '') ?? '', 1);
    else if (child.name === 'mc:AlternateContent') aside(walk, 'textBox', plainWords(child), 1);
    else if (child.name !== 'w:fldChar' || child.attributes['w:fldCharType'] === 'begin') {
      const what = ASIDES[child.name];
      if (what) aside(walk, what, '', 1);
    }
  }
}

function aside(walk: Walk, what: Aside['what'], words: string, ahead = 0): void {
  walk.asides.push({ what, at: Math.max(1, walk.paragraphs.length + ahead), words: words.slice(0, 300) });
}

function sign(paragraph: WordParagraph, change: XmlElement): void {
  const { 'w:author': author, 'w:date': date } = change.attributes;
  if (author && !paragraph.authors.includes(author)) paragraph.authors.push(author);
  if (date && !paragraph.dates.includes(date)) paragraph.dates.push(date);
}

/** Every word within an element, whatever became of it. */
export function plainWords(element: XmlElement): string {
  if (element.name === 'w:t' || element.name === 'w:delText') return element.text;
  const gap = element.name === 'w:p' ? ' ' : '';
  return element.children.map(plainWords).join('') + gap;
}
