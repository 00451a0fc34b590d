import { createServer, type Server } from 'node:http';
import { closedPolicy } from './csp.ts';

/**
 * The content origin: where uploaded packages are served from, on another site than the portal so that nothing
 * in them can reach the portal's cookies. It holds no package yet, and says so to whatever is asked.
 */
export function createContentServer(): Server {
  return createServer((_request, response) => {
    response.writeHead(404, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': closedPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
    response.end('Not found\n');
  });
}
