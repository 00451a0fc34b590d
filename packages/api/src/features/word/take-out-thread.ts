import type { SignedIn } from '../../context.ts';
import { record } from '../../record/record.ts';
import { threadForReading } from '../threads/load.ts';
import { levelInName } from './take-out.ts';
import { type ThreadOnPaper, threadOnPaper } from './thread.ts';

/** The formats a thread is taken out in. */
export type ThreadFormat = 'docx' | 'json';

/** A thread to be set as a file, and what that file is called; that it went out is recorded. */
export async function takeOutThread(
  ctx: SignedIn,
  threadId: string,
  format: ThreadFormat,
): Promise<{ name: string; thread: ThreadOnPaper; language: 'en' | 'fr' }> {
  const { markingId } = await threadForReading(ctx, threadId);
  const thread = await threadOnPaper(ctx, { threadId });
  await record(ctx, {
    action: 'thread.takeOut',
    subject: 'thread',
    subjectId: threadId,
    threadId,
    markingId,
    details: { format, entries: thread.entries.length },
  });
  return {
    name: `${levelInName(thread.banner.level)}_thread-${threadId.slice(-8)}.${format}`,
    thread,
    language: ctx.locale,
  };
}
