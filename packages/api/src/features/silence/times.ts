import type { bodies } from '@concord/db/schema/consultation';
import type { z } from 'zod';
import { fieldError } from '../../errors.ts';
import { instantsOf, isWorked } from './hours.ts';
import type { Pace } from './rules.ts';
import type { wallTime } from './schemas.ts';

type Body = typeof bodies.$inferSelect;

/** The working hours a silence has left at least, once it is resumed. */
export const RESUMED_HOURS = 4;

/** The shortest silence of a body for a pace, in hours. */
export function minimumHours(body: Body, pace: Pace): number {
  const { minimumSilenceHours: normal, urgentSilenceHours: urgent, crisisSilenceHours: crisis } = body;
  return { normal, urgent, crisis }[pace];
}

/**
 * The instant a wall clock in the body's zone shows this: refused, by field, where no clock shows it (clocks set
 * forward), where it is past, and where nobody works then.
 */
export function wallInstant(body: Body, wall: z.infer<typeof wallTime>, now: Date): Date {
  const [first, second] = instantsOf(wall.day, wall.time, body.timeZone);
  if (!first) throw fieldError('until', 'silence.noSuchTime', { time: wall.time, zone: body.timeZone });
  const at = wall.fold === 'second' && second ? second : first;
  if (+at <= +now) throw fieldError('until', 'silence.past');
  if (!isWorked(at, body.timeZone, body.workingHours)) {
    const { from, to } = body.workingHours;
    throw fieldError('until', 'silence.notWorked', { from, to });
  }
  return at;
}
