import { type Markup, markup } from '#components/markup.ts';

/** Our mark: two rings, one through the other. */
export const mark = markup`<svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke-width="2.4" aria-hidden="true"><path class="stroke-ink" d="M15 5.8a6.2 6.2 0 1 1 0 12.4 6.2 6.2 0 0 1 0-12.4Z"></path><path class="stroke-accent" d="M9 5.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 9 5.8Z"></path><path class="stroke-ink" d="M12.6 6.3a6.2 6.2 0 0 0-3.8 5.7"></path></svg>`;

export const searchIcon = icon(
  18,
  markup`<circle cx="7" cy="7" r="4.4"></circle><path d="m10.4 10.4 3.2 3.2"></path>`,
);

export const bellIcon = icon(
  18,
  markup`<path d="M8 2a3.6 3.6 0 0 0-3.6 3.6c0 3.6-1.4 4.6-1.4 5.4h10c0-.8-1.4-1.8-1.4-5.4A3.6 3.6 0 0 0 8 2ZM6.6 13.4a1.5 1.5 0 0 0 2.8 0"></path>`,
);

export const upDownIcon = icon(14, markup`<path d="m5 6 3-3 3 3M5 10l3 3 3-3"></path>`);

/** As those of `components/icons.tsx`. */
function icon(size: number, lines: Markup): Markup {
  return markup`<svg width="${size}" height="${size}" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="flex-none">${lines}</svg>`;
}
