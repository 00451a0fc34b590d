import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { followInput } from '../requirements/schemas.ts';
import { followTextInput } from '../texts/inputs.ts';
import { changeAction, giveAction, stepAction } from './actions.ts';
import { changeLesson, identifyLesson, stepLesson } from './commands.ts';
import { lessonByNumber, lessonRegister, lessonsOf } from './lesson-queries.ts';
import { lessonsBehind } from './link-views.ts';
import { actionBehind, actionChoices, become, becomeRequirement, becomeText } from './links.ts';
import { changeObservation, observe, removeObservation } from './observations.ts';
import { hotWash, observationsOf } from './queries.ts';
import * as schemas from './schemas.ts';
import {
  closeWash,
  mergeObservation,
  moveGroup,
  openWash,
  placeObservation,
  pointAt,
  saveGroup,
} from './wash.ts';

/** From what was seen in an exercise to a lesson learned. */
export const lessonsRouter = router({
  /** What was seen, as far as the reader may know of it. */
  observations: signedIn
    .input(schemas.byCodeInput)
    .query(({ ctx, input }) => observationsOf(ctx, input.code)),
  hotWash: signedIn.input(schemas.byCodeInput).query(({ ctx, input }) => hotWash(ctx, input.code)),
  /** The lessons of one exercise. */
  list: signedIn.input(schemas.byCodeInput).query(({ ctx, input }) => lessonsOf(ctx, input.code)),
  /** Those of every exercise. */
  register: signedIn.input(schemas.registerInput).query(({ ctx, input }) => lessonRegister(ctx, input)),
  byNumber: signedIn.input(schemas.byNumberInput).query(({ ctx, input }) => lessonByNumber(ctx, input)),
  /** What an action can become, and whose it can be. */
  choices: signedIn.input(schemas.actionInput).query(({ ctx, input }) => actionChoices(ctx, input.actionId)),
  /** The action a new requirement is to follow from. */
  actionBehind: signedIn
    .input(schemas.actionInput)
    .query(({ ctx, input }) => actionBehind(ctx, input.actionId)),
  /** The lessons that a course's units, an exercise's injects, a requirement or a text follow from. */
  behind: signedIn.input(schemas.behindInput).query(({ ctx, input }) => lessonsBehind(ctx, input)),
  observe: signedInCommand.input(schemas.observeInput).mutation(({ ctx, input }) => observe(ctx, input)),
  changeObservation: signedInCommand
    .input(schemas.changeObservationInput)
    .mutation(({ ctx, input }) => changeObservation(ctx, input)),
  removeObservation: signedInCommand
    .input(schemas.observationCommand)
    .mutation(({ ctx, input }) => removeObservation(ctx, input)),
  /** Opens the hot wash to everybody who took part. */
  openWash: signedInCommand.input(schemas.washCommand).mutation(({ ctx, input }) => openWash(ctx, input)),
  closeWash: signedInCommand.input(schemas.washCommand).mutation(({ ctx, input }) => closeWash(ctx, input)),
  saveGroup: signedInCommand.input(schemas.groupInput).mutation(({ ctx, input }) => saveGroup(ctx, input)),
  moveGroup: signedInCommand
    .input(schemas.moveGroupInput)
    .mutation(({ ctx, input }) => moveGroup(ctx, input)),
  /** Says which group is being talked about. */
  point: signedInCommand.input(schemas.pointInput).mutation(({ ctx, input }) => pointAt(ctx, input)),
  place: signedInCommand.input(schemas.placeInput).mutation(({ ctx, input }) => placeObservation(ctx, input)),
  merge: signedInCommand.input(schemas.mergeInput).mutation(({ ctx, input }) => mergeObservation(ctx, input)),
  identify: signedInCommand
    .input(schemas.identifyInput)
    .mutation(({ ctx, input }) => identifyLesson(ctx, input)),
  change: signedInCommand
    .input(schemas.changeLessonInput)
    .mutation(({ ctx, input }) => changeLesson(ctx, input)),
  /** Sets aside, takes up again, or learned. */
  step: signedInCommand.input(schemas.lessonStepInput).mutation(({ ctx, input }) => stepLesson(ctx, input)),
  giveAction: signedInCommand
    .input(schemas.giveActionInput)
    .mutation(({ ctx, input }) => giveAction(ctx, input)),
  changeAction: signedInCommand
    .input(schemas.changeActionInput)
    .mutation(({ ctx, input }) => changeAction(ctx, input)),
  stepAction: signedInCommand
    .input(schemas.actionStepInput)
    .mutation(({ ctx, input }) => stepAction(ctx, input)),
  become: signedInCommand.input(schemas.becomeInput).mutation(({ ctx, input }) => become(ctx, input)),
  /** Makes the requirement an action becomes. */
  becomeRequirement: signedInCommand
    .input(followInput)
    .mutation(({ ctx, input: { commandId: _, ...input } }) => becomeRequirement(ctx, input)),
  /** Lays the text before a body that an action becomes. */
  becomeText: signedInCommand.input(followTextInput).mutation(({ ctx, input }) => becomeText(ctx, input)),
});
