import {
  exerciseEvents,
  exerciseRoles,
  exerciseSeats,
  type exercises,
  exerciseTeams,
} from '@concord/db/schema/exercises';
import { exerciseJoining } from '@concord/db/schema/joining';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { qrOf } from '../../qr.ts';
import { codesOf, doorAddress } from '../check-in/codes.ts';
import { passagesOf } from '../check-in/queries.ts';
import { presenceOf, showCode } from '../check-in/rules.ts';
import { documentsOf } from '../exercises/documents.ts';
import { exerciseRow } from '../exercises/rows.ts';
import { phaseOf } from '../exercises/rules.ts';
import { checksOf } from '../nominations/checks.ts';
import { allocationOf, entriesOf } from '../nominations/ledger.ts';
import { isActive } from '../seats/ledger.ts';
import { markingViews } from '../threads/marking-views.ts';
import { isFor } from './rules.ts';

type Exercise = typeof exercises.$inferSelect;

/**
 * One's own exercise: the seat or what it waits for, what is missing, where and when to be, whom to ask, one's team and the
 * code for the door. NOT_FOUND for who was not named for it.
 */
export async function myExercise(ctx: SignedIn, code: string) {
  const exercise = await exerciseRow(ctx, code);
  const { role, line } = await ownLine(ctx, exercise);
  const [seat] = await ctx.tx
    .select({ roleId: exerciseSeats.roleId, teamId: exerciseSeats.teamId })
    .from(exerciseSeats)
    .where(and(eq(exerciseSeats.exerciseId, exercise.id), eq(exerciseSeats.personId, ctx.actor.personId)));
  const french = ctx.locale === 'fr';
  const personIds = [ctx.actor.personId];
  const checks = await checksOf(ctx, { roleIds: [role.id], exercise, personIds });
  return {
    exercise: {
      ...{ id: exercise.id, code, kind: exercise.kind, place: exercise.place, timeZone: exercise.timeZone },
      ...{ name: french ? exercise.nameFr : exercise.nameEn, phase: phaseOf(exercise, ctx.now) },
      ...{ startsAt: exercise.startsAt.toISOString(), endsAt: exercise.endsAt.toISOString() },
      markingId: exercise.markingId,
    },
    now: ctx.now.toISOString(),
    role: french ? role.nameFr : role.nameEn,
    colour: role.colour,
    ...{ state: line.state, position: line.position },
    checks: checks.get(role.id)?.get(ctx.actor.personId) ?? [],
    sheets: seat ? await sheetsFor(ctx, exercise.id, seat) : [],
    team: seat?.teamId ? await teamOf(ctx, seat.teamId) : null,
    door: seat ? await ownDoor(ctx, exercise) : null,
    directors: await directorsOf(ctx, exercise.id),
    ...(await ahead(ctx, exercise)),
  };
}

/** The role the person was named for, with where they stand in its ledger. */
async function ownLine(ctx: SignedIn, exercise: Exercise) {
  const roles = await ctx.tx.select().from(exerciseRoles).where(eq(exerciseRoles.exerciseId, exercise.id));
  const ledgers = await entriesOf(
    ctx,
    roles.map(({ id }) => id),
  );
  const own = roles.flatMap((role) => {
    const { lines } = allocationOf({ exercise, entries: ledgers.get(role.id) ?? [], now: ctx.now });
    const line = lines.find((one) => one.personId === ctx.actor.personId && isActive(one));
    return line ? [{ role, line }] : [];
  });
  return found(own[0]);
}

async function sheetsFor(ctx: SignedIn, exerciseId: string, seat: { roleId: string; teamId: string | null }) {
  const rows = await ctx.tx
    .select()
    .from(exerciseJoining)
    .where(and(eq(exerciseJoining.exerciseId, exerciseId), isNotNull(exerciseJoining.sentAt)))
    .orderBy(asc(exerciseJoining.id));
  return rows
    .filter((sheet) => isFor(sheet, seat))
    .map((sheet) => ({
      ...{ id: sheet.id, place: sheet.place, contact: sheet.contact },
      reportAt: sheet.reportAt?.toISOString() ?? null,
      text: ctx.locale === 'fr' ? sheet.textFr : sheet.textEn,
      changedAt: sheet.changedAt.toISOString(),
    }));
}

async function teamOf(ctx: SignedIn, teamId: string) {
  const french = ctx.locale === 'fr';
  const [team] = await ctx.tx.select().from(exerciseTeams).where(eq(exerciseTeams.id, teamId));
  const members = await ctx.tx
    .select({
      personId: people.id,
      name: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
      party: parties.code,
      role: french ? exerciseRoles.nameFr : exerciseRoles.nameEn,
    })
    .from(exerciseSeats)
    .innerJoin(people, eq(people.id, exerciseSeats.personId))
    .innerJoin(parties, eq(parties.id, exerciseSeats.partyId))
    .innerJoin(exerciseRoles, eq(exerciseRoles.id, exerciseSeats.roleId))
    .where(eq(exerciseSeats.teamId, teamId))
    .orderBy(asc(people.familyName), asc(people.givenName), asc(people.id));
  return { id: teamId, name: found(team).name, colour: found(team).colour, members };
}

/** The person's own code, as words and as a square, and whether a door has seen them. */
async function ownDoor(ctx: SignedIn, { id, code }: Exercise) {
  const { personId } = ctx.actor;
  const badge = (await codesOf(ctx, id))(personId);
  const { state, since } = presenceOf((await passagesOf(ctx, id, personId)).get(personId) ?? []);
  return {
    badge: showCode(badge),
    qr: qrOf(doorAddress(ctx.services.settings.url, code, badge)),
    state,
    since,
  };
}

/** Whom to ask about anything no sheet names somebody for. */
async function directorsOf(ctx: SignedIn, exerciseId: string) {
  return ctx.tx.execute<{ id: string; name: string }>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name from person p
    where p.id = any((select concord.exercise_directors(${exerciseId}::uuid))::uuid[]) order by p.family_name, p.id`);
}

/** Conferences still to come and documents, as far as the person reads them. */
async function ahead(ctx: SignedIn, exercise: Exercise) {
  const events = await ctx.tx
    .select()
    .from(exerciseEvents)
    .where(and(eq(exerciseEvents.exerciseId, exercise.id), gt(exerciseEvents.endsAt, ctx.now)))
    .orderBy(asc(exerciseEvents.startsAt), asc(exerciseEvents.id));
  const documents = await documentsOf(ctx, exercise.id);
  return {
    events: events.map(({ id, kind, title, place, link, startsAt }) => ({
      ...{ id, kind, title, place, link, startsAt: startsAt.toISOString() },
    })),
    documents,
    markings: await markingViews(ctx, [
      ...new Set([exercise.markingId, ...documents.map(({ markingId }) => markingId)]),
    ]),
  };
}
