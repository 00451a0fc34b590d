import { childOf, childrenOf, readXml, type XmlElement, XmlProblem } from '../../xml.ts';
import { type ArchiveLimits, ArchiveRefused, unpack } from '../../zip.ts';
import { type Aside, plainWords, readBody, type Signature, type WordParagraph } from './pieces.ts';

/** The largest Word file that is taken, packed and unpacked, in bytes, and the most files in it. */
export const LIMITS: ArchiveLimits & { packed: number } = {
  packed: 10 * 1024 ** 2,
  bytes: 80 * 1024 ** 2,
  file: 40 * 1024 ** 2,
  entries: 2_000,
};

/** Why a file is not taken as a Word document. */
export type WordRefusal = 'notWord' | 'tooLarge' | 'macros' | 'locked' | 'broken';

/** A Word file that is not taken; `line` is that of its XML, where that is what is wrong. */
export class WordRefused extends Error {
  readonly code: WordRefusal;
  readonly line: number | null;

  constructor(code: WordRefusal, line: number | null = null) {
    super(code);
    this.code = code;
    this.line = line;
  }
}

/** Which version of which text a file was taken out of, when, and how it was shown. */
export type Origin = {
  textId: string;
  version: number;
  hash: string;
  view: 'clean' | 'bracketed' | 'redline';
  /** ISO 8601; brackets are compared as they stood then. */
  takenOutAt: string;
  /** Whose the tracked changes of a redline were when it was taken out: they are no proposal. */
  changes: Signature;
};

export type WordFile = { paragraphs: WordParagraph[]; asides: Aside[]; origin: Origin | null };

const DOCUMENT = 'word/document.xml';
/** A file of Microsoft's older format, which is also how Word keeps one under a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const MOST_PARAGRAPHS = 5_000;
/** The largest XML of a document that is read, in bytes: a text of 2,000 paragraphs with every word tracked is half of it. */
const LARGEST_XML = 16 * 1024 ** 2;

/** Reads a `.docx`: paragraphs with their tracked changes, what else it holds, and where it comes from. */
export async function readWord(bytes: Buffer): Promise<WordFile> {
  if (bytes.length > LIMITS.packed) throw new WordRefused('tooLarge');
  if (bytes.subarray(0, 4).equals(OLE)) throw new WordRefused('locked');
  const files = await unpacked(bytes);
  if ([...files.keys()].some((name) => /vbaProject|\/activeX\//i.test(name))) throw new WordRefused('macros');
  const document = files.get(DOCUMENT);
  if (!document) throw new WordRefused('notWord');
  const types = files.get('[Content_Types].xml');
  if (types && /macroEnabled/i.test(new TextDecoder().decode(types))) throw new WordRefused('macros');
  const body = childOf(xml(document), 'w:body');
  if (!body) throw new WordRefused('notWord');
  const origin = originOf(files);
  const own = origin?.view === 'redline' ? origin.changes : null;
  const read = readBody(body, { comments: commentsOf(files), own });
  if (read.paragraphs.length > MOST_PARAGRAPHS) throw new WordRefused('tooLarge');
  return { ...read, origin };
}

async function unpacked(bytes: Buffer): Promise<Map<string, Uint8Array>> {
  try {
    return await unpack(bytes, LIMITS);
  } catch (error) {
    if (error instanceof ArchiveRefused) throw new WordRefused(error.large ? 'tooLarge' : 'notWord');
    throw error;
  }
}

function xml(bytes: Uint8Array): XmlElement {
  if (bytes.length > LARGEST_XML) throw new WordRefused('tooLarge');
  try {
    return readXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof XmlProblem) throw new WordRefused('broken', error.line);
    throw new WordRefused('broken');
  }
}

function commentsOf(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const bytes = files.get('word/comments.xml');
  if (!bytes) return new Map();
  return new Map(
    childrenOf(xml(bytes), 'w:comment').map((one) => [one.attributes['w:id'] ?? '', plainWords(one).trim()]),
  );
}

/** The properties that an export of ours carries; Word keeps them through editing. */
export const ORIGIN_PROPERTIES = {
  textId: 'ConcordText',
  version: 'ConcordVersion',
  hash: 'ConcordHash',
  view: 'ConcordView',
  takenOutAt: 'ConcordTakenOut',
  author: 'ConcordChangesBy',
  date: 'ConcordChangesAt',
} as const;

const VIEWS = ['clean', 'bracketed', 'redline'] as const;

function originOf(files: ReadonlyMap<string, Uint8Array>): Origin | null {
  const bytes = files.get('docProps/custom.xml');
  if (!bytes) return null;
  const values = new Map(
    childrenOf(xml(bytes), 'property').map((one) => [one.attributes.name ?? '', one.children[0]?.text ?? '']),
  );
  const value = (name: keyof typeof ORIGIN_PROPERTIES) => values.get(ORIGIN_PROPERTIES[name]) ?? '';
  const [textId, hash, version] = [value('textId'), value('hash'), Number(value('version'))];
  const takenOutAt = value('takenOutAt');
  if (!textId || !hash || !Number.isSafeInteger(version) || version < 1) return null;
  if (Number.isNaN(Date.parse(takenOutAt))) return null;
  return {
    textId,
    version,
    hash,
    takenOutAt,
    view: VIEWS.find((view) => view === value('view')) ?? 'clean',
    changes: { author: value('author'), date: value('date') },
  };
}
