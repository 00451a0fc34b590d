/** One line of the palette: where it leads and what it is called. */
export type Choice = { id: string; href: string; label: string; note?: string };

/** A page that the palette leads to by its name. */
export type PalettePage = { href: string; label: string };

/** The pages whose name holds the query; all of them while nothing is typed. */
export function pageChoices(pages: readonly PalettePage[], query: string): Choice[] {
  const wanted = fold(query);
  return pages
    .filter((page) => fold(page.label).includes(wanted))
    .map((page) => ({ id: `page-${page.href}`, href: page.href, label: page.label }));
}

/** Where the whole search for a query is shown. */
export function searchHref(query: string): string {
  return `/search?q=${encodeURIComponent(query)}`;
}

/** The next line when an arrow key is pressed; from either end it goes round. */
export function step(current: number, by: 1 | -1, count: number): number {
  return count === 0 ? -1 : (current + by + count) % count;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
