const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const EXERCISE_CODE = /^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/;

/** Whether a part of an address is an id. What is none names nothing, and need not be asked for. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** Whether a part of an address may be an exercise's code. */
export function isExerciseCode(value: string): boolean {
  return EXERCISE_CODE.test(value);
}

/** What stands in an address under one name. */
export type Said = string | string[] | undefined;

/** What an address says under a name: one line of at most `most` characters, nothing where it is said twice. */
export function said(value: Said, most = 200): string {
  return typeof value === 'string' ? value.slice(0, most).replace(/\p{C}/gu, ' ').trim() : '';
}

/** The id that an address says; anything else counts as not said. */
export function idSaid(value: Said): string | undefined {
  return isId(value) ? value : undefined;
}

/** The day that an address says, as `2026-11-24`; anything else counts as not said. */
export function daySaid(value: Said): string {
  const day = said(value);
  return DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : '';
}

/** A part of a path as text; what is no valid escape stays as it is. */
export function partOf(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
