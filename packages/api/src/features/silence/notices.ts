import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { NewsKind } from '../notifications/kinds.ts';
import { notify } from '../notifications/notify.ts';
import type { LoadedText } from '../texts/load.ts';
import { audienceSet, list } from '../threads/audience.ts';

/** What a notice is about: a text, the body it lies before, and who may read it. */
export type Noticed = Pick<LoadedText, 'id' | 'marking'> & {
  body: Pick<LoadedText['body'], 'id' | 'code' | 'timeZone'>;
};

/** Whom a notice goes to: all who sit in the body, or those who lead it. */
type Whom = 'seated' | 'leading';

const ROLES: Record<Whom, string> = {
  seated: "('chair', 'secretariat', 'headOfDelegation', 'delegate')",
  leading: "('chair', 'secretariat')",
};

/** People of a body who may read a text, and hold a seat in it or lead it; of some nations alone where they are named. */
async function peopleOf(
  ctx: Context,
  text: Noticed,
  whom: Whom,
  nations?: readonly string[],
): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select distinct a.person_id as id from ${audienceSet({ bodyId: text.body.id, among: null }, text.marking)} a
    join appointment o on o.person_id = a.person_id and o.scope = 'body' and o.scope_id = ${text.body.id}
      and o.role in ${sql.raw(ROLES[whom])}
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    ${nations ? sql`where a.party_id = any(${list(nations)}::uuid[]) and o.role in ('headOfDelegation', 'delegate')` : sql``}`);
  return rows.map((row) => row.id);
}

type Notice = { kind: NewsKind; whom?: Whom; nations?: readonly string[]; until?: Date };

/** A notice names the body and the deadline, and nothing of the text: a title may be marked too. */
async function tell(
  ctx: Context,
  text: Noticed,
  { kind, whom = 'seated', nations, until }: Notice,
): Promise<void> {
  await notify(ctx, {
    personIds: await peopleOf(ctx, text, whom, nations),
    kind,
    path: `/consult/texts/${text.id}`,
    subjectId: text.id,
    params: {
      body: text.body.code,
      ...(until && { until: until.toISOString(), zone: text.body.timeZone }),
    },
  });
}

type Until = { until: Date };

/** Silence is proposed as the method: until it opens, a nation may object to that. */
export const tellOfAnnouncement = (ctx: Context, text: Noticed, { until }: Until) =>
  tell(ctx, text, { kind: 'silenceAnnounced', until });

/** Silence runs: every nation it binds is told until when. */
export const tellOfOpening = (ctx: Context, text: Noticed, { until }: Until) =>
  tell(ctx, text, { kind: 'silenceOpened', until });

/** It ends soon: told to nations that have not said that they have it, and to nobody else. */
export const tellOfNearEnd = (
  ctx: Context,
  text: Noticed,
  { until, nations }: Until & { nations: readonly string[] },
) => tell(ctx, text, { kind: 'silenceEnds', until, nations });

/** Its time ran out with no break standing: it is adopted. */
export const tellOfAdoption = (ctx: Context, text: Noticed) => tell(ctx, text, { kind: 'silenceAdopted' });

/** Silence was broken; or, after the end, a word came too late, which those who lead the body alone are told. */
export const tellOfBreak = (ctx: Context, text: Noticed, { late }: { late: boolean }) =>
  tell(ctx, text, late ? { kind: 'silenceLateNotice', whom: 'leading' } : { kind: 'silenceBroken' });

/** A nation lifted its break: once none stands, the chair may let silence run on, which it never does by itself. */
export const tellOfLift = (ctx: Context, text: Noticed) =>
  tell(ctx, text, { kind: 'silenceLifted', whom: 'leading' });

/** The chair entered a nation's letter: the nation confirms it. */
export const tellOfLetter = (ctx: Context, text: Noticed, { nation }: { nation: string }) =>
  tell(ctx, text, { kind: 'silenceLetter', nations: [nation] });

/** The end moved. */
export const tellOfNewEnd = (
  ctx: Context,
  text: Noticed,
  { kind, until }: { kind: 'silenceExtended' | 'silenceResumed'; until: Date },
) => tell(ctx, text, { kind, until });

/** It ended without being adopted. */
export const tellOfEnd = (ctx: Context, text: Noticed) => tell(ctx, text, { kind: 'silenceEnded' });

/** A nation asks for more time: the chair decides. */
export const tellOfWish = (ctx: Context, text: Noticed) =>
  tell(ctx, text, { kind: 'silenceWish', whom: 'leading' });
