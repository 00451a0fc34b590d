import { type ContributionKind, contributionKinds } from '@concord/api/features/contributions/rules';

/** What a search is narrowed to, as it stands in the address. */
export type SearchFilters = {
  q: string;
  body: string;
  party: string;
  /** Only contributions of this kind; empty for all. */
  kind: '' | ContributionKind;
  from: string;
  until: string;
  file: boolean;
  /** What is looked through: contributions, or meetings with their agendas. */
  in: 'entries' | 'meetings';
};

type Asked = Record<string, string | string[] | undefined>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the filters of an address; what makes no sense there is left out. */
export function readFilters(asked: Asked): SearchFilters {
  const one = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? value.replace(/\p{C}/gu, ' ').trim().slice(0, 200) : '';
  };
  const day = (name: string) => {
    const value = one(name);
    return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : '';
  };
  return {
    q: one('q'),
    body: one('body').slice(0, 40),
    party: one('party').slice(0, 40),
    kind: contributionKinds.find((kind) => kind === one('kind')) ?? '',
    from: day('from'),
    until: day('until'),
    file: one('file') === '1',
    in: one('in') === 'meetings' ? 'meetings' : 'entries',
  };
}

/** The address of a search, from one of its results on. */
export function searchPath({ q, file, in: where, ...rest }: SearchFilters, before?: string): string {
  const all = {
    q,
    ...rest,
    file: file ? '1' : '',
    in: where === 'meetings' ? where : '',
    before: before ?? '',
  };
  const said = Object.entries(all).filter(([, value]) => value !== '');
  return `/search?${new URLSearchParams(said)}`;
}

/** Whether a search is narrowed by more than its words. */
export function isNarrowed({ q: _, in: __, ...rest }: SearchFilters): boolean {
  return Object.values(rest).some((value) => value !== '' && value !== false);
}
