/** Roles that work with what must not be lost with a password alone. */
const STRONG_ROLES = new Set([
  'administrator',
  'securityOfficer',
  'chair',
  'secretariat',
  'headOfDelegation',
  'delegate',
]);

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a person must be silent, and how long at most a session lasts, in seconds. */
export type Lifetime = { idleSeconds: number; absoluteSeconds: number };

/** The least number of characters of a password, alone and beside a second factor; none is cut at the end. */
export const passwordLength = { alone: 15, besideSecondFactor: 8, most: 512 } as const;

/** How long links in mail live. */
export const linkSeconds = { invitation: 7 * DAY, reset: HOUR } as const;
export type LinkPurpose = keyof typeof linkSeconds;

/** Whether a person with these appointments must have a second factor. */
export function needsSecondFactor(roles: readonly string[]): boolean {
  return roles.some((role) => STRONG_ROLES.has(role));
}

/** The shortest lifetime any of a person's roles asks for. */
export function sessionLifetime(roles: readonly string[]): Lifetime {
  if (roles.includes('administrator')) return { idleSeconds: 30 * MINUTE, absoluteSeconds: 12 * HOUR };
  if (needsSecondFactor(roles)) return { idleSeconds: 8 * HOUR, absoluteSeconds: 7 * DAY };
  return { idleSeconds: DAY, absoluteSeconds: 30 * DAY };
}

/** What a password must be at least for this person. */
export function leastPasswordLength(hasSecondFactor: boolean): number {
  return hasSecondFactor ? passwordLength.besideSecondFactor : passwordLength.alone;
}

type SessionTimes = { seenAt: Date; idleSeconds: number; expiresAt: Date; revokedAt: Date | null };

/** Whether a session still counts at this instant, and if not, why. */
export function sessionState(session: SessionTimes, now: Date): 'live' | 'idle' | 'expired' | 'ended' {
  if (session.revokedAt !== null) return 'ended';
  if (session.expiresAt <= now) return 'expired';
  return session.seenAt.getTime() + session.idleSeconds * 1000 <= now.getTime() ? 'idle' : 'live';
}

/** Whether a link may still be used at this instant. */
export function linkIsLive(link: { usedAt: Date | null; expiresAt: Date }, now: Date): boolean {
  return link.usedAt === null && link.expiresAt > now;
}

/** Where to go after sign-in: a path of this portal and nothing else. */
export function safeWay(next: string | null | undefined): string {
  if (!next?.startsWith('/') || /^\/[/\\]|[\s\\]|^\/(api|sign-in|signed-out)(\/|\?|$)/.test(next)) return '/';
  return next;
}
