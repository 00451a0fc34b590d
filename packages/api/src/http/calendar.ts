import { withCalendar } from '../features/calendar/enter.ts';
import { entriesOf } from '../features/calendar/entries.ts';
import { icsOf } from '../features/calendar/ics.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

const ADDRESS = /^\/api\/calendar\/([\w-]{43})\.ics(?:\?|$)/;

/** A person's calendar by its secret address, without a sign-in. What is no address, or none any more, is not there. */
export const calendarEndpoint: Endpoint = async (services, req, res) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('allow', 'GET, HEAD');
    return json(res, 405, { messageKey: 'method' });
  }
  const secret = ADDRESS.exec(req.url ?? '')?.[1];
  const portal = services.settings.url;
  const text =
    secret &&
    (await withCalendar(services, requestInfo(services, req), secret, async (ctx) =>
      icsOf(await entriesOf(ctx), { ...ctx.actor, zone: ctx.actor.timeZone, now: ctx.now, portal }),
    ));
  if (!text) return json(res, 404, { messageKey: 'notFound' });
  res.writeHead(200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="concord.ics"',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  });
  res.end(req.method === 'HEAD' ? undefined : text);
};
