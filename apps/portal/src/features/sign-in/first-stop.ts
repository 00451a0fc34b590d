/** Where a person goes after sign-in: who must have a second factor and has none sets it up before anything else. */
export async function firstStop(next: string): Promise<string> {
  const { api } = await import('#trpc/client.ts');
  const account = await api.account.get.query().catch(() => null);
  if (!account) return next;
  const { secondFactor, passkeys } = account;
  const has = secondFactor.confirmedAt !== null || passkeys.list.length > 0;
  if (has && !secondFactor.used) return `/sign-in/after?next=${encodeURIComponent(next)}`;
  return secondFactor.needed && !has ? `/account/second-factor?next=${encodeURIComponent(next)}` : next;
}
