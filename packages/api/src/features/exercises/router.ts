import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { newExerciseChoices, planningChoices } from './choices.ts';
import { cancelExercise, createExercise, publishExercise } from './commands.ts';
import { addDocument, removeDocument, renewDocument } from './documents.ts';
import { editExercise } from './edit.ts';
import { monthOfExercises } from './month.ts';
import { agreeForParty, inviteParty, removeEvent, saveEvent, saveObjectives, saveTeam } from './planning.ts';
import { exerciseByCode, exerciseEditing, listExercises } from './queries.ts';
import { saveRole } from './roles.ts';
import {
  agreePartyInput,
  byCodeInput,
  cancelInput,
  createExerciseInput,
  documentCommand,
  documentInput,
  editExerciseInput,
  eventCommand,
  eventInput,
  exerciseCommand,
  listInput,
  monthInput,
  objectivesInput,
  partyInput,
  roleInput,
  teamInput,
  versionInput,
} from './schemas.ts';

/** Exercises: what they are, who takes part in which role, and when people meet for them. */
export const exercisesRouter = router({
  /** Those the person may know of. */
  list: signedIn.input(listInput).query(({ ctx, input }) => listExercises(ctx, input)),
  /** One month of the calendar. */
  month: signedIn.input(monthInput).query(({ ctx, input }) => monthOfExercises(ctx, input)),
  /** One, whole. */
  byCode: signedIn.input(byCodeInput).query(({ ctx, input }) => exerciseByCode(ctx, input.code)),
  /** What the form of a new one offers. */
  choices: signedIn.query(({ ctx }) => newExerciseChoices(ctx)),
  /** What its form starts from. */
  editing: signedIn.input(byCodeInput).query(({ ctx, input }) => exerciseEditing(ctx, input.code)),
  /** Roles as they are and what can be chosen for them. */
  planning: signedIn.input(byCodeInput).query(({ ctx, input }) => planningChoices(ctx, input.code)),
  /** Begins one. */
  create: signedInCommand.input(createExerciseInput).mutation(({ ctx, input }) => createExercise(ctx, input)),
  /** Changes what it is and when. */
  edit: signedInCommand.input(editExerciseInput).mutation(({ ctx, input }) => editExercise(ctx, input)),
  /** Lets people know of it. */
  publish: signedInCommand.input(exerciseCommand).mutation(({ ctx, input }) => publishExercise(ctx, input)),
  /** Calls it off. */
  cancel: signedInCommand.input(cancelInput).mutation(({ ctx, input }) => cancelExercise(ctx, input)),
  /** Makes a role or changes it, with its seats. */
  saveRole: signedInCommand.input(roleInput).mutation(({ ctx, input }) => saveRole(ctx, input)),
  /** Makes a team or changes it. */
  saveTeam: signedInCommand.input(teamInput).mutation(({ ctx, input }) => saveTeam(ctx, input)),
  /** Asks a party to take part. */
  invite: signedInCommand.input(partyInput).mutation(({ ctx, input }) => inviteParty(ctx, input)),
  /** Agrees for a party. */
  agree: signedInCommand.input(agreePartyInput).mutation(({ ctx, input }) => agreeForParty(ctx, input)),
  /** Writes the objectives in their order. */
  saveObjectives: signedInCommand
    .input(objectivesInput)
    .mutation(({ ctx, input }) => saveObjectives(ctx, input)),
  /** Sets a conference or changes it. */
  saveEvent: signedInCommand.input(eventInput).mutation(({ ctx, input }) => saveEvent(ctx, input)),
  /** Takes one off the plan. */
  removeEvent: signedInCommand.input(eventCommand).mutation(({ ctx, input }) => removeEvent(ctx, input)),
  /** Adds a document. */
  addDocument: signedInCommand.input(documentInput).mutation(({ ctx, input }) => addDocument(ctx, input)),
  /** Brings a newer version of one. */
  renewDocument: signedInCommand.input(versionInput).mutation(({ ctx, input }) => renewDocument(ctx, input)),
  /** Takes one away. */
  removeDocument: signedInCommand
    .input(documentCommand)
    .mutation(({ ctx, input }) => removeDocument(ctx, input)),
});
