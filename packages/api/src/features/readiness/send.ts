import { newId } from '@concord/db/ids';
import { enrolments } from '@concord/db/schema/learning';
import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize, fieldError } from '../../errors.ts';
import { sendsCourses } from '../../policies/readiness.ts';
import { record } from '../../record/record.ts';
import { notifyAll } from '../notifications/notify.ts';
import { of } from './evidence.ts';
import { matrixOf } from './matrix.ts';
import { lacks, mayOpen } from './queries.ts';

/** What became of one person and one thing they lack. */
export type Outcome = 'enrolled' | 'reminded' | 'notOpen' | 'attestation';
type Input = { partyId: string; requirementId?: string; personIds: string[]; dueAt: string };
type Lack = { personId: string; courseId: string; title: string; enrolled: boolean };
type Line = { personId: string; title: string; outcome: Outcome };

/**
 * Sends each of these people exactly what they lack: who is not under way is enrolled (an earlier, completed path stays
 * as evidence), who is under way is reminded. One after the other for a party, so that two coordinators send once.
 */
export async function sendMissing(ctx: SignedIn, input: Input) {
  mayOpen(ctx, input.partyId);
  authorize(sendsCourses(ctx.actor, input.partyId));
  const dueAt = new Date(input.dueAt);
  if (dueAt <= ctx.now) throw fieldError('dueAt', 'people.untilPast');
  await ctx.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`readiness ${input.partyId}`}, 0))`,
  );
  const { missing, lines } = await lackedBy(ctx, input);
  const open = await openTo(ctx, missing);
  const reached = missing.filter((one) => open.has(of(one.personId, one.courseId)));
  await supersede(
    ctx,
    reached.filter(({ enrolled }) => !enrolled),
  );
  await enrol(
    ctx,
    reached.filter(({ enrolled }) => !enrolled),
    open,
    dueAt,
  );
  await advance(
    ctx,
    reached.filter(({ enrolled }) => enrolled),
    dueAt,
  );
  await tell(ctx, reached);
  for (const { enrolled, ...one } of missing) {
    const outcome = !open.has(of(one.personId, one.courseId))
      ? 'notOpen'
      : enrolled
        ? 'reminded'
        : 'enrolled';
    lines.push({ personId: one.personId, title: one.title, outcome });
  }
  await record(ctx, {
    action: 'readiness.send',
    subject: 'party',
    subjectId: input.partyId,
    details: { people: new Set(reached.map(({ personId }) => personId)).size, courses: reached.length },
  });
  return { lines };
}

async function lackedBy(ctx: SignedIn, input: Input) {
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(input.personIds)}::jsonb)::uuid)`;
  const people = sql`select x.id from person x where x.party_id = ${input.partyId}::uuid and x.ended_at is null
    and x.id in ${ids}`;
  const { columns, cells, known } = await matrixOf(ctx, people, ctx.actor.locale, input.requirementId);
  const missing: Lack[] = [];
  const lines: Line[] = [];
  for (const [personId, own] of cells)
    for (const { key, courseId, title } of columns) {
      const cell = own.get(key);
      if (!cell || !lacks(cell.state)) continue;
      if (courseId === null) lines.push({ personId, title, outcome: 'attestation' });
      else missing.push({ personId, courseId, title, enrolled: known.paths.has(of(personId, courseId)) });
    }
  return { missing, lines };
}

const pairs = (lacks: readonly Lack[]) => sql`(select (x->>'personId')::uuid, (x->>'courseId')::uuid
  from jsonb_array_elements(${JSON.stringify(lacks)}::jsonb) x)`;

/** The version each may begin: published, and releasable to that person and not only to the one who sends. */
async function openTo(ctx: SignedIn, missing: readonly Lack[]): Promise<Map<string, string>> {
  if (missing.length === 0) return new Map();
  const rows = await ctx.tx.execute<{ person: string; course: string; version: string }>(sql`
    with lack(person_id, course_id) as ${pairs(missing)}
    select l.person_id as person, l.course_id as course, v.id as version from lack l
    join course c on c.id = l.course_id and c.archived_at is null
    join marking m on m.id = c.marking_id
    join concord.person_access((select array_agg(distinct person_id) from lack)) a on a.person_id = l.person_id
      and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats, a.level, a.party_id, a.caveats)
    join lateral (select id from course_version x where x.course_id = c.id and x.published_at is not null
      order by x.number desc limit 1) v on true`);
  return new Map(rows.map(({ person, course, version }) => [of(person, course), version]));
}

async function supersede(ctx: SignedIn, lacking: readonly Lack[]): Promise<void> {
  if (lacking.length === 0) return;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.tx.execute(sql`update enrolment set withdrawn_at = ${now}, superseded_at = ${now}
    where withdrawn_at is null and completed_at is not null and (person_id, course_id) in ${pairs(lacking)}`);
}

async function enrol(
  ctx: SignedIn,
  lacking: readonly Lack[],
  open: ReadonlyMap<string, string>,
  dueAt: Date,
): Promise<void> {
  const rows = lacking.flatMap(({ personId, courseId }) => {
    const versionId = open.get(of(personId, courseId));
    const made = {
      id: newId(),
      personId,
      courseId,
      enrolledBy: ctx.actor.personId,
      enrolledAt: ctx.now,
      dueAt,
    };
    return versionId ? [{ ...made, versionId }] : [];
  });
  if (rows.length > 0) await ctx.tx.insert(enrolments).values(rows).onConflictDoNothing();
}

/** Who is under way gets the date where they had none or a later one. */
async function advance(ctx: SignedIn, underWay: readonly Lack[], dueAt: Date): Promise<void> {
  if (underWay.length === 0) return;
  const due = sql`${dueAt.toISOString()}::timestamptz`;
  await ctx.tx.execute(sql`update enrolment set due_at = ${due} where withdrawn_at is null and completed_at is null
    and (due_at is null or due_at > ${due}) and (person_id, course_id) in ${pairs(underWay)}`);
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
