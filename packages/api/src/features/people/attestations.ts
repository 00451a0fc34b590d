import { newId } from '@concord/db/ids';
import { levels, systemSettings } from '@concord/db/schema/markings';
import { attestations } from '@concord/db/schema/people';
import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { mayAttest } from '../../policies/people.ts';
import { record } from '../../record/record.ts';
import { attestationEndProblem } from './access-rules.ts';
import { lockPerson } from './locks.ts';
import { subjectOf } from './queries.ts';
import type { attestInput } from './schemas.ts';

/** The levels that can be attested here: none above the ceiling of the installation. */
export async function attestableLevels(ctx: SignedIn) {
  const [settings] = await ctx.tx.select({ ceiling: systemSettings.ceiling }).from(systemSettings);
  return ctx.tx
    .select({ rank: levels.rank, nameEn: levels.nameEn, nameFr: levels.nameFr, code: levels.code })
    .from(levels)
    .where(lte(levels.rank, settings?.ceiling ?? 0))
    .orderBy(asc(levels.rank));
}

/** A party's security officer vouches for a level until a day; it replaces what stood before, at once. */
export async function attest(ctx: SignedIn, input: Omit<z.output<typeof attestInput>, 'commandId'>) {
  await lockPerson(ctx, input.personId);
  const person = await subjectOf(ctx, input.personId);
  authorize(mayAttest(ctx.actor, person));
  const validUntil = new Date(input.validUntil);
  const problem = attestationEndProblem(validUntil, ctx.now);
  if (problem !== null) {
    const key = problem === 'past' ? 'people.untilPast' : 'people.untilTooFar';
    throw new AppError('BAD_REQUEST', key, {}, [{ path: 'validUntil', key }]);
  }
  const known = await attestableLevels(ctx);
  found(known.find(({ rank }) => rank === input.level));
  await closeOpen(ctx, input.personId);
  const attestationId = newId();
  await ctx.tx.insert(attestations).values({
    id: attestationId,
    personId: input.personId,
    level: input.level,
    caveats: [...new Set(input.caveats.map((caveat) => caveat.trim().toUpperCase()))].sort(),
    partyId: person.partyId,
    attestedBy: ctx.actor.personId,
    validFrom: ctx.now,
    validUntil,
  });
  await record(ctx, {
    action: 'attestation.make',
    subject: 'person',
    subjectId: input.personId,
    partyId: person.partyId,
    details: { attestationId, level: input.level, until: input.validUntil },
  });
  return { attestationId };
}

async function closeOpen(ctx: SignedIn, personId: string): Promise<void> {
  await ctx.tx
    .update(attestations)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.personId })
    .where(
      and(
        eq(attestations.personId, personId),
        isNull(attestations.revokedAt),
        gt(attestations.validUntil, ctx.now),
      ),
    );
}

/** Takes an attestation back; the person reads at the lowest level from the next request on. */
export async function revokeAttestation(ctx: SignedIn, { attestationId }: { attestationId: string }) {
  const [row] = await ctx.tx.select().from(attestations).where(eq(attestations.id, attestationId));
  const attestation = found(row);
  await lockPerson(ctx, attestation.personId);
  const person = await subjectOf(ctx, attestation.personId);
  authorize(mayAttest(ctx.actor, person));
  const closed = await ctx.tx
    .update(attestations)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.personId })
    .where(and(eq(attestations.id, attestationId), isNull(attestations.revokedAt)))
    .returning({ id: attestations.id });
  if (closed.length === 0) throw new AppError('CONFLICT', 'people.attestationRevoked', {});
  await record(ctx, {
    action: 'attestation.revoke',
    subject: 'person',
    subjectId: person.id,
    partyId: person.partyId,
    details: { attestationId },
  });
  return { attestationId };
}
