import { z } from 'zod';
import { commandId, instant, text, uuid } from '../../schemas.ts';

/** The longest text that can be handed in. */
export const LONGEST_WORK = 400_000;

const place = { enrolmentId: uuid, activityId: uuid };
const work = {
  text: text({ max: LONGEST_WORK }),
  fileIds: z.array(uuid).max(20),
  /** The browser's count of saves: of two drafts the higher stands. */
  sequence: z.int().min(1).max(2_147_483_647),
};

export const ownInput = z.strictObject(place);
export const saveInput = z.strictObject({ ...place, ...work });
export const handInInput = z.strictObject({ commandId, ...place, ...work });
export const queueInput = z.strictObject({
  activityId: uuid,
  after: z.strictObject({ decided: z.boolean(), submittedAt: instant, id: uuid }).optional(),
});
export const workInput = z.strictObject({ submissionId: uuid });

/** A remark on words of the submitted text. */
export const remark = z.strictObject({
  starts: z.int().min(0).max(LONGEST_WORK),
  ends: z.int().min(1).max(LONGEST_WORK),
  text: text({ min: 1, max: 5000 }),
});

/** A judgement as it is kept; with an outcome it is decided. `revision` is the one the marker wrote over, 0 for none. */
export const judgeInput = z.strictObject({
  commandId,
  submissionId: uuid,
  revision: z.int().min(0),
  scores: z.record(z.string().max(60), z.number({ error: 'errors.number' }).min(0).max(100)),
  comments: z.record(z.string().max(60), text({ max: 5000 })),
  comment: text({ max: 20_000 }),
  remarks: z.array(remark).max(300),
  outcome: z.enum(['pass', 'fail', 'return']).nullable(),
});

export type OwnInput = z.output<typeof ownInput>;
export type SaveInput = z.output<typeof saveInput>;
export type HandInInput = z.output<typeof handInInput>;
export type QueueInput = z.output<typeof queueInput>;
export type JudgeInput = z.output<typeof judgeInput>;
