import { inTransaction, type SignedIn } from '../context.ts';
import { AppError } from '../errors.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

/** Something that leaves the portal as a file: its name in plain ASCII, its media type, and how its bytes are set. */
export type Paper = { name: string; type: string; write: () => Promise<Uint8Array> };

/** What an address asks for; null where it asks for nothing of the kind. */
type PaperAt = (address: URL) => ((ctx: SignedIn) => Promise<Paper>) | null;

const STATUS: Readonly<Record<string, number>> = { UNAUTHORIZED: 401, CONFLICT: 409 };

/**
 * An endpoint that answers a file made for the person of the request. What goes into it is read, and its going out is
 * recorded, in one transaction; it is set after that, and kept by no cache.
 */
export function paperEndpoint(paperAt: PaperAt): Endpoint {
  return async (services, req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      return json(res, 405, { messageKey: 'method' });
    }
    const paper = paperAt(new URL(req.url ?? '/', services.settings.url));
    if (!paper) return json(res, 404, { messageKey: 'notFound' });
    try {
      const { name, type, write } = await inTransaction(
        services,
        requestInfo(services, req),
        ({ actor, ...ctx }) => {
          if (!actor) throw new AppError('UNAUTHORIZED', 'signedOut');
          return paper({ ...ctx, actor });
        },
      );
      const bytes = await write();
      res.writeHead(200, {
        'content-type': type,
        'content-length': bytes.byteLength,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      });
      res.end(bytes);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      json(res, STATUS[error.code] ?? 404, { messageKey: error.messageKey });
    }
  };
}

/** The media type of a Word file. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Something that leaves the portal for a machine. */
export const jsonPaper = (name: string, content: object): Paper => ({
  name,
  type: 'application/json; charset=utf-8',
  write: async () => Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
});
