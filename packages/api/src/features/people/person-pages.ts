import { bodies } from '@concord/db/schema/consultation';
import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { exercises } from '@concord/db/schema/exercises';
import { cohorts, enrolments } from '@concord/db/schema/learning';
import { levels } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { appointments, attestations, people, sessions } from '@concord/db/schema/people';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { appointmentState, attestationState } from './access-rules.ts';
import { fullName } from './names.ts';

/** Appointments, attestations and, for an administrator, the open sessions of a person. */
export async function accessOf(ctx: SignedIn, personId: string, withSessions: boolean) {
  return {
    appointments: await appointmentsOf(ctx, personId),
    attestations: await attestationsOf(ctx, personId),
    sessions: withSessions ? await sessionsOf(ctx, personId) : null,
  };
}

async function appointmentsOf(ctx: SignedIn, personId: string) {
  const rows = await ctx.tx
    .select({
      id: appointments.id,
      role: appointments.role,
      scope: appointments.scope,
      scopeId: appointments.scopeId,
      validFrom: appointments.validFrom,
      validUntil: appointments.validUntil,
      revision: appointments.revision,
      nameEn: sql<
        string | null
      >`coalesce(${parties.nameEn}, ${bodies.nameEn}, ${cohorts.nameEn}, ${exercises.nameEn}, ${courses.slug})`,
      nameFr: sql<
        string | null
      >`coalesce(${parties.nameFr}, ${bodies.nameFr}, ${cohorts.nameFr}, ${exercises.nameFr}, ${courses.slug})`,
    })
    .from(appointments)
    .leftJoin(parties, eq(parties.id, appointments.scopeId))
    .leftJoin(bodies, eq(bodies.id, appointments.scopeId))
    .leftJoin(cohorts, eq(cohorts.id, appointments.scopeId))
    .leftJoin(courses, eq(courses.id, appointments.scopeId))
    .leftJoin(exercises, eq(exercises.id, appointments.scopeId))
    .where(eq(appointments.personId, personId))
    .orderBy(desc(appointments.validFrom), desc(appointments.id))
    .limit(100);
  return rows.map(({ validFrom, validUntil, ...row }) => ({
    ...row,
    validFrom: validFrom.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
    state: appointmentState({ validFrom, validUntil }, ctx.now),
  }));
}

async function attestationsOf(ctx: SignedIn, personId: string) {
  const rows = await ctx.tx
    .select({
      id: attestations.id,
      level: attestations.level,
      levelCode: levels.code,
      levelNameEn: levels.nameEn,
      levelNameFr: levels.nameFr,
      caveats: attestations.caveats,
      partyCode: parties.code,
      attestedByGiven: people.givenName,
      attestedByFamily: people.familyName,
      validFrom: attestations.validFrom,
      validUntil: attestations.validUntil,
      revokedAt: attestations.revokedAt,
    })
    .from(attestations)
    .innerJoin(levels, eq(levels.rank, attestations.level))
    .innerJoin(parties, eq(parties.id, attestations.partyId))
    .leftJoin(people, eq(people.id, attestations.attestedBy))
    .where(eq(attestations.personId, personId))
    .orderBy(desc(attestations.validFrom), desc(attestations.id))
    .limit(50);
  return rows.map(({ attestedByGiven, attestedByFamily, validFrom, validUntil, revokedAt, ...row }) => ({
    ...row,
    attestedBy:
      attestedByFamily === null
        ? null
        : fullName({ givenName: attestedByGiven ?? '', familyName: attestedByFamily }),
    validFrom: validFrom.toISOString(),
    validUntil: validUntil.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    state: attestationState({ validFrom, validUntil, revokedAt }, ctx.now),
  }));
}

async function sessionsOf(ctx: SignedIn, personId: string) {
  const rows = await ctx.tx
    .select({
      id: sessions.id,
      device: sessions.device,
      address: sessions.address,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.revokedAt),
        sql`${sessions.expiresAt} > ${ctx.now.toISOString()}::timestamptz`,
        sql`${sessions.seenAt} + make_interval(secs => ${sessions.idleSeconds}) > ${ctx.now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(sessions.seenAt))
    .limit(50);
  return rows.map(({ createdAt, seenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    current: row.id === ctx.actor.sessionId,
  }));
}

/** The courses a person takes or has taken, newest first. */
export async function learningOf(ctx: SignedIn, personId: string) {
  const title = sql<string>`coalesce(
    (select ${courseTexts.title} from ${courseTexts} where ${courseTexts.versionId} = ${enrolments.versionId}
      order by ${courseTexts.language} = ${ctx.locale} desc, ${courseTexts.language} = ${courses.sourceLanguage} desc limit 1),
    ${courses.slug})`;
  const rows = await ctx.tx
    .select({
      id: enrolments.id,
      slug: courses.slug,
      title,
      dueAt: enrolments.dueAt,
      enrolledAt: enrolments.enrolledAt,
      completedAt: enrolments.completedAt,
      withdrawnAt: enrolments.withdrawnAt,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .innerJoin(courseVersions, eq(courseVersions.id, enrolments.versionId))
    .where(eq(enrolments.personId, personId))
    .orderBy(desc(enrolments.id))
    .limit(50);
  return rows.map(({ dueAt, enrolledAt, completedAt, withdrawnAt, ...row }) => ({
    ...row,
    dueAt: dueAt?.toISOString() ?? null,
    enrolledAt: enrolledAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }));
}
