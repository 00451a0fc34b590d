import { icsOf } from '../features/calendar/ics.ts';
import { sessionEntry } from '../features/calendar/sessions.ts';
import { paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/live-sessions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.ics$/;

/** One date of a live session as a calendar file, for whom it is for. */
export const liveSessionEndpoint = paperEndpoint(({ pathname }) => {
  const id = ADDRESS.exec(pathname)?.[1];
  if (!id) return null;
  return async (ctx) => {
    const entry = await sessionEntry(ctx, id);
    const portal = ctx.services.settings.url;
    const text = Buffer.from(icsOf([entry], { locale: ctx.locale, zone: entry.zone, now: ctx.now, portal }));
    return { name: `session-${id}.ics`, type: 'text/calendar; charset=utf-8', write: async () => text };
  };
});
