/** How the portal looks: as chosen by the person, or as their device says. */
export const themes = ['light', 'dark', 'system'] as const;

export type Theme = (typeof themes)[number];

export const themeCookie = 'concord-theme';

/** The value as a theme, or undefined when it is none. */
export function asTheme(value: string | null | undefined): Theme | undefined {
  return themes.find((theme) => theme === value);
}
