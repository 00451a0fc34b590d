import { kept } from '@concord/db/kept';
import { bodies, contributions, threadReadings, threads } from '@concord/db/schema/consultation';
import { courses } from '@concord/db/schema/courses';
import { exercises } from '@concord/db/schema/exercises';
import { levels, systemSettings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { notifications } from '@concord/db/schema/system';
import { eq, isNull, ne, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { insideOf } from '../twins/queries.ts';
import { type SectionKey, sectionsFor } from './rules.ts';

/** Counts stop here: beyond it the exact number helps nobody, and finding it costs each page. */
const MOST = 100;

/** What the frame around every page shows of the person signed in. */
export async function readShell(ctx: SignedIn) {
  const { actor, now } = ctx;
  const frame = await readFrame(ctx);
  const committees = new Map(frame.bodies?.map((body) => [body.id, { en: body.en, fr: body.fr }]));
  const consultations = frame.consultations || committees.size > 0;
  const roles = actor.appointments.map((one) => one.role);
  const counts: Partial<Record<SectionKey, number>> = { consult: frame.unreadThreads };
  return {
    now: now.toISOString(),
    person: {
      id: actor.personId,
      name: actor.name,
      party: { en: frame.partyEn, fr: frame.partyFr },
      locale: actor.locale,
      theme: actor.theme,
      zone: actor.timeZone,
      appointments: actor.appointments.map(({ role, scopeId }) => ({
        role,
        of: (scopeId && committees.get(scopeId)) || null,
      })),
    },
    zones: { headquarters: frame.headquarters, person: actor.timeZone },
    marking: { en: frame.markingEn, fr: frame.markingFr },
    sections: sectionsFor({ roles, courses: frame.courses, exercises: frame.exercises, consultations }).map(
      (key) => ({
        key,
        count: counts[key] ?? 0,
      }),
    ),
    unreadNotifications: actor.exerciseId ? 0 : frame.unreadNotifications,
    /** The exercise this session is inside of. */
    inside: await insideOf(ctx),
  };
}

async function readFrame({ tx, actor }: SignedIn) {
  const [row] = await frame(tx, { person: actor.personId, party: actor.ownPartyId }, undefined);
  return found(row);
}

const person = sql.placeholder('person');

/** The bodies the person is appointed in. */
const ownBodies = sql<{ id: string; en: string; fr: string }[] | null>`(
  select json_agg(json_build_object('id', b.id, 'en', b.name_en, 'fr', b.name_fr))
  from ${bodies} b where b.id = any((select concord.bodies())::uuid[]))`;

/** Threads of committees the person has opened before, does not mute, and that hold something new by another. */
const unreadThreads = sql`(
    select count(*) from (
      select 1 from ${threadReadings}
      where ${eq(threadReadings.personId, person)} and ${ne(threadReadings.following, 'muted')}
        and exists (
          select 1 from ${contributions}
          where ${contributions.threadId} = ${threadReadings.threadId}
            and ${contributions.place} > ${threadReadings.lastPlace}
            and ${ne(contributions.authorId, person)} and ${isNull(contributions.removedAt)})
        and exists (select 1 from ${threads}
          where ${threads.id} = ${threadReadings.threadId} and ${threads.activityKey} is null)
      limit ${MOST}) as unread)`;

const unreadNotifications = sql`(
    select count(*) from (
      select 1 from ${notifications}
      where ${eq(notifications.personId, person)} and ${isNull(notifications.readAt)}
      limit ${MOST}) as unread)`;

/** One statement for all of it, on every page: see `kept`. */
const frame = kept((tx) =>
  tx
    .select({
      partyEn: parties.nameEn,
      partyFr: parties.nameFr,
      headquarters: systemSettings.timeZone,
      markingEn: levels.nameEn,
      markingFr: levels.nameFr,
      courses: sql<boolean>`exists (select 1 from ${courses} where ${courses.archivedAt} is null)`,
      exercises: sql<boolean>`exists (select 1 from ${exercises})`,
      consultations: sql<boolean>`exists (select 1 from ${threads} where ${threads.activityKey} is null)`,
      bodies: ownBodies,
      unreadThreads: unreadThreads.mapWith(Number),
      unreadNotifications: unreadNotifications.mapWith(Number),
    })
    .from(parties)
    .innerJoin(systemSettings, eq(systemSettings.only, true))
    .innerJoin(levels, eq(levels.rank, sql`(select min(lowest.rank) from ${levels} lowest)`))
    .where(eq(parties.id, sql.placeholder('party'))),
);
