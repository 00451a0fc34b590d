import { silenceAuthors } from '@concord/db/schema/silence';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { opener } from '../../sealing/sealing.ts';
import { instantNow } from '../texts/authority.ts';
import { besideAad } from '../texts/seals.ts';
import { eventsOf, newestSilence } from './load.ts';
import { silenceAt } from './rules.ts';
import type { Said } from './write.ts';

/** The breaks that stand over a version, by nation and paragraphs, as far as the person may know whose they are. */
export async function standingBreaks(ctx: SignedIn, textId: string, versionId: string) {
  const silence = await newestSilence(ctx, textId, versionId);
  if (!silence) return [];
  const { liveBreaks } = silenceAt(await eventsOf(ctx, silence.id), await instantNow(ctx));
  if (liveBreaks.length === 0) return [];
  const rows = await ctx.tx
    .select({
      id: silenceAuthors.eventId,
      partyId: silenceAuthors.partyId,
      sealed: silenceAuthors.sealed,
    })
    .from(silenceAuthors)
    .where(eq(silenceAuthors.silenceId, silence.id));
  const open = await opener(ctx, textId);
  return rows.flatMap(({ id, partyId, sealed }) => {
    if (partyId === null || !liveBreaks.includes(id)) return [];
    const said = JSON.parse(open(sealed, besideAad('silence', id))) as Said;
    return { id, partyId, paragraphIds: said.paragraphIds ?? [] };
  });
}
