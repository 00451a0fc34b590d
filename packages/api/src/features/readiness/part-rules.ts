import type { ExerciseColour } from '@concord/db/enums';
import { countedEnd } from './counted.ts';
import type { Evidence } from './rules.ts';

/** What is asked: a role of the published vocabulary (null: any), and for how many months from the end it counts. */
export type PartNeed = { colour: ExerciseColour | null; months: number };

/** An exercise as a cell names it, in instants; without code and name where the reader may not read of it. */
export type PartShown = { code: string | null; name: string | null; startsAt: string; endsAt: string };

/** Which exercise is the evidence, and in which that is not over the person holds a seat. */
export type PartsShown = { played: PartShown | null; named: PartShown | null };

/** A seat somebody holds or held. `playedAt`: when it was first seen that they took part; null where it was not. */
export type Part = {
  colour: ExerciseColour;
  code: string | null;
  name: string | null;
  startsAt: number;
  endsAt: number;
  playedAt: number | null;
};

const fits = (part: Part, need: PartNeed) => need.colour === null || part.colour === need.colour;

/** The part that counts longest at an instant: of exercises that are over by then, and seen by then. */
export function playedFor(parts: readonly Part[], need: PartNeed, now: number): Part | null {
  return parts
    .filter(
      (part) => fits(part, need) && part.endsAt <= now && part.playedAt !== null && part.playedAt <= now,
    )
    .reduce<Part | null>((best, part) => (best && best.endsAt >= part.endsAt ? best : part), null);
}

/** The first exercise that is not over in which the person holds such a seat. */
export function namedFor(parts: readonly Part[], need: PartNeed, now: number): Part | null {
  return parts
    .filter((part) => fits(part, need) && part.endsAt > now)
    .reduce<Part | null>((first, part) => (first && first.endsAt <= part.endsAt ? first : part), null);
}

/** Until when a part counts, in milliseconds: to the last instant of the day so many months after the exercise's end. */
export function partUntil(part: Part, need: PartNeed, zone: string): number {
  return countedEnd({ until: null, issued: part.endsAt }, need.months, zone);
}

/** What is known of a person and a part that is asked. */
export function partEvidence(
  parts: readonly Part[],
  need: PartNeed,
  { now, zone }: { now: Date; zone: string },
): Evidence {
  const played = playedFor(parts, need, now.getTime());
  const named = namedFor(parts, need, now.getTime());
  return {
    held: played && { until: partUntil(played, need, zone), retake: false, issued: played.endsAt },
    path: null,
    part: { played: played && shown(played), named: named && shown(named) },
  };
}

const shown = ({ code, name, startsAt, endsAt }: Part): PartShown => ({
  ...{ code, name },
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
});
