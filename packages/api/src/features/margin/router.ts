import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { changeNote, mayRereadNote, removeNote, writeNote } from './commands.ts';
import { marginOf } from './queries.ts';
import { changeNoteInput, marginInput, removeNoteInput, writeNoteInput } from './schemas.ts';

/** A command about a note: repeated, it answers only the delegation it belongs to. */
const noteCommand = signedInCommand.meta({ reread: mayRereadNote });

/** The margin: what a delegation keeps beside a text for itself. */
export const marginRouter = router({
  /** The own delegation's notes beside a text. */
  byText: signedIn.input(marginInput).query(({ ctx, input }) => marginOf(ctx, input)),
  /** Writes a note. */
  write: noteCommand.input(writeNoteInput).mutation(({ ctx, input }) => writeNote(ctx, input)),
  /** Gives one's own note other words. */
  change: noteCommand.input(changeNoteInput).mutation(({ ctx, input }) => changeNote(ctx, input)),
  /** Takes a note away. */
  remove: noteCommand.input(removeNoteInput).mutation(({ ctx, input }) => removeNote(ctx, input)),
});
