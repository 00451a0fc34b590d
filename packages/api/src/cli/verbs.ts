import type { Verb } from './verb.ts';

/** A verb's line in the list, and where it is. */
export interface VerbEntry {
  summary: string;
  load(): Promise<Verb>;
}

/** Every verb of the operator's command line. */
export const verbs: Readonly<Record<string, VerbEntry>> = {
  doctor: {
    summary: 'Check settings, database, disk, mail and more',
    load: async () => (await import('./doctor.ts')).verb,
  },
  verify: {
    summary: 'Check quickly: lint, types, unit tests',
    load: async () => (await import('./verify.ts')).verb,
  },
};
