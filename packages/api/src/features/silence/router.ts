import { recentCommand, router, signedIn, signedInCommand } from '../../trpc.ts';
import { announce, open } from './begin.ts';
import { end, extend, resume } from './chair-acts.ts';
import {
  acknowledge,
  breakSilence,
  confirmLetter,
  enterLetter,
  lift,
  noObjection,
  objectToMethod,
  requestExtension,
} from './nation-acts.ts';
import { paragraphsOnTable } from './paragraphs.ts';
import { checkEnd, laterEnd, proposal } from './proposal.ts';
import { silenceByText } from './queries.ts';
import {
  aboutBreakInput,
  announceInput,
  breakInput,
  byTextInput,
  checkEndInput,
  endInput,
  extendInput,
  letterInput,
  ofSilenceInput,
  openInput,
  proposalInput,
  resumeInput,
  sayInput,
} from './schemas.ts';

/** The silence procedure over a text. */
export const silenceRouter = router({
  /** Where it stands, its history, and what the person may do. */
  byText: signedIn.input(byTextInput).query(({ ctx, input }) => silenceByText(ctx, input)),
  /** The paragraphs of the version on the table, by number and first words. */
  paragraphs: signedIn.input(ofSilenceInput).query(({ ctx, input }) => paragraphsOnTable(ctx, input)),
  /** What to decide on before silence is announced or opened, with an end to propose for each pace. */
  proposal: signedIn.input(proposalInput).query(({ ctx, input }) => proposal(ctx, input)),
  /** What an end comes to: its instant or why there is none, and holidays until then. */
  checkEnd: signedIn.input(checkEndInput).query(({ ctx, input }) => checkEnd(ctx, input)),
  /** Ends to propose for more time and for going on. */
  laterEnd: signedIn.input(byTextInput).query(({ ctx, input }) => laterEnd(ctx, input)),
  /** Proposes silence as the method. */
  announce: recentCommand.input(announceInput).mutation(({ ctx, input }) => announce(ctx, input)),
  /** Refuses the method for the own nation. */
  objectToMethod: recentCommand.input(sayInput).mutation(({ ctx, input }) => objectToMethod(ctx, input)),
  /** Lays the newest version on the table. */
  open: recentCommand.input(openInput).mutation(({ ctx, input }) => open(ctx, input)),
  /** Says that the own nation has the text before it. */
  acknowledge: signedInCommand.input(sayInput).mutation(({ ctx, input }) => acknowledge(ctx, input)),
  /** Says early that the own nation has no objection. */
  noObjection: recentCommand.input(sayInput).mutation(({ ctx, input }) => noObjection(ctx, input)),
  /** Breaks silence for the own nation. */
  break: recentCommand.input(breakInput).mutation(({ ctx, input }) => breakSilence(ctx, input)),
  /** Enters a nation's letter. */
  enterLetter: recentCommand.input(letterInput).mutation(({ ctx, input }) => enterLetter(ctx, input)),
  /** Confirms one. */
  confirmLetter: recentCommand.input(aboutBreakInput).mutation(({ ctx, input }) => confirmLetter(ctx, input)),
  /** Asks for more time. */
  requestExtension: signedInCommand
    .input(sayInput)
    .mutation(({ ctx, input }) => requestExtension(ctx, input)),
  /** Gives more time. */
  extend: recentCommand.input(extendInput).mutation(({ ctx, input }) => extend(ctx, input)),
  /** Lifts the own nation's break. */
  lift: recentCommand.input(aboutBreakInput).mutation(({ ctx, input }) => lift(ctx, input)),
  /** Lets it run on. */
  resume: recentCommand.input(resumeInput).mutation(({ ctx, input }) => resume(ctx, input)),
  /** Withdraws it, moves it elsewhere, or closes it. */
  end: recentCommand.input(endInput).mutation(({ ctx, input }) => end(ctx, input)),
});
