import { publicProcedure, recentCommand, router, signedIn, signedInCommand } from '../../trpc.ts';
import { mayRereadText } from '../texts/queries.ts';
import { actionOwners, addAction, finishAction } from './actions.ts';
import { adoptInMeeting } from './meeting.ts';
import { publicDecision, publishDecision, unpublishDecision } from './publish.ts';
import { decisionById, decisionsOfText, mayReread } from './queries.ts';
import { followDecision, unrefer } from './references.ts';
import { register } from './register.ts';
import {
  addActionInput,
  adoptInput,
  decisionInput,
  finishActionInput,
  followInput,
  ofTextInput,
  publishInput,
  registerInput,
  unreferInput,
} from './schemas.ts';

const command = signedInCommand.meta({ reread: mayReread });
const recent = recentCommand.meta({ reread: mayReread });

/** What bodies have decided. */
export const decisionsRouter = router({
  /** A body's register, the newest first. */
  register: signedIn.input(registerInput).query(({ ctx, input }) => register(ctx, input)),
  /** A decision with its sheet, and whether it proves sound. */
  byId: signedIn.input(decisionInput).query(({ ctx, input }) => decisionById(ctx, input.decisionId)),
  /** What was decided on a text. */
  ofText: signedIn.input(ofTextInput).query(({ ctx, input }) => decisionsOfText(ctx, input.textId)),
  /** What was published of one, for anybody. */
  published: publicProcedure
    .input(decisionInput)
    .query(({ ctx, input }) => publicDecision(ctx, input.decisionId)),
  /** Whom an action can be given to. */
  owners: signedIn.input(decisionInput).query(({ ctx, input }) => actionOwners(ctx, input.decisionId)),
  /** Records that a body agreed a text in a meeting. */
  adopt: recent.input(adoptInput).mutation(({ ctx, input }) => adoptInMeeting(ctx, input)),
  /** Gives somebody something to do. */
  addAction: command.input(addActionInput).mutation(({ ctx, input }) => addAction(ctx, input)),
  /** Says that it is done. */
  finishAction: command.input(finishActionInput).mutation(({ ctx, input }) => finishAction(ctx, input)),
  /** Lays a text that corrects, replaces or follows a decision. */
  follow: signedInCommand
    .meta({ reread: mayRereadText })
    .input(followInput)
    .mutation(({ ctx, input }) => followDecision(ctx, input)),
  /** Takes such a reference back. */
  unrefer: signedInCommand.input(unreferInput).mutation(({ ctx, input }) => unrefer(ctx, input)),
  /** Shows a decision to the public. */
  publish: recent.input(publishInput).mutation(({ ctx, input }) => publishDecision(ctx, input)),
  /** Takes it back. */
  unpublish: recent.input(publishInput).mutation(({ ctx, input }) => unpublishDecision(ctx, input)),
});
