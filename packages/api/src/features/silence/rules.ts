/** Where a silence procedure stands (reference B.2). The last six are final. */
export const silenceStates = [
  'draft',
  'announced',
  'open',
  'broken',
  'adopted',
  'superseded',
  'referred',
  'withdrawn',
  'lapsed',
] as const;
export type SilenceState = (typeof silenceStates)[number];

/** One thing that happened, as its row says. */
export type SilenceEvent = {
  id: string;
  kind:
    | 'announce'
    | 'objectToMethod'
    | 'open'
    | 'acknowledge'
    | 'break'
    | 'lateNotice'
    | 'confirmLetter'
    | 'requestExtension'
    | 'extend'
    | 'lift'
    | 'lateLift'
    | 'resume'
    | 'supersede'
    | 'refer'
    | 'withdraw'
    | 'lapse';
  at: Date;
  until: Date | null;
  about: string | null;
};

/** What events and the clock come to. */
export type Silence = {
  state: SilenceState;
  openedAt: Date | null;
  /** The end in force; while announced, the proposed one. */
  expiresAt: Date | null;
  /** Every end there was, the first one first: none is ever earlier than the one before it. */
  expiries: Date[];
  /** Breaks that stand, by the event that made them. */
  liveBreaks: string[];
  /** A break was lifted only after the end: no going on, but a confirmation or a meeting. */
  liftedLate: boolean;
  /** When the present state began; of an adopted text, its end and not the moment somebody looked. */
  since: Date | null;
};

const NONE: Silence = {
  state: 'draft',
  openedAt: null,
  expiresAt: null,
  expiries: [],
  liveBreaks: [],
  liftedLate: false,
  since: null,
};

const FINAL: readonly SilenceState[] = ['adopted', 'superseded', 'referred', 'withdrawn', 'lapsed'];

/** Whether nothing can happen to it any more: an error in what was adopted is cured by a new decision alone. */
export const isFinal = (state: SilenceState) => FINAL.includes(state);

/**
 * The state of a silence procedure at an instant: a pure function of its events and the clock (invariant I2). The
 * interval is half-open: at the very instant of its end it is adopted, and a break then is too late.
 */
export function silenceAt(events: readonly SilenceEvent[], now: Date): Silence {
  const past = events.filter((event) => +event.at <= +now);
  const inOrder = past.sort((one, other) => +one.at - +other.at || (one.id < other.id ? -1 : 1));
  const happened = inOrder.reduce((silence, event) => apply(expired(silence, event.at), event), NONE);
  return expired(happened, now);
}

/** Adopted, where its time ran out with no break standing. */
function expired(silence: Silence, now: Date): Silence {
  const { state, expiresAt } = silence;
  if (state !== 'open' || expiresAt === null || +now < +expiresAt) return silence;
  return { ...silence, state: 'adopted', since: expiresAt };
}

function apply(silence: Silence, event: SilenceEvent): Silence {
  if (isFinal(silence.state)) return silence;
  const turned = (state: SilenceState): Silence => ({ ...silence, state, since: event.at });
  switch (event.kind) {
    case 'announce':
      return { ...turned('announced'), expiresAt: event.until };
    case 'objectToMethod':
    case 'withdraw':
      return turned('withdrawn');
    case 'open':
      return { ...ended(turned('open'), event), openedAt: event.at };
    case 'extend':
      return ended(silence, event);
    case 'resume':
      return ended(turned('open'), event);
    case 'break':
      return {
        ...(silence.state === 'broken' ? silence : turned('broken')),
        liveBreaks: [...silence.liveBreaks, event.id],
      };
    case 'lift':
    case 'lateLift':
      return {
        ...silence,
        liveBreaks: silence.liveBreaks.filter((id) => id !== event.about),
        liftedLate: silence.liftedLate || event.kind === 'lateLift',
      };
    case 'supersede':
      return turned('superseded');
    case 'refer':
      return turned('referred');
    case 'lapse':
      return turned('lapsed');
    default:
      return silence;
  }
}

function ended(silence: Silence, { until }: SilenceEvent): Silence {
  return until === null ? silence : { ...silence, expiresAt: until, expiries: [...silence.expiries, until] };
}

/** What somebody wants to do to a silence procedure, with the end it would set. */
export type Wish =
  | { kind: Exclude<SilenceEvent['kind'], 'open' | 'extend' | 'resume'> }
  | { kind: 'extend'; until: Date }
  | { kind: 'resume'; until: Date; earliest: Date };

/** Why it cannot be done now, as a key of `errors.silence`; null where it can. Rights are another matter. */
export function refusal(silence: Silence, wish: Wish, now: Date): string | null {
  const { state, expiresAt } = silence;
  const over = expiresAt !== null && silence.openedAt !== null && +now >= +expiresAt;
  if (isFinal(state)) return refusedAtEnd(wish.kind, over);
  switch (wish.kind) {
    case 'announce':
      return state === 'draft' ? null : 'begun';
    case 'objectToMethod':
      return state === 'announced' ? null : 'methodOver';
    case 'acknowledge':
    case 'requestExtension':
      return state === 'open' ? null : 'notOpen';
    case 'break':
      if (state !== 'open' && state !== 'broken') return 'notOpen';
      return over ? 'tooLate' : null;
    case 'lateNotice':
      return over ? null : 'notLate';
    case 'lift':
      return state === 'broken' ? (over ? 'liftLate' : null) : 'notBroken';
    case 'lateLift':
      return state === 'broken' ? (over ? null : 'liftEarly') : 'notBroken';
    case 'extend':
      return refuseExtension(silence, wish.until);
    case 'resume':
      return refuseResumption(silence, wish);
    case 'withdraw':
      if (state === 'draft') return 'notBegun';
      return over ? 'withdrawLate' : null;
    case 'supersede':
      return null;
    case 'refer':
    case 'lapse':
      return state === 'broken' ? null : 'notBroken';
    case 'confirmLetter':
      return state === 'open' || state === 'broken' ? null : 'notOpen';
  }
}

function refusedAtEnd(kind: Wish['kind'], over: boolean): string | null {
  if (kind === 'lateNotice') return over ? null : 'notLate';
  return kind === 'break' && over ? 'tooLate' : 'final';
}

function refuseExtension({ state, expiresAt }: Silence, until: Date): string | null {
  if (state !== 'open' || expiresAt === null) return 'notOpen';
  return +until > +expiresAt ? null : 'notLater';
}

/** It goes on where nobody's break stands, none was lifted too late, and all have time to look at it once more. */
function refuseResumption(
  silence: Silence,
  { until, earliest }: { until: Date; earliest: Date },
): string | null {
  if (silence.state !== 'broken') return 'notBroken';
  if (silence.liveBreaks.length > 0) return 'stillBroken';
  if (silence.liftedLate) return 'liftedLate';
  const least = Math.max(+earliest, +(silence.expiresAt ?? earliest));
  return +until >= least ? null : 'resumeTooSoon';
}

/**
 * Whether a break was lifted only after the end, and none stands any more: the chair may lay the same version on the
 * table once more, for a short while, or take it to a meeting. Nothing is adopted by such a lift.
 */
export const asksToConfirm = ({ state, liveBreaks, liftedLate }: Silence) =>
  state === 'broken' && liftedLate && liveBreaks.length === 0;

/** How quickly a text is to be agreed, and the shortest silence in hours for each. */
export const paces = ['normal', 'urgent', 'crisis'] as const;
export type Pace = (typeof paces)[number];

const HOUR_MS = 3_600_000;

/** Why it cannot be opened until then; elapsed hours count, whatever clocks on the wall do meanwhile. */
export function refuseOpening(
  silence: Silence,
  wish: { until: Date; minimumHours: number; now: Date },
): string | null {
  if (silence.state !== 'draft' && silence.state !== 'announced')
    return isFinal(silence.state) ? 'final' : 'begun';
  return +wish.until - +wish.now >= wish.minimumHours * HOUR_MS ? null : 'tooShort';
}

/** What a nation's silence shows on the page: before the end nothing at all, after it no objection, by silence. */
export function silentNation(state: SilenceState): 'nothingSaid' | 'noObjectionBySilence' {
  return state === 'adopted' ? 'noObjectionBySilence' : 'nothingSaid';
}
