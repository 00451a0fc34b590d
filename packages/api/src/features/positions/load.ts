import { delegationSettings, positions, textVersions } from '@concord/db/schema/texts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { mayTakePosition } from '../../policies/texts.ts';
import { authorityIn } from '../texts/authority.ts';
import { type LoadedText, textForReading } from '../texts/load.ts';
import type { Rights } from './rules.ts';

/** Holds everybody else's acts for this nation on this text until the transaction ends. */
export async function lockNation(ctx: SignedIn, textId: string): Promise<void> {
  const name = `position ${textId} ${ctx.actor.partyId}`;
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** The nations that are members of a body now, by code. */
export async function memberNations(ctx: SignedIn, bodyId: string) {
  const name = ctx.locale === 'fr' ? sql`p.name_fr` : sql`p.name_en`;
  return ctx.tx.execute<{ id: string; code: string; name: string }>(sql`
    select p.id, p.code, ${name} as name from body_member m join party p on p.id = m.party_id
    where m.body_id = ${bodyId} and p.kind = 'nation' and m.valid_from <= clock_timestamp()
      and (m.valid_until is null or m.valid_until > clock_timestamp())
    order by p.code`);
}

/** Whether the nation the person acts for is a member of a body at this very instant; a partner never is. */
async function isMember(ctx: SignedIn, bodyId: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ member: boolean }>(sql`
    select exists (select 1 from body_member m join party p on p.id = m.party_id
      where m.body_id = ${bodyId} and p.id = ${ctx.actor.partyId} and p.kind = 'nation'
        and m.valid_from <= clock_timestamp()
        and (m.valid_until is null or m.valid_until > clock_timestamp())) as member`);
  return row?.member === true;
}

/** Whether the person's nation wants four eyes on its positions in a body. */
export async function fourEyesIn(ctx: SignedIn, bodyId: string): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ fourEyes: delegationSettings.fourEyes })
    .from(delegationSettings)
    .where(and(eq(delegationSettings.bodyId, bodyId), eq(delegationSettings.partyId, ctx.actor.partyId)));
  return row?.fourEyes ?? false;
}

/** What the person may do for the nation in a body at this very instant: read after the lock. */
export async function rightsIn(ctx: SignedIn, bodyId: string): Promise<Rights> {
  const held = await authorityIn(ctx, bodyId);
  const seated = held.some((one) => one.role === 'headOfDelegation' || one.role === 'delegate');
  const delegated = seated && (await isMember(ctx, bodyId));
  return {
    personId: ctx.actor.personId,
    delegated,
    empowered: delegated && mayTakePosition(held),
    fourEyes: delegated && (await fourEyesIn(ctx, bodyId)),
  };
}

/** The text, with everybody else of the nation held off, and what the person may do there. */
export async function textForActing(
  ctx: SignedIn,
  textId: string,
): Promise<{ text: LoadedText; rights: Rights }> {
  const text = await textForReading(ctx, textId);
  await lockNation(ctx, textId);
  return { text, rights: await rightsIn(ctx, text.body.id) };
}

/** Positions of a text that have not ended, as far as the person may read them. */
export async function positionsOf(ctx: SignedIn, textId: string) {
  const rows = await ctx.tx
    .select({
      id: positions.id,
      versionId: positions.versionId,
      number: textVersions.number,
      partyId: positions.partyId,
      stance: positions.stance,
      sealed: positions.sealed,
      markingId: positions.markingId,
      instructed: positions.instructed,
      preparedBy: positions.preparedBy,
      preparedAt: positions.preparedAt,
      releasedBy: positions.releasedBy,
      releasedAt: positions.releasedAt,
    })
    .from(positions)
    .innerJoin(textVersions, eq(textVersions.id, positions.versionId))
    .where(and(eq(positions.textId, textId), isNull(positions.endedAt)))
    .orderBy(positions.id);
  return rows.map((row) => ({ ...row, released: row.releasedAt !== null, ended: false }));
}

export type LoadedPosition = Awaited<ReturnType<typeof positionsOf>>[number];

/** A position of the person's own nation, as it stands now. */
export async function ownPosition(ctx: SignedIn, positionId: string) {
  const [row] = await ctx.tx
    .select()
    .from(positions)
    .where(and(eq(positions.id, positionId), eq(positions.partyId, ctx.actor.partyId)));
  return found(row);
}

/** Refuses an act on a version that is no longer the newest. */
export async function assertNewest(ctx: SignedIn, textId: string, versionId: string): Promise<void> {
  const rows = await ctx.tx
    .select({ id: textVersions.id, number: textVersions.number })
    .from(textVersions)
    .where(eq(textVersions.textId, textId))
    .orderBy(sql`${textVersions.number} desc`);
  found(rows.find((row) => row.id === versionId));
  if (rows[0]?.id !== versionId) throw new AppError('CONFLICT', 'position.versionPast');
}
