import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { bracketHolders, textVersions } from '@concord/db/schema/texts';
import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { sitsIn } from '../../policies/texts.ts';
import { opener } from '../../sealing/sealing.ts';
import { positionsOf } from '../positions/load.ts';
import { reservationRows } from '../positions/reservation-rows.ts';
import { statementRows } from '../positions/statements.ts';
import { viewer } from '../positions/views.ts';
import { amendmentsOf } from '../texts/amendments.ts';
import { namesNation, standingsOf } from '../texts/beside.ts';
import type { LoadedText } from '../texts/load.ts';
import { versionContent } from '../texts/seals.ts';

/**
 * All of a text that a person may read, opened: its versions as they were made and what stands beside them. Who only
 * contributes has the newest version and nothing beside it, as in the room.
 */
export async function textMaterial(ctx: SignedIn, text: LoadedText) {
  const seated = sitsIn(ctx.actor, text.body.id);
  const versions = await versionsOf(ctx, text.id);
  return {
    versions: seated ? versions : versions.slice(-1).map((version) => ({ ...version, note: '' })),
    beside: seated ? await besideOf(ctx, text) : null,
  };
}

export type TextMaterial = Awaited<ReturnType<typeof textMaterial>>;

async function versionsOf(ctx: SignedIn, textId: string) {
  const rows = await ctx.tx
    .select({
      ...getTableColumns(textVersions),
      given: people.givenName,
      family: people.familyName,
    })
    .from(textVersions)
    .innerJoin(people, eq(people.id, textVersions.madeBy))
    .where(eq(textVersions.textId, textId))
    .orderBy(asc(textVersions.number));
  if (rows.length === 0) return [];
  const open = await opener(ctx, textId);
  return rows.map(({ id, number, contentHash, markingId, madeAt, given, family, sealed }) => ({
    ...{ number, hash: contentHash, markingId, madeAt, madeBy: `${given} ${family}` },
    ...versionContent(open, { id, sealed }),
  }));
}

async function besideOf(ctx: SignedIn, text: LoadedText) {
  const rows = (await positionsOf(ctx, text.id)).filter((row) => row.released);
  const reserved = await reservationRows(ctx, text.id);
  const said = await statementRows(ctx, text.id);
  const view = await viewer(ctx, text.id, { rows, reserved, said });
  const codes = await codesOf(ctx);
  const nation = ({ partyId }: { partyId: string }) => codes.get(partyId) ?? '';
  return {
    standings: await standingsOf(ctx, text.id),
    brackets: await keepersOf(ctx, text),
    amendments: await amendmentsOf(ctx, text),
    positions: rows.map((row) => ({ nation: nation(row), ...view.position(row) })),
    reservations: reserved.map((row) => ({
      ...{ nation: nation(row), ...view.reservation(row), maintains: row.maintains },
      liftedAt: row.liftedAt?.toISOString() ?? null,
    })),
    statements: said.map((row) => ({ nation: nation(row), ...view.statement(row) })),
  };
}

/** Parties by what they are called in files. */
export async function codesOf(ctx: SignedIn): Promise<Map<string, string>> {
  const rows = await ctx.tx.select({ id: parties.id, code: parties.code }).from(parties);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** Who kept which option of a bracket, from when until when, as far as the body names nations. */
async function keepersOf(ctx: SignedIn, text: LoadedText) {
  const rows = await ctx.tx
    .select({
      bracket: bracketHolders.bracketId,
      option: bracketHolders.optionId,
      partyId: bracketHolders.partyId,
      nation: parties.code,
      from: bracketHolders.heldAt,
      until: bracketHolders.droppedAt,
    })
    .from(bracketHolders)
    .innerJoin(parties, eq(parties.id, bracketHolders.partyId))
    .where(eq(bracketHolders.textId, text.id))
    .orderBy(asc(bracketHolders.heldAt), asc(parties.code), asc(bracketHolders.optionId));
  return rows
    .filter((row) => namesNation(ctx, text, row.partyId))
    .map(({ partyId: _, from, until, ...row }) => ({
      ...row,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    }));
}
