import type { SignedIn } from '../context.ts';
import { icsOf } from '../features/calendar/ics.ts';
import type { Entry } from '../features/calendar/rules.ts';
import { badgesOf } from '../features/check-in/badges.ts';
import { badgesPdf } from '../features/check-in/badges-pdf.ts';
import { allExerciseDates, datesOfExercise } from '../features/exercises/calendar.ts';
import { byCodeInput } from '../features/exercises/schemas.ts';
import { takeOutInjects } from '../features/injects/take-out.ts';
import { takeOutReport } from '../features/reports/take-out.ts';
import { surveyCsv } from '../features/surveys/csv.ts';
import { surveyInput } from '../features/surveys/schemas.ts';
import { csvPaper } from './csv.ts';
import { type Paper, paperEndpoint } from './paper.ts';

const OF_ALL = '/api/exercises/calendar.ics';
const OF_SURVEY = /^\/api\/exercises\/([^/]+)\/surveys\/([^/]+)\.csv$/;
const OF_ONE =
  /^\/api\/exercises\/([^/]+)\/(calendar\.ics|badges\.pdf|injects\.xlsx|injects\.cexf\.json|report\.pdf|report\.docx)$/;

/**
 * What leaves an exercise as a file: its dates for a calendar, `/api/exercises/<code>/calendar.ics` (those of all exercises,
 * `/api/exercises/calendar.ics`), its badges, `badges.pdf`, and its events list, `injects.xlsx` or `injects.cexf.json`.
 */
export const exerciseFilesEndpoint = paperEndpoint(({ pathname }) => {
  if (pathname === OF_ALL)
    return async (ctx) => calendarFile(ctx, await allExerciseDates(ctx), 'exercises.ics');
  const [, of, survey] = OF_SURVEY.exec(pathname) ?? [];
  const wanted = surveyInput.safeParse({ surveyId: survey });
  if (of && wanted.success)
    return csvPaper({ name: `EXERCISE_${of}_survey`, write: (ctx) => surveyCsv(ctx, wanted.data.surveyId) });
  const [, asked, file] = OF_ONE.exec(pathname) ?? [];
  const input = byCodeInput.safeParse({ code: asked });
  if (!input.success) return null;
  const { code } = input.data;
  if (file === 'calendar.ics')
    return async (ctx) => calendarFile(ctx, await datesOfExercise(ctx, code), `${code}.ics`);
  if (file === 'badges.pdf')
    return async (ctx) => {
      const sheet = await badgesOf(ctx, code);
      return { name: `badges-${code}.pdf`, type: 'application/pdf', write: () => badgesPdf(sheet) };
    };
  if (file === 'report.pdf' || file === 'report.docx')
    return (ctx) => takeOutReport(ctx, code, file === 'report.pdf' ? 'pdf' : 'docx');
  return (ctx) => takeOutInjects(ctx, code, file === 'injects.xlsx' ? 'xlsx' : 'cexf');
});

function calendarFile(ctx: SignedIn, entries: readonly Entry[], name: string): Paper {
  const { locale, now } = ctx;
  const text = icsOf(entries, { locale, zone: ctx.actor.timeZone, now, portal: ctx.services.settings.url });
  return { name, type: 'text/calendar; charset=utf-8', write: async () => Buffer.from(text) };
}
