import type { Mailing } from '@concord/db/enums';

/**
 * What a person may be told of, beside mentions. `now`: it names a deadline or waits for an answer, so its mail does not
 * wait for the daily one. Words stand under `notifications.kinds.<kind>` in the portal's messages, and in
 * email/templates/news.ts for mail, which names no content.
 */
export const newsKinds = {
  seatGiven: { now: true },
  seatTakenBack: { now: true },
  seatRequested: { now: false },
  seatRefused: { now: true },
  courseSent: { now: true },
  deadlineMoved: { now: true },
  pathGiven: { now: false },
  renewalOpened: { now: true },
  renewalDue: { now: true },
  renewalsOfParty: { now: false },
  partRenewalOpened: { now: true },
  partRenewalDue: { now: true },
  partRenewalsOfParty: { now: false },
  workHandedIn: { now: false },
  workReturned: { now: true },
  workDecided: { now: false },
  answerToMark: { now: false },
  resultReady: { now: false },
  sessionPlanned: { now: false },
  sessionMoved: { now: true },
  sessionCancelled: { now: true },
  exerciseNominated: { now: false },
  exerciseSeatGiven: { now: true },
  exerciseSeatTakenBack: { now: true },
  exerciseJoining: { now: true },
  exerciseMoved: { now: true },
  exerciseCancelled: { now: true },
  exerciseInject: { now: false },
  lessonActionGiven: { now: true },
  lessonActionDue: { now: true },
  lessonActionLate: { now: true },
  exerciseReport: { now: false },
  cohortMessage: { now: false },
  courseMoved: { now: false },
  questionAsked: { now: false },
  questionAnswered: { now: false },
  threadNamed: { now: true },
  spillageReported: { now: true },
  silenceAnnounced: { now: true },
  silenceOpened: { now: true },
  silenceEnds: { now: true },
  silenceBroken: { now: true },
  silenceExtended: { now: true },
  silenceResumed: { now: true },
  silenceEnded: { now: true },
  silenceAdopted: { now: true },
  silenceLateNotice: { now: true },
  silenceWish: { now: true },
  decisionMade: { now: true },
  actionGiven: { now: true },
  silenceLifted: { now: true },
  silenceLetter: { now: true },
  glassBroken: { now: true },
  meetingPublished: { now: false },
  meetingMoved: { now: true },
  meetingCancelled: { now: true },
  summaryOpened: { now: true },
  summaryRemark: { now: true },
  summaryRemarkLate: { now: true },
  summaryRemarkBack: { now: true },
  summaryAnswered: { now: true },
} as const;
export type NewsKind = keyof typeof newsKinds;

/** What becomes of the mail of one piece of news. */
export function mailOf(kind: NewsKind, mailing: Mailing): 'now' | 'daily' | 'never' {
  if (mailing === 'none') return 'never';
  return mailing === 'each' || newsKinds[kind].now ? 'now' : 'daily';
}

const DAY = 86_400_000;

/** The hour and the day a clock on the wall shows there. */
function onTheWall(at: Date, timeZone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}

/** Whether a daily mail is due: its hour has come there, and none went on this day there. */
export function digestDue(
  person: { timeZone: string; hour: number; lastSentAt: Date | null },
  now: Date,
): boolean {
  const { day, hour } = onTheWall(now, person.timeZone);
  if (hour < person.hour) return false;
  if (person.lastSentAt === null) return true;
  return (
    now.getTime() - person.lastSentAt.getTime() > DAY ||
    onTheWall(person.lastSentAt, person.timeZone).day !== day
  );
}
