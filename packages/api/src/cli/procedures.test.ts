import { initTRPC } from '@trpc/server';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Meta } from '../trpc.ts';
import { listProcedures } from './procedures.ts';

it('describes a procedure by path, kind, guard and input', () => {
  const t = initTRPC.meta<Meta>().create();
  const input = z.strictObject({ commandId: z.uuid() });
  const router = t.router({
    courses: t.router({
      enrol: t.procedure
        .meta({ guard: 'signedIn' })
        .input(input)
        .mutation(() => null),
      all: t.procedure.query(() => []),
    }),
  });
  const listed = listProcedures(router._def.procedures);
  expect(listed).toMatchObject([
    { path: 'courses.all', kind: 'query', input: null, guard: 'public' },
    { path: 'courses.enrol', kind: 'mutation', guard: 'signedIn' },
  ]);
  expect(listed[1]?.input).toMatchObject({ required: ['commandId'], additionalProperties: false });
});
