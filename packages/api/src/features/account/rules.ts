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

/** What a person set out to do at the identity provider. It travels as the address they come back to. */
export type ProviderIntent = { kind: 'enter' } | { kind: 'connect' } | { kind: 'invitation'; token: string };

const AFTER = '/sign-in/after';
const CONNECTED = '/account?connected=1';

/** Where a person comes back to from the identity provider. */
export const wayBack = {
  enter: (next: string) => `${AFTER}?next=${encodeURIComponent(safeWay(next))}`,
  connect: () => CONNECTED,
  invitation: (token: string) => `${AFTER}?invitation=${encodeURIComponent(token)}`,
};

/** The intent behind an address that `wayBack` made; any other address means to sign in. */
export function providerIntent(address: string | undefined): ProviderIntent {
  const url = pathOf(address);
  if (`${url.pathname}${url.search}` === CONNECTED) return { kind: 'connect' };
  const token = url.pathname === AFTER ? url.searchParams.get('invitation') : null;
  return token ? { kind: 'invitation', token } : { kind: 'enter' };
}

/** Where a person learns that the provider's way did not work: the page they came from. */
export function afterRefusal(address: string | undefined, key: string): string {
  const intent = providerIntent(address);
  const error = `error=${encodeURIComponent(key)}`;
  if (intent.kind === 'connect') return `/account?${error}`;
  if (intent.kind === 'invitation') return `/invitation/${encodeURIComponent(intent.token)}?${error}`;
  const next = safeWay(pathOf(address).searchParams.get('next'));
  return `/sign-in?next=${encodeURIComponent(next)}&${error}`;
}

function pathOf(address: string | undefined): URL {
  const base = 'http://portal.invalid';
  return URL.canParse(address ?? '', base) ? new URL(address ?? '', base) : new URL(base);
}
