import { newId } from '@concord/db/ids';
import { threads } from '@concord/db/schema/consultation';
import { eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize, found, notFound } from '../../errors.ts';
import { answers } from '../../policies/threads.ts';
import { publishTo } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { contribute } from '../contributions/commands.ts';
import { notify } from '../notifications/notify.ts';
import { readersOf } from '../threads/closing.ts';
import { lockThread } from '../threads/load.ts';
import { type AskedCourse, askedCourse, titlesByKey } from './load.ts';
import type { AnsweredInput, AskInput } from './schemas.ts';

/** Asks under an activity: a thread of the course's body under the course's marking, told to who teaches it. */
export async function ask(ctx: SignedIn, input: AskInput) {
  const course = await askedCourse(ctx, input.course);
  found((await titlesByKey(ctx, course)).get(input.activity));
  const threadId = newId();
  await ctx.tx.insert(threads).values({
    id: threadId,
    bodyId: await bodyOf(ctx, course),
    activityKey: input.activity,
    title: input.title.trim(),
    markingId: course.markingId,
    needToKnow: 'body',
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  });
  await record(ctx, {
    action: 'question.ask',
    subject: 'thread',
    subjectId: threadId,
    threadId,
    markingId: course.markingId,
    details: { course: course.slug, activity: input.activity },
  });
  await contribute(ctx, {
    commandId: newId(),
    threadId,
    text: input.text,
    kind: 'entry',
    quotes: [],
    fileIds: [],
  });
  await notify(ctx, {
    personIds: await teachersOf(ctx, course.id),
    kind: 'questionAsked',
    path: `/consult/threads/${threadId}`,
    subjectId: threadId,
    params: { course: course.title },
  });
  return { threadId };
}

/** The course's body under its titles of today; made when nothing was asked before. */
async function bodyOf(ctx: SignedIn, { id, titles, title }: AskedCourse): Promise<string> {
  const [en, fr] = [titles.en ?? title, titles.fr ?? title];
  const [row] = await ctx.tx.execute<{ id: string }>(
    sql`select concord.course_body(${id}::uuid, ${en}, ${fr}) as id`,
  );
  return found(row).id;
}

async function teachersOf(ctx: SignedIn, courseId: string): Promise<string[]> {
  const [row] = await ctx.tx.execute<{ ids: string[] }>(
    sql`select to_json(concord.teachers_of(${courseId}::uuid)) as ids`,
  );
  return row?.ids ?? [];
}

/** Calls a question answered, or says that it still waits: for who teaches the course. */
export async function setAnswered(ctx: SignedIn, { threadId, answered }: AnsweredInput) {
  const thread = await lockThread(ctx, threadId);
  if (thread.courseId === null) throw notFound();
  authorize(answers(ctx.actor, thread.courseId));
  if ((thread.answeredAt !== null) === answered) return { threadId };
  const by = answered ? { answeredAt: ctx.now, answeredBy: ctx.actor.personId } : unanswered;
  await ctx.tx.update(threads).set(by).where(eq(threads.id, thread.id));
  await record(ctx, {
    action: answered ? 'question.answered' : 'question.waits',
    subject: 'thread',
    subjectId: thread.id,
    threadId: thread.id,
    markingId: thread.markingId,
  });
  await tellAll(ctx, thread.id, thread.courseId);
  if (answered) await tellAsker(ctx, thread);
  return { threadId };
}

const unanswered = { answeredAt: null, answeredBy: null };

async function tellAll(ctx: SignedIn, threadId: string, courseId: string): Promise<void> {
  const readers = await readersOf(ctx, threadId);
  await publishTo(ctx, readers, { topic: `thread:${threadId}`, payload: { threadId } });
  await publishTo(ctx, readers, { topic: `questions:${courseId}`, payload: { threadId } });
}

/** Only while they may still read it: whoever left the course hears no more of it. */
async function tellAsker(
  ctx: SignedIn,
  thread: { id: string; courseId: string | null; createdBy: string },
): Promise<void> {
  const readers = await readersOf(ctx, thread.id);
  if (!readers.includes(thread.createdBy)) return;
  const course = await askedCourse(ctx, thread.courseId ?? '');
  await notify(ctx, {
    personIds: [thread.createdBy],
    kind: 'questionAnswered',
    path: `/consult/threads/${thread.id}`,
    subjectId: thread.id,
    params: { course: course.title },
  });
}
