import { partyOfSeat, requestOf, type SeatPerson } from '../seats/ledger.ts';
import { following, type NewLine } from '../seats/lines.ts';
import { allocate, type SeatEntry, type SeatSettings } from '../seats/rules.ts';

/** What comes of a rule for one person it covers. `left`: they gave up their seat here, or were refused. */
export type RuleOutcome = 'seat' | 'waits' | 'already' | 'left' | 'noSeats';
export type RulePlace = { personId: string; what: RuleOutcome };

type Standing = Exclude<RuleOutcome, 'seat' | 'waits'> | 'joins';

/** Where each stands before a rule asks for them. Who was let go by a rule alone may be asked for again. */
function standingOf(entries: readonly SeatEntry[], people: readonly SeatPerson[]): Map<string, Standing> {
  const last = new Map<string | null, SeatEntry>();
  let shared = 0;
  const quotas = new Map<string | null, number>();
  for (const entry of entries) {
    if (['request', 'refused', 'withdrawn'].includes(entry.kind)) last.set(entry.personId, entry);
    if (entry.kind === 'shared') shared = entry.seats ?? 0;
    if (entry.kind === 'quota') quotas.set(entry.partyId, entry.seats ?? 0);
  }
  return new Map(people.map((person) => [person.id, standing(person)]));

  function standing(person: SeatPerson): Standing {
    const entry = last.get(person.id);
    if (entry?.kind === 'request') return 'already';
    if (entry?.kind === 'refused' || (entry?.kind === 'withdrawn' && !entry.ruleId)) return 'left';
    return shared > 0 || (quotas.get(partyOfSeat(person, entries)) ?? 0) > 0 ? 'joins' : 'noSeats';
  }
}

/** The lines by which rules ask for seats; who made a rule has agreed to them. The order of the people is kept. */
export function joinLines(
  entries: readonly SeatEntry[],
  people: readonly SeatPerson[],
  ruleOf: (personId: string) => string,
): NewLine[] {
  const standing = standingOf(entries, people);
  return people
    .filter(({ id }) => standing.get(id) === 'joins')
    .flatMap((person) =>
      requestOf({ personId: person.id, partyId: partyOfSeat(person, entries) }, true, {
        ruleId: ruleOf(person.id),
      }),
    );
}

/** What would come of a rule for each it covers, by the one function that gives seats. */
export function rulePlaces(
  entries: readonly SeatEntry[],
  settings: SeatSettings,
  people: readonly SeatPerson[],
  now: Date,
): RulePlace[] {
  const standing = standingOf(entries, people);
  const lines = joinLines(entries, people, () => '');
  const then = allocate([...entries, ...following({ entries, now }, lines)], settings, now);
  const states = new Map(then.lines.map(({ personId, state }) => [personId, state]));
  return people.map(({ id }) => {
    const before = standing.get(id) ?? 'noSeats';
    if (before !== 'joins') return { personId: id, what: before };
    return { personId: id, what: states.get(id) === 'holds' ? 'seat' : 'waits' };
  });
}
