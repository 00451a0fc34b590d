import { asksToConfirm, isFinal, refusal, type Silence } from './rules.ts';

/** What a person may do to a silence over a text now; the page offers what stands here, and commands check anew. */
export type Can =
  | 'announce'
  | 'open'
  | 'confirmAnew'
  | 'objectToMethod'
  | 'acknowledge'
  | 'noObjection'
  | 'break'
  | 'requestExtension'
  | 'lift'
  | 'confirmLetter'
  | 'extend'
  | 'resume'
  | 'withdraw'
  | 'refer'
  | 'lapse'
  | 'enterLetter';

/** What a person's appointments come to, and how their nation stands to the procedure. */
export type Standing = {
  lead: boolean;
  chair: boolean;
  delegated: boolean;
  mayBreak: boolean;
  mayTake: boolean;
  /** The nation is bound; while it is only announced, whether it sits in the body. */
  bound: boolean;
  acknowledged: boolean;
  ownLive: boolean;
  ownLetter: boolean;
};

/** The acts open to somebody; of none that runs yet, or of one that ended, what begins a new one. */
export function canNow(
  silence: Silence,
  now: Date,
  standing: Standing,
  { sameAdopted }: { sameAdopted: boolean },
): Can[] {
  if (silence.state === 'draft' || isFinal(silence.state)) return sameAdopted ? [] : beginnings(standing);
  return [...ofNation(silence, now, standing), ...ofChair(silence, now, standing)];
}

const beginnings = ({ lead, chair }: Standing): Can[] => [
  ...(lead ? (['announce'] as const) : []),
  ...(chair ? (['open'] as const) : []),
];

function ofNation(silence: Silence, now: Date, standing: Standing): Can[] {
  const { delegated, bound, mayBreak, mayTake, acknowledged, ownLive, ownLetter } = standing;
  if (!delegated || !bound) return [];
  const free = (kind: 'acknowledge' | 'break' | 'objectToMethod') => refusal(silence, { kind }, now) === null;
  const open = free('acknowledge');
  const acts: [Can, boolean][] = [
    ['objectToMethod', mayBreak && free('objectToMethod')],
    ['noObjection', mayTake && open],
    ['break', mayBreak && !ownLive && free('break')],
    ['acknowledge', open && !acknowledged],
    ['requestExtension', open],
    ['lift', mayBreak && ownLive],
    ['confirmLetter', mayBreak && ownLetter && ownLive],
  ];
  return acts.flatMap(([act, may]) => (may ? [act] : []));
}

function ofChair(silence: Silence, now: Date, { chair, lead }: Standing): Can[] {
  const { state, liveBreaks, liftedLate } = silence;
  const free = (kind: 'withdraw' | 'refer' | 'lapse' | 'break') => refusal(silence, { kind }, now) === null;
  const acts: [Can, boolean][] = [
    ['open', chair && state === 'announced'],
    ['confirmAnew', chair && asksToConfirm(silence)],
    ['extend', chair && state === 'open'],
    ['resume', chair && state === 'broken' && liveBreaks.length === 0 && !liftedLate],
    ['refer', chair && free('refer')],
    ['lapse', chair && free('lapse')],
    ['withdraw', chair && free('withdraw')],
    ['enterLetter', lead && free('break')],
  ];
  return acts.flatMap(([act, may]) => (may ? [act] : []));
}
