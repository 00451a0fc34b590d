import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { addMembers, createCohort, editCohort, removeMember } from './commands.ts';
import { deadlinesOf, setDeadlines } from './deadlines.ts';
import { enrolCohort, extendDeadline } from './enrolling.ts';
import { addRule, endRule, previewRule, rulesOf } from './joining.ts';
import { messageById, messagesOf, ownMessages, previewMessage, sendMessage } from './messages.ts';
import { candidates, cohortById, cohortCan, cohortChoices, cohortFrame, listCohorts } from './queries.ts';
import * as schemas from './schemas.ts';

/** Groups of people who take a course together. */
export const cohortsRouter = router({
  list: signedIn.query(({ ctx }) => listCohorts(ctx)),
  /** Around every page of a cohort: the level of its course. */
  frame: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => cohortFrame(ctx, input.cohortId)),
  /** One cohort: seats, members, how far each is. */
  byId: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => cohortById(ctx, input.cohortId)),
  /** What the reader may do with a cohort. */
  can: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => cohortCan(ctx, input.cohortId)),
  /** Last days of what the course asks for. */
  deadlines: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => deadlinesOf(ctx, input.cohortId)),
  setDeadlines: signedInCommand
    .input(schemas.deadlinesInput)
    .mutation(({ ctx, input }) => setDeadlines(ctx, input)),
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
  /** The rules by which people join, and the work a new one may name. */
  rules: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => rulesOf(ctx, input.cohortId)),
  /** Who would join by a rule, by name. */
  previewRule: signedIn.input(schemas.ruleInput).query(({ ctx, input }) => previewRule(ctx, input)),
  addRule: signedInCommand.input(schemas.addRuleInput).mutation(({ ctx, input }) => addRule(ctx, input)),
  endRule: signedInCommand.input(schemas.endRuleInput).mutation(({ ctx, input }) => endRule(ctx, input)),
  /** What was sent to the cohort, the newest first. */
  messages: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => messagesOf(ctx, input.cohortId)),
  /** What came to the reader in a cohort, the newest first. */
  ownMessages: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => ownMessages(ctx, input.cohortId)),
  /** One message, for whom it went to and who looks after the cohort. */
  message: signedIn.input(schemas.messageById).query(({ ctx, input }) => messageById(ctx, input.messageId)),
  /** A message as it will be read, and to whom it goes. */
  previewMessage: signedIn
    .input(schemas.messageInput)
    .mutation(({ ctx, input }) => previewMessage(ctx, input)),
  send: signedInCommand.input(schemas.sendInput).mutation(({ ctx, input }) => sendMessage(ctx, input)),
});
