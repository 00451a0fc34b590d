import { icsOf } from '../features/calendar/ics.ts';
import { sessionEntry } from '../features/calendar/sessions.ts';
import { attendanceCsv } from '../features/live-sessions/csv.ts';
import { csvPaper } from './csv.ts';
import { paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/live-sessions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(ics|csv)$/;

/** One date of a live session: as a calendar file for whom it is for, and who was there as a table for who runs it. */
export const liveSessionEndpoint = paperEndpoint(({ pathname }) => {
  const [, id, ending] = ADDRESS.exec(pathname) ?? [];
  if (!id) return null;
  if (ending === 'csv') return csvPaper({ name: `attendance-${id}`, write: (ctx) => attendanceCsv(ctx, id) });
  return async (ctx) => {
    const entry = await sessionEntry(ctx, id);
    const portal = ctx.services.settings.url;
    const text = Buffer.from(icsOf([entry], { locale: ctx.locale, zone: entry.zone, now: ctx.now, portal }));
    return { name: `session-${id}.ics`, type: 'text/calendar; charset=utf-8', write: async () => text };
  };
});
