import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { addNote, changeNote, removeNote } from './commands.ts';
import { notesOfActivity, notesOfCourse } from './queries.ts';
import { addInput, changeInput, ofActivityInput, ofCourseInput, removeInput } from './schemas.ts';

/** A learner's own marks and notes: nobody else reads them. */
export const studyRouter = router({
  /** Those on one page. */
  notes: signedIn.input(ofActivityInput).query(({ ctx, input }) => notesOfActivity(ctx, input)),
  /** Those in a whole course. */
  course: signedIn.input(ofCourseInput).query(({ ctx, input }) => notesOfCourse(ctx, input)),
  /** Marks a passage, with a note or without. */
  add: signedInCommand.input(addInput).mutation(({ ctx, input }) => addNote(ctx, input)),
  /** Writes the note anew. */
  change: signedInCommand.input(changeInput).mutation(({ ctx, input }) => changeNote(ctx, input)),
  /** Takes it away. */
  remove: signedInCommand.input(removeInput).mutation(({ ctx, input }) => removeNote(ctx, input.noteId)),
});
