import { inTransaction } from '../context.ts';
import { AppError } from '../errors.ts';
import { analysisCsv } from '../features/quizzes/analysis-csv.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

const ADDRESS = /^\/api\/quizzes\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.csv(?:\?|$)/;

/** How a quiz's questions have worked, for a spreadsheet. */
export const quizCsvEndpoint: Endpoint = async (services, req, res) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('allow', 'GET, HEAD');
    return json(res, 405, { messageKey: 'method' });
  }
  const id = ADDRESS.exec(req.url ?? '')?.[1];
  if (!id) return json(res, 404, { messageKey: 'notFound' });
  try {
    const csv = await inTransaction(services, requestInfo(services, req), ({ actor, ...ctx }) => {
      if (!actor) throw new AppError('UNAUTHORIZED', 'signedOut');
      return analysisCsv({ ...ctx, actor }, id);
    });
    res.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="quiz-${id}.csv"`,
      'cache-control': 'private, no-store',
    });
    res.end(req.method === 'HEAD' ? undefined : csv);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    json(res, error.code === 'UNAUTHORIZED' ? 401 : 404, { messageKey: error.messageKey });
  }
};
