import { newId } from '@concord/db/ids';
import { parties } from '@concord/db/schema/parties';
import { accounts, appointments, attestations, people, sessions } from '@concord/db/schema/people';
import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { z } from 'zod';
import { invite as sendInvitation } from '../../auth/invitations.ts';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { managesPeople, personAbilities } from '../../policies/people.ts';
import { record } from '../../record/record.ts';
import { endedNow } from './access-rules.ts';
import { lockAccounts, lockPerson } from './locks.ts';
import { subjectOf } from './queries.ts';
import type { correctInput, inviteInput } from './schemas.ts';

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;

async function partyById(ctx: SignedIn, partyId: string) {
  const [party] = await ctx.tx.select().from(parties).where(eq(parties.id, partyId));
  return found(party);
}

/** Refuses an address that somebody has. */
async function assertEmailFree(ctx: SignedIn, email: string): Promise<void> {
  const [taken] = await ctx.tx
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(eq(accounts.email, email));
  if (taken)
    throw new AppError('CONFLICT', 'people.emailTaken', {}, [{ path: 'email', key: 'people.emailTaken' }]);
}

/** Creates a person with an account and sends the invitation. */
export async function invitePerson(ctx: SignedIn, input: Input<typeof inviteInput>) {
  authorize(managesPeople(ctx.actor));
  await lockAccounts(ctx);
  const party = await partyById(ctx, input.partyId);
  await assertEmailFree(ctx, input.email);
  const personId = newId();
  await ctx.tx.insert(people).values({
    id: personId,
    partyId: party.id,
    givenName: input.givenName.trim(),
    familyName: input.familyName.trim(),
    latinName: input.latinName?.trim() || null,
    jobTitle: input.jobTitle.trim(),
  });
  await ctx.tx
    .insert(accounts)
    .values({ personId, email: input.email, locale: input.locale, timeZone: party.timeZone });
  await sendInvitation(ctx, personId);
  return { personId };
}

/** Sends the invitation once more; the earlier link stops working. */
export async function resendInvitation(ctx: SignedIn, { personId }: { personId: string }) {
  const person = await subjectOf(ctx, personId);
  authorize(personAbilities(ctx.actor, person).invite);
  const [account] = await ctx.tx.select().from(accounts).where(eq(accounts.personId, personId));
  if (found(account).activatedAt !== null)
    throw new AppError('PRECONDITION_FAILED', 'people.alreadyActive', {});
  await sendInvitation(ctx, personId);
  return { personId };
}

/** Corrects a name, a job title or the party; what the old party vouched for and appointed to ends with it. */
export async function correctPerson(ctx: SignedIn, input: Input<typeof correctInput>) {
  const { personId } = input;
  await lockPerson(ctx, personId);
  const person = await subjectOf(ctx, personId);
  authorize(personAbilities(ctx.actor, person).correct);
  const party = await partyById(ctx, input.partyId);
  await ctx.tx
    .update(people)
    .set({
      partyId: party.id,
      givenName: input.givenName.trim(),
      familyName: input.familyName.trim(),
      latinName: input.latinName?.trim() || null,
      jobTitle: input.jobTitle.trim(),
    })
    .where(eq(people.id, personId));
  const moved = party.id !== person.partyId;
  if (moved) await endWhatThePartyGave(ctx, personId);
  await record(ctx, {
    action: moved ? 'person.move' : 'person.correct',
    subject: 'person',
    subjectId: personId,
    partyId: party.id,
    details: moved ? { from: person.partyId, to: party.id } : {},
  });
  return { personId };
}

async function endWhatThePartyGave(ctx: SignedIn, personId: string): Promise<void> {
  await revokeAttestations(ctx, personId);
  await endAppointments(ctx, personId, ['party', 'body']);
}

async function revokeAttestations(ctx: SignedIn, personId: string): Promise<void> {
  await ctx.tx
    .update(attestations)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.personId })
    .where(and(eq(attestations.personId, personId), isNull(attestations.revokedAt)));
}

type ScopeName = (typeof appointments.$inferSelect)['scope'];

async function endAppointments(ctx: SignedIn, personId: string, scopes: ScopeName[]): Promise<void> {
  const open = await ctx.tx
    .select({ id: appointments.id, validFrom: appointments.validFrom, revision: appointments.revision })
    .from(appointments)
    .where(
      and(
        eq(appointments.personId, personId),
        inArray(appointments.scope, scopes),
        or(isNull(appointments.validUntil), gt(appointments.validUntil, ctx.now)),
      ),
    );
  for (const { id, validFrom, revision } of open)
    await ctx.tx
      .update(appointments)
      .set({ validUntil: endedNow(validFrom, ctx.now), revision: revision + 1 })
      .where(eq(appointments.id, id));
}

/** Closes every open session of a person at once. */
async function closeSessions(ctx: SignedIn, personId: string): Promise<number> {
  const closed = await ctx.tx
    .update(sessions)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.personId })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return closed.length;
}

/** Somebody leaves: no access from this instant, sessions closed, appointments and attestations over. */
export async function endPerson(ctx: SignedIn, { personId }: { personId: string }) {
  await lockPerson(ctx, personId);
  const person = await subjectOf(ctx, personId);
  authorize(managesPeople(ctx.actor));
  if (person.endedAt !== null) throw new AppError('CONFLICT', 'people.alreadyEnded', {});
  if (personId === ctx.actor.personId) throw new AppError('FORBIDDEN', 'people.endYourself', {});
  const closed = await closeSessions(ctx, personId);
  await endAppointments(ctx, personId, ['alliance', 'party', 'body', 'course', 'cohort', 'exercise']);
  await revokeAttestations(ctx, personId);
  await ctx.tx.update(people).set({ endedAt: ctx.now }).where(eq(people.id, personId));
  await record(ctx, {
    action: 'person.end',
    subject: 'person',
    subjectId: personId,
    partyId: person.partyId,
    details: { sessions: closed },
  });
  return { personId };
}

/** Signs a person out of one browser. */
export async function revokeSession(ctx: SignedIn, { sessionId }: { sessionId: string }) {
  authorize(managesPeople(ctx.actor));
  const [session] = await ctx.tx.select().from(sessions).where(eq(sessions.id, sessionId));
  const { personId, revokedAt } = found(session);
  if (revokedAt === null)
    await ctx.tx
      .update(sessions)
      .set({ revokedAt: ctx.now, revokedBy: ctx.actor.personId })
      .where(eq(sessions.id, sessionId));
  await record(ctx, {
    action: 'session.revoke',
    subject: 'person',
    subjectId: personId,
    details: { sessionId },
  });
  return { sessionId };
}

/** Signs a person out everywhere. */
export async function revokeSessions(ctx: SignedIn, { personId }: { personId: string }) {
  const person = await subjectOf(ctx, personId);
  authorize(personAbilities(ctx.actor, person).revokeSessions);
  const closed = await closeSessions(ctx, personId);
  await record(ctx, {
    action: 'session.revokeAll',
    subject: 'person',
    subjectId: personId,
    details: { sessions: closed },
  });
  return { personId, closed };
}
