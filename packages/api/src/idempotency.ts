import { createHmac } from 'node:crypto';
import { kept } from '@concord/db/kept';
import { commands } from '@concord/db/schema/system';
import { last } from '@concord/db/transaction';
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Claim, SignedIn } from './context.ts';
import { AppError, notFound } from './errors.ts';
import { commandId } from './schemas.ts';
import type { Services } from './services.ts';
import type { Meta } from './trpc.ts';

type Step<Result> = {
  ctx: SignedIn;
  path: string;
  meta?: Meta;
  next: () => Promise<Result>;
};

const own = and(
  eq(commands.personId, sql.placeholder('person')),
  eq(commands.commandId, sql.placeholder('command')),
);

const done = kept((tx) => tx.select().from(commands).where(own));

const withCommandId = z.looseObject({ commandId });

/** What a command is claimed by while its person is entered; nothing where it has no id, which it is refused for then. */
export function claimOf({ settings }: Services, procedure: string, raw: unknown): Claim | undefined {
  const read = withCommandId.safeParse(raw);
  if (!read.success) return undefined;
  // Keyed: an input may be a password, which a plain digest in the table would give away.
  const inputHash = createHmac('sha256', settings.secret).update(JSON.stringify(raw)).digest('hex');
  return { commandId: read.data.commandId, procedure, inputHash };
}

/**
 * A command sent twice has one effect (DESIGN 3, invariant 4): the first writes its answer beside its effect, in the
 * same transaction; the second waited for it when it was claimed, passes READ again and gets the same answer. The same
 * id with another input is refused. Its procedure says `once`, so that its id is claimed.
 */
export async function replayOrRun<Result extends { ok: boolean }>(step: Step<Result>): Promise<Result> {
  const { ctx } = step;
  if (ctx.claimed === null)
    throw new AppError('BAD_REQUEST', 'fields', {}, [{ path: 'commandId', key: 'id' }]);
  const { commandId, inputHash, first } = ctx.claimed;
  const key = { person: ctx.actor.personId, command: commandId };
  if (!first) return replay(step, key, inputHash);
  const result = await step.next();
  const data = 'data' in result ? result.data : null;
  const answer = sql`select concord.answer(${commandId}, ${JSON.stringify({ data: data ?? null })}::jsonb)`;
  if (result.ok) await last(ctx.tx, async () => ctx.tx.execute(answer));
  return result;
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
