import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { mayRereadText } from '../texts/queries.ts';
import { bringIn } from './bring-in.ts';
import { previewWord } from './preview.ts';
import { bringInInput, previewInput } from './schemas.ts';

/** A text's way out to Word and back; the way out is an address (`http/text-word.ts`). */
export const wordRouter = router({
  /** What a file of one's own would change. */
  preview: signedIn.input(previewInput).query(({ ctx, input }) => previewWord(ctx, input)),
  /** Tables what was chosen of it. */
  bringIn: signedInCommand
    .meta({ reread: mayRereadText })
    .input(bringInInput)
    .mutation(({ ctx, input }) => bringIn(ctx, input)),
});
