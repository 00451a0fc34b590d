/** Whom a sheet is for; null: no matter which. */
export type For = { roleId: string | null; teamId: string | null };
/** A seat, and the team its holder was put into. */
export type Seat = { roleId: string; teamId: string | null };

/** Whether a sheet is for who sits there. */
export function isFor(sheet: For, seat: Seat): boolean {
  return (
    (sheet.roleId === null || sheet.roleId === seat.roleId) &&
    (sheet.teamId === null || sheet.teamId === seat.teamId)
  );
}

/** Where a sheet stands: nobody reads it, everybody it is for was told, or it says something else since they were. */
export type SheetState = 'unsent' | 'sent' | 'changed';

export function sheetState({ sentAt, changedAt }: { sentAt: Date | null; changedAt: Date }): SheetState {
  if (sentAt === null) return 'unsent';
  return changedAt > sentAt ? 'changed' : 'sent';
}
