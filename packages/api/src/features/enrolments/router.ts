import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { chooseLanguage, completePage, enrol, seeActivity, withdraw } from './commands.ts';
import { openCourses } from './queries.ts';
import { chooseLanguageInput, completeInput, enrolInput, seeInput, withdrawInput } from './schemas.ts';

export const enrolmentsRouter = router({
  /** The person's courses that are under way, and where each goes on. */
  open: signedIn.query(({ ctx }) => openCourses(ctx)),
  /** Enrols the person in a course that is open to all. */
  enrol: signedInCommand.input(enrolInput).mutation(({ ctx, input }) => enrol(ctx, input.courseId)),
  /** Leaves a course that the person chose. */
  withdraw: signedInCommand
    .input(withdrawInput)
    .mutation(({ ctx, input }) => withdraw(ctx, input.enrolmentId)),
  /** Remembers where in a course the person is. */
  see: signedInCommand.input(seeInput).mutation(({ ctx, input }) => seeActivity(ctx, input)),
  /** Marks a page as read. */
  complete: signedInCommand
    .input(completeInput)
    .mutation(({ ctx, input }) => completePage(ctx, input.enrolmentId, input.activityId)),
  /** Chooses the language a course is read in. */
  chooseLanguage: signedInCommand
    .input(chooseLanguageInput)
    .mutation(({ ctx, input }) => chooseLanguage(ctx, input.enrolmentId, input.language)),
});
