/** The name of something in the reader's language. */
export function inLocale(locale: string, named: { nameEn: string | null; nameFr: string | null }): string {
  return (locale === 'fr' ? named.nameFr : named.nameEn) ?? '';
}
