import { parties } from '@concord/db/schema/parties';
import { bankQuestions } from '@concord/db/schema/questions';
import { asc, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { partiesOfGrades } from '../../policies/grades.ts';
import { subjectOf } from '../grades/book.ts';
import { type Figures, figuresOf } from './figures.ts';
import { earlierThan, spans, stages, wholeWeeks } from './rules.ts';
import type { DashboardInput } from './schemas.ts';

/** How a course or a cohort goes, in figures of the people the reader may see. */
export async function dashboard(ctx: SignedIn, input: DashboardInput) {
  const subject = await subjectOf(ctx, input.of);
  const seen = partiesOfGrades(ctx.actor, subject);
  found(seen === null || seen.length > 0 ? subject : undefined);
  const { courseId, cohortId } = subject;
  const { partyId, from, to } = input;
  const { figures, results, questions } = await figuresOf(ctx, { courseId, cohortId, partyId, from, to });
  const weeks = wholeWeeks(figures.weeks, ctx.now);
  const parts = await partsOf(ctx, courseId);
  const names = await questionNames(
    ctx,
    questions.map(({ questionId }) => questionId),
  );
  const titles = new Map(parts.map(({ key, title, unitTitle }) => [key, { title, unit: unitTitle }]));
  const place = new Map(parts.map(({ key }, index) => [key, index]));
  const inCourse = (a: { key: string }, b: { key: string }) =>
    (place.get(a.key) ?? parts.length) - (place.get(b.key) ?? parts.length) || a.key.localeCompare(b.key);
  const titled = <Row extends { key: string }>(row: Row) => ({
    ...row,
    ...(titles.get(row.key) ?? { title: row.key, unit: '' }),
  });
  return {
    ...subject,
    parties: await partiesSeen(ctx, seen),
    stages: stagesOf(figures),
    days: figures.days,
    due: spans.map((span) => ({ span, people: figures.due[span] ?? 0 })),
    weeks,
    /** Of before those weeks. */
    earlier: earlierThan(weeks, figures.weeks),
    units: unitsOf(parts, figures),
    results: results.map(titled).sort(inCourse),
    questions: numbered(questions.sort((a, b) => inCourse(a, b) || byPlace(a.place, b.place))).map(
      ({ questionId, place: _, ...row }) => ({
        ...titled(row),
        id: questionId,
        name: names.get(questionId) ?? null,
      }),
    ),
  };
}

export type Dashboard = Awaited<ReturnType<typeof dashboard>>;

/** Stages in order; a seat is one of a cohort's alone. */
function stagesOf(figures: Figures) {
  return stages.flatMap((stage) => {
    const people = figures[stage];
    return people === null ? [] : [{ stage, people }];
  });
}

const byPlace = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/** Each question with its number within its quiz: what one may say of it to who may not read it. */
function numbered<Row extends { key: string }>(rows: readonly Row[]): (Row & { number: number })[] {
  const count = new Map<string, number>();
  return rows.map((row) => {
    const number = (count.get(row.key) ?? 0) + 1;
    count.set(row.key, number);
    return { ...row, number };
  });
}

async function partiesSeen(ctx: SignedIn, seen: string[] | null) {
  return ctx.tx
    .select({ id: parties.id, code: parties.code, nameEn: parties.nameEn, nameFr: parties.nameFr })
    .from(parties)
    .where(seen === null ? undefined : inArray(parties.id, seen))
    .orderBy(asc(parties.code));
}

type Part = {
  key: string;
  titles: Record<string, string>;
  minutes: number;
  required: boolean;
  unit_key: string;
  unit_titles: Record<string, string>;
  newest: boolean;
};

/** The activities of all published versions, each as the newest that has it says, in their order. */
async function partsOf(ctx: SignedIn, courseId: string) {
  const rows = await ctx.tx.execute<Part>(sql`
    select p.key, p.titles, p.minutes, p.required, p.unit_key, p.unit_titles, p.number = max(p.number) over () as newest
    from (select distinct on (a.key) a.key, a.titles, a.minutes, a.required, u.key as unit_key, u.titles as unit_titles,
        v.number, u.position as unit_position, a.position
      from activity a join unit u on u.id = a.unit_id join course_version v on v.id = a.version_id
      where v.course_id = ${courseId} and v.published_at is not null order by a.key, v.number desc) p
    order by p.number desc, p.unit_position, p.position`);
  const word = (titles: Record<string, string>, key: string) =>
    titles[ctx.locale] ?? Object.values(titles)[0] ?? key;
  return rows.map((row) => ({
    key: row.key,
    title: word(row.titles, row.key),
    minutes: row.required ? row.minutes : 0,
    unitKey: row.unit_key,
    unitTitle: word(row.unit_titles, row.unit_key),
    newest: row.newest,
  }));
}

/** Units in the course's order: those of the newest version, and older ones that somebody is still in. */
function unitsOf(parts: Awaited<ReturnType<typeof partsOf>>, { units }: Figures) {
  const order = [...new Map(parts.map((part) => [part.unitKey, part])).keys()];
  return order.flatMap((key) => {
    const own = parts.filter(({ unitKey }) => unitKey === key);
    const known = units[key];
    if (!known && !own.some(({ newest }) => newest)) return [];
    const planned = own.filter(({ newest }) => newest).reduce((sum, { minutes }) => sum + minutes, 0);
    const seconds = known?.seconds ?? null;
    return [
      {
        ...{
          key,
          title: own[0]?.unitTitle ?? key,
          begun: known?.begun ?? 0,
          done: known?.done ?? 0,
          planned,
        },
        minutes: seconds === null ? null : Math.max(1, Math.round(seconds / 60)),
      },
    ];
  });
}

/** The names of questions for who may read the bank; row security gives nobody else any. */
async function questionNames(ctx: SignedIn, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: bankQuestions.id, name: bankQuestions.name })
    .from(bankQuestions)
    .where(inArray(bankQuestions.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
