import { AppError } from '../../errors.ts';
import { sha256 } from '../courses/import/digest.ts';

/** A short name of a value's state: two authors who began from the same state know it by the same name. */
export function stateOf(value: unknown): string {
  return sha256(JSON.stringify(sorted(value ?? null))).slice(0, 32);
}

/** Stops a save that began from another state than the stored one; what was typed stays with its author. */
export function assertUnchanged(base: string | null, now: string | null): void {
  if (base !== now) throw new AppError('CONFLICT', 'authoring.changedMeanwhile');
}

/** A value whose objects have their names in order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]),
  );
}
