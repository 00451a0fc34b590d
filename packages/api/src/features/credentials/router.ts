import { z } from 'zod';
import { uuid } from '../../schemas.ts';
import { administratorCommand, publicProcedure, router, signedIn } from '../../trpc.ts';
import { credentialById, myCredentials, personCredentials, verifyCredential } from './queries.ts';
import { revokeCredential } from './revoke.ts';
import * as schemas from './schemas.ts';

/** Credentials: what completed courses earned, and the public proof of it. */
export const credentialsRouter = router({
  /** Mine, with until when each is valid. */
  mine: signedIn.query(({ ctx }) => myCredentials(ctx)),
  /** A person's, for administrators and the person. */
  ofPerson: signedIn
    .input(z.strictObject({ personId: uuid }))
    .query(({ ctx, input }) => personCredentials(ctx, input.personId)),
  /** One, for its holder and administrators. */
  byId: signedIn
    .input(z.strictObject({ credentialId: uuid }))
    .query(({ ctx, input }) => credentialById(ctx, input.credentialId)),
  /** What anybody may ask of a public id. */
  verify: publicProcedure.input(schemas.verifyInput).query(({ ctx, input }) => verifyCredential(ctx, input)),
  revoke: administratorCommand
    .input(schemas.revokeInput)
    .mutation(({ ctx, input }) => revokeCredential(ctx, input)),
});
