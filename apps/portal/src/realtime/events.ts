/** What the live stream says: that something under a topic changed, and which ids it concerns. Never content. */
export type LiveEvent = { topic: string; ids: string[]; resumed?: boolean };

/** Reads the data of one message of the stream; undefined when it is none of ours. */
export function readEvent(data: string): LiveEvent | undefined {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null) return undefined;
    const { topic, ids } = value as { topic?: unknown; ids?: unknown };
    if (typeof topic !== 'string') return undefined;
    return { topic, ids: Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [] };
  } catch {
    return undefined;
  }
}
