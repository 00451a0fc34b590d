import { icsOf } from '../features/calendar/ics.ts';
import { meetingEntry } from '../features/meetings/calendar.ts';
import { meetingForReading } from '../features/meetings/load.ts';
import { meetingInput } from '../features/meetings/schemas.ts';
import { summaryJson, takeOutSummary } from '../features/meetings/summary.ts';
import { summaryWord } from '../features/meetings/summary-word.ts';
import { DOCX, jsonPaper, paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/meetings\/([^/]+)\.(ics|docx|json)$/;

/** A meeting for one's calendar, `/api/meetings/<id>.ics`, and its summary record, `.docx` for people and `.json` for machines. */
export const meetingFilesEndpoint = paperEndpoint(({ pathname }) => {
  const [, id, ending] = ADDRESS.exec(pathname) ?? [];
  const input = meetingInput.safeParse({ meetingId: id });
  if (!input.success) return null;
  const { meetingId } = input.data;
  return async (ctx) => {
    if (ending === 'json') {
      const { name, summary, takenOutAt } = await takeOutSummary(ctx, meetingId, ending);
      return jsonPaper(name, summaryJson(summary, takenOutAt));
    }
    if (ending === 'docx') {
      const { name, summary, language } = await takeOutSummary(ctx, meetingId, ending);
      return { name, type: DOCX, write: () => summaryWord(summary, language) };
    }
    const meeting = await meetingForReading(ctx, meetingId);
    const { locale, now } = ctx;
    const { timeZone: zone } = ctx.actor;
    const portal = ctx.services.settings.url;
    const text = icsOf([meetingEntry(meeting)], { locale, zone, now, portal });
    const name = `meeting-${meetingId.slice(-8)}.ics`;
    return { name, type: 'text/calendar; charset=utf-8', write: async () => Buffer.from(text) };
  };
});
