import { inTransaction } from '../context.ts';
import { AppError } from '../errors.ts';
import { credentialPdf } from '../features/credentials/pdf.ts';
import { credentialPaper } from '../features/credentials/queries.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

const ADDRESS = /^\/api\/credentials\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.pdf(?:\?|$)/;

/** A credential on paper, for its holder and administrators; set anew each time, and kept by no cache. */
export const credentialPdfEndpoint: Endpoint = async (services, req, res) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('allow', 'GET, HEAD');
    return json(res, 405, { messageKey: 'method' });
  }
  const id = ADDRESS.exec(req.url ?? '')?.[1];
  if (!id) return json(res, 404, { messageKey: 'notFound' });
  try {
    const paper = await inTransaction(services, requestInfo(services, req), ({ actor, ...ctx }) => {
      if (!actor) throw new AppError('UNAUTHORIZED', 'signedOut');
      return credentialPaper({ ...ctx, actor }, id, services.settings.url);
    });
    const bytes = await credentialPdf(paper);
    res.writeHead(200, {
      'content-type': 'application/pdf',
      'content-length': bytes.byteLength,
      'content-disposition': `attachment; filename="concord-${paper.id}.pdf"`,
      'cache-control': 'private, no-store',
    });
    res.end(req.method === 'HEAD' ? undefined : bytes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    json(res, error.code === 'UNAUTHORIZED' ? 401 : 404, { messageKey: error.messageKey });
  }
};
