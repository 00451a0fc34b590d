import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { compilation } from './amendments.ts';
import { createText } from './commands.ts';
import { saveVersionDraft } from './drafts.ts';
import { versionEditing } from './editing.ts';
import { holdBracket, letGoOfBracket, setStanding } from './holding.ts';
import {
  amendmentInput,
  amendmentsInput,
  createTextInput,
  decideInput,
  holdInput,
  makeVersionInput,
  roomInput,
  saveVersionDraftInput,
  standingInput,
  tableInput,
  textsOfBodyInput,
} from './inputs.ts';
import { mayRereadText, textsOfBody } from './queries.ts';
import { textRoom } from './room.ts';
import { textInput } from './schemas.ts';
import {
  decideAmendment,
  joinAmendment,
  leaveAmendment,
  tableAmendment,
  withdrawAmendment,
} from './tabling.ts';
import { versionNotes } from './version-notes.ts';
import { makeVersion } from './versions.ts';

/** A command about a text: repeated, it answers only while the text may be read. */
const textCommand = signedInCommand.meta({ reread: mayRereadText });

/** Texts under consultation, their versions, and what is proposed to them. */
export const textsRouter = router({
  /** The texts of a body, the newest first. */
  list: signedIn.input(textsOfBodyInput).query(({ ctx, input }) => textsOfBody(ctx, input)),
  /** A text as one of its versions has it, and what stands beside its words. */
  byId: signedIn.input(roomInput).query(({ ctx, input }) => textRoom(ctx, input)),
  /** Every amendment, or those to one paragraph, by paragraph and nation. */
  amendments: signedIn.input(amendmentsInput).query(({ ctx, input }) => compilation(ctx, input)),
  /** Its versions, each with what the chair said of it. */
  versions: signedIn.input(textInput).query(({ ctx, input }) => versionNotes(ctx, input.textId)),
  /** What the chair's editor starts from. */
  editing: signedIn.input(textInput).query(({ ctx, input }) => versionEditing(ctx, input.textId)),
  /** Lays a text before a body. */
  create: textCommand.input(createTextInput).mutation(({ ctx, input }) => createText(ctx, input)),
  /** Makes a new version: the chair alone. */
  makeVersion: textCommand.input(makeVersionInput).mutation(({ ctx, input }) => makeVersion(ctx, input)),
  /** Keeps a version that is being written. */
  saveDraft: textCommand
    .input(saveVersionDraftInput)
    .mutation(({ ctx, input }) => saveVersionDraft(ctx, input)),
  /** Proposes a change for one's nation. */
  table: textCommand.input(tableInput).mutation(({ ctx, input }) => tableAmendment(ctx, input)),
  /** Takes it back. */
  withdraw: textCommand.input(amendmentInput).mutation(({ ctx, input }) => withdrawAmendment(ctx, input)),
  /** Joins another nation's amendment. */
  join: textCommand.input(amendmentInput).mutation(({ ctx, input }) => joinAmendment(ctx, input)),
  /** Leaves it. */
  leave: textCommand.input(amendmentInput).mutation(({ ctx, input }) => leaveAmendment(ctx, input)),
  /** Accepts, merges or rejects an amendment: the chair alone. */
  decide: textCommand.input(decideInput).mutation(({ ctx, input }) => decideAmendment(ctx, input)),
  /** Keeps words of a bracket in the text for one's nation. */
  hold: textCommand.input(holdInput).mutation(({ ctx, input }) => holdBracket(ctx, input)),
  /** Lets go of them. */
  letGo: textCommand.input(holdInput).mutation(({ ctx, input }) => letGoOfBracket(ctx, input)),
  /** Says where the chair sees a paragraph stand. */
  setStanding: textCommand.input(standingInput).mutation(({ ctx, input }) => setStanding(ctx, input)),
});
