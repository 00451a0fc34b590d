import type { Person, SeatFrom, SeatLine, SeatState, SeatWait, World } from './rules.ts';

/** How each stands who ever asked, in the order of asking: with a seat and where from, or in line and why. */
export function standingsOf(world: World, waiting: readonly Person[]): SeatLine[] {
  const positions = new Map(waiting.map((person, index) => [person.personId, index + 1]));
  const sources = sourcesOf(world);
  return [...world.people.values()]
    .sort((a, b) => a.place - b.place)
    .map((person) => ({
      personId: person.personId,
      partyId: person.partyId,
      state: stateOf(world, person),
      from: sources.get(person.personId) ?? null,
      waits: positions.has(person.personId) ? whyWaits(world, person.partyId) : null,
      position: positions.get(person.personId) ?? null,
      urgent: person.urgent,
      requestedAt: person.requestedAt,
    }));
}

function stateOf({ settings }: World, person: Person): SeatState {
  if (person.state !== 'asks') return person.state;
  if (settings.approval !== 'none' && !person.coordinator) return 'needsCoordinator';
  return settings.approval === 'both' && !person.director ? 'needsDirector' : 'waits';
}

function whyWaits(world: World, partyId: string): SeatWait {
  if (world.reoffered) return 'allTaken';
  return (world.quotas.get(partyId) ?? 0) === 0 ? 'partyWithoutSeats' : 'ownSeatsTaken';
}

/** Own seats go to those seated first; who is beyond them sits in the shared pool, then in what others left. */
function sourcesOf(world: World): Map<string, SeatFrom> {
  const own = new Map(world.quotas);
  let { shared } = world;
  const holders = [...world.people.values()]
    .filter(({ state }) => state === 'holds')
    .sort((a, b) => a.seated - b.seated);
  return new Map(
    holders.map(({ personId, partyId }) => {
      const left = own.get(partyId) ?? 0;
      if (left > 0) {
        own.set(partyId, left - 1);
        return [personId, 'own'] as const;
      }
      shared -= 1;
      return [personId, shared >= 0 ? 'shared' : 'reoffered'] as const;
    }),
  );
}
