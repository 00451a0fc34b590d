import type { Locale } from '@concord/db/enums';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** On paper nobody's zone is known: the body's own is used, and said. */
const span = (locale: Locale) => (from: Date, until: Date, zone: string) =>
  new Intl.DateTimeFormat(TAGS[locale], {
    ...{ timeZone: zone, dateStyle: 'full', timeStyle: 'short' },
  })
    .formatRange(from, until)
    .concat(` (${zone})`);

/** How a summary record speaks on paper, which leaves the portal and its translations behind. */
export const paperWords = {
  en: {
    summary: 'Summary record',
    when: span('en'),
    draft: 'Draft, laid before the members',
    notOpened: 'Draft of the secretariat, not laid before the members',
    lead: (name: string) => `Lead: ${name}`,
    outcomes: { noted: 'Noted', discussed: 'Discussed', agreed: 'Agreed', deferred: 'Deferred' },
    deferredTo: (meeting: string) => ` to “${meeting}”`,
    nothingRecorded: 'No outcome recorded',
  },
  fr: {
    summary: 'Compte rendu',
    when: span('fr'),
    draft: 'Projet, soumis aux membres',
    notOpened: 'Projet du secrétariat, pas encore soumis aux membres',
    lead: (name: string) => `Point présenté par : ${name}`,
    outcomes: { noted: 'Pris note', discussed: 'Débattu', agreed: 'Approuvé', deferred: 'Reporté' },
    deferredTo: (meeting: string) => ` à « ${meeting} »`,
    nothingRecorded: 'Aucune suite consignée',
  },
} as const;
