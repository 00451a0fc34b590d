import { newId } from '@concord/db/ids';
import { accountSecrets, accounts, recoveryCodes } from '@concord/db/schema/people';
import type { TestDatabase } from '@concord/db/testing/database';
import { eq } from 'drizzle-orm';
import { sealTotp } from '../auth/factor-secret.ts';
import { hashPassword } from '../auth/passwords.ts';
import { hashRecoveryCode } from '../auth/recovery-codes.ts';
import { servicesOf } from './caller.ts';

/** A password that passes every rule. */
export const goodPassword = 'the meadow hums at noon';

/** Gives a test person a password and, with a secret, a confirmed second factor. Answers their address. */
export async function giveSecrets(
  test: TestDatabase,
  person: { id: string },
  options: { password?: string; totp?: string; codes?: string[] } = {},
): Promise<string> {
  const { keys } = servicesOf(test);
  await test.worker.db.insert(accountSecrets).values({
    personId: person.id,
    passwordHash: await hashPassword(options.password ?? goodPassword),
    ...(options.totp
      ? { totpSealed: sealTotp(keys, person.id, options.totp), totpConfirmedAt: new Date() }
      : {}),
  });
  for (const code of options.codes ?? [])
    await test.worker.db
      .insert(recoveryCodes)
      .values({ id: newId(), personId: person.id, codeHash: hashRecoveryCode(person.id, code) });
  const [account] = await test.worker.db
    .update(accounts)
    .set({ activatedAt: new Date() })
    .where(eq(accounts.personId, person.id))
    .returning({ email: accounts.email });
  return account?.email ?? '';
}
