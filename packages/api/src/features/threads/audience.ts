import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { type Marking, partiesOf } from '../../marking/rules.ts';
import { partyViews, usableLevels, visibleBody } from '../bodies/queries.ts';
import { expandMarking } from './expand-marking.ts';
import { threadForReading, threadForWriting } from './load.ts';
import type { audienceInput, mentionableInput } from './schemas.ts';

/** Where something is about to be said: in a thread, or in a new one of a body. */
export type Place = { threadId: string } | { bodyId: string; among: readonly string[] | null };

/** The people who may read what is so marked in that place, as a set to select from. */
export function audienceSet(place: Place, marking: Marking) {
  const thread = 'threadId' in place ? place.threadId : null;
  const body = 'bodyId' in place ? place.bodyId : null;
  const among = 'among' in place && place.among ? list(place.among) : null;
  return sql`concord.audience_of(${thread}::uuid, ${body}::uuid, ${among}::uuid[], ${marking.level}::integer,
    ${list(marking.releasableTo)}::uuid[], ${list(marking.onlyFor)}::uuid[], ${textList(marking.caveats)}::text[])`;
}

/** How many nations, organisations and people would be able to read: one count. */
export async function audience(ctx: SignedIn, input: z.infer<typeof audienceInput>) {
  const marking = await expandMarking(ctx, input.marking);
  const place = await placeOf(ctx, input);
  const [row] = await ctx.tx.execute<{ people: number; nations: number; organisations: number }>(sql`
    select count(*)::int as people, count(distinct a.party_id) filter (where p.kind = 'nation')::int as nations,
      count(distinct a.party_id) filter (where p.kind <> 'nation')::int as organisations
    from ${audienceSet(place, marking)} a join party p on p.id = a.party_id`);
  return { people: row?.people ?? 0, nations: row?.nations ?? 0, organisations: row?.organisations ?? 0 };
}

async function placeOf(ctx: SignedIn, input: z.infer<typeof audienceInput>): Promise<Place> {
  if (input.threadId) return { threadId: (await threadForReading(ctx, input.threadId)).id };
  const body = await visibleBody(ctx, input.bodyCode ?? '');
  return { bodyId: body.id, among: input.personIds ? [...input.personIds, ctx.actor.personId] : null };
}

type PersonRow = { id: string; given: string; family: string; latin: string | null; party: string };

/** The levels and parties something in a thread can be marked with: the thread's own, or narrower. */
export async function markingChoices(ctx: SignedIn, threadId: string) {
  const { marking } = await threadForReading(ctx, threadId);
  const open = new Set(partiesOf(marking));
  return {
    levels: (await usableLevels(ctx)).filter((level) => level.rank >= marking.level),
    parties: (await partyViews(ctx)).filter((party) => open.has(party.id)),
  };
}

/** People who may read and whose name has a part that begins so. */
export async function mentionable(ctx: SignedIn, input: z.infer<typeof mentionableInput>) {
  const thread = await threadForWriting(ctx, input.threadId);
  const marking = input.marking ? await expandMarking(ctx, input.marking) : thread.marking;
  const rows = await ctx.tx.execute<PersonRow>(sql`
    select p.id, p.given_name as given, p.family_name as family, p.latin_name as latin, y.code as party
    from ${audienceSet({ threadId: thread.id }, marking)} a
    join person p on p.id = a.person_id join party y on y.id = p.party_id
    where ${nameMatches(input.query)} ${thread.courseId === null ? sql`` : whoSpeaksIn(thread.id, thread.courseId)}
    order by p.family_name, p.given_name, p.id limit 8`);
  return { people: rows.map(personView) };
}

/** In a course, who else is enrolled is nobody's business: those who teach it, and who wrote under the question. */
const whoSpeaksIn = (threadId: string, courseId: string) => sql`and (
  p.id = any(concord.teachers_of(${courseId}::uuid))
  or exists (select 1 from contribution c where c.thread_id = ${threadId} and c.author_id = p.id))`;

/** People whose name has a part that begins so: whom a thread can be opened to. */
export async function namable(ctx: SignedIn, bodyCode: string, query: string) {
  const body = await visibleBody(ctx, bodyCode);
  const rows = await ctx.tx.execute<PersonRow & { seated: boolean }>(sql`
    select p.id, p.given_name as given, p.family_name as family, p.latin_name as latin, y.code as party,
      exists (select 1 from appointment o where o.person_id = p.id and o.scope_id = ${body.id}
        and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())) as seated
    from person p join party y on y.id = p.party_id
    where ${nameMatches(query)} and (p.ended_at is null or p.ended_at > now())
    order by seated desc, p.family_name, p.given_name, p.id limit 8`);
  return { people: rows.map((row) => ({ ...personView(row), seated: row.seated })) };
}

function nameMatches(query: string) {
  const start = `${query.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const within = `% ${start}`;
  const name = sql`unaccent(p.given_name || ' ' || p.family_name || ' ' || coalesce(p.latin_name, '') || ' ' || y.code)`;
  return sql`(${name} ilike unaccent(${start}) or ${name} ilike unaccent(${within}))`;
}

function personView(row: PersonRow) {
  return { id: row.id, name: `${row.given} ${row.family}`, latinName: row.latin, party: row.party };
}

/** Ids as an array literal of PostgreSQL. */
export const list = (ids: readonly string[]) => `{${ids.join(',')}}`;

const textList = (words: readonly string[]) =>
  `{${words.map((word) => `"${word.replace(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`;
