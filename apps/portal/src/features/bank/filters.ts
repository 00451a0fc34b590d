import { type Difficulty, difficulties, questionKinds } from '@concord/api/features/bank/rules';
import { idSaid, said } from '#features/address.ts';

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
  const [type, difficulty, show] = [said(query.type), said(query.difficulty), said(query.show)];
  return {
    categoryId: idSaid(query.category),
    kind: questionKinds.find((kind) => kind === type),
    difficulty: difficulties.find((one) => one === difficulty),
    tag: said(query.tag, 60) || undefined,
    words: said(query.q) || undefined,
    show: show === 'unused' || show === 'archived' ? show : 'live',
    after: said(query.after, 600) || undefined,
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
