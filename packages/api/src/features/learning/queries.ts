import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { titleIn } from '../courses/rules.ts';
import {
  courseTextIn,
  type Level,
  levelOf,
  ownEnrolment,
  shownLanguage,
  shownVersion,
} from '../courses/shown.ts';
import { loadPaths, type PathRow } from './load.ts';
import {
  partAsked,
  type Required,
  type RequiredRow,
  requiredOf,
  requiredRows,
  withConcerned,
} from './required.ts';
import { dueOfPath, groupOf, inOrder, openParts, stepOf } from './rules.ts';
import { actionable } from './why.ts';

/** How many reasons of one course are named; the rest are counted. */
const REASONS = 4;
const DONE_SHOWN = 8;

/**
 * Everything a person learns: what is due, next and overdue, why it is not complete, and the one place to go on at.
 * Two statements, however many courses there are.
 */
export async function myLearning(ctx: SignedIn) {
  const [paths, { required, done, partsAsked }] = await Promise.all([loadPaths(ctx), loadRest(ctx)]);
  const items = [
    ...paths.map((row) => pathItem(row, ctx.now)),
    ...required.map((one) => requiredItem(one, ctx.now)),
  ];
  return {
    items: inOrder(items),
    done,
    /** Whether parts in exercises are asked of them: where they stand in these is readiness's to tell. */
    partsAsked,
  };
}

function pathItem(row: PathRow, now: Date) {
  const asked = row.asked ?? [];
  const lacking = asked.find(({ met }) => !met) ?? null;
  const path = { ...row, admitted: lacking === null, parts: row.parts ?? [] };
  const open = openParts(path, now);
  const step = stepOf(path, open);
  const due = dueOfPath(path, open);
  const named = (key: string) => {
    const part = path.parts.find((one) => one.key === key);
    return part ? titleIn(part.titles, row.language, row.sourceLanguage) : null;
  };
  const told = open.toSorted((a, b) => Number(actionable(b.why)) - Number(actionable(a.why)));
  return {
    kind: 'path' as const,
    id: row.id,
    course: { slug: row.slug, title: row.title, language: row.language, level: row.level },
    group: groupOf({ due: due?.at ?? null, canAct: step !== null || lacking?.slug != null }, now),
    due: due && { at: due.at.toISOString(), of: due.key === null ? null : named(due.key) },
    cohort: row.cohort,
    done: row.done,
    total: row.total,
    begun: row.lastSeenAt !== null || row.done > 0,
    /** The course that has to be held first; without a name where it is not open to the person. */
    lacking: lacking && { slug: lacking.slug, title: lacking.title, language: lacking.language },
    step: step && { ...step, title: named(step.key) },
    why: told.slice(0, REASONS).map(({ part, why }) => ({
      key: part.key,
      title: titleIn(part.titles, row.language, row.sourceLanguage),
      ...why,
    })),
    more: Math.max(0, told.length - REASONS),
  };
}

function requiredItem({ courseId, slug, title, language, level, requirement, cell }: Required, now: Date) {
  const due = cell.at === null ? null : new Date(cell.at);
  return {
    kind: 'required' as const,
    id: courseId,
    course: { slug, title, language, level },
    group: groupOf({ due, canAct: true }, now),
    due: due && { at: due.toISOString(), of: null },
    requirement,
    state: cell.state,
    renew: cell.step === 'renew',
  };
}

/** What is asked and not begun, what was completed last, and whether a part in an exercise is asked: one statement. */
async function loadRest(ctx: SignedIn) {
  const [row] = await ctx.tx.execute<{ required: RequiredRow[]; done: DoneRow[]; partsAsked: boolean }>(sql`
    ${withConcerned(ctx)}
    select (select coalesce(json_agg(r), '[]') from (${requiredRows(ctx)}) r) as required,
      (select coalesce(json_agg(d), '[]') from (${doneRows(ctx)}) d) as done,
      ${partAsked} as "partsAsked"`);
  const { required, done, partsAsked } = found(row);
  return { required: requiredOf(ctx, required), done: done.map(doneItem), partsAsked };
}

type DoneRow = {
  id: string;
  slug: string;
  title: string;
  language: string;
  level: Level;
  completedAt: string;
  credentialId: string | null;
  validUntil: string | null;
};

/** What was completed last, and until when it holds. */
const doneRows = (ctx: SignedIn) => sql`
  select ${enrolments.id}, ${courses.slug}, ${courseTexts.title}, ${courseTexts.language},
    ${levelOf(ctx)} as level, ${enrolments.completedAt} as "completedAt", ${credentials.id} as "credentialId", ${credentials.validUntil} as "validUntil"
  from ${enrolments} join ${courses} on ${ownEnrolment(ctx)} join ${courseVersions} on ${shownVersion}
  join ${courseTexts} on ${courseTextIn(shownLanguage(sql`${enrolments.language}`, ctx.locale))}
  left join ${credentials} on ${eq(credentials.enrolmentId, enrolments.id)} and ${isNull(credentials.revokedAt)}
  where ${isNotNull(enrolments.completedAt)}
  order by ${enrolments.completedAt} desc, ${enrolments.id} desc limit ${DONE_SHOWN}`;

const instant = (at: string | null) => (at === null ? null : new Date(at).toISOString());

const doneItem = ({ completedAt, validUntil, credentialId, ...row }: DoneRow) => ({
  ...row,
  completedAt: instant(completedAt),
  held: credentialId !== null,
  validUntil: instant(validUntil),
});
