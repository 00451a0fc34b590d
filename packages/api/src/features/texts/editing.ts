import { parties } from '@concord/db/schema/parties';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { makesVersions } from '../../policies/texts.ts';
import { markingViews } from '../threads/marking-views.ts';
import { amendmentsOf } from './amendments.ts';
import { holdingsOf } from './beside.ts';
import { versionDraftOf } from './drafts.ts';
import { newestVersion, openVersion, textForReading } from './load.ts';
import { settle } from './rules.ts';

/** What the chair's editor starts from: the newest version as it stands now, what was typed, what can be taken in. */
export async function versionEditing(ctx: SignedIn, textId: string) {
  const text = await textForReading(ctx, textId);
  if (!makesVersions(ctx.actor, text.body.id)) throw notFound();
  const newest = await newestVersion(ctx, text.id);
  const holdings = await holdingsOf(ctx, text.id);
  const content = newest ? await openVersion(ctx, newest) : { paragraphs: [], note: '' };
  const all = await amendmentsOf(ctx, text);
  return {
    text: {
      id: text.id,
      title: text.title,
      reference: text.reference,
      body: {
        code: text.body.code,
        name: ctx.locale === 'fr' ? text.body.nameFr : text.body.nameEn,
      },
      markingId: text.markingId,
      markings: await markingViews(ctx, [text.markingId, ...all.map((one) => one.markingId)]),
    },
    number: newest?.number ?? 0,
    paragraphs: settle(content.paragraphs, holdings),
    holdings: holdings.map(({ bracketId, optionId, nation }) => ({ bracketId, optionId, code: nation.code })),
    amendments: all.filter(({ outcome, inVersion }) => canBeTakenIn(outcome) && inVersion === null),
    nations: await nations(ctx),
    kept: await versionDraftOf(ctx, text.id),
  };
}

const canBeTakenIn = (outcome: string | null) =>
  outcome === null || outcome === 'accepted' || outcome === 'merged';

async function nations(ctx: SignedIn) {
  return ctx.tx
    .select({ id: parties.id, code: parties.code })
    .from(parties)
    .where(eq(parties.kind, 'nation'))
    .orderBy(asc(parties.code));
}
