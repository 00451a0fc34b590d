import { isId, type Said, said } from '#features/address.ts';

/** What the address of the catalogue asks for. */
export type CatalogueSearch = {
  words: string;
  category?: string;
  language?: string;
  after?: { title: string; id: string };
};

type Params = Record<string, Said>;

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** Reads the address of the catalogue; what makes no sense in it counts as not said. */
export function readSearch(params: Params): CatalogueSearch {
  const [category, language] = [said(params.category), said(params.language)];
  return {
    words: said(params.q),
    category: KEY.test(category) ? category : undefined,
    language: TAG.test(language) ? language : undefined,
    after: isId(params.after) ? { title: said(params.title, 1000), id: params.after } : undefined,
  };
}

/** Whether anything narrows the catalogue. */
export function isNarrowed({ words, category, language }: CatalogueSearch): boolean {
  return words !== '' || category !== undefined || language !== undefined;
}

/** The address of the page of the catalogue that follows a course. */
export function searchPath(search: CatalogueSearch, after?: { title: string; id: string } | null): string {
  const query = new URLSearchParams();
  if (search.words) query.set('q', search.words);
  if (search.category) query.set('category', search.category);
  if (search.language) query.set('language', search.language);
  if (after) {
    query.set('after', after.id);
    query.set('title', after.title);
  }
  const text = query.toString();
  return text === '' ? '/learn' : `/learn?${text}`;
}
