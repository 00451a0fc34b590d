import type { SignedIn } from '../../context.ts';
import { laysTexts, mayTakePosition, sitsIn } from '../../policies/texts.ts';
import { seatsOf } from '../delegations/queries.ts';
import { newestVersion, textForReading, versionOf } from '../texts/load.ts';
import { markingViews } from '../threads/marking-views.ts';
import { type LoadedPosition, memberNations, positionsOf, rightsIn } from './load.ts';
import { type ReservationRow, reservationRows, silenceRuns, todayAt } from './reservation-rows.ts';
import { isOverdue, reservationsOn } from './reservation-rules.ts';
import {
  gridKey,
  gridMark,
  liftRefusal,
  preparedOf,
  releaseRefusal,
  standingOf,
  takeBackRefusal,
} from './rules.ts';
import { statementRows } from './statements.ts';
import { type PositionView, viewer } from './views.ts';

/**
 * How every member nation stands to a version of a text, and what the person may do for their own. Null for whoever
 * may read the text but sits for no nation and leads nothing: they see no nation's stance. Null too while the text has
 * no version of which anything could be said.
 */
export async function positionsByText(ctx: SignedIn, input: { textId: string; version?: number }) {
  const text = await textForReading(ctx, input.textId);
  if (!sitsIn(ctx.actor, text.body.id)) return null;
  const newest = await newestVersion(ctx, text.id);
  if (!newest) return null;
  const version = input.version === undefined ? newest : await versionOf(ctx, text.id, input.version);
  const rows = await positionsOf(ctx, text.id);
  const reserved = await reservationRows(ctx, text.id);
  const said = await statementRows(ctx, text.id);
  const view = await viewer(ctx, text.id, { rows, reserved, said });
  const today = await todayAt(ctx, text.body.timeZone);
  const doubts = doubtsOn(reserved, version.number, today);
  const members = await memberNations(ctx, text.body.id);
  const nations = members.map((party) => {
    const standing = standingOf(rows, party.id, version.number);
    const mine = doubts.filter((one) => one.row.partyId === party.id);
    const live = mine.filter((one) => one.state === 'live').length;
    return {
      party,
      mine: party.id === ctx.actor.partyId,
      state: standing.state,
      mark: gridMark(standing, live),
      position: standing.position && view.position(standing.position),
      reservations: mine.map((one) => ({
        ...view.reservation(one.row),
        state: one.state,
        overdue: one.overdue,
      })),
      statements: said.filter((row) => row.partyId === party.id).map(view.statement),
    };
  });
  return {
    textId: text.id,
    versionId: version.id,
    version: version.number,
    newest: version.id === newest.id,
    newestNumber: newest.number,
    silenceRuns: await silenceRuns(ctx, text.id),
    leads: laysTexts(ctx.actor, text.body.id),
    nations,
    key: gridKey(nations),
    own: await ownSide(ctx, text.body.id, rows, view.position),
    markingId: text.markingId,
    markings: await markingViews(ctx, [
      text.markingId,
      ...[...rows, ...reserved, ...said].map((row) => row.markingId),
    ]),
  };
}

/** The doubts that concern a version, with whether they are of it or of an older one, and past their day. */
function doubtsOn(rows: readonly ReservationRow[], number: number, today: string) {
  const { live, stale } = reservationsOn(rows, number);
  const as = (state: 'live' | 'stale') => (row: ReservationRow) => ({
    row,
    state,
    overdue: isOverdue(row.expectedLift, today),
  });
  return [...live.map(as('live')), ...stale.map(as('stale'))];
}

/** What is the own delegation's alone: what is prepared, and what the person may do. */
async function ownSide(
  ctx: SignedIn,
  bodyId: string,
  rows: LoadedPosition[],
  view: (row: LoadedPosition) => PositionView,
) {
  const rights = await rightsIn(ctx, bodyId);
  if (!rights.delegated) return null;
  const prepared = preparedOf(rows, ctx.actor.partyId);
  const seats = prepared ? await seatsOf(ctx, bodyId) : [];
  return {
    fourEyes: rights.fourEyes,
    prepared: prepared && {
      ...view(prepared),
      mine: prepared.preparedBy === ctx.actor.personId,
      /** Who may release it, by name. */
      releasers: seats
        .filter((seat) => mayTakePosition([seat]))
        .filter((seat) => !rights.fourEyes || seat.person_id !== prepared.preparedBy)
        .map((seat) => `${seat.given} ${seat.family}`),
      may: {
        release: releaseRefusal(rights, prepared) === null,
        takeBack: takeBackRefusal(rights, prepared) === null,
      },
    },
    may: { take: rights.empowered, lift: liftRefusal(rights) === null },
  };
}
