import { systemSettings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { accounts, people } from '@concord/db/schema/people';
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize, found } from '../../errors.ts';
import { managesTraining, seesCohorts } from '../../policies/cohorts.ts';
import { seesCompetences } from '../../policies/competence.ts';
import {
  managesPeople,
  opensPeoplePages,
  partiesLookedAfter,
  personAbilities,
} from '../../policies/people.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { fullName } from './names.ts';
import { accessOf, learningOf } from './person-pages.ts';
import { waysInOf } from './ways-in.ts';

const PAGE = 50;

export type ListInput = { query?: string; partyId?: string; ended?: boolean; after?: string };

/** Each word must stand in the name, the job title or the e-mail, as far as the reader may see it; accents do not count. */
export function matches(query: string): SQL | undefined {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 6);
  return and(
    ...words.map((word) => {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      const columns = [
        people.givenName,
        people.familyName,
        people.latinName,
        people.jobTitle,
        accounts.email,
      ];
      return or(...columns.map((column) => sql`unaccent(${column}) ilike unaccent(${like})`));
    }),
  );
}

/** The directory: the people the actor looks after, by family name, a page at a time. */
export async function listPeople(ctx: SignedIn, input: ListInput) {
  authorize(opensPeoplePages(ctx.actor));
  const own = partiesLookedAfter(ctx.actor);
  const after = readCursor(input.after);
  const rows = await ctx.tx
    .select({
      id: people.id,
      givenName: people.givenName,
      familyName: people.familyName,
      latinName: people.latinName,
      jobTitle: people.jobTitle,
      endedAt: people.endedAt,
      partyCode: parties.code,
      partyNameEn: parties.nameEn,
      partyNameFr: parties.nameFr,
      email: accounts.email,
      activatedAt: accounts.activatedAt,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(
      and(
        input.ended ? undefined : isNull(people.endedAt),
        own === null ? undefined : inArray(people.partyId, own),
        input.partyId ? eq(people.partyId, input.partyId) : undefined,
        input.query ? matches(input.query) : undefined,
        after ? sql`(${people.familyName}, ${people.id}) > (${after.value}, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(people.familyName), asc(people.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return {
    people: page.map(({ endedAt, activatedAt, ...row }) => ({
      ...row,
      name: fullName(row),
      ended: endedAt !== null,
      activated: activatedAt !== null,
    })),
    next: last ? writeCursor(last.familyName, last.id) : null,
    can: { invite: managesPeople(ctx.actor), import: managesPeople(ctx.actor) },
  };
}

/** The parties a list can be narrowed to: those whose people the actor looks after. */
export async function listParties(ctx: SignedIn) {
  authorize(opensPeoplePages(ctx.actor));
  const own = partiesLookedAfter(ctx.actor);
  return ctx.tx
    .select({ id: parties.id, code: parties.code, nameEn: parties.nameEn, nameFr: parties.nameFr })
    .from(parties)
    .where(own === null ? undefined : inArray(parties.id, own))
    .orderBy(asc(parties.code));
}

/** What a decision about a person is made from; NOT_FOUND when there is none. */
export async function subjectOf(ctx: Pick<SignedIn, 'tx'>, personId: string) {
  const [row] = await ctx.tx
    .select({
      id: people.id,
      partyId: people.partyId,
      endedAt: people.endedAt,
      givenName: people.givenName,
      familyName: people.familyName,
      latinName: people.latinName,
      jobTitle: people.jobTitle,
      partyCode: parties.code,
      partyNameEn: parties.nameEn,
      partyNameFr: parties.nameFr,
      nationId: parties.nationId,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(eq(people.id, personId));
  return found(row);
}

/** One person: the public identity for everybody, and beyond it what the reader has a right to. */
export async function personById(ctx: SignedIn, personId: string) {
  const { endedAt, ...person } = await subjectOf(ctx, personId);
  const can = personAbilities(ctx.actor, { id: personId, partyId: person.partyId, endedAt });
  found(endedAt === null || can.readAccess ? person : undefined);
  const [account] = can.readEmail
    ? await ctx.tx
        .select({ email: accounts.email, locale: accounts.locale, activatedAt: accounts.activatedAt })
        .from(accounts)
        .where(eq(accounts.personId, personId))
    : [];
  return {
    ...person,
    name: fullName(person),
    endedAt: endedAt?.toISOString() ?? null,
    account: account ? { ...account, activatedAt: account.activatedAt?.toISOString() ?? null } : null,
    access: can.readAccess ? await accessOf(ctx, personId, can.revokeSessions) : null,
    waysIn: can.revokeSessions ? await waysInOf(ctx, personId) : null,
    enrolments: can.readLearning ? await learningOf(ctx, personId) : null,
    can: { ...can, readCompetences: endedAt === null && seesCompetences(ctx.actor, person) },
  };
}

/** Which of the pages about people are there for the reader. */
export async function peoplePages(ctx: SignedIn) {
  const directory = opensPeoplePages(ctx.actor);
  authorize(directory || seesCohorts(ctx.actor));
  const administrator = managesPeople(ctx.actor);
  const [settings] = await ctx.tx.select({ demo: systemSettings.demo }).from(systemSettings);
  const readiness = directory || managesTraining(ctx.actor);
  return {
    directory,
    readiness,
    import: administrator,
    glass: administrator,
    mail: administrator && settings?.demo === true,
  };
}
