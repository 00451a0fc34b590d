import type { Role, Scope } from '@concord/db/enums';
import { newId } from '@concord/db/ids';
import { bodies, contributions, threadMembers, threads } from '@concord/db/schema/consultation';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { markings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { accounts, appointments, attestations, people, sessions } from '@concord/db/schema/people';
import { threadGlass } from '@concord/db/schema/thread-history';
import type { TestDatabase } from '@concord/db/testing/database';
import { hashToken } from '../context.ts';
import type { Marking } from '../marking/rules.ts';
import type { Interval, PersonState, ThreadState } from '../policies/read.ts';
import { generator, type Random } from './generator.ts';

const HOUR = 3_600_000;
/** How many of each are generated. */
export const PEOPLE = 60;
const THREADS = 60;
export const ENTRIES = 240;

/** A body, and the course it belongs to where it is one's. */
type BodyState = { id: string; course: string | null };

/** People and items whose intervals lie before, around and after `now`. */
export type GeneratedWorld = {
  now: Date;
  people: { id: string; token: string; ownParty: string; state: PersonState }[];
  threads: ThreadState[];
  entries: { id: string; thread: ThreadState; marking: Marking }[];
  /** What a body that is a course's has not: people who have been withdrawn from it. */
  withdrawn: { person: string; course: string }[];
};

const now = new Date();

function interval(random: Random): Interval {
  const from = new Date(now.getTime() - (random.chance(0.85) ? 1 + random.below(500) : -2) * HOUR);
  if (random.chance(0.4)) return { from, until: null };
  const ends = random.chance(0.25) ? -1 : 2 + random.below(300);
  return { from, until: new Date(Math.max(now.getTime() + ends * HOUR, from.getTime())) };
}

/** A stretch of less than a day, as glass is broken for: before now, around it, or after. */
function glassInterval(random: Random): Interval {
  const from = new Date(now.getTime() - random.below(30) * HOUR + HOUR);
  return { from, until: new Date(from.getTime() + (1 + random.below(23)) * HOUR) };
}

function marking(random: Random, acting: string[]): Marking {
  const releasableTo = random.some(acting, 0.6);
  const originator = random.one(acting);
  return {
    level: random.chance(0.3) ? 1 : 0,
    releasableTo: releasableTo.length > 0 ? releasableTo : [originator],
    onlyFor: random.chance(0.2) ? random.some(acting, 0.4) : [],
    caveats: random.some(['CRYSTAL', 'HARBOUR'], 0.12),
    originator,
  };
}

/** Generates a world from a seed and writes it: the same on every run, but for ids and the hour. */
export async function generateWorld(test: TestDatabase, seed: number): Promise<GeneratedWorld> {
  const random = generator(seed);
  const db = test.worker.db;
  const nations = Array.from({ length: 8 }, () => newId());
  const teams = nations.slice(0, 3).map((nationId) => ({ id: newId(), nationId }));
  const acting = nations;
  const own = [
    ...nations.map((id) => ({ id, party: id })),
    ...teams.map((one) => ({ id: one.id, party: one.nationId })),
  ];
  await db.insert(parties).values(
    own.map(({ id, party }, index) => ({
      id,
      code: `P${index}`,
      kind: id === party ? ('nation' as const) : ('team' as const),
      nationId: id === party ? null : party,
      nameEn: `P${index}`,
      nameFr: `P${index}`,
      timeZone: 'UTC',
    })),
  );
  const allBodies = Array.from(
    { length: 6 },
    (_, index): BodyState => ({ id: newId(), course: index < 4 ? null : newId() }),
  );
  await writeCourses(test, random, acting, allBodies);
  await db.insert(bodies).values(
    allBodies.map(({ id, course }, index) => ({
      id,
      courseId: course,
      code: `B${index}`,
      nameEn: `B${index}`,
      nameFr: `B${index}`,
      timeZone: 'UTC',
      workingHours: { from: '09:00', to: '18:00', days: [1] },
    })),
  );
  const threadStates = Array.from({ length: THREADS }, (): ThreadState => {
    const { id: body, course } = random.one(allBodies);
    const needToKnow = random.chance(0.6) ? 'body' : 'named';
    return { id: newId(), body, course, needToKnow, marking: marking(random, acting) };
  });
  const persons = Array.from({ length: PEOPLE }, () => {
    const party = random.one(own);
    return {
      id: newId(),
      token: newId(),
      ownParty: party.id,
      state: personState(random, party.party, allBodies, threadStates),
    };
  });
  const entries = Array.from({ length: ENTRIES }, () => ({
    id: newId(),
    thread: random.one(threadStates),
    marking: marking(random, acting),
  }));
  const courseIds = allBodies.flatMap(({ course }) => course ?? []);
  const withdrawn = persons.flatMap(({ id, state }) =>
    courseIds
      .filter((course) => !state.enrolledIn.includes(course) && random.chance(0.3))
      .map((course) => ({ person: id, course })),
  );
  const world = { now, people: persons, threads: threadStates, entries, withdrawn };
  await writePeople(test, world);
  await writeEnrolments(test, world);
  await writeItems(test, world);
  return world;
}

function personState(random: Random, party: string, allBodies: BodyState[], all: ThreadState[]): PersonState {
  const bodyIds = allBodies.flatMap(({ id, course }) => (course === null ? id : []));
  const courseIds = allBodies.flatMap(({ course }) => course ?? []);
  return {
    endedAt: random.chance(0.08)
      ? new Date(now.getTime() - HOUR)
      : random.chance(0.1)
        ? new Date(now.getTime() + HOUR)
        : null,
    party,
    strength: random.chance(0.75) ? 2 : 1,
    attestations: Array.from({ length: random.below(4) }, () => ({
      ...interval(random),
      until: new Date(now.getTime() + (random.chance(0.7) ? HOUR : -HOUR)),
      from: new Date(now.getTime() - (random.chance(0.9) ? 90 : -1) * HOUR),
      level: random.below(2),
      caveats: random.some(['CRYSTAL', 'HARBOUR'], 0.5),
      revokedAt: random.chance(0.15) ? new Date(now.getTime() - HOUR) : null,
    })),
    bodies: random.some(bodyIds, 0.5).map((id) => ({ id, ...interval(random) })),
    threads: random.some(all, 0.15).map(({ id }) => ({ id, ...interval(random) })),
    enrolledIn: random.some(courseIds, 0.3),
    courses: random.some(courseIds, 0.2).map((id) => ({ id, ...interval(random) })),
    managesTraining: random.chance(0.1) ? [interval(random)] : [],
    administers: random.chance(0.4) ? [interval(random)] : [],
    glass: random.some(all, 0.15).map(({ id }) => ({ id, ...glassInterval(random) })),
  };
}

async function writeCourses(test: TestDatabase, random: Random, acting: string[], all: BodyState[]) {
  const open = { id: newId(), ...marking(random, acting) };
  await test.worker.db.insert(markings).values({
    ...{ id: open.id, digest: open.id, level: open.level, originator: open.originator },
    ...{ releasableTo: [...open.releasableTo], onlyFor: [...open.onlyFor], caveats: [...open.caveats] },
  });
  const ids = all.flatMap(({ course }) => course ?? []);
  await test.worker.db.insert(courses).values(
    ids.map((id) => ({
      ...{ id, slug: id, markingId: open.id, sourceLanguage: 'en', languages: ['en'], category: 'c' },
    })),
  );
  // One version each, by the id of its course.
  await test.worker.db
    .insert(courseVersions)
    .values(ids.map((id) => ({ id, courseId: id, number: 1, digest: id, publishedAt: now })));
}

async function writeEnrolments(test: TestDatabase, { people: persons, withdrawn }: GeneratedWorld) {
  const standing = persons.flatMap(({ id, state }) =>
    state.enrolledIn.map((course) => ({ person: id, course, withdrawnAt: null })),
  );
  const ended = withdrawn.map((one) => ({ ...one, withdrawnAt: new Date(now.getTime() - HOUR) }));
  await test.worker.db.insert(enrolments).values(
    [...standing, ...ended].map(({ person, course, withdrawnAt }) => ({
      ...{ id: newId(), personId: person, courseId: course, versionId: course, withdrawnAt },
    })),
  );
}

async function writePeople(test: TestDatabase, { people: persons }: GeneratedWorld): Promise<void> {
  const db = test.worker.db;
  await db.insert(people).values(
    persons.map(({ id, ownParty, state }) => ({
      id,
      partyId: ownParty,
      givenName: 'A',
      familyName: id,
      endedAt: state.endedAt,
    })),
  );
  await db
    .insert(accounts)
    .values(persons.map(({ id }) => ({ personId: id, email: `${id}@a.example`, timeZone: 'UTC' })));
  await db.insert(sessions).values(
    persons.map(({ id, token, state }) => ({
      id: newId(),
      personId: id,
      tokenHash: hashToken(token),
      strength: state.strength,
      idleSeconds: 3600,
      expiresAt: new Date(now.getTime() + HOUR),
    })),
  );
  await db.insert(attestations).values(
    persons.flatMap(({ id, ownParty, state }) =>
      state.attestations.map((one) => ({
        id: newId(),
        personId: id,
        level: one.level,
        caveats: [...one.caveats],
        partyId: ownParty,
        validFrom: one.from,
        validUntil: one.until ?? now,
        revokedAt: one.revokedAt,
      })),
    ),
  );
  await db
    .insert(appointments)
    .values(
      persons.flatMap(({ id, state }) => [
        ...state.bodies.map((one) => appointed(id, 'delegate', 'body', one)),
        ...state.courses.map((one) => appointed(id, 'instructor', 'course', one)),
        ...state.managesTraining.map((one) => appointed(id, 'trainingManager', 'alliance', one)),
        ...state.administers.map((one) => appointed(id, 'administrator', 'alliance', one)),
      ]),
    );
}

function appointed(
  personId: string,
  role: Role,
  scope: Scope,
  { id, from, until }: Interval & { id?: string },
) {
  return { id: newId(), personId, role, scope, scopeId: id ?? null, validFrom: from, validUntil: until };
}

async function writeItems(
  test: TestDatabase,
  { people: persons, threads: all, entries }: GeneratedWorld,
): Promise<void> {
  const db = test.worker.db;
  const author = persons[0]?.id ?? '';
  const ids = new Map<Marking, string>();
  for (const one of [...all.map((thread) => thread.marking), ...entries.map((entry) => entry.marking)]) {
    ids.set(one, newId());
  }
  await db.insert(markings).values(
    [...ids].map(([one, id]) => ({
      id,
      digest: id,
      level: one.level,
      releasableTo: [...one.releasableTo],
      onlyFor: [...one.onlyFor],
      caveats: [...one.caveats],
      originator: one.originator,
    })),
  );
  await db.insert(threads).values(
    all.map((thread) => ({
      id: thread.id,
      bodyId: thread.body,
      title: 'T',
      markingId: ids.get(thread.marking) ?? '',
      needToKnow: thread.needToKnow,
      activityKey: thread.course === null ? null : 'page',
      createdBy: author,
    })),
  );
  await db.insert(threadMembers).values(
    persons.flatMap(({ id, state }) =>
      state.threads.map((one) => ({
        threadId: one.id,
        personId: id,
        validFrom: one.from,
        validUntil: one.until,
      })),
    ),
  );
  await db.insert(threadGlass).values(
    persons.flatMap(({ id, state }) =>
      state.glass.map((one) => ({
        ...{ id: newId(), threadId: one.id, personId: id },
        ...{ openedAt: one.from, until: one.until ?? one.from },
      })),
    ),
  );
  await db.insert(contributions).values(
    entries.map((entry, place) => ({
      id: entry.id,
      threadId: entry.thread.id,
      place,
      authorId: author,
      partyId: entry.marking.originator,
      markingId: ids.get(entry.marking) ?? '',
      sealed: Buffer.of(1),
    })),
  );
  for (const entry of entries) {
    await test.worker
      .sql`select concord.index_words(${entry.id}, ${entry.thread.id}, ${ids.get(entry.marking) ?? ''},
      ${entry.marking.originator}, now(), 'harbour lights')`;
  }
}
