import { exerciseCheckIns, exerciseRoles, exerciseSeats, exerciseTeams } from '@concord/db/schema/exercises';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { keepsDoor } from '../../policies/exercises.ts';
import { exerciseRow } from '../exercises/rows.ts';
import { markingViews } from '../threads/marking-views.ts';
import { codesOf } from './codes.ts';
import { type Passage, presenceOf } from './rules.ts';

/** Everybody with a seat, as a badge and a door's list name them. For who keeps the door alone. */
export async function seated(ctx: SignedIn, exerciseId: string) {
  const french = ctx.locale === 'fr';
  const codeOf = await codesOf(ctx, exerciseId);
  const rows = await ctx.tx
    .select({
      personId: exerciseSeats.personId,
      givenName: people.givenName,
      familyName: people.familyName,
      party: parties.code,
      role: french ? exerciseRoles.nameFr : exerciseRoles.nameEn,
      team: exerciseTeams.name,
    })
    .from(exerciseSeats)
    .innerJoin(people, eq(people.id, exerciseSeats.personId))
    .innerJoin(parties, eq(parties.id, exerciseSeats.partyId))
    .innerJoin(exerciseRoles, eq(exerciseRoles.id, exerciseSeats.roleId))
    .leftJoin(exerciseTeams, eq(exerciseTeams.id, exerciseSeats.teamId))
    .where(eq(exerciseSeats.exerciseId, exerciseId))
    .orderBy(asc(people.familyName), asc(people.givenName), asc(people.id));
  return rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    name: `${givenName} ${familyName}`,
    badge: codeOf(row.personId),
  }));
}

/** What a door takes along: whom to expect by the codes of their badges, and who is in by what all doors have told. */
export async function doorList(ctx: SignedIn, code: string) {
  const row = await exerciseRow(ctx, code);
  found(keepsDoor(ctx.actor, row.id) || undefined);
  const expected = await seated(ctx, row.id);
  const passages = await passagesOf(ctx, row.id);
  const others = [...passages.keys()].filter((id) => !expected.some(({ personId }) => personId === id));
  const lost = await namesOf(ctx, row.id, others);
  const present = (personId: string) => {
    const { state, since } = presenceOf(passages.get(personId) ?? []);
    return { state, since };
  };
  return {
    exercise: {
      ...{ id: row.id, code, name: ctx.locale === 'fr' ? row.nameFr : row.nameEn, markingId: row.markingId },
      endsAt: row.endsAt.toISOString(),
    },
    markings: await markingViews(ctx, [row.markingId]),
    now: ctx.now.toISOString(),
    people: [
      ...expected.map(({ personId, ...one }) => ({ ...one, seat: true, ...present(personId) })),
      ...lost.map(({ personId, ...one }) => ({ ...one, seat: false, ...present(personId) })),
    ],
  };
}

/** People who came and have no seat any more. */
async function namesOf(ctx: SignedIn, exerciseId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  const codeOf = await codesOf(ctx, exerciseId);
  const { id, givenName, familyName } = people;
  const rows = await ctx.tx
    .select({ id, givenName, familyName, party: parties.code })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(inArray(id, [...personIds]))
    .orderBy(asc(familyName), asc(givenName), asc(id));
  return rows.map((row) => ({
    ...{ personId: row.id, name: `${row.givenName} ${row.familyName}`, party: row.party },
    ...{ role: '', team: null, badge: codeOf(row.id) },
  }));
}

/** What all doors of an exercise saw, by person; of one person alone where one is named. */
export async function passagesOf(
  ctx: SignedIn,
  exerciseId: string,
  only?: string,
): Promise<Map<string, Passage[]>> {
  const { id, personId, kind, at } = exerciseCheckIns;
  const rows = await ctx.tx
    .select({ id, personId, kind, at })
    .from(exerciseCheckIns)
    .where(and(eq(exerciseCheckIns.exerciseId, exerciseId), only ? eq(personId, only) : undefined));
  const byPerson = new Map<string, Passage[]>();
  for (const { personId: whose, at: when, ...passage } of rows) {
    const own = byPerson.get(whose) ?? [];
    own.push({ ...passage, at: when.toISOString() });
    byPerson.set(whose, own);
  }
  return byPerson;
}
