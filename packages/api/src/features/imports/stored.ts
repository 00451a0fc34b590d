import { z } from 'zod';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** A problem as it is kept with its line: `column` is null for what concerns the whole line or file. */
export const storedProblem = z.object({ column: z.string().nullable(), code: z.string(), params });
export type StoredProblem = z.infer<typeof storedProblem>;

/** A line as it is kept until it is written. */
export const storedPerson = z.object({
  partyId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  party: z.string(),
  jobTitle: z.string(),
  language: z.enum(['en', 'fr']).nullable(),
  timeZone: z.string().nullable(),
  cohortId: z.string().nullable(),
});
export type StoredPerson = z.infer<typeof storedPerson>;

/** Reads the problems kept with a line. */
export function readProblems(text: string): StoredProblem[] {
  return z.array(storedProblem).parse(JSON.parse(text));
}

/** Reads the person kept with a line. */
export function readPerson(text: string): StoredPerson {
  return storedPerson.parse(JSON.parse(text));
}
