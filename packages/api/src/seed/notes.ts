import { courses } from '@concord/db/schema/courses';
import { studyNotes } from '@concord/db/schema/study';
import { personas } from '@concord/db/seed/data/personas';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { NoteContent } from '../features/study/commands.ts';
import { noteAad } from '../features/study/load.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const COURSE = 'spotting-phishing';

/** What the learner of the tour marked and noted as she read. */
const noted = [
  { activity: 'a-message-taken-apart', quote: 'good grammar proves nothing', note: '' },
  {
    activity: 'a-message-taken-apart',
    quote: 'he rang Conference Services on the number in the directory',
    note: 'Not the number in the mail! Put the directory on my desk.',
  },
] as const;

/** A learner's own marks and notes, sealed under her key. */
export async function seedNotes(ctx: Context, world: World): Promise<void> {
  const [course] = await ctx.tx.select({ id: courses.id }).from(courses).where(eq(courses.slug, COURSE));
  if (!course) throw new Error(`The demo has no course ${COURSE} to note on.`);
  const personId = world.person(personas.learner);
  for (const [index, { activity, quote, note }] of noted.entries()) {
    const at = world.daysAgo(3 - index);
    const id = seedId(`note ${activity} ${index}`, at);
    const content: NoteContent = { passage: { start: 0, quote, before: '', after: '' }, note };
    await ctx.tx.insert(studyNotes).values({
      ...{ id, personId, courseId: course.id, activityKey: activity, language: 'en', anchor: null },
      sealed: await sealFor(ctx, personId, JSON.stringify(content), noteAad(id, 1)),
      createdAt: at,
      changedAt: at,
    });
  }
}
