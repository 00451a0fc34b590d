/** What of a remark decides where a record stands. */
export type Remark = { madeAt: Date; late: boolean; takenBackAt: Date | null };

/** A summary record, as far as somebody reads it: when it was laid last, until when, and what was changed since. */
export type Laid = {
  openedAt: Date | null;
  /** None of a record that was laid before there was such an end: it is never agreed until it is laid again. */
  until: Date | null;
  changedAt: Date | null;
  remarks: readonly Remark[];
};

/** Where a summary record stands; `agreedAt` from the instant on from which it is. */
export type SummaryState =
  | { state: 'draft' | 'open' | 'remarks' | 'changed'; agreedAt: null }
  | { state: 'agreed'; agreedAt: Date };

/** Whether a remark stands: made in time since the record was laid last, and not taken back. */
export function stands(remark: Remark, openedAt: Date | null): boolean {
  return counts(remark, openedAt) && remark.takenBackAt === null;
}

const counts = ({ madeAt, late }: Remark, openedAt: Date | null) =>
  openedAt !== null && !late && +madeAt >= +openedAt;

/**
 * Where a summary record stands at an instant: a pure function of its rows and the clock. The interval is half-open: at
 * its very end it is agreed. While a remark stands it is not; taken back after the end, it is agreed from then on. What
 * was changed since it was laid asks for laying it again.
 */
export function summaryAt({ openedAt, until, changedAt, remarks }: Laid, now: Date): SummaryState {
  if (openedAt === null) return { state: 'draft', agreedAt: null };
  if (changedAt !== null && +changedAt > +openedAt) return { state: 'changed', agreedAt: null };
  if (remarks.some((one) => stands(one, openedAt))) return { state: 'remarks', agreedAt: null };
  if (until === null || +now < +until) return { state: 'open', agreedAt: null };
  const ends = remarks.filter((one) => counts(one, openedAt)).map((one) => +(one.takenBackAt ?? until));
  return { state: 'agreed', agreedAt: new Date(Math.max(+until, ...ends)) };
}

/** Whether a remark made now comes too late: at the end of the period or after it. */
export const isLate = (until: Date | null, now: Date) => until !== null && +now >= +until;
