import { pathAwards } from '@concord/db/schema/competence';
import { credentialProofs, credentials } from '@concord/db/schema/learning';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, notFound } from '../../errors.ts';
import { mayRevoke } from '../../policies/credentials.ts';
import { record } from '../../record/record.ts';
import type { RevokeInput } from './schemas.ts';
import { tellRevoked } from './told.ts';

/** Takes a credential back, with the reason; its public page says so from this moment. */
export async function revokeCredential(ctx: SignedIn, input: Omit<RevokeInput, 'commandId'>) {
  authorize(mayRevoke(ctx.actor));
  const { credentialId } = input;
  const credential = await lockGiven(ctx, credentialId);
  if (credential.revokedAt !== null) throw new AppError('CONFLICT', 'credential.alreadyRevoked');
  const revoked = { revokedAt: ctx.now, revokedReason: input.reason.trim(), revokedBy: ctx.actor.personId };
  await ctx.tx.update(credential.table).set(revoked).where(eq(credential.table.id, credentialId));
  await ctx.tx
    .update(credentialProofs)
    .set({ revokedAt: ctx.now })
    .where(eq(credentialProofs.publicId, credential.publicId));
  await tellRevoked(ctx, credential.personId, credentialId);
  await record(ctx, { action: 'credential.revoke', subject: 'credential', subjectId: credentialId });
  return { credentialId };
}

/** The row of what a course or a path gave, held. */
async function lockGiven(ctx: SignedIn, id: string) {
  for (const table of [credentials, pathAwards]) {
    const [row] = await ctx.tx
      .select({ personId: table.personId, publicId: table.publicId, revokedAt: table.revokedAt })
      .from(table)
      .where(eq(table.id, id))
      .for('update');
    if (row) return { ...row, table };
  }
  throw notFound();
}
