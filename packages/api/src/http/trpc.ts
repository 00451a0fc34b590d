import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  transformTRPCResponse,
} from '@trpc/server';
import { appRouter } from '../root.ts';
import { transformer } from '../transformer.ts';
import type { Call } from '../trpc.ts';
import { bodyText } from './body.ts';
import { type Endpoint, isOwnOrigin, json, requestInfo } from './request.ts';

/** Five people imports' worth; the longest text a person can write is a fifth of a megabyte. */
const MOST_BYTES = 8 * 1024 * 1024;
const START = '/api/trpc/';
const { _config: config } = appRouter._def;

/**
 * The procedures over HTTP, one a request. Mutations are taken as application/json from our own origin only: a form of
 * another site can send neither, so it can change nothing in a person's name. tRPC's own adapter would go by way of a
 * fetch Request and Response, which costs half a millisecond of every answer.
 */
export const trpcEndpoint: Endpoint = async (services, req, res) => {
  if (req.method === 'POST') {
    if (!/^application\/json(;|$)/.test(req.headers['content-type'] ?? ''))
      return json(res, 415, { messageKey: 'contentType' });
    if (!isOwnOrigin(services, req)) return json(res, 403, { messageKey: 'origin' });
  } else if (req.method !== 'GET') {
    res.setHeader('allow', 'GET, POST');
    return json(res, 405, { messageKey: 'method' });
  }
  await answer({ services, request: requestInfo(services, req) }, req, res);
};

async function answer(ctx: Call, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const type = req.method === 'POST' ? 'mutation' : 'query';
  const [path = '', query = ''] = (req.url ?? '').slice(START.length).split('?', 2);
  let input: unknown;
  try {
    input = await inputOf(req, query);
    const call = { ctx, path, type, batchIndex: 0, signal: undefined } as const;
    const data = await callTRPCProcedure({ router: appRouter, ...call, getRawInput: async () => input });
    send(res, 200, { result: { data } });
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const shape = getTRPCErrorShape({ config, error, type, path, input, ctx });
    if (error.code === 'INTERNAL_SERVER_ERROR') {
      const { requestId } = ctx.request;
      ctx.services.log.error({ requestId, path, err: error.cause ?? error }, 'procedure failed');
    }
    send(res, shape.data.httpStatus, { error: shape });
  }
}

async function inputOf(req: IncomingMessage, query: string): Promise<unknown> {
  const text =
    req.method === 'POST' ? await bodyText(req, MOST_BYTES) : new URLSearchParams(query).get('input');
  if (text === undefined) throw new TRPCError({ code: 'PAYLOAD_TOO_LARGE' });
  if (!text) return undefined;
  try {
    return transformer.deserialize(JSON.parse(text));
  } catch (cause) {
    throw new TRPCError({ code: 'BAD_REQUEST', cause });
  }
}

function send(
  res: ServerResponse,
  status: number,
  said: Parameters<typeof transformTRPCResponse>[1] & object,
): void {
  const body = JSON.stringify(transformTRPCResponse(config, said));
  const headers = { 'content-type': 'application/json', 'cache-control': 'private, no-store' };
  res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}
