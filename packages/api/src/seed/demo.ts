import { systemSettings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { count } from 'drizzle-orm';
import { asWorker } from '../context.ts';
import { record } from '../record/record.ts';
import type { Services } from '../services.ts';
import { seedAlliance } from './alliance.ts';
import { seedCohortLife } from './cohorts.ts';
import { seedCompetences } from './competences.ts';
import { seedConsultation } from './consultation.ts';
import { seedCredentialTemplates } from './credential-templates.ts';
import { seedDecisions } from './decisions.ts';
import { seedExercises } from './exercises.ts';
import { seedLearning } from './learning.ts';
import { seedLiveSessions } from './live-sessions.ts';
import { seedMargin } from './margin.ts';
import { seedMeetings } from './meetings.ts';
import { seedNotes } from './notes.ts';
import { seedPaths } from './paths.ts';
import { seedReadiness } from './readiness.ts';
import { seedSaid } from './said.ts';
import { seedSilences } from './silences.ts';
import { seedTexts } from './texts.ts';
import { makeWorld, type World } from './world.ts';

/**
 * Makes the demo alliance in one transaction, once (what delegations note for themselves comes after it): 'made', or
 * 'there' when it is, or 'occupied' when the database holds parties of somebody's own, which are left alone.
 */
export async function seedDemo(services: Services): Promise<'made' | 'there' | 'occupied'> {
  const made = await makeOnce(services);
  if (typeof made === 'string') return made;
  await seedMargin(services, made);
  return 'made';
}

/** The world it was made from, where it was not there before. */
function makeOnce(services: Services): Promise<World | 'there' | 'occupied'> {
  return asWorker(services, async (ctx) => {
    const [settings] = await ctx.tx.select({ demo: systemSettings.demo }).from(systemSettings).for('update');
    if (settings?.demo) return 'there';
    const [known] = await ctx.tx.select({ count: count() }).from(parties);
    if (known && known.count > 0) return 'occupied';
    const world = makeWorld(ctx.now);
    await seedAlliance(ctx, world);
    await seedLearning(ctx, world);
    await seedCredentialTemplates(ctx, world);
    await seedNotes(ctx, world);
    await seedReadiness(ctx, world);
    await seedCohortLife(ctx, world);
    await seedLiveSessions(ctx, world);
    await seedConsultation(ctx, world);
    await seedTexts(ctx, world);
    await seedSaid(ctx, world);
    await seedDecisions(ctx, world);
    await seedSilences(ctx, world);
    await seedMeetings(ctx, world);
    await seedExercises(ctx, world);
    await seedCompetences(ctx);
    await seedPaths(ctx, world);
    await record(ctx, { action: 'demo.made', subject: 'system' });
    return world;
  });
}
