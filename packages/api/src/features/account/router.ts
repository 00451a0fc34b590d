import {
  publicCommand,
  publicProcedure,
  recentCommand,
  router,
  signedIn,
  signedInCommand,
} from '../../trpc.ts';
import { changePassword, disconnectProvider, revokeOtherSessions, revokeSession } from './commands.ts';
import { acceptInvitation, requestReset, resetPassword } from './link-commands.ts';
import { addPasskey, askForPasskey, removePasskey, renamePasskey, startPasskey } from './passkeys.ts';
import { linkOwner, ownAccount, pendingFactor, signInWays } from './queries.ts';
import {
  acceptInvitationInput,
  accountCommandInput,
  addPasskeyInput,
  changePasswordInput,
  confirmSecondFactorInput,
  linkInput,
  removePasskeyInput,
  renamePasskeyInput,
  requestResetInput,
  resetPasswordInput,
  revokeSessionInput,
} from './schemas.ts';
import {
  confirmSecondFactor,
  dropPendingFactor,
  keepRecoveryCodes,
  renewRecoveryCodes,
  startSecondFactor,
} from './second-factor.ts';

/** How a person signs in, and what they hold open. Signing in itself is next-auth's (`auth/`). */
export const accountRouter = router({
  /** The ways in the sign-in page offers. */
  ways: publicProcedure.query(({ ctx }) => signInWays(ctx)),
  /** Whose invitation a link is. */
  invitation: publicProcedure
    .input(linkInput)
    .query(({ ctx, input }) => linkOwner(ctx, 'invitation', input.token)),
  /** Whose reset a link is. */
  reset: publicProcedure.input(linkInput).query(({ ctx, input }) => linkOwner(ctx, 'reset', input.token)),
  acceptInvitation: publicCommand
    .input(acceptInvitationInput)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  requestReset: publicCommand.input(requestResetInput).mutation(({ ctx, input }) => requestReset(ctx, input)),
  resetPassword: publicCommand
    .input(resetPasswordInput)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  /** The person's own account. */
  get: signedIn.query(({ ctx }) => ownAccount(ctx)),
  /** What waits to be confirmed, shown to who proved just now who they are. */
  pendingFactor: signedIn.query(({ ctx }) => pendingFactor(ctx)),
  /** A question for any passkey, asked of whoever wants to sign in or to prove who they are. */
  askForPasskey: publicCommand.input(accountCommandInput).mutation(({ ctx }) => askForPasskey(ctx)),
  startPasskey: recentCommand.input(accountCommandInput).mutation(({ ctx }) => startPasskey(ctx)),
  addPasskey: recentCommand.input(addPasskeyInput).mutation(({ ctx, input }) => addPasskey(ctx, input)),
  renamePasskey: signedInCommand
    .input(renamePasskeyInput)
    .mutation(({ ctx, input }) => renamePasskey(ctx, input)),
  removePasskey: recentCommand
    .input(removePasskeyInput)
    .mutation(({ ctx, input }) => removePasskey(ctx, input)),
  changePassword: recentCommand
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  startSecondFactor: recentCommand.input(accountCommandInput).mutation(({ ctx }) => startSecondFactor(ctx)),
  confirmSecondFactor: recentCommand
    .input(confirmSecondFactorInput)
    .mutation(({ ctx, input }) => confirmSecondFactor(ctx, input)),
  dropPendingFactor: recentCommand.input(accountCommandInput).mutation(({ ctx }) => dropPendingFactor(ctx)),
  renewRecoveryCodes: recentCommand.input(accountCommandInput).mutation(({ ctx }) => renewRecoveryCodes(ctx)),
  keepRecoveryCodes: recentCommand.input(accountCommandInput).mutation(({ ctx }) => keepRecoveryCodes(ctx)),
  /** Asks for a recent proof and nothing else: before a way that leads out of the portal and back. */
  prove: recentCommand.input(accountCommandInput).mutation(() => ({})),
  disconnectProvider: recentCommand.input(accountCommandInput).mutation(({ ctx }) => disconnectProvider(ctx)),
  revokeSession: signedInCommand
    .input(revokeSessionInput)
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),
  revokeOtherSessions: signedInCommand
    .input(accountCommandInput)
    .mutation(({ ctx }) => revokeOtherSessions(ctx)),
});
