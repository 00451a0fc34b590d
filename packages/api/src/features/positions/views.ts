import type { SignedIn } from '../../context.ts';
import { opener } from '../../sealing/sealing.ts';
import { namesById } from '../contributions/names.ts';
import { besideAad } from '../texts/seals.ts';
import type { LoadedPosition } from './load.ts';
import type { ReservationRow } from './reservation-rows.ts';
import type { StatementRow } from './statements.ts';

type Rows = { rows: LoadedPosition[]; reserved: ReservationRow[]; said: StatementRow[] };

/** Opens what nations have said beside a text: one key, one look for the names. */
export async function viewer(ctx: SignedIn, textId: string, { rows, reserved, said }: Rows) {
  const open = await opener(ctx, textId);
  const names = await namesById(ctx, [
    ...new Set([
      ...rows.map((row) => row.releasedBy ?? row.preparedBy),
      ...reserved.map((row) => row.enteredBy),
      ...said.map((row) => row.madeBy),
    ]),
  ]);
  return {
    position: (row: LoadedPosition) => ({
      id: row.id,
      version: row.number,
      stance: row.stance,
      words: open(row.sealed, besideAad('position', row.id)),
      instructed: row.instructed,
      markingId: row.markingId,
      by: names.get(row.releasedBy ?? row.preparedBy) ?? '',
      at: (row.releasedAt ?? row.preparedAt).toISOString(),
    }),
    reservation: (row: ReservationRow) => ({
      id: row.id,
      version: row.number,
      kind: row.kind,
      paragraphIds: row.paragraphIds,
      words: open(row.sealed, besideAad('reservation', row.id)),
      expectedLift: row.expectedLift,
      markingId: row.markingId,
      by: names.get(row.enteredBy) ?? '',
      at: row.enteredAt.toISOString(),
    }),
    statement: (row: StatementRow) => ({
      id: row.id,
      version: row.number,
      kind: row.kind,
      words: open(row.sealed, besideAad('statement', row.id)),
      markingId: row.markingId,
      by: names.get(row.madeBy) ?? '',
      at: row.madeAt.toISOString(),
    }),
  };
}

/** A position as it is shown. */
export type PositionView = ReturnType<Awaited<ReturnType<typeof viewer>>['position']>;
