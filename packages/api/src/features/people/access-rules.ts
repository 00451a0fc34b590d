/** Where an appointment stands at an instant: it begins later, counts, or has ended. */
export function appointmentState(
  appointment: { validFrom: Date; validUntil: Date | null },
  now: Date,
): 'ahead' | 'current' | 'ended' {
  if (appointment.validUntil !== null && appointment.validUntil <= now) return 'ended';
  return appointment.validFrom > now ? 'ahead' : 'current';
}

/** The instant an appointment ends when it is ended now: one that has not begun never does. */
export function endedNow(validFrom: Date, now: Date): Date {
  return new Date(Math.max(validFrom.getTime(), now.getTime()));
}

/** Where an attestation stands at an instant. */
export function attestationState(
  attestation: { validFrom: Date; validUntil: Date; revokedAt: Date | null },
  now: Date,
): 'ahead' | 'current' | 'expired' | 'revoked' {
  if (attestation.revokedAt !== null) return 'revoked';
  if (attestation.validUntil <= now) return 'expired';
  return attestation.validFrom > now ? 'ahead' : 'current';
}

/** The longest a party can vouch ahead; longer says more than anybody knows. */
export const LONGEST_ATTESTATION_DAYS = 5 * 366;

const DAY = 86_400_000;

/** What is wrong with the day an attestation is to end, or null. */
export function attestationEndProblem(until: Date, now: Date): 'past' | 'tooFar' | null {
  if (until <= now) return 'past';
  return until.getTime() - now.getTime() > LONGEST_ATTESTATION_DAYS * DAY ? 'tooFar' : null;
}
