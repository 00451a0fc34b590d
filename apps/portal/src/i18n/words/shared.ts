/**
 * The words that client components use on every page: they come once, in a file that browsers keep, and not with each
 * page. Refusals are most of them.
 */
export const sharedWords = [
  'common',
  'errors',
  'time',
  'shell.personMenu',
  'shell.loading',
  'palette',
  'account.stepUp',
];
