import { statements } from '@concord/db/schema/decisions';
import { levels, markings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { bracketHolders, reservations, texts, textVersions } from '@concord/db/schema/texts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { dominates, type Marking } from '../../marking/rules.ts';
import type { LoadedText } from '../texts/load.ts';
import { list } from '../threads/audience.ts';

type Reading = Pick<Context, 'tx'>;

/** Every version of a text, the first one first. */
export function versionsOf({ tx }: Reading, textId: string) {
  return tx
    .select({ number: textVersions.number, hash: textVersions.contentHash, madeAt: textVersions.madeAt })
    .from(textVersions)
    .where(eq(textVersions.textId, textId))
    .orderBy(asc(textVersions.number));
}

/** Who kept which option of a bracket at an instant. */
export function holdingsAt({ tx }: Reading, textId: string, at: Date) {
  const instant = at.toISOString();
  return tx
    .select({
      bracketId: bracketHolders.bracketId,
      optionId: bracketHolders.optionId,
      partyId: bracketHolders.partyId,
    })
    .from(bracketHolders)
    .where(
      and(
        eq(bracketHolders.textId, textId),
        sql`${bracketHolders.heldAt} <= ${instant}::timestamptz
          and (${bracketHolders.droppedAt} is null or ${bracketHolders.droppedAt} > ${instant}::timestamptz)`,
      ),
    );
}

const markedAs = {
  level: markings.level,
  releasableTo: markings.releasableTo,
  onlyFor: markings.onlyFor,
  caveats: markings.caveats,
  originator: markings.originator,
};

/**
 * What nations annex: reservations that stand on the version, and statements. One that not all who read the text may
 * read is left out: a sheet that others read does not tell of it.
 */
export async function annexed({ tx }: Reading, text: LoadedText, versionId: string) {
  const reserved = await tx
    .select({
      id: reservations.id,
      nation: parties.code,
      kind: reservations.kind,
      paragraphIds: reservations.paragraphIds,
      sealed: reservations.sealed,
      enteredAt: reservations.enteredAt,
      expectedLift: reservations.expectedLift,
      marking: markedAs,
    })
    .from(reservations)
    .innerJoin(parties, eq(parties.id, reservations.partyId))
    .innerJoin(markings, eq(markings.id, reservations.markingId))
    .where(and(eq(reservations.versionId, versionId), isNull(reservations.liftedAt)))
    .orderBy(asc(parties.code), asc(reservations.id));
  const said = await tx
    .select({
      id: statements.id,
      nation: parties.code,
      kind: statements.kind,
      sealed: statements.sealed,
      madeAt: statements.madeAt,
      marking: markedAs,
    })
    .from(statements)
    .innerJoin(parties, eq(parties.id, statements.partyId))
    .innerJoin(markings, eq(markings.id, statements.markingId))
    .where(and(eq(statements.textId, text.id), isNull(statements.withdrawnAt)))
    .orderBy(asc(parties.code), asc(statements.id));
  const forAll = ({ marking }: { marking: Marking }) => dominates(text.marking, marking);
  return { reserved: reserved.filter(forAll), said: said.filter(forAll) };
}

/** Parties by their ids, in the order of their codes. */
export async function partiesBy({ tx }: Reading, ids: readonly string[]) {
  return tx
    .select({ id: parties.id, code: parties.code, nameEn: parties.nameEn, nameFr: parties.nameFr })
    .from(parties)
    .where(sql`${parties.id} = any(${list(ids)}::uuid[])`)
    .orderBy(asc(parties.code));
}

/** The names of a marking's level in both languages. */
export async function levelOf({ tx }: Reading, markingId: string) {
  const [row] = await tx
    .select({ rank: levels.rank, nameEn: levels.nameEn, nameFr: levels.nameFr })
    .from(markings)
    .innerJoin(levels, eq(levels.rank, markings.level))
    .where(eq(markings.id, markingId));
  return found(row);
}

/** Who chaired a body at an instant; the newest appointment where there are several. */
export async function chairAt({ tx }: Reading, bodyId: string, at: Date) {
  const [row] = await tx.execute<{ name: string; party: string }>(sql`
    select p.given_name || ' ' || p.family_name as name, y.code as party
    from appointment a join person p on p.id = a.person_id join party y on y.id = p.party_id
    where a.scope = 'body' and a.scope_id = ${bodyId} and a.role = 'chair'
      and a.valid_from <= ${at.toISOString()}::timestamptz
      and (a.valid_until is null or a.valid_until > ${at.toISOString()}::timestamptz)
    order by a.valid_from desc, a.id desc limit 1`);
  return row ? { name: row.name, party: row.party } : null;
}

/** Who laid the text before the body. */
export async function drafterOf({ tx }: Reading, textId: string) {
  const [row] = await tx
    .select({ given: people.givenName, family: people.familyName, party: parties.code })
    .from(texts)
    .innerJoin(people, eq(people.id, texts.createdBy))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(eq(texts.id, textId));
  const { given, family, party } = found(row);
  return { name: `${given} ${family}`, party };
}

/** Earlier decisions a text refers to, in the order of their numbers. */
export async function predecessorsOf({ tx }: Reading, textId: string) {
  return tx.execute<{
    code: string;
    year: number;
    sequence: number;
    hash: string;
    relation: 'corrects' | 'replaces' | 'follows';
  }>(sql`
    select b.code, n.year, n.sequence, n.hash, r.relation
    from decision_reference r join decision_number n on n.id = r.decision_id join body b on b.id = n.body_id
    where r.text_id = ${textId} order by n.year, n.sequence`);
}

/** The nations that sat in a body at an instant. */
export async function membersAt({ tx }: Reading, bodyId: string, at: Date) {
  return tx.execute<{ id: string }>(sql`
    select m.party_id as id from body_member m join party p on p.id = m.party_id and p.kind = 'nation' and p.ally
    where m.body_id = ${bodyId} and m.valid_from <= ${at.toISOString()}::timestamptz
      and (m.valid_until is null or m.valid_until > ${at.toISOString()}::timestamptz) order by p.code`);
}
