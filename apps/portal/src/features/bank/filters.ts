import { type Difficulty, difficulties, questionKinds } from '@concord/api/features/bank/rules';
import { isId } from '#features/address.ts';

type Kind = (typeof questionKinds)[number];

/** What the address says of which questions are shown. */
export type BankFilters = {
  categoryId?: string;
  kind?: Kind;
  difficulty?: Difficulty;
  tag?: string;
  words?: string;
  show: 'live' | 'unused' | 'archived';
  after?: string;
};

type Query = Record<string, string | string[] | undefined>;
/** Reads the filters of the bank from an address; what is no filter is left out. */
export function readFilters(query: Query): BankFilters {
  const one = (name: string) => {
    const value = query[name];
    const text = (Array.isArray(value) ? value[0] : value)?.trim();
    return text === '' ? undefined : text;
  };
  const category = one('category');
  const show = one('show');
  return {
    categoryId: category && isId(category) ? category : undefined,
    kind: questionKinds.find((kind) => kind === one('type')),
    difficulty: difficulties.find((difficulty) => difficulty === one('difficulty')),
    tag: one('tag')?.slice(0, 60),
    words: one('q')?.slice(0, 200),
    show: show === 'unused' || show === 'archived' ? show : 'live',
    after: one('after'),
  };
}

/** The address of the bank with these filters. */
export function filtersPath({ categoryId, kind, difficulty, tag, words, show, after }: BankFilters): string {
  const parts: Record<string, string | undefined> = {
    category: categoryId,
    type: kind,
    difficulty,
    tag,
    q: words,
    show: show === 'live' ? undefined : show,
    after,
  };
  const said = Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return said.length === 0 ? '/learn/bank' : `/learn/bank?${new URLSearchParams(said)}`;
}
