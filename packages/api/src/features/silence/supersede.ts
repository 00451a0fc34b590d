import type { SignedIn } from '../../context.ts';
import { lockSilence, newestSilence } from './load.ts';
import { tellOfEnd } from './notices.ts';
import { isFinal } from './rules.ts';
import { happen } from './write.ts';

/**
 * Ends the procedure that runs over an older version, in the transaction that makes the new one: the new one needs a
 * full period of its own. Called by the chair's command that makes versions, under the text's lock.
 */
export async function supersedeFor(ctx: SignedIn, textId: string): Promise<void> {
  const newest = await newestSilence(ctx, textId);
  if (!newest) return;
  const { row, silence, text, now } = await lockSilence(ctx, newest.id);
  if (isFinal(silence.state) || silence.state === 'draft') return;
  await happen(ctx, text, { silenceId: row.id, kind: 'supersede', at: now });
  await tellOfEnd(ctx, text);
}
