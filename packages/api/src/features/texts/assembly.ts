import { joined } from './rules.ts';
import type { Bracket, Paragraph } from './schemas.ts';
import { partsFrom } from './typed.ts';

/** A paragraph as the chair types it. */
export type TypedRow = { id: string; kind: Paragraph['kind']; typed: string };

/** Who asked for an option that nobody kept before, by the row and the option's words, as codes. */
export type KeptCodes = { rowId: string; option: string; codes: string };

/**
 * Typed rows as paragraphs. A bracket keeps its id and its keepers within its paragraph, and also where a split or a
 * joined paragraph took it along. `loose` are the rows in which a bracket is left open.
 */
export function assemble(
  rows: readonly TypedRow[],
  before: readonly Paragraph[],
  newId: () => string,
): { paragraphs: Paragraph[]; loose: string[] } {
  const known = new Map(before.map((paragraph) => [paragraph.id, paragraph.parts]));
  const loose: string[] = [];
  const paragraphs = rows.map(({ id, kind, typed }): Paragraph => {
    const read = partsFrom(typed, known.get(id) ?? [], newId);
    if (read.loose) loose.push(id);
    return { id, kind, parts: read.parts };
  });
  return { paragraphs: withMovedBrackets(paragraphs, before), loose };
}

/** Gives brackets that came along from another paragraph the ids they had there. */
function withMovedBrackets(paragraphs: readonly Paragraph[], before: readonly Paragraph[]): Paragraph[] {
  const used = new Set(paragraphs.flatMap(bracketsOf).map((one) => one.bracket));
  const old = before.flatMap(bracketsOf);
  const known = new Set(old.map((one) => one.bracket));
  const free = old.filter((one) => !used.has(one.bracket));
  if (free.length === 0) return [...paragraphs];
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    parts: joined(
      paragraph.parts.map((part) => {
        if (!('bracket' in part) || known.has(part.bracket)) return part;
        const at = free.findIndex((one) => one.kind === part.kind && sameWords(one, part));
        const [was] = at < 0 ? [] : free.splice(at, 1);
        return was ?? part;
      }),
    ),
  }));
}

const bracketsOf = ({ parts }: Pick<Paragraph, 'parts'>): Bracket[] =>
  parts.filter((part): part is Bracket => 'bracket' in part);

const sameWords = (one: Bracket, other: Bracket) =>
  one.options.length === other.options.length &&
  one.options.every((option, index) => option.text === other.options[index]?.text);

/** An option of a bracket that has to be kept by a nation, where it stands, and who keeps it. */
export type OptionToKeep = {
  rowId: string;
  bracketId: string;
  optionId: string;
  words: string;
  /** Who keeps it by the record. */
  held: string[];
  /** Whom the chair writes down besides. */
  added: string[];
  /** Codes typed that no nation has. */
  unknown: string[];
};

/** Codes as they are typed: `NOR, cal ISK`. */
export const codesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

type Keepers = {
  holdings: readonly { bracketId: string; optionId: string; code: string }[];
  kept: readonly KeptCodes[];
  nations: ReadonlySet<string>;
};

/** Every option that needs a nation to keep it, paragraph by paragraph, with those that do. */
export function optionsToKeep(
  paragraphs: readonly Paragraph[],
  { holdings, kept, nations }: Keepers,
): OptionToKeep[] {
  return paragraphs.flatMap((paragraph) =>
    bracketsOf(paragraph)
      .filter((bracket) => bracket.kind !== 'placeholder')
      .flatMap((bracket) =>
        bracket.options.map((option) => {
          const typed = kept.find((one) => one.rowId === paragraph.id && one.option === option.text);
          const codes = codesIn(typed?.codes ?? '');
          return {
            rowId: paragraph.id,
            bracketId: bracket.bracket,
            optionId: option.id,
            words: option.text,
            held: holdings
              .filter((one) => one.bracketId === bracket.bracket && one.optionId === option.id)
              .map((one) => one.code),
            added: codes.filter((code) => nations.has(code)),
            unknown: codes.filter((code) => !nations.has(code)),
          };
        }),
      ),
  );
}

/**
 * The words of an amendment as the chair types them: brackets of the paragraph they would replace are written as the
 * chair writes them, so that whoever keeps them goes on doing so.
 */
export function typedAmendment(words: string, brackets: readonly { shown: string; typed: string }[]): string {
  return brackets.reduce((typed, one) => typed.split(one.shown).join(one.typed), words);
}
