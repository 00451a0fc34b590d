import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { cancelMeeting, changeMeeting, planMeeting, publishMeeting } from './commands.ts';
import { attachDocuments, detachDocument } from './documents.ts';
import { orderItems, removeItem, saveItem } from './items.ts';
import { mayRereadMeeting } from './load.ts';
import { checkUntil, openSummary } from './open-summary.ts';
import { setOutcome } from './outcomes.ts';
import { meetingById, meetingsOfBody, nextMeeting, planningChoices } from './queries.ts';
import { answerRemark, remark, takeBackRemark } from './remarks.ts';
import {
  answerRemarkInput,
  attachInput,
  changeInput,
  checkUntilInput,
  detachInput,
  itemCommand,
  meetingCommand,
  meetingInput,
  meetingsOfBodyInput,
  nextMeetingInput,
  openSummaryInput,
  orderInput,
  outcomeInput,
  planInput,
  remarkCommand,
  remarkInput,
  saveItemInput,
} from './schemas.ts';
import { summaryOf } from './summary.ts';

/** A command about a meeting: repeated, it answers only while the meeting may be read. */
const meetingWork = signedInCommand.meta({ reread: mayRereadMeeting });

/** Meetings of a body: agenda, documents, what came of it, and the summary record. */
export const meetingsRouter = router({
  /** The meetings of a body: those ahead, and the past ones by pages. */
  ofBody: signedIn.input(meetingsOfBodyInput).query(({ ctx, input }) => meetingsOfBody(ctx, input)),
  /** The one that is on, or the next. */
  next: signedIn.input(nextMeetingInput).query(({ ctx, input }) => nextMeeting(ctx, input)),
  /** One with its agenda, as far as it may be read. */
  byId: signedIn.input(meetingInput).query(({ ctx, input }) => meetingById(ctx, input)),
  /** The summary record, assembled from the agenda and what came of it. */
  summary: signedIn.input(meetingInput).query(({ ctx, input }) => summaryOf(ctx, input)),
  /** What its forms choose from: for chair and secretariat. */
  choices: signedIn.input(meetingInput).query(({ ctx, input }) => planningChoices(ctx, input)),
  /** Plans one: a draft. */
  plan: meetingWork.input(planInput).mutation(({ ctx, input }) => planMeeting(ctx, input)),
  /** Changes its title, times and place. */
  change: meetingWork.input(changeInput).mutation(({ ctx, input }) => changeMeeting(ctx, input)),
  /** Publishes it to the members as a whole. */
  publish: meetingWork.input(meetingCommand).mutation(({ ctx, input }) => publishMeeting(ctx, input)),
  /** Calls it off. */
  cancel: meetingWork.input(meetingCommand).mutation(({ ctx, input }) => cancelMeeting(ctx, input)),
  /** Adds or changes an item of the agenda. */
  saveItem: meetingWork.input(saveItemInput).mutation(({ ctx, input }) => saveItem(ctx, input)),
  /** Takes one off. */
  removeItem: meetingWork.input(itemCommand).mutation(({ ctx, input }) => removeItem(ctx, input)),
  /** Puts the agenda in another order. */
  order: meetingWork.input(orderInput).mutation(({ ctx, input }) => orderItems(ctx, input)),
  /** Hangs documents on it or on an item. */
  attach: meetingWork.input(attachInput).mutation(({ ctx, input }) => attachDocuments(ctx, input)),
  /** Takes a document away. */
  detach: meetingWork.input(detachInput).mutation(({ ctx, input }) => detachDocument(ctx, input)),
  /** Writes down what came of an item. */
  setOutcome: meetingWork.input(outcomeInput).mutation(({ ctx, input }) => setOutcome(ctx, input)),
  /** What an end for remarks comes to: its instant or why there is none, and holidays until then. */
  checkUntil: signedIn.input(checkUntilInput).query(({ ctx, input }) => checkUntil(ctx, input)),
  /** Says for the own nation that the summary record is not right. */
  remark: meetingWork.input(remarkInput).mutation(({ ctx, input }) => remark(ctx, input)),
  /** Takes that back. */
  takeBackRemark: meetingWork.input(remarkCommand).mutation(({ ctx, input }) => takeBackRemark(ctx, input)),
  /** Says why the record stays as it is. */
  answerRemark: meetingWork.input(answerRemarkInput).mutation(({ ctx, input }) => answerRemark(ctx, input)),
  /** Lays the summary record before the members as a draft, until an end. */
  openSummary: meetingWork.input(openSummaryInput).mutation(({ ctx, input }) => openSummary(ctx, input)),
});
