import { credentialProofs, credentials } from '@concord/db/schema/learning';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { mayRevoke } from '../../policies/credentials.ts';
import { record } from '../../record/record.ts';
import { tell } from './commands.ts';
import type { RevokeInput } from './schemas.ts';

/** Takes a credential back, with the reason; its public page says so from this moment. */
export async function revokeCredential(ctx: SignedIn, input: Omit<RevokeInput, 'commandId'>) {
  authorize(mayRevoke(ctx.actor));
  const { credentialId } = input;
  const [locked] = await ctx.tx
    .select()
    .from(credentials)
    .where(eq(credentials.id, credentialId))
    .for('update');
  const credential = found(locked);
  if (credential.revokedAt !== null) throw new AppError('CONFLICT', 'credential.alreadyRevoked');
  await ctx.tx
    .update(credentials)
    .set({ revokedAt: ctx.now, revokedReason: input.reason.trim() })
    .where(eq(credentials.id, credentialId));
  await ctx.tx
    .update(credentialProofs)
    .set({ revokedAt: ctx.now })
    .where(eq(credentialProofs.publicId, credential.publicId));
  await tell(ctx, credential.personId, 'credentialRevoked', credentialId);
  await record(ctx, { action: 'credential.revoke', subject: 'credential', subjectId: credentialId });
  return { credentialId };
}
