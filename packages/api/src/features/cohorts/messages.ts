import { newId } from '@concord/db/ids';
import { cohorts } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { cohortMessageReaders, cohortMessages } from '@concord/db/schema/seats';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { RENDERER_VERSION, renderMarkdown } from '../../markdown/render.ts';
import { managesCohort } from '../../policies/cohorts.ts';
import { record } from '../../record/record.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { notify } from '../notifications/notify.ts';
import { fullName } from '../people/names.ts';
import { membersOf } from './progress.ts';
import { managedCohort } from './queries.ts';
import { isAddressed, textFor } from './rules.ts';
import type { messageInput, sendInput } from './schemas.ts';

type Message = z.output<typeof messageInput>;
type Language = 'en' | 'fr';

const words = z.object({ subject: z.string(), text: z.string(), html: z.string() });
const stored = z.object({ en: words.nullable(), fr: words.nullable(), renderer: z.int() });
type Stored = z.output<typeof stored>;

/** What a message is sealed as: it opens as nothing else. */
export const messageAad = (id: string) => `cohort message ${id}`;

function rendered(written: Message['en'], language: Language): Stored['en'] {
  return written && { ...written, html: renderMarkdown(written.text, { language, topHeading: 3 }).html };
}

/** What is kept of a message: its words, and how they were rendered. */
export function messageContent({ en, fr }: Pick<Message, 'en' | 'fr'>): Stored {
  return { en: rendered(en, 'en'), fr: rendered(fr, 'fr'), renderer: RENDERER_VERSION };
}

/** The members a message is for at this moment, by party and name. */
async function addressed(ctx: SignedIn, { cohortId, audience }: Message) {
  const cohort = await managedCohort(ctx, cohortId);
  const members = await membersOf(ctx, cohort);
  return { cohort, to: members.filter((member) => isAddressed(member, audience, ctx.now)) };
}

/** A message as it will be read in each of its languages, and to whom it would go now. */
export async function previewMessage(ctx: SignedIn, input: Message) {
  const { to } = await addressed(ctx, input);
  const { en, fr } = messageContent(input);
  return {
    html: { en: en?.html ?? null, fr: fr?.html ?? null },
    to: to.map(({ personId, name, partyCode }) => ({ personId, name, partyCode })),
  };
}

/**
 * Sends a message to a cohort: kept sealed with whom it went to, and each of them is told as they chose. Mail says that
 * there is one, and nothing of what it says.
 */
export async function sendMessage(ctx: SignedIn, input: Omit<z.output<typeof sendInput>, 'commandId'>) {
  const { cohort, to } = await addressed(ctx, input);
  if (to.length === 0) throw new AppError('CONFLICT', 'cohorts.messageNobody');
  const id = newId();
  const { cohortId, audience } = input;
  const sealed = await sealFor(ctx, cohortId, JSON.stringify(messageContent(input)), messageAad(id));
  const sent = { authorId: ctx.actor.personId, sentAt: ctx.now, people: to.length };
  await ctx.tx.insert(cohortMessages).values({ id, cohortId, audience, sealed, ...sent });
  const personIds = to.map(({ personId }) => personId);
  await ctx.tx
    .insert(cohortMessageReaders)
    .values(personIds.map((personId) => ({ messageId: id, personId })));
  await record(ctx, {
    ...{ action: 'cohort.message', subject: 'cohort', subjectId: cohortId },
    details: { messageId: id, audience, people: to.length },
  });
  await notify(ctx, {
    ...{ personIds, kind: 'cohortMessage', path: `/learn/messages/${id}`, subjectId: cohortId },
    params: { cohort: cohort.nameEn, cohortFr: cohort.nameFr },
  });
  return { cohortId, messageId: id, people: to.length };
}

const head = {
  id: cohortMessages.id,
  cohortId: cohortMessages.cohortId,
  sealed: cohortMessages.sealed,
  sentAt: cohortMessages.sentAt,
  audience: cohortMessages.audience,
  people: cohortMessages.people,
  givenName: people.givenName,
  familyName: people.familyName,
};
const MOST = 100;

type Head = {
  id: string;
  cohortId: string;
  sealed: Buffer;
  sentAt: Date;
  givenName: string;
  familyName: string;
};

/** Opens messages of one cohort, each in the reader's language where it has that. */
async function opened<Row extends Head>(ctx: SignedIn, rows: readonly Row[]) {
  const [first] = rows;
  if (!first) return [];
  const open = await opener(ctx, first.cohortId);
  return rows.map(({ sealed, cohortId, sentAt, givenName, familyName, ...row }) => ({
    ...row,
    ...textFor(stored.parse(JSON.parse(open(sealed, messageAad(row.id)))), ctx.locale),
    sentAt: sentAt.toISOString(),
    author: fullName({ givenName, familyName }),
  }));
}

/** What was sent to a cohort, for who looks after it. */
export async function messagesOf(ctx: SignedIn, cohortId: string) {
  await managedCohort(ctx, cohortId);
  const rows = await ctx.tx
    .select(head)
    .from(cohortMessages)
    .innerJoin(people, eq(people.id, cohortMessages.authorId))
    .where(eq(cohortMessages.cohortId, cohortId))
    .orderBy(desc(cohortMessages.id))
    .limit(MOST);
  return (await opened(ctx, rows)).map(({ html, ...message }) => message);
}

/** What came to the reader in one cohort. */
export async function ownMessages(ctx: SignedIn, cohortId: string) {
  const rows = await ctx.tx
    .select(head)
    .from(cohortMessages)
    .innerJoin(
      cohortMessageReaders,
      and(
        eq(cohortMessageReaders.messageId, cohortMessages.id),
        eq(cohortMessageReaders.personId, ctx.actor.personId),
      ),
    )
    .innerJoin(people, eq(people.id, cohortMessages.authorId))
    .where(eq(cohortMessages.cohortId, cohortId))
    .orderBy(desc(cohortMessages.id))
    .limit(MOST);
  return (await opened(ctx, rows)).map(({ id, subject, language, sentAt, author }) => ({
    ...{ id, subject, language, sentAt, author },
  }));
}

/** One message. Row security gives it to whom it went to and to who looks after the cohort, who sees to whom it went. */
export async function messageById(ctx: SignedIn, messageId: string) {
  const [row] = await ctx.tx
    .select({ ...head, nameEn: cohorts.nameEn, nameFr: cohorts.nameFr, courseId: cohorts.courseId })
    .from(cohortMessages)
    .innerJoin(cohorts, eq(cohorts.id, cohortMessages.cohortId))
    .innerJoin(people, eq(people.id, cohortMessages.authorId))
    .where(eq(cohortMessages.id, messageId));
  const { nameEn, nameFr, courseId, ...message } = found(row);
  const [shown] = await opened(ctx, [message]);
  const manages = managesCohort(ctx.actor, { id: message.cohortId, courseId });
  return {
    ...found(shown),
    cohort: { id: message.cohortId, nameEn, nameFr },
    to: manages ? await readersOf(ctx, messageId) : null,
  };
}

async function readersOf(ctx: SignedIn, messageId: string) {
  const rows = await ctx.tx
    .select({ id: people.id, givenName: people.givenName, familyName: people.familyName })
    .from(people)
    .where(inArray(people.id, sql`(select person_id from concord.message_readers(${messageId}))`))
    .orderBy(people.familyName, people.id);
  return rows.map((row) => ({ personId: row.id, name: fullName(row) }));
}
