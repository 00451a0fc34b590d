import { inTransaction } from '../context.ts';
import { AppError } from '../errors.ts';
import { icsOf } from '../features/calendar/ics.ts';
import { sessionEntry } from '../features/calendar/sessions.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

const ADDRESS = /^\/api\/live-sessions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.ics(?:\?|$)/;

/** One date of a live session as a calendar file, for whom it is for. */
export const liveSessionEndpoint: Endpoint = async (services, req, res) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('allow', 'GET, HEAD');
    return json(res, 405, { messageKey: 'method' });
  }
  const id = ADDRESS.exec(req.url ?? '')?.[1];
  if (!id) return json(res, 404, { messageKey: 'notFound' });
  try {
    const text = await inTransaction(services, requestInfo(services, req), async ({ actor, ...ctx }) => {
      if (!actor) throw new AppError('UNAUTHORIZED', 'signedOut');
      const entry = await sessionEntry({ ...ctx, actor }, id);
      const setting = { locale: ctx.locale, zone: entry.zone, now: ctx.now, portal: services.settings.url };
      return icsOf([entry], setting);
    });
    res.writeHead(200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="session-${id}.ics"`,
      'cache-control': 'private, no-store',
    });
    res.end(req.method === 'HEAD' ? undefined : text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    json(res, error.code === 'UNAUTHORIZED' ? 401 : 404, { messageKey: error.messageKey });
  }
};
