import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createBody, createParty, createPerson } from '@concord/db/testing/fixtures';
import { callerAs } from './caller.ts';

export type Api = Awaited<ReturnType<typeof callerAs>>;

/**
 * A body with delegates of three nations, its chair, and a thread under RESTRICTED that two of the nations may read.
 * `outsider` sits in the same body for the third nation: no trace of the thread may reach them.
 */
export async function consultation() {
  const test = await testDatabase();
  const [nor, cal, out] = [await createParty(test), await createParty(test), await createParty(test)];
  const body = await createBody(test);
  const seat = (party: { id: string }, role: 'delegate' | 'chair', givenName: string) =>
    createPerson(test, {
      party,
      givenName,
      familyName: 'Varga',
      level: 1,
      appointments: [{ role, scope: 'body', scopeId: body.id }],
    });
  const people = {
    author: await seat(nor, 'delegate', 'Ilse'),
    ally: await seat(cal, 'delegate', 'Tomas'),
    chair: await seat(nor, 'chair', 'Maren'),
    outsider: await seat(out, 'delegate', 'Odile'),
  };
  const api = {
    author: await callerAs(test, people.author),
    ally: await callerAs(test, people.ally),
    chair: await callerAs(test, people.chair),
    outsider: await callerAs(test, people.outsider),
  };
  const marking = { level: 1, releasableTo: [nor.id, cal.id] };
  const { threadId } = await api.author.threads.start({
    commandId: newId(),
    bodyCode: body.code,
    title: 'Cables under the northern sea',
    marking,
    needToKnow: { kind: 'body' },
  });
  return { test, parties: { nor, cal, out }, body, people, api, marking, threadId };
}

export type Consultation = Awaited<ReturnType<typeof consultation>>;

/** Says something in a thread. */
export function say(
  api: Api,
  threadId: string,
  text: string,
  more: Partial<Parameters<Api['contributions']['contribute']>[0]> = {},
) {
  return api.contributions.contribute({ commandId: newId(), threadId, text, ...more });
}

/** What an expected failure tells its caller, whole. */
export async function failure(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    const { code, messageKey, params, fields } = error as Record<string, unknown>;
    return { code, messageKey, params, fields };
  }
  throw new Error('It did not fail.');
}

export type { TestDatabase };
