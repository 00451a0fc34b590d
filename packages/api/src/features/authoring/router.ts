import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { editedActivity } from './activity.ts';
import { bringArchive, lookIntoArchive } from './archive/draft.ts';
import { createCourse } from './create.ts';
import { compareVersions } from './diff.ts';
import { addLanguage, removeLanguage, saveCourseText, saveFacts } from './facts.ts';
import { previewActivity } from './preview.ts';
import { publish } from './publish.ts';
import { editorPage, factsPage, newCourseChoices, ownCourses, publishPage } from './queries.ts';
import { remove, restore } from './removals.ts';
import {
  activityInput,
  addActivityInput,
  addUnitInput,
  appointInput,
  archiveInput,
  bringArchiveInput,
  compareInput,
  courseCommand,
  courseInput,
  createCourseInput,
  dismissInput,
  languageInput,
  moveInput,
  peopleInput,
  previewInput,
  publishInput,
  removeInput,
  renameInput,
  renderInput,
  restoreInput,
  saveCaptionsInput,
  saveCourseTextInput,
  saveFactsInput,
  saveSettingsInput,
  saveTextInput,
  setActivityInput,
} from './schemas.ts';
import { saveCaptions, saveSettings } from './settings.ts';
import { appointStaff, dismissStaff, peopleForStaff } from './staff.ts';
import { addActivity, addUnit, move, rename, setActivity } from './structure.ts';
import { renderDraft, saveText } from './texts.ts';
import { discardDraft, startVersion } from './versions.ts';

/** Writing courses: for their staff and for who manages training. To others none of it is there. */
export const authoringRouter = router({
  /** The courses the person writes. */
  mine: signedIn.query(({ ctx }) => ownCourses(ctx)),
  /** What a new course can be marked with. */
  newCourse: signedIn.query(({ ctx }) => newCourseChoices(ctx)),
  /** The draft of a course with its outline. */
  course: signedIn.input(courseInput).query(({ ctx, input }) => editorPage(ctx, input.course)),
  /** What a course says of itself, and its facts. */
  facts: signedIn.input(courseInput).query(({ ctx, input }) => factsPage(ctx, input.course)),
  /** One activity with its words in every language. */
  activity: signedIn.input(activityInput).query(({ ctx, input }) => editedActivity(ctx, input)),
  /** An activity of the draft as a learner would get it. */
  preview: signedIn.input(previewInput).query(({ ctx, input }) => previewActivity(ctx, input)),
  /** What is missing before publication, the versions there are, and the staff. */
  publishing: signedIn.input(courseInput).query(({ ctx, input }) => publishPage(ctx, input.course)),
  /** What is different between two versions. */
  compare: signedIn.input(compareInput).query(({ ctx, input }) => compareVersions(ctx, input)),
  /** People who could be appointed to a course. */
  people: signedIn
    .input(peopleInput)
    .query(({ ctx, input }) => peopleForStaff(ctx, input.course, input.words)),
  /** What an archive that was brought holds, and what of it cannot be taken. */
  archive: signedIn.input(archiveInput).query(({ ctx, input }) => lookIntoArchive(ctx, input.fileId)),
  /** A text as learners will see it. Nothing is kept. */
  render: signedIn.input(renderInput).mutation(({ ctx, input }) => renderDraft(ctx, input)),
  /** Begins a course. */
  create: signedInCommand.input(createCourseInput).mutation(({ ctx, input }) => createCourse(ctx, input)),
  /** Takes an archive in as a draft. */
  bringArchive: signedInCommand
    .input(bringArchiveInput)
    .mutation(({ ctx, input }) => bringArchive(ctx, input)),
  /** Begins the next version. */
  startVersion: signedInCommand
    .input(courseCommand)
    .mutation(({ ctx, input }) => startVersion(ctx, input.courseId)),
  /** Gives the draft up. */
  discard: signedInCommand
    .input(courseCommand)
    .mutation(({ ctx, input }) => discardDraft(ctx, input.courseId)),
  /** Keeps the facts of a course. */
  saveFacts: signedInCommand.input(saveFactsInput).mutation(({ ctx, input }) => saveFacts(ctx, input)),
  /** Keeps what a course says of itself in a language. */
  saveCourseText: signedInCommand
    .input(saveCourseTextInput)
    .mutation(({ ctx, input }) => saveCourseText(ctx, input)),
  addLanguage: signedInCommand
    .input(languageInput)
    .mutation(({ ctx, input }) => addLanguage(ctx, input.courseId, input.language)),
  removeLanguage: signedInCommand
    .input(languageInput)
    .mutation(({ ctx, input }) => removeLanguage(ctx, input.courseId, input.language)),
  addUnit: signedInCommand.input(addUnitInput).mutation(({ ctx, input }) => addUnit(ctx, input)),
  addActivity: signedInCommand.input(addActivityInput).mutation(({ ctx, input }) => addActivity(ctx, input)),
  rename: signedInCommand.input(renameInput).mutation(({ ctx, input }) => rename(ctx, input)),
  move: signedInCommand.input(moveInput).mutation(({ ctx, input }) => move(ctx, input)),
  /** Takes a part out; `restore` puts it back. */
  remove: signedInCommand.input(removeInput).mutation(({ ctx, input }) => remove(ctx, input)),
  restore: signedInCommand
    .input(restoreInput)
    .mutation(({ ctx, input }) => restore(ctx, input.courseId, input.removalId)),
  setActivity: signedInCommand.input(setActivityInput).mutation(({ ctx, input }) => setActivity(ctx, input)),
  /** Keeps one activity's words in one language. */
  saveText: signedInCommand.input(saveTextInput).mutation(({ ctx, input }) => saveText(ctx, input)),
  /** Keeps what a quiz, a video or a file activity is. */
  saveSettings: signedInCommand
    .input(saveSettingsInput)
    .mutation(({ ctx, input }) => saveSettings(ctx, input)),
  saveCaptions: signedInCommand
    .input(saveCaptionsInput)
    .mutation(({ ctx, input }) => saveCaptions(ctx, input)),
  /** Makes the draft the version learners get. */
  publish: signedInCommand.input(publishInput).mutation(({ ctx, input }) => publish(ctx, input)),
  appoint: signedInCommand.input(appointInput).mutation(({ ctx, input }) => appointStaff(ctx, input)),
  dismiss: signedInCommand.input(dismissInput).mutation(({ ctx, input }) => dismissStaff(ctx, input)),
});
