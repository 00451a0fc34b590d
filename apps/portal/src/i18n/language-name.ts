const names = new Map<string, Intl.DisplayNames>();

/** A language under its own name, with a capital as names at the head of a line have it: "Français", "Türkçe". */
export function languageName(tag: string): string {
  const name = namesIn(tag).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** A language as the reader names it, as it stands inside a sentence: "French", "anglais". */
export function languageNameIn(locale: string, tag: string): string {
  return namesIn(locale).of(tag) ?? tag;
}

function namesIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames([locale, 'en'], { type: 'language' });
  names.set(locale, made);
  return made;
}
