import type { Locale } from '@concord/db/enums';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** How a marking, a text and a thread are named on paper, which leaves the portal and its translations behind. */
export const paperWords = {
  en: {
    releasable: (names: string) => `Releasable to ${names}`,
    allies: 'Allies',
    exercise: 'EXERCISE',
    onlyFor: (names: string) => `Only for ${names}`,
    caveats: (names: string) => `Caveats: ${names}`,
    version: (number: number, when: string) => `Version ${number}, by the chair, ${when}`,
    changes: (number: number) => `Changes from version ${number}`,
    views: { clean: 'Clean', bracketed: 'Bracketed, with the nations that keep each wording', redline: '' },
    note: (words: string) => `The chair: ${words}`,
    known: (hash: string) => `SHA-256 ${hash}`,
    takenOut: (when: string) => `Taken out of Concord on ${when}`,
    was: (number: string) => `was ${number}`,
    chair: (number: number) => `Chair, version ${number}`,
    thread: 'Thread',
    personal: 'Personal remark, not attributed',
    partEnds: 'End of this part',
    statement: (party: string) => `Formal statement by ${party}`,
    files: (names: string) => `Files: ${names}`,
    more: (most: number) => `Only the first ${most} entries are here.`,
  },
  fr: {
    releasable: (names: string) => `Communicable à ${names}`,
    allies: 'tous les Alliés',
    exercise: 'EXERCICE',
    onlyFor: (names: string) => `Réservé à ${names}`,
    caveats: (names: string) => `Mentions : ${names}`,
    version: (number: number, when: string) => `Version ${number}, de la présidence, ${when}`,
    changes: (number: number) => `Changements par rapport à la version ${number}`,
    views: {
      clean: 'Au net',
      bracketed: 'Entre crochets, avec les nations qui maintiennent les mots',
      redline: '',
    },
    note: (words: string) => `La présidence : ${words}`,
    known: (hash: string) => `SHA-256 ${hash}`,
    takenOut: (when: string) => `Sorti de Concord le ${when}`,
    was: (number: string) => `était ${number}`,
    chair: (number: number) => `Présidence, version ${number}`,
    thread: 'Fil',
    personal: 'Remarque personnelle, sans attribution',
    partEnds: 'Fin de cette partie',
    statement: (party: string) => `Déclaration formelle de ${party}`,
    files: (names: string) => `Fichiers\u00a0: ${names}`,
    more: (most: number) => `Seules les ${most} premières contributions figurent ici.`,
  },
} as const;

/** Days, instants and lists as they stand on paper, where no reader's zone is known: in UTC, which is said. */
export function paperFormats(locale: Locale) {
  const of = (options: Intl.DateTimeFormatOptions) => (at: Date) =>
    new Intl.DateTimeFormat(TAGS[locale], { timeZone: 'UTC', ...options }).format(at);
  return {
    day: of({ dateStyle: 'long' }),
    instant: of({
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
    list: (names: readonly string[]) => new Intl.ListFormat(TAGS[locale]).format(names),
  };
}
