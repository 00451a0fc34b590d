import { inTransaction, type SignedIn } from '../context.ts';
import { AppError } from '../errors.ts';
import { papersOfCohort } from '../features/credentials/of-cohort.ts';
import { credentialPdf, credentialsPdf } from '../features/credentials/pdf.ts';
import { credentialPaper } from '../features/credentials/queries.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ONE = new RegExp(`^/api/credentials/(${ID})\\.pdf(?:\\?|$)`);
const OF_COHORT = new RegExp(`^/api/credentials/cohort/(${ID})/([1-9]\\d{0,3})\\.pdf(?:\\?|$)`);

type Paper = { name: string; set: () => Promise<Uint8Array> };

/** What an address asks for, read in the reader's transaction and set after it; null for an address of nothing. */
function asked(address: string, portalUrl: URL): ((ctx: SignedIn) => Promise<Paper>) | null {
  const [, cohortId, file] = OF_COHORT.exec(address) ?? [];
  if (cohortId)
    return async (ctx) => {
      const { name, papers } = await papersOfCohort(ctx, { cohortId, file: Number(file), portalUrl });
      return { name: `credentials-${cohortId}-${file}`, set: () => credentialsPdf(papers, name) };
    };
  const id = ONE.exec(address)?.[1];
  if (!id) return null;
  return async (ctx) => {
    const paper = await credentialPaper(ctx, id, portalUrl);
    return { name: `concord-${paper.id}`, set: () => credentialPdf(paper) };
  };
}

/** Credentials on paper: one for its holder, or a cohort's for its staff; set anew each time, and kept by no cache. */
export const credentialPdfEndpoint: Endpoint = async (services, req, res) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('allow', 'GET, HEAD');
    return json(res, 405, { messageKey: 'method' });
  }
  const read = asked(req.url ?? '', services.settings.url);
  if (!read) return json(res, 404, { messageKey: 'notFound' });
  try {
    const { name, set } = await inTransaction(services, requestInfo(services, req), ({ actor, ...ctx }) => {
      if (!actor) throw new AppError('UNAUTHORIZED', 'signedOut');
      return read({ ...ctx, actor });
    });
    const bytes = await set();
    res.writeHead(200, {
      'content-type': 'application/pdf',
      'content-length': bytes.byteLength,
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'private, no-store',
    });
    res.end(req.method === 'HEAD' ? undefined : bytes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    json(res, error.code === 'UNAUTHORIZED' ? 401 : 404, { messageKey: error.messageKey });
  }
};
