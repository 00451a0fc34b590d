import type { Locale } from '@concord/db/enums';

/** A mail's words: what is expected, by when, and a link. Never content. */
export interface MailWords {
  subject: string;
  /** One sentence each. */
  lines: string[];
  /** What the link does, as a verb; a mail that only informs has none. */
  action?: string;
}

/** How a mail reads in each language. */
export type MailTemplate<Params> = Readonly<Record<Locale, (params: Params, format: Formats) => MailWords>>;

/** Writes instants the way the reader expects. */
export interface Formats {
  /** Date, time and zone. */
  instant(iso: string): string;
  /** A deadline in the zone that counts and, where its clock shows something else, in the reader's. */
  deadline(iso: string, zone?: string): string;
}

const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** Formats for a reader's language and zone. */
export function formatsFor(locale: Locale, timeZone: string): Formats {
  const instant = (iso: string, zone = timeZone) =>
    new Intl.DateTimeFormat(TAGS[locale], {
      ...{ dateStyle: 'full' as const, timeStyle: 'long' as const, timeZone: zone },
    }).format(new Date(iso));
  return {
    instant: (iso) => instant(iso),
    deadline: (iso, zone) => {
      const [there, here] = [instant(iso, zone), instant(iso)];
      return there === here ? here : `${there} (${here})`;
    },
  };
}
