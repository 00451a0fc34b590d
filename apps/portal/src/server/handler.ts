import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { closedPolicy, makeNonce, portalPolicy } from './csp.ts';
import type { Traffic } from './drain.ts';
import { settleForwarded, type TrustedProxies } from './forwarded.ts';
import { gatherAnswer } from './gather.ts';
import { cachePolicy, holdHeader, securityHeaders } from './headers.ts';
import { withHeldTexts } from './held-texts.ts';
import { redirectToOwnName } from './host.ts';
import { answerLastResort } from './last-resort.ts';
import { legible } from './legible.ts';

/** What the handler needs: where the portal is, and who answers behind it. */
export type HandlerOptions = {
  portalUrl: URL;
  contentOrigin: string;
  dev: boolean;
  trusted: TrustedProxies;
  traffic: Traffic;
  /** The API's own routes; false when the request is none of them. */
  api: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** The build's files, compressed beforehand; false when the request is for none of them. */
  assets: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Next's request handler. */
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/** The request handler of the portal: names, headers and policies first, then the API, then Next. */
export function createHandler(options: HandlerOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    request.headers['x-request-id'] = requestId;
    response.setHeader('X-Request-Id', requestId);
    try {
      await answer(request, response, options);
    } catch (error) {
      console.error(
        JSON.stringify({ level: 'error', requestId, url: pathOf(request), error: describe(error) }),
      );
      answerLastResort(response, requestId);
    }
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: HandlerOptions,
): Promise<void> {
  const path = legible(request.url ?? '/');
  request.url = path;
  const pathname = pathOf(request);
  options.traffic.watch(response, pathname === '/api/events');
  const elsewhere = redirectToOwnName({ host: request.headers.host, path }, options.portalUrl);
  settleForwarded(request, options.portalUrl, options.trusted);
  settlePolicy(request, response, pathname, options);
  if (elsewhere !== null) {
    response.writeHead(308, { Location: elsewhere });
    response.end();
    return;
  }
  if (pathname.startsWith('/api/')) {
    response.setHeader('Cache-Control', 'private, no-store');
    if (await options.api(request, response)) return;
    if (!pathname.startsWith('/api/auth/')) {
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"error":"NOT_FOUND"}');
      return;
    }
  }
  holdHeader(response, 'Cache-Control', cachePolicy(pathname, options.dev));
  if (options.assets(request, response)) return;
  gatherAnswer(request, response);
  await withHeldTexts(request, () => options.pages(request, response));
}

/** Next reads the nonce from the request's policy; the browser gets the same policy with the answer. */
function settlePolicy(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  options: HandlerOptions,
): void {
  const { contentOrigin, dev } = options;
  const nonce = makeNonce();
  const page = !pathname.startsWith('/api/');
  const policy = page ? portalPolicy({ nonce, contentOrigin, dev }) : closedPolicy;
  request.headers['content-security-policy'] = policy;
  delete request.headers['content-security-policy-report-only'];
  request.headers['x-nonce'] = nonce;
  request.headers['x-concord-path'] = request.url ?? '/';
  const https = options.portalUrl.protocol === 'https:';
  for (const [name, value] of Object.entries(securityHeaders({ https, policy, pathname })))
    response.setHeader(name, value);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
