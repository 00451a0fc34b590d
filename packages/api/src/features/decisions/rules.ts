import { GENESIS } from '../../record/chain.ts';

/** What the first decision of a body is chained to. */
export const FIRST_PREVIOUS = GENESIS;

/** A decision's number as it is cited: body, year, place in the year (`NWG-2026-007`). */
export function decisionNumber(code: string, year: number, sequence: number): string {
  return `${code}-${year}-${String(sequence).padStart(3, '0')}`;
}

/** What a decision's number and place in the chain rest on. */
export type Link = { number: string; hash: string; previous: string };

/**
 * The bytes a decision's signature is over: four lines of UTF-8, each ended by a line feed, so that anybody can write
 * them with a text editor: the format's name, the number, the sheet's hash and the hash of the decision before it.
 */
export function signedText({ number, hash, previous }: Link): string {
  return `concord decision 1\n${number}\n${hash}\n${previous}\n`;
}

/** A place in a body's numbering: the year an agreement took effect in, and the how manieth it was in it. */
export type Place = { year: number; sequence: number };

/** The place after the last one: numbers run on without a gap within a year, and begin again with the next. */
export function placeAfter(last: Place | null, year: number): Place {
  return last && last.year >= year ? { year: last.year, sequence: last.sequence + 1 } : { year, sequence: 1 };
}

/** A number that somebody reads in an address or types: body, year and place, or null. */
export function readNumber(text: string): { code: string; year: number; sequence: number } | null {
  const [, code, year, sequence] = /^(.{1,40})-(\d{4})-(\d{3,9})$/.exec(text) ?? [];
  return code && year && sequence ? { code, year: Number(year), sequence: Number(sequence) } : null;
}
