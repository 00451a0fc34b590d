import { createHmac } from 'node:crypto';
import { kept } from '@concord/db/kept';
import { commands } from '@concord/db/schema/system';
import { last } from '@concord/db/transaction';
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SignedIn } from './context.ts';
import { AppError, notFound } from './errors.ts';
import { commandId } from './schemas.ts';
import type { Meta } from './trpc.ts';

type Step<Result> = {
  ctx: SignedIn;
  path: string;
  meta?: Meta;
  getRawInput: () => Promise<unknown>;
  next: () => Promise<Result>;
};

const own = and(
  eq(commands.personId, sql.placeholder('person')),
  eq(commands.commandId, sql.placeholder('command')),
);

const claim = kept((tx) =>
  tx
    .insert(commands)
    .values({
      personId: sql.placeholder('person'),
      commandId: sql.placeholder('command'),
      procedure: sql.placeholder('procedure'),
      inputHash: sql.placeholder('inputHash'),
      result: {},
    })
    .onConflictDoNothing()
    .returning({ commandId: commands.commandId }),
);

const keepAnswer = kept((tx) =>
  tx
    .update(commands)
    .set({ result: sql`${sql.placeholder('result')}::jsonb` })
    .where(own),
);

const done = kept((tx) => tx.select().from(commands).where(own));

const withCommandId = z.looseObject({ commandId });

/**
 * A command sent twice has one effect (DESIGN 3, invariant 4): the first writes its answer beside its effect, in the
 * same transaction; the second waits for it, passes READ again and gets the same answer. The same id with another
 * input is refused.
 */
export async function replayOrRun<Result extends { ok: boolean }>(step: Step<Result>): Promise<Result> {
  const { ctx, path } = step;
  const raw = await step.getRawInput();
  const id = readCommandId(raw);
  const key = { person: ctx.actor.personId, command: id };
  // Keyed: an input may be a password, which a plain digest in the table would give away.
  const inputHash = createHmac('sha256', ctx.services.settings.secret)
    .update(JSON.stringify(raw))
    .digest('hex');
  const [first] = await claim(ctx.tx, { ...key, procedure: path, inputHash }, undefined);
  if (!first) return replay(step, key, inputHash);
  const result = await step.next();
  const data = 'data' in result ? result.data : null;
  const answer = { ...key, result: JSON.stringify({ data: data ?? null }) };
  if (result.ok) await last(ctx.tx, () => keepAnswer(ctx.tx, answer, undefined));
  return result;
}

function readCommandId(raw: unknown): string {
  const read = withCommandId.safeParse(raw);
  if (read.success) return read.data.commandId;
  throw new AppError('BAD_REQUEST', 'fields', {}, [{ path: 'commandId', key: 'id' }]);
}

async function replay<Result>(
  { ctx, path, meta }: Step<Result>,
  key: { person: string; command: string },
  inputHash: string,
): Promise<Result> {
  const [before] = await done(ctx.tx, key, undefined);
  if (!before) throw notFound();
  if (before.procedure !== path || before.inputHash !== inputHash)
    throw new AppError('CONFLICT', 'commandReused');
  const { data } = before.result as { data: unknown };
  if (meta?.reread && !(await meta.reread(ctx, data))) throw notFound();
  // tRPC knows an answer of a middleware by this mark; there is no public way to answer without calling on.
  return { marker: middlewareMarker, ok: true, data, ctx } as Result;
}
