import { exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { people } from '@concord/db/schema/people';
import { clockRows, deliveries, responses } from '@concord/db/schema/running';
import { notifications } from '@concord/db/schema/system';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { controlsExercise, readsInjects } from '../../policies/exercises.ts';
import { opener } from '../../sealing/sealing.ts';
import { exerciseRow, teamsOf } from '../exercises/rows.ts';
import { allInjects, staffedExercise } from '../injects/queries.ts';
import { inOrder, plannedAt } from '../injects/rules.ts';
import { markingViews } from '../threads/marking-views.ts';
import { clockAt, expectedAt, turnsFrom } from './clock.ts';
import { type Delivered, settleRun } from './settle.ts';
import { ownTeam, wordsSaid } from './team.ts';

const MOST_SAID = 500;
const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** What was said in an exercise, as far as the reader may know of it, newest first. */
async function saidIn(ctx: SignedIn, exerciseId: string, teamId?: string) {
  const rows = await ctx.tx
    .select({
      ...{ id: responses.id, teamId: responses.teamId, injectId: responses.injectId, kind: responses.kind },
      ...{ at: responses.at, sealed: responses.sealed },
      by: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(responses)
    .innerJoin(people, eq(people.id, responses.by))
    .where(teamId ? eq(responses.teamId, teamId) : eq(responses.exerciseId, exerciseId))
    .orderBy(desc(responses.at), desc(responses.id))
    .limit(MOST_SAID);
  if (rows.length === 0) return [];
  const open = await opener(ctx, exerciseId);
  return rows.map(({ sealed, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    ...wordsSaid(open, { id: row.id, sealed }),
  }));
}

/** Control's page: every inject and team as planned, expected, delivered, acknowledged and answered; and the clock. */
export async function runBoard(ctx: SignedIn, code: string) {
  const exercise = await staffedExercise(ctx, code);
  const { id: exerciseId, startsAt, markingId } = exercise;
  const { scene, now } = found(await settleRun(ctx, exerciseId));
  const said = await saidIn(ctx, exerciseId);
  const teams = await teamsOf(ctx, exerciseId);
  const clock = clockAt(scene.clock, null, now);
  const key = (injectId: string | null, teamId: string) => `${injectId} ${teamId}`;
  const delivered = new Map(scene.deliveries.map((one) => [key(one.injectId, one.teamId), one.at]));
  const first = (kind: 'acknowledged' | 'answer') =>
    new Map(said.filter((one) => one.kind === kind).map((one) => [key(one.injectId, one.teamId), one.at]));
  const [read, answered] = [first('acknowledged'), first('answer')];
  const expected = (teamId: string, minute: number) =>
    clock.state === 'waiting' ? plannedAt(startsAt, minute) : expectedAt(scene.clock, teamId, minute, now);
  const injects = (await allInjects(ctx, exerciseId)).filter(({ status }) => status !== 'withdrawn');
  return {
    exercise: {
      ...{ id: exerciseId, code, markingId, timeZone: exercise.timeZone },
      name: ctx.locale === 'fr' ? exercise.nameFr : exercise.nameEn,
    },
    markings: await markingViews(ctx, [markingId]),
    now: now.toISOString(),
    clock: { state: clock.state, time: clock.time, turns: turnsFrom(clock.state) },
    teams: teams.map((team) => {
      const own = clockAt(scene.clock, team.id, now);
      return { ...team, time: own.time, behind: clock.time - own.time, extended: own.owed };
    }),
    injects: inOrder(injects).map((one) => ({
      ...{ id: one.id, number: one.number, title: one.title, minute: one.minute, trigger: one.trigger },
      ...{ status: one.status, expectedAction: one.expected },
      teams: [
        ...new Set([
          ...one.teamIds,
          ...scene.releases.flatMap((go) => (go.injectId === one.id ? go.teamId : [])),
        ]),
      ].map((teamId) => ({
        teamId,
        deliveredAt: iso(delivered.get(key(one.id, teamId))),
        readAt: read.get(key(one.id, teamId)) ?? null,
        answeredAt: answered.get(key(one.id, teamId)) ?? null,
        expectedAt: one.trigger === 'clock' ? iso(expected(teamId, one.minute)) : null,
      })),
    })),
    said: said.filter(({ kind }) => kind !== 'acknowledged'),
    can: { control: controlsExercise(ctx.actor, exerciseId) && exercise.cancelledAt === null },
  };
}

/** A team's inbox: what has reached it, what it said, and its own time. What lies ahead is in no part of the answer. */
export async function teamInbox(ctx: SignedIn, code: string) {
  const exercise = await exerciseRow(ctx, code);
  const team = await ownTeam(ctx, exercise.id);
  const { scene, now } = found(await settleRun(ctx, exercise.id));
  await seenBy(ctx, exercise.id);
  const rows = await ctx.tx
    .select()
    .from(deliveries)
    .where(eq(deliveries.teamId, team.id))
    .orderBy(desc(deliveries.at), desc(deliveries.injectId));
  const open = rows.length > 0 ? await opener(ctx, exercise.id) : null;
  const said = await saidIn(ctx, exercise.id, team.id);
  const { state, time } = clockAt(scene.clock, team.id, now);
  return {
    exercise: {
      ...{ id: exercise.id, code, markingId: exercise.markingId, timeZone: exercise.timeZone },
      name: ctx.locale === 'fr' ? exercise.nameFr : exercise.nameEn,
    },
    markings: await markingViews(ctx, [exercise.markingId]),
    now: now.toISOString(),
    team: { id: team.id, name: team.name },
    clock: { state, time },
    injects: rows.flatMap(({ injectId, at, sealed }) => {
      if (!open) return [];
      const content = JSON.parse(open(sealed, `delivery:${injectId}:${team.id}`)) as Delivered;
      const of = said.filter((one) => one.injectId === injectId);
      return [
        {
          ...{ id: injectId, at: at.toISOString(), ...content },
          read: of.find(({ kind }) => kind === 'acknowledged') ?? null,
          answers: of.filter(({ kind }) => kind === 'answer').reverse(),
        },
      ];
    }),
    said: said.filter(({ injectId }) => injectId === null),
  };
}

/** Who looks into the inbox has read that something came; the next that comes is told anew. */
async function seenBy(ctx: SignedIn, exerciseId: string): Promise<void> {
  await ctx.tx
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(notifications.personId, ctx.actor.personId),
        eq(notifications.kind, 'exerciseInject'),
        eq(notifications.subjectId, exerciseId),
        isNull(notifications.readAt),
      ),
    );
}

/** So long before its beginning an exercise shows its time. */
const SHOWN_BEFORE_MS = 86_400_000;

/** What stands around every page of an exercise: its marking, and for who sits in it or is of its staff its time. */
export async function exerciseFrame(ctx: SignedIn, code: string) {
  const [exercise] = await ctx.tx.select().from(exercises).where(eq(exercises.code, code));
  // The page itself answers for what is not there.
  if (!exercise) return null;
  const { id, markingId } = exercise;
  const marking = (await markingViews(ctx, [markingId]))[markingId];
  const near = ctx.now >= new Date(+exercise.startsAt - SHOWN_BEFORE_MS) && ctx.now < exercise.endsAt;
  const [seat] = await ctx.tx
    .select({ teamId: exerciseSeats.teamId })
    .from(exerciseSeats)
    .where(and(eq(exerciseSeats.exerciseId, id), eq(exerciseSeats.personId, ctx.actor.personId)));
  const staff = readsInjects(ctx.actor, id);
  if (!near || exercise.cancelledAt || !(seat || staff)) return { marking, clock: null };
  const rows = await ctx.tx
    .select()
    .from(clockRows)
    .where(eq(clockRows.exerciseId, id))
    .orderBy(asc(clockRows.place));
  const teamId = staff ? null : (seat?.teamId ?? null);
  const { state, time } = clockAt(rows, teamId, ctx.now);
  const topic = teamId === null ? `exercise-staff:${id}` : `exercise-team:${teamId}`;
  return { marking, clock: { state, time, now: ctx.now.toISOString(), topic } };
}
