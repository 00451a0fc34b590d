import { newId } from '@concord/db/ids';
import { bodyMembers } from '@concord/db/schema/consultation';
import { decisionActions, decisions } from '@concord/db/schema/decisions';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { isDelegated, laysTexts } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { notify } from '../notifications/notify.ts';
import { instantNow } from '../texts/authority.ts';
import { textForReading } from '../texts/load.ts';
import { besideAad } from '../texts/seals.ts';
import { decisionForReading, type LoadedDecision, linkOf } from './load.ts';
import { seatedReaders } from './readers.ts';
import type { addActionInput } from './schemas.ts';

/** What follows from a decision: who does what by when, what is open first. */
export async function actionsOf(ctx: SignedIn, decision: LoadedDecision) {
  const name = ctx.locale === 'fr' ? parties.nameFr : parties.nameEn;
  const rows = await ctx.tx
    .select({
      id: decisionActions.id,
      sealed: decisionActions.sealed,
      dueOn: decisionActions.dueOn,
      doneAt: decisionActions.doneAt,
      partyId: decisionActions.partyId,
      personId: decisionActions.personId,
      party: { code: parties.code, name },
      person: { given: people.givenName, family: people.familyName },
    })
    .from(decisionActions)
    .leftJoin(parties, eq(parties.id, decisionActions.partyId))
    .leftJoin(people, eq(people.id, decisionActions.personId))
    .where(eq(decisionActions.decisionId, decision.id))
    .orderBy(
      sql`${decisionActions.doneAt} is not null`,
      sql`${decisionActions.dueOn} asc nulls last`,
      asc(decisionActions.id),
    );
  if (rows.length === 0) return [];
  const open = await opener(ctx, decision.textId);
  return rows.map(({ id, sealed, dueOn, doneAt, partyId, personId, party, person }) => ({
    id,
    what: open(sealed, besideAad('action', id)),
    dueOn,
    doneAt: doneAt?.toISOString() ?? null,
    owner: person ? `${person.given} ${person.family}` : (party?.name ?? ''),
    mine: doneAt === null && mayFinish(ctx, decision.body.id, { partyId, personId }),
  }));
}

type Owned = { partyId: string | null; personId: string | null };

/** The person named, the delegation of the nation named, or whoever leads the body. */
function mayFinish(ctx: SignedIn, bodyId: string, { partyId, personId }: Owned): boolean {
  return (
    laysTexts(ctx.actor, bodyId) ||
    personId === ctx.actor.personId ||
    (partyId === ctx.actor.partyId && isDelegated(ctx.actor, bodyId))
  );
}

/** Whom an action can be given to: nations of the body, and people who sit in it and may read the decision. */
export async function actionOwners(ctx: SignedIn, decisionId: string) {
  const decision = await decisionForReading(ctx, decisionId);
  found(laysTexts(ctx.actor, decision.body.id) || null);
  const nations = await ctx.tx
    .select({ id: parties.id, name: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn })
    .from(bodyMembers)
    .innerJoin(parties, eq(parties.id, bodyMembers.partyId))
    .where(and(eq(bodyMembers.bodyId, decision.body.id), sql`${bodyMembers.validUntil} is null`))
    .orderBy(asc(parties.code));
  const readers = await seatedReaders(ctx, await textForReading(ctx, decision.textId));
  return { nations, people: readers.map(({ id, name }) => ({ id, name })) };
}

/** Gives somebody something to do after a decision: by whoever leads the body. It waits on their Today until it is done. */
export async function addAction(ctx: SignedIn, input: z.infer<typeof addActionInput>) {
  const decision = await decisionForReading(ctx, input.decisionId);
  authorize(laysTexts(ctx.actor, decision.body.id));
  const owners = await actionOwners(ctx, decision.id);
  const [kind, owner] = input.owner.split(':') as ['party' | 'person', string];
  const known = (kind === 'party' ? owners.nations : owners.people).some(({ id }) => id === owner);
  if (!known) throw fieldError('owner', 'decisions.owner');
  const id = newId();
  await ctx.tx.insert(decisionActions).values({
    id,
    decisionId: decision.id,
    sealed: await sealFor(ctx, decision.textId, input.what, besideAad('action', id)),
    partyId: kind === 'party' ? owner : null,
    personId: kind === 'person' ? owner : null,
    dueOn: input.dueOn,
    addedBy: ctx.actor.personId,
    addedAt: await instantNow(ctx),
  });
  await recordAction(ctx, decision, 'add', id);
  await notify(ctx, {
    personIds: kind === 'person' ? [owner] : await delegationOf(ctx, decision.textId, owner),
    kind: 'actionGiven',
    path: `/consult/decisions/${decision.id}`,
    subjectId: decision.id,
    params: { number: linkOf(decision).number },
  });
  return { decisionId: decision.id, actionId: id };
}

async function delegationOf(ctx: SignedIn, textId: string, partyId: string): Promise<string[]> {
  return (await seatedReaders(ctx, await textForReading(ctx, textId), partyId)).map(({ id }) => id);
}

/** Says that something is done: by the person or delegation it was given to, or by whoever leads the body. */
export async function finishAction(ctx: SignedIn, { actionId }: { actionId: string }) {
  const [row] = await ctx.tx
    .select({
      decisionId: decisions.id,
      partyId: decisionActions.partyId,
      personId: decisionActions.personId,
    })
    .from(decisionActions)
    .innerJoin(decisions, eq(decisions.id, decisionActions.decisionId))
    .where(eq(decisionActions.id, actionId));
  const action = found(row);
  const decision = await decisionForReading(ctx, action.decisionId);
  authorize(mayFinish(ctx, decision.body.id, action));
  const done = await ctx.tx
    .update(decisionActions)
    .set({ doneBy: ctx.actor.personId, doneAt: await instantNow(ctx) })
    .where(and(eq(decisionActions.id, actionId), isNull(decisionActions.doneAt)))
    .returning({ id: decisionActions.id });
  if (done.length === 0) throw new AppError('CONFLICT', 'decisions.actionDone');
  await recordAction(ctx, decision, 'finish', actionId);
  return { decisionId: decision.id, actionId };
}

function recordAction(ctx: SignedIn, decision: LoadedDecision, what: 'add' | 'finish', actionId: string) {
  return record(ctx, {
    action: `decision.${what}Action`,
    subject: 'decision',
    subjectId: decision.id,
    markingId: decision.markingId,
    details: { action: actionId },
  });
}
