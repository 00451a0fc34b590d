/** Where a person goes after sign-in: who must have a second factor and has none sets it up before anything else. */
export async function firstStop(next: string): Promise<string> {
  const { api } = await import('#trpc/client.ts');
  const account = await api.account.get.query().catch(() => null);
  const missing = account?.secondFactor.needed && account.secondFactor.confirmedAt === null;
  return missing ? `/account/second-factor?next=${encodeURIComponent(next)}` : next;
}
