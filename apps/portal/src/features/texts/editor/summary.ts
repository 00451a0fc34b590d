import { assemble, type OptionToKeep, optionsToKeep } from '@concord/api/features/texts/assembly';
import { compareVersions } from '@concord/api/features/texts/redline';
import { numbersOf, wordsOf } from '@concord/api/features/texts/rules';
import type { Writing } from '@concord/api/features/texts/writing';
import type { BaseParagraph, Editing } from './types.ts';

/** Something that keeps a version from being made, in one of its paragraphs. */
export type Problem = {
  rowId: string;
  number: string;
  what: 'empty' | 'loose' | 'nobody' | 'code';
  words: string;
};

/** What the words typed come to: the paragraphs, what changed, and what still keeps them from being a version. */
export function summaryOf(writing: Writing, editing: Editing, newId: () => string) {
  const { paragraphs, loose } = assemble(writing.rows, editing.paragraphs, newId);
  const options = optionsToKeep(paragraphs, {
    holdings: editing.holdings,
    kept: writing.kept,
    nations: new Set(editing.nations.map((one) => one.code)),
  });
  const changes = compareVersions(editing.paragraphs, paragraphs);
  const count = (change: string) => changes.filter((one) => one.change === change).length;
  return {
    paragraphs,
    options,
    changes,
    counts: {
      changed: count('changed'),
      inserted: count('inserted'),
      deleted: count('deleted'),
      moved: changes.filter((one) => one.movedFrom !== null).length,
      brackets: new Set(options.map((one) => one.bracketId)).size,
    },
    problems: problemsIn(paragraphs, options, new Set(loose)),
  };
}

export type Summary = ReturnType<typeof summaryOf>;

function problemsIn(
  paragraphs: readonly BaseParagraph[],
  options: readonly OptionToKeep[],
  loose: ReadonlySet<string>,
): Problem[] {
  const numbers = numbersOf(paragraphs);
  const at = (rowId: string) => ({ rowId, number: numbers.get(rowId) ?? '' });
  return paragraphs.flatMap(({ id, parts }): Problem[] => [
    ...(wordsOf(parts).trim() === '' ? [{ ...at(id), what: 'empty' as const, words: '' }] : []),
    ...(loose.has(id) ? [{ ...at(id), what: 'loose' as const, words: '' }] : []),
    ...options
      .filter((option) => option.rowId === id)
      .flatMap((option): Problem[] => {
        const unknown = option.unknown[0];
        if (unknown) return [{ ...at(id), what: 'code', words: unknown }];
        const keepers = option.held.length + option.added.length;
        return keepers === 0 ? [{ ...at(id), what: 'nobody', words: option.words }] : [];
      }),
  ]);
}

/** Whom the command is told to write down for which option. */
export function keptInput(options: readonly OptionToKeep[], nations: Editing['nations']) {
  const ids = new Map(nations.map((one) => [one.code, one.id]));
  return options
    .map(({ bracketId, optionId, added }) => ({
      bracketId,
      optionId,
      partyIds: added.flatMap((code) => ids.get(code) ?? []),
    }))
    .filter((one) => one.partyIds.length > 0);
}

/** Deleted paragraphs, each by the row it now stands after; `null` is the beginning. */
export function deletedAfter(
  paragraphs: readonly BaseParagraph[],
  rows: readonly { id: string }[],
): Map<string | null, BaseParagraph[]> {
  const here = new Set(rows.map((row) => row.id));
  const out = new Map<string | null, BaseParagraph[]>();
  let anchor: string | null = null;
  for (const paragraph of paragraphs) {
    if (here.has(paragraph.id)) anchor = paragraph.id;
    else out.set(anchor, [...(out.get(anchor) ?? []), paragraph]);
  }
  return out;
}
