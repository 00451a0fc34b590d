// DOUBLE
export async function migrate(_: { ownerUrl: string; passwords: unknown; log: (l: string) => void }) {}
