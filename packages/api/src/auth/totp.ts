import { generateSecret, generateURI, verify } from 'otplib';

const PERIOD = 30;

/** A new secret for an authenticator app: 160 random bits in base32. */
export function makeTotpSecret(): string {
  return generateSecret();
}

/** The address that an authenticator app reads from the QR code. */
export function totpAddress(email: string, secret: string): string {
  return generateURI({ issuer: 'Concord', label: email, secret });
}

/**
 * The time step a code belongs to, within one step of the clock, or null when it is wrong or its step was used.
 * The step must be stored: a code counts once.
 */
export async function totpStep(input: {
  secret: string;
  code: string;
  now: Date;
  lastStep: number | null;
}): Promise<number | null> {
  const token = input.code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const result = await verify({
    secret: input.secret,
    token,
    epoch: Math.floor(input.now.getTime() / 1000),
    epochTolerance: PERIOD,
    ...(input.lastStep === null ? {} : { afterTimeStep: input.lastStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
