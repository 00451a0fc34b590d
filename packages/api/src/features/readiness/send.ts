import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize, fieldError } from '../../errors.ts';
import { sendsCourses } from '../../policies/readiness.ts';
import { record } from '../../record/record.ts';
import { notifyAll } from '../notifications/notify.ts';
import { advance, enrol, openTo, pairs, supersede } from './assign.ts';
import { of } from './evidence.ts';
import { baseOf, matrixOf } from './matrix.ts';
import { lacksCourse } from './rules.ts';
import { mayOpen } from './scope.ts';
import { tellWatchers } from './watchers.ts';

/** What became of one person and one thing they lack. */
export type Outcome = 'enrolled' | 'reminded' | 'notOpen' | 'attestation' | 'part';
type Input = { partyId: string; requirementId?: string; personIds: string[]; dueAt: string };
/** A course somebody lacks, and whether they are on their way through it. */
export type Lack = { personId: string; courseId: string; title: string; enrolled: boolean };
type Line = { personId: string; title: string; outcome: Outcome };

/**
 * Sends each of these people exactly what they lack: who is not under way is enrolled (an earlier, completed path stays
 * as evidence), who is under way is reminded. One after the other for a party, so that two coordinators send once.
 */
export async function sendMissing(ctx: SignedIn, input: Input) {
  const party = await mayOpen(ctx, input.partyId);
  authorize(sendsCourses(ctx.actor, party));
  const dueAt = new Date(input.dueAt);
  if (dueAt <= ctx.now) throw fieldError('dueAt', 'people.untilPast');
  await ctx.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`readiness ${input.partyId}`}, 0))`,
  );
  const { missing, lines } = await lackedBy(ctx, input);
  const sent = await sendCourses(ctx, missing, dueAt);
  await record(ctx, {
    action: 'readiness.send',
    subject: 'party',
    subjectId: input.partyId,
    details: { people: sent.people, courses: sent.courses },
  });
  return { lines: [...lines, ...sent.lines] };
}

/**
 * Sends people courses they lack, whoever asks for them: who is under way is reminded, the others begin, and each is told
 * where to go on. Nothing is sent that its course's marking keeps from them.
 */
export async function sendCourses(ctx: SignedIn, missing: readonly Lack[], dueAt: Date) {
  const open = await openTo(ctx, missing);
  const reached = missing
    .filter((one) => open.has(of(one.personId, one.courseId)))
    .map((one) => ({ ...one, dueAt }));
  const fresh = reached.filter(({ enrolled }) => !enrolled);
  await supersede(ctx, fresh);
  await enrol(ctx, fresh, open);
  await advance(
    ctx,
    reached.filter(({ enrolled }) => enrolled),
  );
  await tell(ctx, reached);
  const personIds = [...new Set(reached.map(({ personId }) => personId))];
  await tellWatchers(ctx, personIds);
  const lines = missing.map(({ enrolled, personId, courseId, title }): Line => {
    if (!open.has(of(personId, courseId))) return { personId, title, outcome: 'notOpen' };
    return { personId, title, outcome: enrolled ? 'reminded' : 'enrolled' };
  });
  return { lines, people: personIds.length, courses: reached.length };
}

async function lackedBy(ctx: SignedIn, input: Input) {
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(input.personIds)}::jsonb)::uuid)`;
  const people = sql`select x.id from person x where (x.ended_at is null or x.ended_at > now()) and x.id in ${ids}
    and x.party_id in (select y.id from party y where y.id = ${input.partyId}::uuid or y.nation_id = ${input.partyId}::uuid)`;
  const base = await baseOf(ctx, ctx.locale, { chosen: input.requirementId });
  const { columns, cells, known } = await matrixOf(ctx, people, base);
  const missing: Lack[] = [];
  const lines: Line[] = [];
  for (const [personId, own] of cells)
    for (const { key, kind, courseId, title } of columns) {
      const cell = own.get(key);
      if (!cell || !lacksCourse(cell.state)) continue;
      if (courseId === null)
        lines.push({ personId, title, outcome: kind === 'part' ? 'part' : 'attestation' });
      else missing.push({ personId, courseId, title, enrolled: known.paths.has(of(personId, courseId)) });
    }
  return { missing, lines };
}

/** Each is told where to go on: the first activity that counts and is not done. */
async function tell(ctx: SignedIn, reached: readonly Lack[]): Promise<void> {
  if (reached.length === 0) return;
  const places = await ctx.tx.execute<{
    person: string;
    course: string;
    slug: string;
    key: string | null;
  }>(sql`
    select e.person_id as person, e.course_id as course, c.slug, n.key
    from enrolment e join course c on c.id = e.course_id
    left join lateral (select a.key from activity a join unit u on u.id = a.unit_id
      left join activity_progress g on g.enrolment_id = e.id and g.activity_id = a.id
      where a.version_id = e.version_id and a.required and g.completed_at is null
      order by u.position, a.position limit 1) n on true
    where e.withdrawn_at is null and (e.person_id, e.course_id) in ${pairs(reached)}`);
  const titles = new Map(reached.map(({ courseId, title }) => [courseId, title]));
  await notifyAll(
    ctx,
    places.map(({ person, course, slug, key }) => ({
      personIds: [person],
      kind: 'courseSent' as const,
      path: key === null ? (`/learn/${slug}` as const) : (`/learn/${slug}/${key}` as const),
      subjectId: course,
      params: { course: titles.get(course) ?? slug },
    })),
  );
}
