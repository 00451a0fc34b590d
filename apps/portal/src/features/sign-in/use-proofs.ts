import { useEffect, useState } from 'react';
import { api } from '#trpc/client.ts';

type Proofs = {
  first: 'password' | 'code';
  /** Whether there is something to type, and whether there is a choice. */
  typed: boolean;
  both: boolean;
  passkey: boolean;
  provider: string | null;
};

/** The proofs a person can give: until the account is read, both that most people have. */
export function useProofs(): Proofs {
  const [account, setAccount] = useState<Awaited<ReturnType<typeof api.account.get.query>> | null>(null);

  useEffect(() => {
    const reading = new AbortController();
    api.account.get
      .query(undefined, { signal: reading.signal })
      .then(setAccount)
      .catch(() => undefined);
    return () => reading.abort();
  }, []);

  if (!account) return { first: 'password', typed: true, both: true, passkey: false, provider: null };
  const { hasPassword, identity, secondFactor, passkeys } = account;
  const hasCode = secondFactor.confirmedAt !== null;
  return {
    first: hasPassword ? 'password' : 'code',
    typed: hasPassword || hasCode,
    both: hasPassword && hasCode,
    passkey: passkeys.list.length > 0,
    provider: identity?.linkedAt ? identity.provider : null,
  };
}
