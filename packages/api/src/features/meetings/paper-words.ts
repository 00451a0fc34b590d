import type { Locale } from '@concord/db/enums';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** On paper nobody's zone is known: the body's own is used, and said. */
const span = (locale: Locale) => (from: Date, until: Date, zone: string) =>
  new Intl.DateTimeFormat(TAGS[locale], {
    ...{ timeZone: zone, dateStyle: 'full', timeStyle: 'short' },
  })
    .formatRange(from, until)
    .concat(` (${zone})`);

const instant = (locale: Locale, at: Date, zone: string) =>
  new Intl.DateTimeFormat(TAGS[locale], { timeZone: zone, dateStyle: 'full', timeStyle: 'short' })
    .format(at)
    .concat(` (${zone})`);

/** How a summary record speaks on paper, which leaves the portal and its translations behind. */
export const paperWords = {
  en: {
    summary: 'Summary record',
    when: span('en'),
    draft: 'Draft of the secretariat, not laid before the members',
    laid: 'Draft, laid before the members',
    open: (until: Date, zone: string) => `Draft, open to remarks until ${instant('en', until, zone)}`,
    remarks: 'Draft; remarks stand',
    changed: 'Draft, changed since it was laid before the members',
    agreed: (at: Date, zone: string) => `Agreed on ${instant('en', at, zone)}, without remarks`,
    lead: (name: string) => `Lead: ${name}`,
    outcomes: { noted: 'Noted', discussed: 'Discussed', agreed: 'Agreed', deferred: 'Deferred' },
    deferredTo: (meeting: string) => ` to “${meeting}”`,
    nothingRecorded: 'No outcome recorded',
  },
  fr: {
    summary: 'Compte rendu',
    when: span('fr'),
    draft: 'Projet du secrétariat, pas encore soumis aux membres',
    laid: 'Projet, soumis aux membres',
    open: (until: Date, zone: string) =>
      `Projet, ouvert aux observations jusqu’au ${instant('fr', until, zone)}`,
    remarks: 'Projet ; des observations subsistent',
    changed: 'Projet, modifié depuis qu’il a été soumis aux membres',
    agreed: (at: Date, zone: string) => `Approuvé le ${instant('fr', at, zone)}, sans observation`,
    lead: (name: string) => `Point présenté par : ${name}`,
    outcomes: { noted: 'Pris note', discussed: 'Débattu', agreed: 'Approuvé', deferred: 'Reporté' },
    deferredTo: (meeting: string) => ` à « ${meeting} »`,
    nothingRecorded: 'Aucune suite consignée',
  },
} as const;
