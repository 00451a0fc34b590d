import superjson, { type SuperJSONResult } from 'superjson';

/**
 * superjson, which walks an answer twice to note what JSON has no word for. An answer that is JSON already (nearly
 * all are: instants cross the API as strings) is sent as superjson would send it, after one look.
 */
export const transformer: Pick<typeof superjson, 'serialize' | 'deserialize'> = {
  serialize: (value) =>
    isJson(value) ? { json: value as SuperJSONResult['json'] } : superjson.serialize(value),
  deserialize: superjson.deserialize.bind(superjson),
};

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isJson);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}
