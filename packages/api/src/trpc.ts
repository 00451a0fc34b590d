import { initTRPC, type TRPCError } from '@trpc/server';
import type { SQL } from 'drizzle-orm';
import { ZodError } from 'zod';
import {
  type Actor,
  type Context,
  inOneStatement,
  inTransaction,
  type RequestInfo,
  type SignedIn,
} from './context.ts';
import { AppError } from './errors.ts';
import { fieldsOf } from './field-problems.ts';
import { claimOf, replayOrRun } from './idempotency.ts';
import type { PageTransaction } from './page-transaction.ts';
import { isAdministrator, isRecent } from './policies/actor.ts';
import { runsInside } from './policies/play.ts';
import type { Services } from './services.ts';
import { transformer } from './transformer.ts';

/** What a procedure says of itself: its guard, that it takes effect once, and how its repeated answer passes READ again. */
export type Meta = {
  guard?: 'public' | 'signedIn' | 'administrator' | 'recent';
  once?: boolean;
  reread?: (ctx: SignedIn, result: unknown) => Promise<boolean>;
};

/** What a call brings: the process's services, the request, and the transaction of the page it is part of. */
export type Call = { services: Services; request: RequestInfo; page?: PageTransaction };

const t = initTRPC
  .context<Call>()
  .meta<Meta>()
  .create({
    transformer,
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => ({
      code: shape.code,
      message: error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : shape.message,
      data: {
        code: error.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path,
        requestId: ctx?.request.requestId ?? '',
        ...wordsOf(error),
      },
    }),
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * One transaction for each procedure, entered as the session's person; a failure rolls all of it back. The queries of
 * a page share one.
 */
const inContext = t.procedure.use(async ({ ctx, next, type, path, meta, getRawInput }) => {
  const work = async (inner: Context) => {
    const result = await next({ ctx: inner });
    if (!result.ok) throw result.error;
    return result;
  };
  if (ctx.page && type === 'query') return ctx.page.run(work);
  const claim = meta?.once ? claimOf(ctx.services, path, await getRawInput()) : undefined;
  return inTransaction(ctx.services, ctx.request, work, claim);
});

/** For anybody, signed in or not. */
export const publicProcedure = inContext.meta({ guard: 'public' });
export const publicCommand = publicProcedure;

/** For a person who is signed in. */
export const signedIn = inContext.meta({ guard: 'signedIn' }).use(({ ctx, next, path, type }) => {
  const actor = admitted(ctx.actor, { path, type });
  return next({ ctx: { ...ctx, actor } as SignedIn });
});

function admitted(actor: Actor | null, { path, type }: { path: string; type: string }): Actor {
  if (!actor) throw new AppError('UNAUTHORIZED', 'signedOut');
  // Inside an exercise only what is play is done: all else would be done to the world outside.
  if (type === 'mutation' && actor.exerciseId && !runsInside(path))
    throw new AppError('CONFLICT', 'twins.inside');
  return actor;
}

/**
 * A mutation that is one statement and nothing else, for a person who is signed in: `ask` enters them in that statement.
 * It keeps no command id, so what it does must be safe to do again.
 */
export const signedInStatement = t.procedure
  .meta({ guard: 'signedIn' })
  .use(async ({ ctx: { services, request }, next, path, type }) => {
    const ask = async <Answer>(wanted: SQL) => {
      const { actor, answer } = await inOneStatement<Answer>(services, request, wanted);
      admitted(actor, { path, type });
      return answer;
    };
    const result = await next({ ctx: { ask } });
    if (result.ok || result.error.code !== 'BAD_REQUEST') return result;
    // The guard stands before the input: nobody hears what is wrong with theirs.
    await inTransaction(services, request, async ({ actor }) => admitted(actor, { path, type }));
    return result;
  });

/** For an administrator, with the second factor. To others it does not exist. */
export const administrator = signedIn.meta({ guard: 'administrator' }).use(({ ctx, next }) => {
  if (!isAdministrator(ctx.actor)) throw new AppError('NOT_FOUND', 'notFound');
  return next();
});

/** A mutation: its `commandId` makes it take effect once. */
export const signedInCommand = signedIn.meta({ once: true }).use((step) => replayOrRun(step));

/** A mutation of an administrator. */
export const administratorCommand = administrator.meta({ once: true }).use((step) => replayOrRun(step));

/** A sensitive mutation: the person proved who they are within the last quarter of an hour. */
export const recentCommand = signedIn
  .meta({ guard: 'recent', once: true })
  .use(({ ctx, next }) => {
    if (!isRecent(ctx.actor, ctx.now)) throw new AppError('PRECONDITION_FAILED', 'stepUp.required');
    return next();
  })
  .use((step) => replayOrRun(step));

/** As `recentCommand`, for an administrator. */
export const recentAdministratorCommand = recentCommand.use(({ ctx, next }) => {
  if (!isAdministrator(ctx.actor)) throw new AppError('NOT_FOUND', 'notFound');
  return next();
});

function wordsOf(error: TRPCError) {
  if (error instanceof AppError)
    return { messageKey: error.messageKey, params: error.params, fields: error.fields };
  if (error.cause instanceof ZodError)
    return { messageKey: 'fields', params: {}, fields: fieldsOf(error.cause) };
  return { messageKey: error.code, params: {}, fields: [] };
}
