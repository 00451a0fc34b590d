import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { appRouter } from '../root.ts';
import { type Endpoint, isOwnOrigin, json, requestInfo } from './request.ts';

/** Five people imports' worth; the longest text a person can write is a fifth of a megabyte. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_CALLS = 10;

/**
 * The procedures over HTTP. Mutations are taken as application/json from our own origin only: a form of another site
 * can send neither, so it can change nothing in a person's name.
 */
export const trpcEndpoint: Endpoint = async (services, req, res) => {
  if (req.method === 'POST') {
    if (!/^application\/json(;|$)/.test(req.headers['content-type'] ?? '')) {
      return json(res, 415, { messageKey: 'contentType' });
    }
    if (!isOwnOrigin(services, req)) return json(res, 403, { messageKey: 'origin' });
  }
  const request = requestInfo(services, req);
  res.setHeader('cache-control', 'private, no-store');
  await nodeHTTPRequestHandler({
    req,
    res,
    path: (req.url ?? '').split('?')[0]?.slice('/api/trpc/'.length) ?? '',
    router: appRouter,
    maxBodySize: MOST_BYTES,
    maxBatchSize: MOST_CALLS,
    createContext: () => ({ services, request }),
    onError: ({ error, path }) => {
      if (error.code !== 'INTERNAL_SERVER_ERROR') return;
      services.log.error(
        { requestId: request.requestId, path, err: error.cause ?? error },
        'procedure failed',
      );
    },
  });
};
