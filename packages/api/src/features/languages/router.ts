import { personLanguages } from '@concord/db/schema/people';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { record } from '../../record/record.ts';
import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { type StatedLanguages, stateLanguagesInput } from './schemas.ts';

/** The languages the person says they work in. */
async function ownLanguages(ctx: SignedIn) {
  const { language, level, personId } = personLanguages;
  return ctx.tx
    .select({ language, level })
    .from(personLanguages)
    .where(eq(personId, ctx.actor.personId))
    .orderBy(asc(language));
}

/** Says which languages one works in and how well; what was said before is gone. */
async function stateLanguages(ctx: SignedIn, { languages }: { languages: StatedLanguages }) {
  const { personId } = ctx.actor;
  await ctx.tx.delete(personLanguages).where(eq(personLanguages.personId, personId));
  if (languages.length > 0)
    await ctx.tx
      .insert(personLanguages)
      .values(languages.map((one) => ({ ...one, personId, statedAt: ctx.now })));
  await record(ctx, { action: 'account.languages', subject: 'person', subjectId: personId });
  return { count: languages.length };
}

/** The languages people work in, as they say themselves: roles of exercises ask for them. */
export const languagesRouter = router({
  own: signedIn.query(({ ctx }) => ownLanguages(ctx)),
  state: signedInCommand.input(stateLanguagesInput).mutation(({ ctx, input }) => stateLanguages(ctx, input)),
});
