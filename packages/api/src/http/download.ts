import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { files } from '@concord/db/schema/system';
import { eq } from 'drizzle-orm';
import { inTransaction } from '../context.ts';
import { dataKey } from '../sealing/sealing.ts';
import type { Services } from '../services.ts';
import { isInline, isPlayable } from '../storage/media-type.ts';
import type { ByteRange } from '../storage/storage.ts';
import { type FileRow, readFileRange } from '../storage/store.ts';
import { readRange } from './byte-range.ts';
import { json, requestInfo } from './request.ts';

/** Sends a file's bytes to whoever may read its row. What is not there and what may not be read give one answer. */
export async function download(
  services: Services,
  req: IncomingMessage,
  res: ServerResponse,
  id: string | undefined,
): Promise<void> {
  const answer = await inTransaction(services, requestInfo(services, req), async (ctx) => {
    if (!ctx.actor) return 'signedOut';
    if (id === undefined) return undefined;
    const [row] = await ctx.tx.select().from(files).where(eq(files.id, id));
    return row && { row, key: await dataKey(ctx, row.containerId) };
  });
  if (answer === 'signedOut') return json(res, 401, { messageKey: 'signedOut' });
  if (!answer) return json(res, 404, { messageKey: 'notFound' });
  const { row, key } = answer;
  describe(res, row);
  if (req.headers['if-none-match'] === etagOf(row)) return void res.writeHead(304).end();
  const range = row.size === 0 ? 'whole' : readRange(req.headers.range, row.size);
  if (range === 'impossible') {
    return void res.writeHead(416, { 'content-range': `bytes */${row.size}`, 'content-length': 0 }).end();
  }
  await send(services, req, res, row, key, range);
}

async function send(
  services: Services,
  req: IncomingMessage,
  res: ServerResponse,
  row: FileRow,
  key: Buffer,
  range: ByteRange | 'whole',
): Promise<void> {
  const stretch = range === 'whole' ? { start: 0, end: Math.max(0, row.size - 1) } : range;
  const length = row.size === 0 ? 0 : stretch.end - stretch.start + 1;
  const bytes = readFileRange(services.storage, row, key, stretch);
  // The first piece is authenticated before anything is promised.
  const first = req.method === 'HEAD' ? undefined : await bytes.next();
  res.setHeader('content-length', length);
  if (range === 'whole') res.writeHead(200);
  else res.writeHead(206, { 'content-range': `bytes ${stretch.start}-${stretch.end}/${row.size}` });
  if (!first || first.done) return void res.end();
  const { value } = first;
  async function* all() {
    yield value;
    yield* bytes;
  }
  await pipeline(all, res).catch((err: unknown) => {
    if (res.destroyed && (err as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    services.log.error({ err, fileId: row.id }, 'a file could not be sent whole');
    res.destroy();
  });
}

/** Headers that keep bytes from being more than bytes: their own type, no sniffing, a download unless known to be safe. */
function describe(res: ServerResponse, row: FileRow): void {
  const inline = isInline(row.mediaType) || isPlayable(row.mediaType);
  const name = encodeURIComponent(row.name).replace(
    /['()*]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  res.setHeader(
    'content-type',
    row.mediaType.startsWith('text/') ? `${row.mediaType}; charset=utf-8` : row.mediaType,
  );
  res.setHeader('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  res.setHeader('accept-ranges', 'bytes');
  const keep = row.container === 'course' && inline;
  res.setHeader('cache-control', keep ? 'private, max-age=3600' : 'private, no-store');
  if (keep) res.setHeader('etag', etagOf(row));
}

const etagOf = (row: FileRow) => `"${row.sha256.slice(0, 32)}"`;
