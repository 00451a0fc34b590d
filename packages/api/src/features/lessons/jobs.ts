import { lessonReminders } from '@concord/db/schema/lessons';
import { sql } from 'drizzle-orm';
import { asWorker } from '../../context.ts';
import { dayIn } from '../../days.ts';
import type { Services } from '../../services.ts';
import { type News, notifyAll } from '../notifications/notify.ts';
import { newsOfLesson } from './actions.ts';
import { reminderDue } from './rules.ts';

const BATCH = 2_000;

type Row = {
  id: string;
  dueOn: string;
  personId: string;
  zone: string;
  code: string;
  lessonId: string;
  number: number;
};

/** Actions that are still to be done: not done or dropped, of a lesson neither learned nor set aside. */
export const openActions = sql`
  not exists (select from lesson_step s where s.action_id = a.id and s.kind in ('done', 'dropped')
    and not exists (select from lesson_step n where n.action_id = a.id and n.id > s.id and n.kind = 'undone'))
  and not exists (select from lesson_step s where s.lesson_id = a.lesson_id and s.kind in ('learned', 'setAside')
    and not exists (select from lesson_step n where n.lesson_id = a.lesson_id and n.id > s.id and n.kind = 'reopened'))`;

/**
 * Reminds owners of what they have to do about lessons: a week before its day, the day before, and once it is late. Each
 * once for a day, however many workers run; that it is late stands on every page without any.
 */
export async function remindActions(services: Services): Promise<number> {
  return asWorker(services, async (ctx) => {
    const rows = await ctx.tx.execute<Row>(sql`
      select a.id, a.due_on::text as "dueOn", a.person_id as "personId", e.time_zone as zone, e.code,
        l.id as "lessonId", l.number
      from lesson_action a join lesson l on l.id = a.lesson_id join exercise e on e.id = a.exercise_id
      join person p on p.id = a.person_id and (p.ended_at is null or p.ended_at > now())
      where a.due_on < (now() + interval '9 days')::date and ${openActions}
        and not exists (select from lesson_reminder r where r.action_id = a.id and r.due_on = a.due_on and r.kind = 'late')
      order by a.due_on, a.id limit ${BATCH}`);
    const due = [...rows].flatMap((row) => {
      const kind = reminderDue(row.dueOn, dayIn(ctx.now, row.zone));
      return kind ? [{ ...row, kind }] : [];
    });
    if (due.length === 0) return 0;
    const told = await ctx.tx
      .insert(lessonReminders)
      .values(due.map(({ id, dueOn, kind }) => ({ actionId: id, dueOn, kind, toldAt: ctx.now })))
      .onConflictDoNothing()
      .returning({ actionId: lessonReminders.actionId, kind: lessonReminders.kind });
    const news = due
      .filter(({ id, kind }) => told.some((one) => one.actionId === id && one.kind === kind))
      .map(
        ({ personId, code, lessonId, number, kind }): News => ({
          personIds: [personId],
          kind: kind === 'late' ? 'lessonActionLate' : 'lessonActionDue',
          ...newsOfLesson(code, { id: lessonId, number }),
        }),
      );
    await notifyAll(ctx, news);
    return news.length;
  });
}
