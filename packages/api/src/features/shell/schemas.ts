import { locales, mailings, themes } from '@concord/db/enums';
import { z } from 'zod';
import { commandId } from '../../schemas.ts';

/** A time zone by its IANA name, as this runtime knows them. */
export const timeZone = z.string().max(64).refine(isTimeZone, { error: 'errors.timeZone' });

/** How a person likes the portal; what is left out stays as it is. */
export const preferencesInput = z.strictObject({
  commandId,
  locale: z.enum(locales).optional(),
  theme: z.enum(themes).optional(),
  zone: timeZone.optional(),
  /** When mail about notifications goes, and the hour of the daily one. */
  mailing: z.enum(mailings).optional(),
  digestHour: z.int().min(0).max(23).optional(),
});

export type PreferencesInput = z.infer<typeof preferencesInput>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
