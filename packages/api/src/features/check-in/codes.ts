import { createHmac } from 'node:crypto';
import type { Context } from '../../context.ts';
import { dataKey } from '../../sealing/sealing.ts';
import { CODE_ALPHABET, CODE_LENGTH } from './rules.ts';

type Keys = Pick<Context, 'tx' | 'services' | 'afterCommit'>;

/**
 * What stands on the badges of an exercise: forty bits that follow from its key and the person, so they are kept nowhere and
 * stay the same when somebody gives a seat up and gets one again. They open nothing: a door compares them with its list.
 */
export async function codesOf(ctx: Keys, exerciseId: string): Promise<(personId: string) => string> {
  const key = await dataKey(ctx, exerciseId);
  return (personId) => {
    const digest = createHmac('sha256', key).update(`badge ${personId}`).digest();
    let bits = digest.readUIntBE(0, 5);
    let code = '';
    for (let place = 0; place < CODE_LENGTH; place += 1) {
      code = `${CODE_ALPHABET[bits % 32]}${code}`;
      bits = Math.floor(bits / 32);
    }
    return code;
  };
}

/** Where a badge's square code leads: the door's page of its exercise, with the code where no server sees it. */
export const doorAddress = (portal: URL, exercise: string, code: string) =>
  new URL(`/exercise/${exercise}/door#${code}`, portal).href;
