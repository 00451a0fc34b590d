import { cohortMembers, cohorts } from '@concord/db/schema/learning';
import { cohortDeadlines, cohortMessageReaders, cohortMessages, cohortRules } from '@concord/db/schema/seats';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { messageAad, messageContent } from '../features/cohorts/messages.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const message = {
  en: {
    subject: 'The last part is practice: take your time',
    text: [
      'You have seen how a message is taken apart. The last part asks you to do it **on your own**, under no time limit.',
      '',
      '- Have half an hour, and nobody over your shoulder.',
      '- Whoever is unsure writes a question under the part it is about; we answer within a day.',
    ].join('\n'),
  },
  fr: {
    subject: 'La dernière partie est un exercice : prenez votre temps',
    text: [
      'Vous avez vu comment on décortique un message. La dernière partie vous demande de le faire **seul**, sans limite de temps.',
      '',
      '- Prévoyez une demi-heure, sans personne derrière vous.',
      '- En cas de doute, posez votre question sous la partie concernée ; nous répondons en un jour.',
    ].join('\n'),
  },
};

/** What a cohort under way has: a message that was sent, a last day for its quiz, and a rule by which people join. */
export async function seedCohortLife(ctx: Context, world: World): Promise<void> {
  const cohortId = seedId('cohort newcomers-autumn', world.daysAgo(40));
  const [cohort] = await ctx.tx.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.id, cohortId));
  if (!cohort) throw new Error('The cohort of newcomers is not there.');
  await ctx.tx.insert(cohortDeadlines).values({
    ...{ cohortId, activityKey: 'what-would-you-do', dueAt: world.afternoonInDays(9) },
  });
  await ctx.tx.insert(cohortRules).values({
    ...{ id: seedId('rule of newcomers', world.daysAgo(14)), cohortId, partyId: world.party('ORL') },
    workRoleId: seedId('work role incident-analyst', world.daysAgo(300)),
    ...{ createdBy: world.person('hqa-admin-1'), createdAt: world.daysAgo(14) },
  });
  await seedMessage(ctx, world, cohortId);
}

async function seedMessage(ctx: Context, world: World, cohortId: string): Promise<void> {
  const id = seedId('message to newcomers', world.daysAgo(3));
  const readers = await ctx.tx
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(eq(cohortMembers.cohortId, cohortId));
  await ctx.tx.insert(cohortMessages).values({
    ...{ id, cohortId, authorId: world.person('hqa-course-director'), sentAt: world.morningDaysAgo(3) },
    ...{ audience: 'all', people: readers.length },
    sealed: await sealFor(ctx, cohortId, JSON.stringify(messageContent(message)), messageAad(id)),
  });
  await ctx.tx.insert(cohortMessageReaders).values(readers.map((reader) => ({ ...reader, messageId: id })));
}
