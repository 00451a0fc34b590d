import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { addMembers, createCohort, editCohort, removeMember } from './commands.ts';
import { enrolCohort, extendDeadline } from './enrolling.ts';
import { candidates, cohortById, cohortChoices, listCohorts } from './queries.ts';
import * as schemas from './schemas.ts';

/** Groups of people who take a course together. */
export const cohortsRouter = router({
  list: signedIn.query(({ ctx }) => listCohorts(ctx)),
  /** One cohort: seats, members, how far each is. */
  byId: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => cohortById(ctx, input.cohortId)),
  /** Courses and parties for the form. */
  choices: signedIn.query(({ ctx }) => cohortChoices(ctx)),
  /** People who could be added. */
  candidates: signedIn.input(schemas.candidatesInput).query(({ ctx, input }) => candidates(ctx, input)),
  create: signedInCommand.input(schemas.createInput).mutation(({ ctx, input }) => createCohort(ctx, input)),
  edit: signedInCommand.input(schemas.editInput).mutation(({ ctx, input }) => editCohort(ctx, input)),
  addMembers: signedInCommand
    .input(schemas.addMembersInput)
    .mutation(({ ctx, input }) => addMembers(ctx, input)),
  removeMember: signedInCommand
    .input(schemas.memberCommand)
    .mutation(({ ctx, input }) => removeMember(ctx, { cohortId: input.cohortId, personId: input.personId })),
  /** Enrols all members with the cohort's deadline. */
  enrol: signedInCommand.input(schemas.cohortCommand).mutation(({ ctx, input }) => enrolCohort(ctx, input)),
  /** Moves the deadline to a later instant. */
  extend: signedInCommand.input(schemas.extendInput).mutation(({ ctx, input }) => extendDeadline(ctx, input)),
});
