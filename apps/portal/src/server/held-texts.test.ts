import type { IncomingMessage } from 'node:http';
import { setImmediate as later } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { heldTexts } from '../components/held/texts.ts';
import { withHeldTexts } from './held-texts.ts';

const request = (method: string, headers: Record<string, string> = {}) =>
  ({ method, headers }) as unknown as IncomingMessage;

it('gives each document a store of its own, for as long as it is being answered', async () => {
  const answer = (name: string) =>
    withHeldTexts(request('GET'), async () => {
      heldTexts()?.set('who', name);
      await later();
      return heldTexts()?.get('who');
    });
  expect(await Promise.all([answer('one'), answer('two')])).toEqual(['one', 'two']);
  expect(heldTexts()).toBeUndefined();
});

it.each([
  ['what Next asks for in an open page', request('GET', { rsc: '1' })],
  ['an action', request('POST')],
])('gives none to %s', (_, asked) => {
  expect(withHeldTexts(asked, heldTexts)).toBeUndefined();
});
