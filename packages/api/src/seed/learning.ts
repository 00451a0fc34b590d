import { fileURLToPath } from 'node:url';
import { activities, courses, courseVersions } from '@concord/db/schema/courses';
import {
  activityProgress,
  cohortMembers,
  cohortParties,
  cohorts,
  enrolments,
} from '@concord/db/schema/learning';
import { appointments } from '@concord/db/schema/people';
import { courseSlugs } from '@concord/db/seed/courses/read';
import { cohorts as cohortSeeds } from '@concord/db/seed/data/cohorts';
import { parties as partySeeds } from '@concord/db/seed/data/parties';
import { people as peopleSeeds } from '@concord/db/seed/data/people';
import type { CohortSeed } from '@concord/db/seed/data/types';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readCourse } from '../features/courses/import/detect.ts';
import { folderSource } from '../features/courses/import/source.ts';
import { importCourse } from '../features/courses/import/write.ts';
import { append, partyOfSeat, requestOf, seatPeople, takeLedger } from '../features/seats/ledger.ts';
import { settle } from '../features/seats/settle.ts';
import { internMarking } from '../marking/intern.ts';
import { seedId } from './ids.ts';
import { seedNightWatch } from './night-watch.ts';
import type { World } from './world.ts';

const COURSES = new URL('../../../db/src/seed/courses/', import.meta.url);
const DAY_MS = 86_400_000;

/** The shipped courses, imported as any other, and the cohorts that take them. */
export async function seedLearning(ctx: Context, world: World): Promise<void> {
  const marking = {
    level: 0,
    releasableTo: partySeeds.map((party) => world.party(party.code)),
    onlyFor: [],
    caveats: [],
    originator: world.party('HQA'),
  };
  const markingId = await internMarking(ctx, marking);
  for (const slug of courseSlugs) {
    const { course } = await readCourse(await folderSource(fileURLToPath(new URL(slug, COURSES))));
    if (!course) throw new Error(`The shipped course ${slug} cannot be read.`);
    await importCourse(ctx, course, { marking });
  }
  await seedCourseStaff(ctx, world);
  await seedNightWatch(ctx, world, markingId);
  for (const cohort of cohortSeeds) await seedCohort(ctx, world, cohort);
}

async function seedCourseStaff(ctx: Context, world: World): Promise<void> {
  const known = await ctx.tx.select({ id: courses.id, slug: courses.slug }).from(courses);
  const ids = new Map(known.map((course) => [course.slug, course.id]));
  const rows = peopleSeeds.flatMap((person) =>
    person.roles.flatMap((held) => {
      const scopeId = held.scope === 'course' ? ids.get(held.of) : undefined;
      if (held.scope !== 'course' || !scopeId) return [];
      return {
        id: seedId(`appointment ${person.key} ${held.role} ${held.of}`, world.daysAgo(200)),
        personId: world.person(person.key),
        role: held.role,
        scope: 'course' as const,
        scopeId,
        validFrom: world.daysAgo(200),
      };
    }),
  );
  if (rows.length > 0) await ctx.tx.insert(appointments).values(rows);
}

async function seedCohort(ctx: Context, world: World, cohort: CohortSeed): Promise<void> {
  const [version] = await ctx.tx
    .select({ id: courseVersions.id, courseId: courses.id })
    .from(courseVersions)
    .innerJoin(courses, eq(courses.id, courseVersions.courseId))
    .where(eq(courses.slug, cohort.course))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  if (!version) throw new Error(`The cohort ${cohort.key} takes a course that is not there.`);
  const cohortId = seedId(`cohort ${cohort.key}`, world.daysAgo(40));
  const startsAt = world.afternoonInDays(cohort.startsInDays);
  const dueAt = world.afternoonInDays(cohort.dueInDays);
  await ctx.tx.insert(cohorts).values({
    id: cohortId,
    courseId: version.courseId,
    nameEn: cohort.name.en,
    nameFr: cohort.name.fr,
    startsAt,
    dueAt,
    approval: cohort.approval ?? 'none',
    sharedSeats: cohort.sharedSeats ?? 0,
    createdBy: world.person('hqa-admin-1'),
  });
  const seats = Object.entries(cohort.seats).map(([code, count]) => ({
    cohortId,
    partyId: world.party(code),
    seats: count,
  }));
  await ctx.tx.insert(cohortParties).values(seats);
  const members = cohort.members.map((key) => ({
    cohortId,
    personId: world.person(key),
    addedBy: world.person('hqa-admin-1'),
  }));
  await ctx.tx.insert(cohortMembers).values(members);
  await seedEnrolments(ctx, world, cohort, { cohortId, startsAt, dueAt, version });
  await seedRequests(ctx, world, cohortId, cohort.asks ?? []);
}

/** Who asked for a seat beside the members: their lines in the ledger, and what follows from them. */
async function seedRequests(
  ctx: Context,
  world: World,
  cohortId: string,
  asks: NonNullable<CohortSeed['asks']>,
): Promise<void> {
  const ledger = await takeLedger(ctx, cohortId);
  const people = new Map(
    (
      await seatPeople(
        ctx,
        asks.map(({ key }) => world.person(key)),
      )
    ).map((person) => [person.id, person]),
  );
  const lines = asks.flatMap(({ key, agreed }) => {
    const person = people.get(world.person(key));
    if (!person) return [];
    const seat = { personId: person.id, partyId: partyOfSeat(person, ledger.entries) };
    return agreed
      ? [...requestOf(seat, false), { kind: 'coordinatorAgreed' as const, ...seat }]
      : requestOf(seat, false);
  });
  await append(ctx, ledger, lines);
  await settle(ctx, ledger);
}

type Opened = { cohortId: string; startsAt: Date; dueAt: Date; version: { id: string; courseId: string } };

async function seedEnrolments(ctx: Context, world: World, cohort: CohortSeed, opened: Opened): Promise<void> {
  const { cohortId, startsAt, dueAt, version } = opened;
  const enrolledAt = new Date(Math.min(startsAt.getTime(), world.now.getTime()));
  const rows = cohort.members.map((key) => ({
    id: seedId(`enrolment ${cohort.key} ${key}`, enrolledAt),
    personId: world.person(key),
    courseId: version.courseId,
    versionId: version.id,
    cohortId,
    enrolledBy: world.person('hqa-admin-1'),
    enrolledAt,
    dueAt,
  }));
  await ctx.tx.insert(enrolments).values(rows);
  if (startsAt >= world.now) return;
  const pages = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.versionId, version.id), eq(activities.kind, 'page')))
    .orderBy(asc(activities.unitId), asc(activities.position));
  const seen = rows.flatMap((row, index) =>
    pages.slice(0, (index * 2 + 3) % (pages.length + 1)).map((page, step) => {
      const at = new Date(startsAt.getTime() + (step + 1) * DAY_MS);
      const then = at < world.now ? at : world.now;
      const minutes = 4 + ((index * 7 + step * 3) % 11);
      const firstSeenAt = new Date(then.getTime() - minutes * 60_000);
      return { enrolmentId: row.id, activityId: page.id, firstSeenAt, seenAt: then, completedAt: then };
    }),
  );
  if (seen.length > 0) await ctx.tx.insert(activityProgress).values(seen);
}
