import { useEffect, useState } from 'react';
import { api } from '#trpc/client.ts';

/** The proofs a person can give: until the account is read, both that most people have. */
export function useProofs(): { first: 'password' | 'code'; both: boolean; provider: string | null } {
  const [account, setAccount] = useState<Awaited<ReturnType<typeof api.account.get.query>> | null>(null);

  useEffect(() => {
    const reading = new AbortController();
    api.account.get
      .query(undefined, { signal: reading.signal })
      .then(setAccount)
      .catch(() => undefined);
    return () => reading.abort();
  }, []);

  if (!account) return { first: 'password', both: true, provider: null };
  const { hasPassword, identity, secondFactor } = account;
  return {
    first: hasPassword ? 'password' : 'code',
    both: hasPassword && secondFactor.confirmedAt !== null,
    provider: identity?.linkedAt ? identity.provider : null,
  };
}
