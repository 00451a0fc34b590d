import { expect, it } from 'vitest';
import { forwardErrors } from './forward-errors.ts';

class NotFound extends Error {
  code = 'NOT_FOUND';
}

const caller = {
  threads: {
    byId: async (id: string) => {
      if (id === 'gone') throw new NotFound('hidden');
      if (id === 'odd') throw new Error('odd');
      return { id };
    },
  },
};

it('passes answers through and shows the code of a failure first', async () => {
  const seen: string[] = [];
  const api = forwardErrors(caller, (code) => {
    seen.push(code);
    if (code === 'NOT_FOUND') throw new Error('the not-found page');
  });
  expect(await api.threads.byId('1')).toEqual({ id: '1' });
  await expect(api.threads.byId('gone')).rejects.toThrow('the not-found page');
  await expect(api.threads.byId('odd')).rejects.toThrow('odd');
  expect(seen).toEqual(['NOT_FOUND']);
});
