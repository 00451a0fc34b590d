/** What is wrong with what a checker sent, for whoever maintains the checker: machines are answered in English. */
const words: Readonly<Record<string, string>> = {
  fields: 'Nothing was kept: these fields are wrong.',
  TOO_MANY_REQUESTS: 'Too many requests: wait a minute.',
  'checks.key': 'No key, or one that does not hold.',
  'checks.large': 'The body is larger than 512 kB.',
  'checks.json': 'The body is not JSON.',
  'checks.unknown': 'This field is not known here.',
  'checks.list': 'A list with at least one entry is needed.',
  'checks.many': 'At most 200 entries are taken at once.',
  'checks.team': 'This exercise has no team of this id or name.',
  'checks.taken': 'This reference was used for another result.',
  'checks.ahead': 'This lies more than five minutes ahead of the portal’s clock.',
  'checks.state': 'Either "up" or "down".',
  'checks.nothing': 'Either a state or points are needed.',
  'checks.points': 'A whole number from -10000 to 10000.',
  'checks.iri': 'An absolute IRI of at most 200 characters.',
  'checks.actor': 'Either "Agent" or "Group".',
  'checks.verb': 'One of passed, failed and scored, under http://adlnet.gov/expapi/verbs/.',
  'checks.object': 'Only "Activity".',
  'checks.score': 'A number that fits the other figures of the score.',
  'checks.rawNeeded': 'The verb "scored" needs a raw score.',
  'checks.contradicts': 'This contradicts the verb.',
  'checks.flag': 'Either true or false.',
  'checks.version': 'A version 1.0.x or 2.0.x.',
  instant: 'An instant with its zone: 2026-11-29T14:05:00Z.',
  id: 'A UUID.',
  required: 'This is needed.',
  'text.required': 'A text is needed.',
  tooLong: 'This is too long.',
  invalid: 'This is missing, or not of the kind that is expected here.',
};

/** The words of a problem's key. */
export const problemWords = (key: string): string =>
  words[key] ??
  (key.startsWith('text.') ? 'This holds characters that are not taken.' : (words.invalid ?? key));
