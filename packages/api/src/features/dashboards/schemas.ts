import { z } from 'zod';
import { singleLine, uuid } from '../../schemas.ts';

const day = z.iso.date({ error: 'errors.instant' }).optional();

/** Whose figures: of a course or of one cohort, of one party, of who enrolled in these days at headquarters. */
export const dashboardInput = z.strictObject({
  of: z.union([
    z.strictObject({ course: singleLine({ min: 1, max: 200 }) }),
    z.strictObject({ cohortId: uuid }),
  ]),
  partyId: uuid.optional(),
  from: day,
  to: day,
});
export type DashboardInput = z.output<typeof dashboardInput>;
