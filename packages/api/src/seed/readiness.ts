import { personWorkRoles, workRoles as workRoleTable } from '@concord/db/schema/competence';
import { activities, courses, courseVersions } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { requirementNeeds, requirements as requirementTable } from '@concord/db/schema/requirements';
import { earned, requirements, workRoles } from '@concord/db/seed/data/requirements';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { issueCredential } from '../features/credentials/commands.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

type Versions = Map<string, { courseId: string; versionId: string }>;

/** Work people do, what is asked of them, and what some of them hold already. */
export async function seedReadiness(ctx: Context, world: World): Promise<void> {
  const versions = await newestVersions(ctx);
  await seedWork(ctx, world);
  await seedRequirements(ctx, world, versions);
  await seedEarned(ctx, world, versions);
}

async function newestVersions(ctx: Context): Promise<Versions> {
  const rows = await ctx.tx
    .select({ slug: courses.slug, courseId: courses.id, versionId: courseVersions.id })
    .from(courseVersions)
    .innerJoin(courses, and(eq(courses.id, courseVersions.courseId), isNotNull(courseVersions.publishedAt)))
    .orderBy(desc(courseVersions.number));
  const versions: Versions = new Map();
  for (const { slug, ...row } of rows) if (!versions.has(slug)) versions.set(slug, row);
  return versions;
}

const workId = (world: World, key: string) => seedId(`work role ${key}`, world.daysAgo(300));

async function seedWork(ctx: Context, world: World): Promise<void> {
  await ctx.tx.insert(workRoleTable).values(
    workRoles.map(({ key, name }) => ({
      id: workId(world, key),
      code: key,
      nameEn: name.en,
      nameFr: name.fr,
    })),
  );
  await ctx.tx.insert(personWorkRoles).values(
    workRoles.flatMap(({ key, people }) =>
      people.map((person) => ({
        id: seedId(`work of ${person} ${key}`, world.daysAgo(200)),
        personId: world.person(person),
        workRoleId: workId(world, key),
        validFrom: world.daysAgo(200),
      })),
    ),
  );
}

async function seedRequirements(ctx: Context, world: World, versions: Versions): Promise<void> {
  const idOf = (key: string) => seedId(`requirement ${key}`, world.daysAgo(120));
  await ctx.tx.insert(requirementTable).values(
    requirements.map(({ key, title, of, validInDays }) => ({
      id: idOf(key),
      titles: { en: title.en, fr: title.fr },
      subject:
        'work' in of
          ? ('workRole' as const)
          : 'role' in of
            ? ('appointment' as const)
            : ('everyone' as const),
      role: 'role' in of ? of.role : null,
      subjectId: 'work' in of ? workId(world, of.work) : null,
      validOn: validInDays === undefined ? null : world.afternoonInDays(validInDays),
    })),
  );
  await ctx.tx.insert(requirementNeeds).values(
    requirements.flatMap(({ key, courses: slugs, level, part }) => {
      const needs = slugs.map((slug) => ({
        kind: 'credential' as const,
        courseId: versionOf(versions, slug).courseId,
        level: null,
      }));
      const attested = level === undefined ? [] : [{ kind: 'attestation' as const, courseId: null, level }];
      const played = part ? [{ kind: 'part' as const, courseId: null, level: null, ...part }] : [];
      return [...needs, ...attested, ...played].map((need, position) => ({
        ...need,
        position,
        id: seedId(`need ${key} ${position}`, world.daysAgo(120)),
        requirementId: idOf(key),
      }));
    }),
  );
}

async function seedEarned(ctx: Context, world: World, versions: Versions): Promise<void> {
  const rows = earned.map(({ key, course, daysAgo }) => ({
    id: seedId(`earned ${key} ${course}`, world.daysAgo(daysAgo)),
    personId: world.person(key),
    ...versionOf(versions, course),
    enrolledAt: world.daysAgo(daysAgo),
    completedAt: world.daysAgo(daysAgo),
  }));
  const made = await ctx.tx
    .insert(enrolments)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: enrolments.id });
  const known = new Set(made.map(({ id }) => id));
  const done = rows.filter(({ id }) => known.has(id));
  await seedDone(ctx, done);
  for (const { id, completedAt } of done)
    await issueCredential({ ...ctx, now: completedAt }, { enrolmentId: id });
}

/** Every activity of the paths that were completed, done on that day. */
async function seedDone(
  ctx: Context,
  paths: readonly { id: string; versionId: string; completedAt: Date }[],
) {
  const parts = await ctx.tx
    .select({ id: activities.id, versionId: activities.versionId })
    .from(activities)
    .where(inArray(activities.versionId, [...new Set(paths.map(({ versionId }) => versionId))]));
  await ctx.tx.insert(activityProgress).values(
    paths.flatMap(({ id: enrolmentId, versionId, completedAt }) =>
      parts
        .filter((part) => part.versionId === versionId)
        .map(({ id: activityId }) => ({
          ...{ enrolmentId, activityId },
          ...{ firstSeenAt: completedAt, seenAt: completedAt, completedAt },
        })),
    ),
  );
}

function versionOf(versions: Versions, slug: string) {
  const version = versions.get(slug);
  if (!version) throw new Error(`No course of the demo is called ${slug}.`);
  return version;
}
