import { type ContributionKind, contributionKinds } from '@concord/api/features/contributions/rules';
import { daySaid, type Said, said } from '#features/address.ts';

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

type Asked = Record<string, Said>;

/** Reads the filters of an address; what makes no sense there is left out. */
export function readFilters(asked: Asked): SearchFilters {
  return {
    q: said(asked.q),
    body: said(asked.body, 40),
    party: said(asked.party, 40),
    kind: contributionKinds.find((kind) => kind === asked.kind) ?? '',
    from: daySaid(asked.from),
    until: daySaid(asked.until),
    file: asked.file === '1',
    in: asked.in === 'meetings' ? 'meetings' : 'entries',
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
  const given = Object.entries(all).filter(([, value]) => value !== '');
  return `/search?${new URLSearchParams(given)}`;
}

/** Whether a search is narrowed by more than its words. */
export function isNarrowed({ q: _, in: __, ...rest }: SearchFilters): boolean {
  return Object.values(rest).some((value) => value !== '' && value !== false);
}
