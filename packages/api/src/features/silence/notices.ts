import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { NewsKind } from '../notifications/kinds.ts';
import { notify } from '../notifications/notify.ts';
import type { LoadedText } from '../texts/load.ts';
import { audienceSet } from '../threads/audience.ts';

/** Whom a notice goes to: all who sit in the body, or those who lead it. */
type Whom = 'seated' | 'leading';

const ROLES: Record<Whom, string> = {
  seated: "('chair', 'secretariat', 'headOfDelegation', 'delegate')",
  leading: "('chair', 'secretariat')",
};

/** People of a body who may read a text, and hold a seat in it or lead it. */
async function peopleOf(ctx: SignedIn, text: LoadedText, whom: Whom): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select distinct a.person_id as id from ${audienceSet({ bodyId: text.body.id, among: null }, text.marking)} a
    join appointment o on o.person_id = a.person_id and o.scope = 'body' and o.scope_id = ${text.body.id}
      and o.role in ${sql.raw(ROLES[whom])}
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())`);
  return rows.map((row) => row.id);
}

type Notice = { kind: NewsKind; whom?: Whom; until?: Date };

/** A notice names the body and the deadline, and nothing of the text: a title may be marked too. */
async function tell(
  ctx: SignedIn,
  text: LoadedText,
  { kind, whom = 'seated', until }: Notice,
): Promise<void> {
  await notify(ctx, {
    personIds: await peopleOf(ctx, text, whom),
    kind,
    path: `/consult/texts/${text.id}`,
    subjectId: text.id,
    params: { body: text.body.code, ...(until && { until: until.toISOString() }) },
  });
}

/** Silence runs: every nation it binds is told until when. */
export const tellOfOpening = (ctx: SignedIn, text: LoadedText, { until }: { until: Date }) =>
  tell(ctx, text, { kind: 'silenceOpened', until });

/** Silence was broken; or, after the end, a word came too late, which those who lead the body alone are told. */
export const tellOfBreak = (ctx: SignedIn, text: LoadedText, { late }: { late: boolean }) =>
  tell(ctx, text, late ? { kind: 'silenceLateNotice', whom: 'leading' } : { kind: 'silenceBroken' });

/** The end moved. */
export const tellOfNewEnd = (
  ctx: SignedIn,
  text: LoadedText,
  { kind, until }: { kind: 'silenceExtended' | 'silenceResumed'; until: Date },
) => tell(ctx, text, { kind, until });

/** It ended without being adopted. */
export const tellOfEnd = (ctx: SignedIn, text: LoadedText) => tell(ctx, text, { kind: 'silenceEnded' });

/** A nation asks for more time: the chair decides. */
export const tellOfWish = (ctx: SignedIn, text: LoadedText) =>
  tell(ctx, text, { kind: 'silenceWish', whom: 'leading' });
