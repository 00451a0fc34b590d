import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { noteAttendance } from './attendance.ts';
import { attendees } from './attendees.ts';
import { cancelSession, changeSession, planSession } from './commands.ts';
import { ownSessions, plannedSessions } from './queries.ts';
import * as schemas from './schemas.ts';

/** Live sessions of courses: their dates, and who was there. */
export const liveSessionsRouter = router({
  /** The dates of a course's sessions, for who runs them. */
  planned: signedIn.input(schemas.plannedInput).query(({ ctx, input }) => plannedSessions(ctx, input)),
  /** The dates of one session for a learner on the way to it. */
  own: signedIn.input(schemas.ownInput).query(({ ctx, input }) => ownSessions(ctx, input)),
  plan: signedInCommand.input(schemas.planInput).mutation(({ ctx, input }) => planSession(ctx, input)),
  change: signedInCommand.input(schemas.changeInput).mutation(({ ctx, input }) => changeSession(ctx, input)),
  cancel: signedInCommand.input(schemas.cancelInput).mutation(({ ctx, input }) => cancelSession(ctx, input)),
  /** Who a session is for, with what was noted of each. */
  attendees: signedIn.input(schemas.attendanceInput).query(({ ctx, input }) => attendees(ctx, input)),
  /** Notes who was there. */
  note: signedInCommand.input(schemas.noteInput).mutation(({ ctx, input }) => noteAttendance(ctx, input)),
});
