import { bodies as bodySeeds } from '@concord/db/seed/data/bodies';
import { parties as partySeeds } from '@concord/db/seed/data/parties';
import { people as peopleSeeds } from '@concord/db/seed/data/people';
import type { PersonSeed } from '@concord/db/seed/data/types';
import { seedId } from './ids.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The demo alliance's keys and codes as ids, at the instant the seed runs. */
export type World = {
  now: Date;
  /** The instant so many days before (or, negative, after) the seed runs. */
  daysAgo: (days: number) => Date;
  /** The last morning, 08:00 UTC, that lies at least so many days back. */
  morningDaysAgo: (days: number) => Date;
  /** 16:00 UTC on the day so many days ahead (or, negative, back). */
  afternoonInDays: (days: number) => Date;
  party: (code: string) => string;
  person: (key: string) => string;
  personSeed: (key: string) => PersonSeed;
  body: (code: string) => string;
  /** The party a person acts for: the nation, where their organisation belongs to one. */
  actingParty: (personKey: string) => string;
};

/** Ids for everything the data names; a key it does not hold is an error of the data. */
export function makeWorld(now: Date): World {
  const origin = new Date(now.getTime() - 400 * DAY_MS);
  const ids = (kind: string, keys: string[]) => {
    const known = new Map(keys.map((key) => [key, seedId(`${kind} ${key}`, origin)]));
    return (key: string) => one(known.get(key), `${kind} ${key}`);
  };
  const seeds = new Map(peopleSeeds.map((person) => [person.key, person]));
  const parties = new Map(partySeeds.map((party) => [party.code, party]));
  const party = ids('party', [...parties.keys()]);
  const personSeed = (key: string) => one(seeds.get(key), `person ${key}`);
  return {
    now,
    daysAgo: (days) => new Date(now.getTime() - days * DAY_MS),
    morningDaysAgo: (days) => {
      const latest = now.getTime() - days * DAY_MS;
      const morning = startOfDay(latest) + 8 * HOUR_MS;
      return new Date(morning <= latest ? morning : morning - DAY_MS);
    },
    afternoonInDays: (days) => new Date(startOfDay(now.getTime() + days * DAY_MS) + 16 * HOUR_MS),
    party,
    person: ids('person', [...seeds.keys()]),
    personSeed,
    body: ids(
      'body',
      bodySeeds.map((body) => body.code),
    ),
    actingParty: (key) => {
      const own = one(parties.get(personSeed(key).party), 'party');
      return party(own.nation ?? own.code);
    },
  };
}

function startOfDay(at: number): number {
  return at - (at % DAY_MS);
}

function one<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The demo data names ${what}, which it does not hold.`);
  return value;
}
