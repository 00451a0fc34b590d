import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { Span, Week } from './rules.ts';
import type { DashboardInput } from './schemas.ts';

type UnitFigures = { begun: number; done: number; seconds: number | null };

/** What `concord.dashboard` says, all in counts. */
export type Figures = {
  seated: number | null;
  enrolled: number;
  begun: number;
  half: number;
  complete: number;
  passed: number;
  days: number | null;
  due: Partial<Record<Span, number>>;
  units: Record<string, UnitFigures>;
  weeks: Week[];
};

type ResultRow = {
  activity_key: string;
  people: string;
  passed: string;
  waiting: string;
  fifths: (string | number)[];
  mean: number | null;
};

type QuestionRow = {
  activity_key: string;
  question_id: string;
  place: string;
  tries: string;
  share: number;
  seconds: number | null;
};

type Asked = Pick<DashboardInput, 'partyId' | 'from' | 'to'> & {
  courseId: string;
  cohortId: string | null;
};

/** The three set-based questions behind a dashboard; each checks for itself whose figures the asker may have. */
export async function figuresOf(ctx: SignedIn, asked: Asked) {
  const { courseId, cohortId, partyId = null, from, to } = asked;
  const whose = sql`${courseId}::uuid, ${cohortId}::uuid, ${partyId}::uuid, ${dayEdge(from, 0)}, ${dayEdge(to, 1)}`;
  const [row] = await ctx.tx.execute<{ figures: Figures }>(
    sql`select concord.dashboard(${whose}) as figures`,
  );
  const results = await ctx.tx.execute<ResultRow>(sql`select * from concord.dashboard_results(${whose})`);
  const questions = await ctx.tx.execute<QuestionRow>(
    sql`select * from concord.dashboard_questions(${whose})`,
  );
  return {
    figures: row?.figures ?? nothing,
    results: results.map((one) => ({
      key: one.activity_key,
      people: Number(one.people),
      passed: Number(one.passed),
      waiting: Number(one.waiting),
      fifths: one.fifths.map(Number),
      mean: one.mean,
    })),
    questions: questions.map((one) => ({
      key: one.activity_key,
      questionId: one.question_id,
      place: one.place,
      tries: Number(one.tries),
      share: one.share,
      seconds: one.seconds,
    })),
  };
}

/** The first instant of a day at headquarters, or of the day after. */
function dayEdge(day: string | undefined, later: 0 | 1) {
  if (day === undefined) return sql`null::timestamptz`;
  return sql`((${day}::date + ${later}::integer)::timestamp at time zone (select time_zone from system_setting))`;
}

const nothing: Figures = {
  ...{ seated: null, enrolled: 0, begun: 0, half: 0, complete: 0, passed: 0, days: null },
  ...{ due: {}, units: {}, weeks: [] },
};
