import type { SignedIn } from '../../context.ts';
import { sitsIn } from '../../policies/texts.ts';
import { opener } from '../../sealing/sealing.ts';
import { namesById } from '../contributions/names.ts';
import { textForReading, versionOf } from '../texts/load.ts';
import { besideAad } from '../texts/seals.ts';
import { markingViews } from '../threads/marking-views.ts';
import { type LoadedPosition, memberNations, positionsOf, rightsIn } from './load.ts';
import {
  gridKey,
  gridMark,
  liftRefusal,
  preparedOf,
  releaseRefusal,
  type Stance,
  standingOf,
  takeBackRefusal,
} from './rules.ts';

/** A position as it is shown. */
export type PositionView = {
  id: string;
  version: number;
  stance: Stance;
  words: string;
  instructed: boolean;
  markingId: string;
  by: string;
  at: string;
};

/**
 * How every member nation stands to a version of a text, and what the person may do for their own. Null for whoever
 * may read the text but sits for no nation and leads nothing: they see no nation's stance.
 */
export async function positionsByText(ctx: SignedIn, input: { textId: string; version?: number }) {
  const text = await textForReading(ctx, input.textId);
  if (!sitsIn(ctx.actor, text.body.id)) return null;
  const version = await versionOf(ctx, text.id, input.version);
  const newest = input.version === undefined ? version : await versionOf(ctx, text.id);
  const rows = await positionsOf(ctx, text.id);
  const view = await viewer(ctx, text.id, rows);
  const members = await memberNations(ctx, text.body.id);
  const nations = members.map((party) => {
    const standing = standingOf(rows, party.id, version.number);
    const mine = party.id === ctx.actor.partyId;
    const { state, position } = standing;
    return { party, mine, state, mark: gridMark(standing, 0), position: position && view(position) };
  });
  return {
    textId: text.id,
    versionId: version.id,
    version: version.number,
    newest: version.id === newest.id,
    nations,
    key: gridKey(nations),
    own: await ownSide(ctx, text.body.id, rows, view),
    markings: await markingViews(ctx, [text.markingId, ...rows.map((row) => row.markingId)]),
    markingId: text.markingId,
  };
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
  const mayLift = liftRefusal(rights) === null;
  return {
    fourEyes: rights.fourEyes,
    prepared: prepared && {
      ...view(prepared),
      mine: prepared.preparedBy === ctx.actor.personId,
      may: {
        release: releaseRefusal(rights, prepared) === null,
        takeBack: takeBackRefusal(rights, prepared) === null,
      },
    },
    may: { take: rights.empowered, prepare: true, lift: mayLift },
  };
}

/** Opens positions: one key, one look for the names. */
async function viewer(ctx: SignedIn, textId: string, rows: readonly LoadedPosition[]) {
  const open = await opener(ctx, textId);
  const names = await namesById(ctx, [...new Set(rows.map((row) => row.releasedBy ?? row.preparedBy))]);
  return (row: LoadedPosition): PositionView => ({
    id: row.id,
    version: row.number,
    stance: row.stance,
    words: open(row.sealed, besideAad('position', row.id)),
    instructed: row.instructed,
    markingId: row.markingId,
    by: names.get(row.releasedBy ?? row.preparedBy) ?? '',
    at: (row.releasedAt ?? row.preparedAt).toISOString(),
  });
}
