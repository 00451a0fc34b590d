import {
  administrator,
  administratorCommand,
  recentAdministratorCommand,
  router,
  signedIn,
  signedInCommand,
} from '../../trpc.ts';
import { appoint, appointmentChoices, changeAppointment, endAppointment } from './appointments.ts';
import { attest, attestableLevels, revokeAttestation } from './attestations.ts';
import {
  correctPerson,
  endPerson,
  invitePerson,
  resendInvitation,
  revokeSession,
  revokeSessions,
} from './commands.ts';
import { resetFactor } from './factor-reset.ts';
import { disconnectPerson } from './provider-link.ts';
import { listParties, listPeople, peoplePages, personById } from './queries.ts';
import * as schemas from './schemas.ts';

/** People, and the access they have. */
export const peopleRouter = router({
  /** The directory of the people the reader looks after. */
  list: signedIn.input(schemas.listInput).query(({ ctx, input }) => listPeople(ctx, input)),
  /** The pages about people that the reader has. */
  pages: signedIn.query(({ ctx }) => peoplePages(ctx)),
  /** The parties of that directory. */
  parties: signedIn.query(({ ctx }) => listParties(ctx)),
  /** One person, as far as the reader may see. */
  byId: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => personById(ctx, input.personId)),
  /** What somebody can be appointed for. */
  appointmentChoices: administrator.query(({ ctx }) => appointmentChoices(ctx)),
  /** The levels that can be attested. */
  levels: signedIn.query(({ ctx }) => attestableLevels(ctx)),
  invite: administratorCommand
    .input(schemas.inviteInput)
    .mutation(({ ctx, input }) => invitePerson(ctx, input)),
  inviteAgain: administratorCommand
    .input(schemas.personCommand)
    .mutation(({ ctx, input }) => resendInvitation(ctx, input)),
  correct: administratorCommand
    .input(schemas.correctInput)
    .mutation(({ ctx, input }) => correctPerson(ctx, input)),
  end: recentAdministratorCommand
    .input(schemas.personCommand)
    .mutation(({ ctx, input }) => endPerson(ctx, input)),
  appoint: recentAdministratorCommand
    .input(schemas.appointInput)
    .mutation(({ ctx, input }) => appoint(ctx, input)),
  changeAppointment: recentAdministratorCommand
    .input(schemas.changeAppointmentInput)
    .mutation(({ ctx, input }) => changeAppointment(ctx, input)),
  endAppointment: recentAdministratorCommand
    .input(schemas.endAppointmentInput)
    .mutation(({ ctx, input }) => endAppointment(ctx, input)),
  attest: signedInCommand.input(schemas.attestInput).mutation(({ ctx, input }) => attest(ctx, input)),
  revokeAttestation: signedInCommand
    .input(schemas.revokeAttestationInput)
    .mutation(({ ctx, input }) => revokeAttestation(ctx, input)),
  /** Takes a lost second factor away, with the reason. */
  resetFactor: recentAdministratorCommand
    .input(schemas.resetFactorInput)
    .mutation(({ ctx, input }) => resetFactor(ctx, input)),
  /** Takes a wrongly linked identity of the provider off a person. */
  disconnectProvider: recentAdministratorCommand
    .input(schemas.personCommand)
    .mutation(({ ctx, input }) => disconnectPerson(ctx, input)),
  revokeSession: recentAdministratorCommand
    .input(schemas.revokeSessionInput)
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),
  revokeSessions: recentAdministratorCommand
    .input(schemas.personCommand)
    .mutation(({ ctx, input }) => revokeSessions(ctx, input)),
});
