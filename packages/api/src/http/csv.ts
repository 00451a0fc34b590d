import { inTransaction, type SignedIn } from '../context.ts';
import { AppError } from '../errors.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

type Table = (address: URL) => { name: string; write: (ctx: SignedIn) => Promise<string> } | null;

/** An endpoint that answers a table for a spreadsheet, as far as the person of the request may see it. */
export function csvEndpoint(tableAt: Table): Endpoint {
  return async (services, req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      return json(res, 405, { messageKey: 'method' });
    }
    const table = tableAt(new URL(req.url ?? '/', 'http://portal'));
    if (!table) return json(res, 404, { messageKey: 'notFound' });
    try {
      const csv = await inTransaction(services, requestInfo(services, req), ({ actor, ...ctx }) => {
        if (!actor) throw new AppError('UNAUTHORIZED', 'signedOut');
        return table.write({ ...ctx, actor });
      });
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${table.name}.csv"`,
        'cache-control': 'private, no-store',
      });
      res.end(req.method === 'HEAD' ? undefined : csv);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      json(res, error.code === 'UNAUTHORIZED' ? 401 : 404, { messageKey: error.messageKey });
    }
  };
}
