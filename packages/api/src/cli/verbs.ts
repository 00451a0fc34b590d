import type { Verb } from './verb.ts';

/** A verb's line in the list, and where it is. */
export interface VerbEntry {
  summary: string;
  load(): Promise<Verb>;
}

/** Every verb of the operator's command line. */
export const verbs: Readonly<Record<string, VerbEntry>> = {
  start: {
    summary: 'Start everything and serve the portal',
    load: async () => (await import('./start.ts')).verb,
  },
  dev: { summary: 'Serve the portal for development', load: async () => (await import('./dev.ts')).verb },
  migrate: {
    summary: 'Bring the database to this version',
    load: async () => (await import('./migrate.ts')).verb,
  },
  seed: { summary: 'Make the demo alliance', load: async () => (await import('./seed.ts')).verb },
  accounts: {
    summary: 'List the demo people and how they sign in',
    load: async () => (await import('./accounts.ts')).verb,
  },
  reset: {
    summary: 'Delete everything this installation holds',
    load: async () => (await import('./reset.ts')).verb,
  },
  doctor: {
    summary: 'Check settings, database, disk, mail and more',
    load: async () => (await import('./doctor.ts')).verb,
  },
  'import course': {
    summary: 'Bring a course into the catalogue, or its next version',
    load: async () => (await import('./import-course.ts')).verb,
  },
  'import framework': {
    summary: 'Bring a competency framework in from its JSON',
    load: async () => (await import('./import-framework.ts')).verb,
  },
  'export course': {
    summary: 'Write a course into one archive',
    load: async () => (await import('./export-course.ts')).verb,
  },
  'import holidays': {
    summary: 'Bring in the days on which capitals do not work',
    load: async () => (await import('./import-holidays.ts')).verb,
  },
  'import people': {
    summary: 'Bring in people from a CSV, or what has changed of them',
    load: async () => (await import('./import-people.ts')).verb,
  },
  'import questions': {
    summary: 'Bring questions from GIFT, Aiken or Moodle XML into the bank',
    load: async () => (await import('./import-questions.ts')).verb,
  },
  'record verify': {
    summary: 'Compare the record with a head signed before',
    load: async () => (await import('./record-verify.ts')).verb,
  },
  'record rotate-key': {
    summary: 'Sign the record with a new key from now on',
    load: async () => (await import('./record-rotate-key.ts')).verb,
  },
  'keys new': {
    summary: 'Make the next key that seals content',
    load: async () => (await import('./keys-new.ts')).verb,
  },
  'keys rotate': {
    summary: 'Bring everything sealed under the present key',
    load: async () => (await import('./keys-rotate.ts')).verb,
  },
  'decision verify': {
    summary: 'Check exported decisions, offline',
    load: async () => (await import('./decision-verify.ts')).verb,
  },
  'search index': {
    summary: 'Let words of a level stand in the search index, or not',
    load: async () => (await import('./search-index.ts')).verb,
  },
  'break-glass': {
    summary: 'Let administrators break the glass of threads, or not',
    load: async () => (await import('./break-glass.ts')).verb,
  },
  'jobs retry': {
    summary: 'Try jobs once more that were given up',
    load: async () => (await import('./jobs-retry.ts')).verb,
  },
  procedures: {
    summary: 'List every procedure of the API',
    load: async () => (await import('./procedures.ts')).verb,
  },
  test: {
    summary: 'Run every suite: lint, types, tests, build, browser',
    load: async () => (await import('./test.ts')).verb,
  },
  bench: {
    summary: 'Measure what the portal costs, on data of its own',
    load: async () => (await import('./bench.ts')).verb,
  },
  verify: {
    summary: 'Check quickly: lint, types, unit tests',
    load: async () => (await import('./verify.ts')).verb,
  },
};
