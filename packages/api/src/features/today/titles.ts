/** The words in the first of these languages that has some, else in any. */
export function inLanguage(
  texts: Readonly<Record<string, string>>,
  languages: readonly (string | null)[],
): string {
  for (const language of languages) {
    const text = language === null ? undefined : texts[language];
    if (text) return text;
  }
  return Object.values(texts)[0] ?? '';
}
