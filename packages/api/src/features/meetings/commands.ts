import { newId } from '@concord/db/ids';
import { meetings } from '@concord/db/schema/meetings';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { dominates, type Marking } from '../../marking/rules.ts';
import { plansMeetings } from '../../policies/meetings.ts';
import { record } from '../../record/record.ts';
import { visibleBody } from '../bodies/queries.ts';
import { assertReadable, expandMarking } from '../threads/expand-marking.ts';
import type { MarkingInput } from '../threads/schemas.ts';
import { type Change, noteChanges } from './events.ts';
import { indexAgenda } from './index-agenda.ts';
import { itemsOf, type LoadedMeeting, meetingForPlanning } from './load.ts';
import { assertNotAgreed } from './remark-load.ts';
import type { changeInput, planInput } from './schemas.ts';
import { notifyMembers, tellMeeting } from './tell.ts';

/** Plans a meeting of a body: a draft that chair and secretariat alone read until it is published. */
export async function planMeeting(ctx: SignedIn, input: z.infer<typeof planInput>) {
  const body = await visibleBody(ctx, input.bodyCode);
  authorize(plansMeetings(ctx.actor, body.id));
  const marking = await expandMarking(ctx, input.marking);
  assertReadable(ctx, marking);
  const markingId = await internMarking(ctx, marking);
  const meetingId = newId();
  await ctx.tx.insert(meetings).values({
    ...{ id: meetingId, bodyId: body.id, markingId, ...factsOf(input) },
    ...{ createdBy: ctx.actor.personId, createdAt: ctx.now },
  });
  await indexAgenda(ctx, meetingId);
  await recordMeeting(ctx, { id: meetingId, markingId }, 'plan');
  return { meetingId };
}

const factsOf = (input: z.infer<typeof changeInput> | z.infer<typeof planInput>) => ({
  title: input.title.trim(),
  startsAt: new Date(input.startsAt),
  endsAt: new Date(input.endsAt),
  place: input.place.trim(),
  link: input.link,
});

/** Changes what it is called, when and where it is. Once it is published its members see what changed. */
export async function changeMeeting(ctx: SignedIn, input: z.infer<typeof changeInput>) {
  const meeting = await meetingForPlanning(ctx, input.meetingId);
  await assertNotAgreed(ctx, meeting);
  const facts = factsOf(input);
  const markingId = input.marking ? await remarked(ctx, meeting, input.marking) : meeting.markingId;
  await ctx.tx
    .update(meetings)
    .set({ ...facts, markingId })
    .where(eq(meetings.id, meeting.id));
  await indexAgenda(ctx, meeting.id);
  const changes = changesBetween(meeting, facts);
  await noteChanges(ctx, meeting, changes);
  await recordMeeting(ctx, { id: meeting.id, markingId }, 'change');
  const matters = changes.some(({ kind }) => kind === 'moved' || kind === 'placed');
  if (meeting.publishedAt && matters) await notifyMembers(ctx, meeting, 'meetingMoved');
  await tellMeeting(ctx, meeting);
  return { meetingId: meeting.id };
}

/** A draft takes another marking as long as its items are no wider; what members may read keeps the one it has. */
async function remarked(ctx: SignedIn, meeting: LoadedMeeting, input: MarkingInput): Promise<string> {
  const marking = { ...(await expandMarking(ctx, input)), originator: meeting.marking.originator };
  assertReadable(ctx, marking);
  const same = dominates(marking, meeting.marking) && dominates(meeting.marking, marking);
  if (same) return meeting.markingId;
  if (meeting.publishedAt) throw fieldError('marking', 'meetings.publishedMarking');
  const wider = (await itemsOf(ctx, meeting.id)).some((item) => !dominates(item.marking, marking));
  if (wider) throw fieldError('marking', 'meetings.itemsWider');
  return internMarking(ctx, marking);
}

type Facts = ReturnType<typeof factsOf>;

function changesBetween(before: LoadedMeeting, after: Facts): Change[] {
  const when = ({ startsAt, endsAt }: Facts) => `${startsAt.toISOString()}/${endsAt.toISOString()}`;
  const where = ({ place, link }: Facts) => [place, link].filter(Boolean).join(' · ');
  const of = (kind: Change['kind'], one: string, other: string): Change[] =>
    one === other ? [] : [{ kind, words: { before: one, after: other } }];
  return [
    ...of('renamed', before.title, after.title),
    ...of('moved', when(before), when(after)),
    ...of('placed', where(before), where(after)),
  ];
}

/** Publishes a meeting with its agenda as a whole: from now on its members read it, and are told. */
export async function publishMeeting(ctx: SignedIn, { meetingId }: { meetingId: string }) {
  const meeting = await meetingForPlanning(ctx, meetingId);
  if (meeting.publishedAt) throw new AppError('CONFLICT', 'meetings.publishedAlready');
  await ctx.tx.update(meetings).set({ publishedAt: ctx.now }).where(eq(meetings.id, meetingId));
  const published = { ...meeting, publishedAt: ctx.now };
  await noteChanges(ctx, published, [{ kind: 'published' }]);
  await recordMeeting(ctx, meeting, 'publish');
  await notifyMembers(ctx, published, 'meetingPublished');
  await tellMeeting(ctx, published);
  return { meetingId };
}

/** Calls a meeting off: it stays to be read, and takes no more changes. */
export async function cancelMeeting(ctx: SignedIn, { meetingId }: { meetingId: string }) {
  const meeting = await meetingForPlanning(ctx, meetingId);
  await ctx.tx.update(meetings).set({ cancelledAt: ctx.now }).where(eq(meetings.id, meetingId));
  await noteChanges(ctx, meeting, [{ kind: 'cancelled' }]);
  await recordMeeting(ctx, meeting, 'cancel');
  if (meeting.publishedAt) await notifyMembers(ctx, meeting, 'meetingCancelled');
  await tellMeeting(ctx, meeting);
  return { meetingId };
}

/** Writes into the record what was done to a meeting or, with its own marking, to one of its items. */
export function recordMeeting(
  ctx: SignedIn,
  { id, markingId }: { id: string; markingId: string },
  what: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  return record(ctx, { action: `meeting.${what}`, subject: 'meeting', subjectId: id, markingId, details });
}

/** Whether a marking is as narrow as what it hangs on; names the field where it is not. */
export function assertNarrow(marking: Marking, than: Marking, key: string): void {
  if (!dominates(marking, than)) throw fieldError('marking', key);
}
