import { bodies, contributions, threadReadings, threads } from '@concord/db/schema/consultation';
import { courses } from '@concord/db/schema/courses';
import { levels, systemSettings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { accounts, appointments, people } from '@concord/db/schema/people';
import { notifications } from '@concord/db/schema/system';
import { and, asc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { type SectionKey, sectionsFor } from './rules.ts';

/** Counts stop here: beyond it the exact number helps nobody, and finding it costs each page. */
const MOST = 100;

type Reader = { tx: PgDatabase<PgQueryResultHKT>; personId: string; now: Date };

/** What the frame around every page shows of the person signed in. */
export async function readShell(reader: Reader) {
  const person = await readPerson(reader);
  const held = await readAppointments(reader);
  const consultations = person.consultations || held.some((one) => one.scope === 'body');
  const sections = sectionsFor({
    roles: held.map((one) => one.role),
    courses: person.courses,
    consultations,
  });
  const counts: Partial<Record<SectionKey, number>> = { consult: person.unreadThreads };
  return {
    now: reader.now.toISOString(),
    person: {
      id: reader.personId,
      name: `${person.given} ${person.family}`,
      party: { en: person.partyEn, fr: person.partyFr },
      locale: person.locale,
      theme: person.theme,
      zone: person.zone,
      appointments: held.map(({ role, bodyEn, bodyFr }) => ({
        role,
        of: bodyEn && bodyFr ? { en: bodyEn, fr: bodyFr } : null,
      })),
    },
    zones: { headquarters: person.headquarters, person: person.zone },
    marking: { en: person.markingEn, fr: person.markingFr },
    sections: sections.map((key) => ({ key, count: counts[key] ?? 0 })),
    unreadNotifications: person.unreadNotifications,
  };
}

async function readPerson({ tx, personId }: Reader) {
  const [row] = await tx
    .select({
      given: people.givenName,
      family: people.familyName,
      partyEn: parties.nameEn,
      partyFr: parties.nameFr,
      locale: accounts.locale,
      theme: accounts.theme,
      zone: accounts.timeZone,
      headquarters: systemSettings.timeZone,
      markingEn: levels.nameEn,
      markingFr: levels.nameFr,
      courses: sql<boolean>`exists (select 1 from ${courses} where ${courses.archivedAt} is null)`,
      consultations: sql<boolean>`exists (select 1 from ${threads})`,
      unreadThreads: unreadThreads(personId).mapWith(Number),
      unreadNotifications: unreadNotifications(personId).mapWith(Number),
    })
    .from(people)
    .innerJoin(accounts, eq(accounts.personId, people.id))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .innerJoin(systemSettings, eq(systemSettings.only, true))
    .innerJoin(levels, eq(levels.rank, sql`(select min(${levels.rank}) from ${levels})`))
    .where(eq(people.id, personId));
  if (!row) throw new Error('The person signed in has no account.');
  return row;
}

function readAppointments({ tx, personId, now }: Reader) {
  return tx
    .select({
      role: appointments.role,
      scope: appointments.scope,
      bodyEn: bodies.nameEn,
      bodyFr: bodies.nameFr,
    })
    .from(appointments)
    .leftJoin(bodies, and(eq(appointments.scope, 'body'), eq(bodies.id, appointments.scopeId)))
    .where(
      and(
        eq(appointments.personId, personId),
        lte(appointments.validFrom, now),
        or(isNull(appointments.validUntil), gt(appointments.validUntil, now)),
      ),
    )
    .orderBy(asc(appointments.validFrom), asc(appointments.id));
}

/** Threads the person has opened before, does not mute, and that hold something new by another. */
function unreadThreads(personId: string) {
  return sql`(
    select count(*) from (
      select 1 from ${threadReadings}
      where ${eq(threadReadings.personId, personId)} and ${ne(threadReadings.following, 'muted')}
        and exists (
          select 1 from ${contributions}
          where ${contributions.threadId} = ${threadReadings.threadId}
            and ${contributions.place} > ${threadReadings.lastPlace}
            and ${ne(contributions.authorId, personId)} and ${isNull(contributions.removedAt)})
      limit ${MOST}) as unread)`;
}

function unreadNotifications(personId: string) {
  return sql`(
    select count(*) from (
      select 1 from ${notifications}
      where ${eq(notifications.personId, personId)} and ${isNull(notifications.readAt)}
      limit ${MOST}) as unread)`;
}
