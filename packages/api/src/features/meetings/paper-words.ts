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
    agreed: (at: Date, zone: string) => `Agreed on ${instant('en', at, zone)}: no remark stands`,
    lead: (name: string) => `Lead: ${name}`,
    outcomes: { noted: 'Noted', discussed: 'Discussed', agreed: 'Agreed', deferred: 'Deferred' },
    deferredTo: (meeting: string) => ` to “${meeting}”`,
    nothingRecorded: 'No outcome recorded',
    annex: 'Annex: remarks made by nations',
    onWhole: 'On the whole record',
    remark: (nation: string, at: Date, zone: string) => `${nation}, ${instant('en', at, zone)}`,
    is: {
      standing: 'Stands',
      late: 'Late, without effect',
      back: 'Taken back',
      settled: 'Settled: laid again',
    },
    answer: (words: string) => `Answer: ${words}`,
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
    agreed: (at: Date, zone: string) =>
      `Approuvé le ${instant('fr', at, zone)} : aucune observation ne subsiste`,
    lead: (name: string) => `Point présenté par : ${name}`,
    outcomes: { noted: 'Pris note', discussed: 'Débattu', agreed: 'Approuvé', deferred: 'Reporté' },
    deferredTo: (meeting: string) => ` à « ${meeting} »`,
    nothingRecorded: 'Aucune suite consignée',
    annex: 'Annexe : observations formulées par les nations',
    onWhole: 'Sur l’ensemble du compte rendu',
    remark: (nation: string, at: Date, zone: string) => `${nation}, ${instant('fr', at, zone)}`,
    is: {
      standing: 'Subsiste',
      late: 'Tardive, sans effet',
      back: 'Retirée',
      settled: 'Close : nouvelle soumission',
    },
    answer: (words: string) => `Réponse : ${words}`,
  },
} as const;
