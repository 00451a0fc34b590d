import { newId } from '@concord/db/ids';
import { silenceAuthors, silenceEvents } from '@concord/db/schema/silence';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import type { LoadedText } from '../texts/load.ts';
import { tellText } from '../texts/readers.ts';
import { besideAad } from '../texts/seals.ts';
import type { SilenceEvent } from './rules.ts';

/** What is sealed of an event: why, in which words, about which paragraphs, on whose instruction. */
export type Said = {
  reason?: string;
  instruction?: string;
  /** Of a break. */
  objection?: 'objection' | 'amendment';
  paragraphIds?: readonly string[];
  /** Nations the chair has served by another channel, and how. */
  servedOtherwise?: { partyIds: readonly string[]; how: string };
};

type Act = {
  silenceId: string;
  kind: SilenceEvent['kind'];
  at: Date;
  until?: Date;
  about?: string;
  /** The nation acted for; none where the body's chair or secretariat acts. */
  partyId?: string;
  /** On another's word: the chair's instruction, or a nation's letter. */
  onBehalf?: boolean;
  /** Whether all whom it binds learn who it was. */
  shown?: boolean;
  said?: Said;
};

/** Writes an event and who it was, in the command's transaction, records it and tells open pages. */
export async function happen(ctx: SignedIn, text: LoadedText, act: Act): Promise<string> {
  const { silenceId, kind, at, until, about } = act;
  const id = newId();
  await ctx.tx.insert(silenceEvents).values({ id, silenceId, kind, at, until, about });
  await ctx.tx.insert(silenceAuthors).values({
    eventId: id,
    silenceId,
    personId: ctx.actor.personId,
    partyId: act.partyId ?? null,
    onBehalf: act.onBehalf ?? false,
    shown: act.shown ?? true,
    sealed: await sealFor(ctx, text.id, JSON.stringify(act.said ?? {}), besideAad('silence', id)),
  });
  // Without a thread: the entry is sealed with all others and shown to nobody, so it tells of no break kept to the chair.
  await record(ctx, {
    action: `silence.${kind}`,
    subject: 'text',
    subjectId: text.id,
    markingId: text.markingId,
    ...(act.partyId && { partyId: act.partyId }),
    details: { silence: silenceId, ...(until && { until: until.toISOString() }) },
  });
  await tellText(ctx, text, { seatedOnly: true });
  return id;
}

/** A silence procedure refuses, with the key of its words. */
export function refuse(key: string | null, params: Record<string, string | number> = {}): void {
  if (key !== null) throw new AppError('PRECONDITION_FAILED', `silence.${key}`, params);
}
