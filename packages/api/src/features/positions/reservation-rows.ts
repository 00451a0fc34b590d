import { reservations, textVersions } from '@concord/db/schema/texts';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';

/** The reservations of a text, lifted ones too, as far as the person may read them. */
export async function reservationRows(ctx: SignedIn, textId: string) {
  const rows = await ctx.tx
    .select({
      id: reservations.id,
      number: textVersions.number,
      partyId: reservations.partyId,
      kind: reservations.kind,
      paragraphIds: reservations.paragraphIds,
      sealed: reservations.sealed,
      markingId: reservations.markingId,
      expectedLift: reservations.expectedLift,
      enteredBy: reservations.enteredBy,
      enteredAt: reservations.enteredAt,
      maintains: reservations.maintains,
      liftedAt: reservations.liftedAt,
    })
    .from(reservations)
    .innerJoin(textVersions, eq(textVersions.id, reservations.versionId))
    .where(eq(reservations.textId, textId))
    .orderBy(reservations.id);
  return rows.map((row) => ({ ...row, lifted: row.liftedAt !== null }));
}

export type ReservationRow = Awaited<ReturnType<typeof reservationRows>>[number];

/** A reservation of the person's own nation, as it stands now. */
export async function ownReservation(ctx: SignedIn, reservationId: string) {
  const [row] = await ctx.tx
    .select()
    .from(reservations)
    .where(and(eq(reservations.id, reservationId), eq(reservations.partyId, ctx.actor.partyId)));
  return found(row);
}

/** The day it is now where a body sits. */
export async function todayAt(ctx: SignedIn, timeZone: string): Promise<string> {
  const [row] = await ctx.tx.execute<{ today: string }>(
    sql`select (clock_timestamp() at time zone ${timeZone})::date::text as today`,
  );
  return row?.today ?? '';
}

/** Whether silence runs over a text at this instant: then a doubt either breaks it or stays a footnote. */
export async function silenceRuns(ctx: SignedIn, textId: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ runs: boolean }>(sql`
    select exists (select 1 from silence s
      join lateral (select bool_or(e.kind = 'open') as opened, max(e.until) as until,
          bool_or(e.kind in ('supersede', 'refer', 'withdraw', 'lapse', 'objectToMethod')) as over
        from silence_event e where e.silence_id = s.id) e on true
      where s.text_id = ${textId} and e.opened and not e.over and e.until > clock_timestamp()) as runs`);
  return row?.runs === true;
}
