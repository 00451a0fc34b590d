import { newId } from '@concord/db/ids';
import { kept } from '@concord/db/kept';
import { recordEntries } from '@concord/db/schema/system';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { isPlay } from '../policies/play.ts';

/** One thing that was done. Details hold ids and figures, never content. */
export type RecordInput = {
  action: string;
  subject: string;
  subjectId?: string;
  /** Both set for what concerns a marked item: its entry is shown only to those who may read that. */
  threadId?: string;
  markingId?: string;
  /** On whose behalf; the actor's party when left out. */
  partyId?: string;
  details?: Record<string, unknown>;
};

/** Writes a row of the record in the command's own transaction (DESIGN 3, invariant 2). */
export async function record(ctx: Recorder, input: RecordInput): Promise<void> {
  await written(ctx.tx, rowOf(ctx, input), undefined);
}

const { placeholder } = sql;

const written = kept((tx) =>
  tx.insert(recordEntries).values({
    id: placeholder('id'),
    at: placeholder('at'),
    actorId: placeholder('actorId'),
    partyId: placeholder('partyId'),
    action: placeholder('action'),
    subject: placeholder('subject'),
    subjectId: placeholder('subjectId'),
    threadId: placeholder('threadId'),
    markingId: placeholder('markingId'),
    details: placeholder('details'),
    requestId: placeholder('requestId'),
  }),
);

/** The same for several things done by one command, at once. */
export async function recordAll(ctx: Recorder, inputs: readonly RecordInput[]): Promise<void> {
  await ctx.tx.insert(recordEntries).values(inputs.map((input) => rowOf(ctx, input)));
}

type Recorder = Pick<Context, 'tx' | 'actor' | 'now' | 'requestId' | 'exerciseId'>;

/** What was done in an exercise's copy says so, and is shown in that exercise alone. */
function playedIn(ctx: Recorder, subject: string): Record<string, string> {
  const exercise = ctx.exerciseId ?? ctx.actor?.exerciseId;
  return exercise && isPlay(subject) ? { exercise } : {};
}

const rowOf = (ctx: Recorder, input: RecordInput) => ({
  id: newId(),
  at: ctx.now,
  actorId: ctx.actor?.personId ?? null,
  partyId: input.partyId ?? ctx.actor?.partyId ?? null,
  action: input.action,
  subject: input.subject,
  subjectId: input.subjectId ?? null,
  threadId: input.threadId ?? null,
  markingId: input.markingId ?? null,
  details: { ...input.details, ...playedIn(ctx, input.subject) },
  requestId: ctx.requestId,
});
