import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { contribute } from './commands.ts';
import { discardDraft, saveDraft } from './drafts.ts';
import { editContribution, removeContribution } from './edits.ts';
import { narrowContribution } from './narrowing.ts';
import { contributionHistory, contributionSource, mayReread, previewContribution } from './queries.ts';
import {
  contributeInput,
  contributionInput,
  discardDraftInput,
  editInput,
  narrowInput,
  previewInput,
  removeInput,
  reportInput,
  saveDraftInput,
} from './schemas.ts';
import { reportSpillage } from './spillage.ts';

/** Contributions: the marked entries of a thread. */
export const contributionsRouter = router({
  /** What an entry's author typed. */
  source: signedIn.input(contributionInput).query(({ ctx, input }) => contributionSource(ctx, input)),
  /** All an entry has said. */
  history: signedIn.input(contributionInput).query(({ ctx, input }) => contributionHistory(ctx, input)),
  /** How a text will look; it has no effect, and is sent as a body because it may be long. */
  preview: signedIn.input(previewInput).mutation(({ ctx, input }) => previewContribution(ctx, input)),
  /** Writes an entry. */
  contribute: signedInCommand
    .meta({ reread: mayReread })
    .input(contributeInput)
    .mutation(({ ctx, input }) => contribute(ctx, input)),
  /** Changes one's own entry. */
  edit: signedInCommand
    .meta({ reread: mayReread })
    .input(editInput)
    .mutation(({ ctx, input }) => editContribution(ctx, input)),
  /** Takes an entry away. */
  remove: signedInCommand.input(removeInput).mutation(({ ctx, input }) => removeContribution(ctx, input)),
  /** Narrows an entry's marking. */
  narrow: signedInCommand.input(narrowInput).mutation(({ ctx, input }) => narrowContribution(ctx, input)),
  /** Says that an entry should not be where it is. */
  reportSpillage: signedInCommand.input(reportInput).mutation(({ ctx, input }) => reportSpillage(ctx, input)),
  /** Keeps what is typed and not sent. */
  saveDraft: signedInCommand.input(saveDraftInput).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  /** Gives it up. */
  discardDraft: signedInCommand
    .input(discardDraftInput)
    .mutation(({ ctx, input }) => discardDraft(ctx, input)),
});
