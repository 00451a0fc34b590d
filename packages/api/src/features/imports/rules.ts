/** What is kept of a person that a file may change. */
export type KnownPerson = {
  personId: string;
  partyId: string;
  ended: boolean;
  activated: boolean;
  givenName: string;
  familyName: string;
  jobTitle: string;
  locale: 'en' | 'fr';
  timeZone: string;
};

/** What a line says, with its party found. */
export type Wanted = {
  partyId: string;
  givenName: string;
  familyName: string;
  jobTitle: string;
  locale: 'en' | 'fr' | null;
  timeZone: string | null;
};

export type Changes = Partial<
  Pick<KnownPerson, 'givenName' | 'familyName' | 'jobTitle' | 'locale' | 'timeZone'>
>;

/**
 * What a line changes of somebody known: names and job title; language and time zone only while the invitation is
 * open, since afterwards they are the person's own choice. An empty cell changes nothing.
 */
export function changesOf(known: KnownPerson, wanted: Wanted): Changes {
  const changes: Changes = {};
  if (wanted.givenName !== known.givenName) changes.givenName = wanted.givenName;
  if (wanted.familyName !== known.familyName) changes.familyName = wanted.familyName;
  if (wanted.jobTitle !== '' && wanted.jobTitle !== known.jobTitle) changes.jobTitle = wanted.jobTitle;
  if (known.activated) return changes;
  if (wanted.locale !== null && wanted.locale !== known.locale) changes.locale = wanted.locale;
  if (wanted.timeZone !== null && wanted.timeZone !== known.timeZone) changes.timeZone = wanted.timeZone;
  return changes;
}

/** Why a line may not touch somebody known: a file moves nobody to another party and brings nobody back. */
export function refusalOf(known: KnownPerson, wanted: Wanted): 'personElsewhere' | 'personEnded' | null {
  if (known.ended) return 'personEnded';
  return known.partyId === wanted.partyId ? null : 'personElsewhere';
}
