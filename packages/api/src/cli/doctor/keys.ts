import { postgresAt } from '@concord/db/address';
import type postgres from 'postgres';
import type { Settings } from '../../env.ts';
import { heldOtherwise, heldWords, unopenable } from '../../sealing/held.ts';
import { Keyring } from '../../sealing/keyring.ts';
import { Refusal } from '../verb.ts';
import { bad, type Finding, good } from './finding.ts';

const SET_AGAIN =
  'Put the key they need back into CONCORD_KEY_PREVIOUS, restart, and run: npm run concord -- keys rotate';

/** Whether every key that something lies under is set, and whether a rotation waits to be finished. */
export async function checkKeys(sql: postgres.Sql, settings: Settings): Promise<Finding> {
  const keys = new Keyring(settings.key, settings.previousKeys);
  const held = (await heldOtherwise(sql, keys)).filter(
    ({ kekId }) => kekId !== null || keys.known.length > 1,
  );
  const lost = unopenable(held, keys);
  if (lost.length > 0) return bad('keys', `No key that is set opens ${heldWords(lost)}.`, SET_AGAIN);
  if (held.length > 0) return bad('keys', `${heldWords(held)}.`, 'Run: npm run concord -- keys rotate');
  return good(
    'keys',
    keys.known.length > 1
      ? 'everything is under the present key; CONCORD_KEY_PREVIOUS may be dropped'
      : 'everything is under the present key',
  );
}

/** Before anything is served: a key dropped too early would leave people without what they wrote. */
export async function assertKeysKept(settings: Settings): Promise<void> {
  const sql = postgresAt(settings.database.workerUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
  });
  try {
    const keys = new Keyring(settings.key, settings.previousKeys);
    const lost = unopenable(await heldOtherwise(sql, keys), keys);
    if (lost.length > 0) throw new Refusal(`No key that is set opens ${heldWords(lost)}. ${SET_AGAIN}.`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
