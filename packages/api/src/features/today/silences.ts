import { bodies } from '@concord/db/schema/consultation';
import { silenceAuthors, silenceEvents, silences } from '@concord/db/schema/silence';
import { positions, texts } from '@concord/db/schema/texts';
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { rolesIn } from '../../policies/threads.ts';
import { type Silence, silenceAt } from '../silence/rules.ts';
import type { Reading } from './reader.ts';
import type { SilenceWaits, WaitingSilence } from './rules.ts';

const NEWEST = 60;

/**
 * Silences that wait for the person's delegation, or for the person who leads the body: by the clock of this request,
 * and as far as the texts may be read.
 */
export async function waitingSilences(reading: Reading): Promise<WaitingSilence[]> {
  const rows = await runningOnes(reading);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [events, own, spoken] = [
    await eventsOf(reading, ids),
    await ownActs(reading, ids),
    await spokenOn(
      reading,
      rows.map(({ versionId }) => versionId),
    ),
  ];
  return rows.flatMap((row) => {
    const silence = silenceAt(events.get(row.id) ?? [], reading.now);
    const acts = own.filter(({ silenceId }) => silenceId === row.id);
    const said = { acts, spoken: spoken.has(row.versionId) };
    const waits = waitsFor(reading, { row, silence, ...said });
    const { id, textId, title, body, markingId } = row;
    const until = silence.state === 'open' ? silence.expiresAt : null;
    return waits ? [{ id, textId, title, body, markingId, waits, until }] : [];
  });
}

/** The newest procedures whose outcome nobody has written down, of the bodies the person sits in. */
function runningOnes({ tx, actor }: Reading) {
  const seats = actor.appointments
    .filter(({ scope }) => scope === 'body')
    .map(({ scopeId }) => scopeId ?? '');
  if (seats.length === 0) return Promise.resolve([]);
  return tx
    .select({
      id: silences.id,
      textId: texts.id,
      title: texts.title,
      markingId: texts.markingId,
      body: bodies.code,
      bodyId: bodies.id,
      versionId: silences.versionId,
      bound: silences.bound,
    })
    .from(silences)
    .innerJoin(texts, eq(texts.id, silences.textId))
    .innerJoin(bodies, eq(bodies.id, silences.bodyId))
    .where(and(isNull(silences.settledAt), inArray(silences.bodyId, seats)))
    .orderBy(desc(silences.id))
    .limit(NEWEST);
}

type Row = Awaited<ReturnType<typeof runningOnes>>[number];

async function eventsOf({ tx }: Reading, ids: string[]) {
  const rows = await tx
    .select({
      silenceId: silenceEvents.silenceId,
      id: silenceEvents.id,
      kind: silenceEvents.kind,
      at: silenceEvents.at,
      until: silenceEvents.until,
      about: silenceEvents.about,
    })
    .from(silenceEvents)
    .where(inArray(silenceEvents.silenceId, ids));
  return Map.groupBy(rows, ({ silenceId }) => silenceId);
}

function ownActs({ tx, actor }: Reading, ids: string[]) {
  return tx
    .select({
      silenceId: silenceEvents.silenceId,
      id: silenceEvents.id,
      kind: silenceEvents.kind,
      about: silenceEvents.about,
      onBehalf: silenceAuthors.onBehalf,
    })
    .from(silenceAuthors)
    .innerJoin(silenceEvents, eq(silenceEvents.id, silenceAuthors.eventId))
    .where(and(inArray(silenceAuthors.silenceId, ids), eq(silenceAuthors.partyId, actor.partyId)));
}

/** The versions on which the nation has said early that it has no objection. */
async function spokenOn({ tx, actor }: Reading, versionIds: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ versionId: positions.versionId })
    .from(positions)
    .where(
      and(
        inArray(positions.versionId, versionIds),
        eq(positions.partyId, actor.partyId),
        isNotNull(positions.releasedAt),
        isNull(positions.endedAt),
        sql`${positions.stance} in ('agree', 'noObjection')`,
      ),
    );
  return new Set(rows.map(({ versionId }) => versionId));
}

type Acts = Awaited<ReturnType<typeof ownActs>>;

function waitsFor(
  { actor }: Reading,
  { row, silence, acts, spoken }: { row: Row; silence: Silence; acts: Acts; spoken: boolean },
): SilenceWaits | null {
  const roles = rolesIn(actor, row.bodyId);
  const delegated = roles.some((role) => role === 'headOfDelegation' || role === 'delegate');
  const leads = roles.includes('chair');
  const { state, liveBreaks } = silence;
  const letter = acts.some(
    ({ id, kind, onBehalf }) =>
      kind === 'break' &&
      onBehalf &&
      liveBreaks.includes(id) &&
      !acts.some((one) => one.kind === 'confirmLetter' && one.about === id),
  );
  if (delegated && letter) return 'letter';
  if (delegated && state === 'announced') return 'method';
  if (leads && state === 'broken' && liveBreaks.length === 0) return 'chair';
  if (!delegated || state !== 'open' || !row.bound.includes(actor.partyId) || spoken) return null;
  return acts.some(({ kind }) => kind === 'acknowledge') ? 'acknowledged' : 'nothing';
}
