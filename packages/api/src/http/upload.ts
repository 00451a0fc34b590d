import type { IncomingMessage, ServerResponse } from 'node:http';
import { files } from '@concord/db/schema/system';
import { and, eq, sql } from 'drizzle-orm';
import { type Context, inTransaction, type SignedIn } from '../context.ts';
import { AppError } from '../errors.ts';
import { ownCourse } from '../features/authoring/load.ts';
import { singleLine, uuid } from '../schemas.ts';
import type { Services } from '../services.ts';
import { LARGEST_COURSE_FILE, LARGEST_FILE, receive, tooLarge } from '../storage/receive.ts';
import { expectFile, type FileToStore, findCopy, keepFile } from '../storage/store.ts';
import { isOwnOrigin, json, requestInfo } from './request.ts';

/** Uploads that a person may have waiting to be attached, in all. */
const MOST_WAITING = 500 * 1024 * 1024;
const MOST_AT_ONCE = 4;
const DRAIN_MS = 3_000;

const STATUS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
};

const underWay = new Map<string, number>();
const fileName = singleLine({ min: 1, max: 255 });

/** Where a file is to go: to the person who brings it, until it is attached to something, or to a course they write. */
type Wanted = { name: string; courseId: string | null };

/** Takes one file of the person who is signed in. */
export async function upload(
  services: Services,
  req: IncomingMessage,
  res: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  try {
    const wanted = check(services, req, query);
    json(res, 201, await take(services, req, wanted));
  } catch (error) {
    if (error instanceof AppError) refuse(req, res, error);
    // Whoever broke off in the middle waits for no answer.
    else if (req.complete || !req.destroyed) throw error;
  }
}

/** Everything that can be refused before a byte is read. */
function check(services: Services, req: IncomingMessage, query: URLSearchParams): Wanted {
  if (!isOwnOrigin(services, req)) throw new AppError('FORBIDDEN', 'origin');
  const container = query.get('container') ?? 'person';
  const course = container === 'course' ? uuid.safeParse(query.get('course')) : null;
  if ((container !== 'person' && course === null) || course?.success === false)
    throw new AppError('BAD_REQUEST', 'file.container');
  const limit = course ? LARGEST_COURSE_FILE : LARGEST_FILE;
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const name = fileName.safeParse((query.get('name') ?? '').replace(/^.*[/\\]/, ''));
  if (!name.success) throw new AppError('BAD_REQUEST', 'file.name');
  return { name: name.data, courseId: course?.data ?? null };
}

/** A short transaction before the bytes and one after them; none is open while they come. */
async function take(services: Services, req: IncomingMessage, wanted: Wanted) {
  const request = requestInfo(services, req);
  const expected = await inTransaction(services, request, async (ctx) => {
    const { personId } = (await mayBring(ctx, wanted)).actor;
    const place = wanted.courseId
      ? ({ container: 'course', containerId: wanted.courseId, limit: LARGEST_COURSE_FILE } as const)
      : ({ container: 'person', containerId: personId } as const);
    const file = { ...place, name: wanted.name, createdBy: personId };
    return { file, incoming: await expectFile(ctx, file), personId };
  });
  return oneOfFew(expected.personId, async () => {
    const received = await receive(services.storage, expected.incoming, bytesOf(req));
    try {
      return await inTransaction(services, request, async (ctx) => {
        await mayBring(ctx, wanted);
        const copy = await findCopy(ctx, expected.file, received.sha256);
        const kept = copy ?? (await keepFile(ctx, expected.file, expected.incoming, received));
        if (copy) ctx.afterCommit(() => void services.storage.remove(expected.incoming.storageKey));
        const { sha256: _, ...stored } = kept;
        return stored;
      });
    } catch (error) {
      await services.storage.remove(expected.incoming.storageKey);
      throw error;
    }
  });
}

/** The body; giving up on it does not cut the connection that the answer goes over. */
const bytesOf = (req: IncomingMessage): AsyncIterable<Uint8Array> => req.iterator({ destroyOnReturn: false });

async function mayBring(ctx: Context, { courseId }: Wanted): Promise<SignedIn> {
  if (!ctx.actor) throw new AppError('UNAUTHORIZED', 'signedOut');
  if (courseId) {
    await ownCourse(ctx as SignedIn, courseId);
    return ctx as SignedIn;
  }
  const [row] = await ctx.tx
    .select({ bytes: sql<string>`coalesce(sum(${files.size}), 0)` })
    .from(files)
    .where(
      and(
        eq(files.createdBy, ctx.actor.personId),
        eq(files.container, 'person' satisfies FileToStore['container']),
      ),
    );
  if (Number(row?.bytes ?? 0) > MOST_WAITING) throw new AppError('TOO_MANY_REQUESTS', 'file.waiting');
  return ctx as SignedIn;
}

async function oneOfFew<Result>(personId: string, work: () => Promise<Result>): Promise<Result> {
  const now = underWay.get(personId) ?? 0;
  if (now >= MOST_AT_ONCE) throw new AppError('TOO_MANY_REQUESTS', 'file.busy', { most: MOST_AT_ONCE });
  underWay.set(personId, now + 1);
  try {
    return await work();
  } finally {
    const left = (underWay.get(personId) ?? 1) - 1;
    if (left > 0) underWay.set(personId, left);
    else underWay.delete(personId);
  }
}

/** Answers at once, and reads what is still being sent for a moment only, so that the answer is not lost on the way. */
function refuse(req: IncomingMessage, res: ServerResponse, error: AppError): void {
  res.setHeader('connection', 'close');
  json(res, STATUS[error.code] ?? 400, { messageKey: error.messageKey, params: error.params });
  if (req.complete || req.destroyed) return;
  req.on('error', () => undefined);
  req.resume();
  const end = setTimeout(() => req.destroy(), DRAIN_MS);
  end.unref();
  req.once('close', () => clearTimeout(end));
}
