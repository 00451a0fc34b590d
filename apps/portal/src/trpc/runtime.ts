import 'server-only';
import type { Runtime } from '@concord/api/runtime';

/** The API's runtime, which the server put in this process before Next got its first request. */
export function runtime(): Runtime {
  const found: unknown = Reflect.get(globalThis, Symbol.for('concord.runtime'));
  if (!found)
    throw new Error('The portal is served by src/server/main.ts, which starts the API in the same process.');
  return found as Runtime;
}
