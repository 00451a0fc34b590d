import { lessonOutcomes, observationKinds } from '@concord/db/enums';
import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';
import { markingInput } from '../threads/schemas.ts';

export const byCodeInput = z.strictObject({ code: exerciseCode });

/** Where something can be seen: an address of the portal ("/consult/…") or one on the web. */
const place = singleLine({ max: 500 }).refine((value) => value === '' || isAddress(value), {
  error: 'errors.lessons.address',
});

function isAddress(value: string): boolean {
  if (/^\/(?![/\\])\S*$/.test(value)) return true;
  return URL.canParse(value) && new URL(value).protocol === 'https:';
}

const kind = z.enum(observationKinds);
const seen = {
  kind,
  what: text({ min: 3, max: 4_000 }),
  evidence: place,
  teamId: uuid.nullable(),
  objectiveId: uuid.nullable(),
  injectId: uuid.nullable(),
};
/** Without a marking it has the exercise's. */
export const observeInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, ...seen, marking: markingInput.optional() },
});
export const changeObservationInput = z.strictObject({ commandId, observationId: uuid, ...seen });
export const observationCommand = z.strictObject({ commandId, observationId: uuid });

export const washCommand = z.strictObject({ commandId, exerciseId: uuid });
export const groupInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, groupId: uuid.nullable(), title: singleLine({ min: 1, max: 200 }) },
});
/** Puts a group at another place, the first being 0. */
export const moveGroupInput = z.strictObject({ commandId, groupId: uuid, at: z.int().min(0).max(500) });
export const pointInput = z.strictObject({ commandId, exerciseId: uuid, groupId: uuid.nullable() });
/** Puts an observation into a group at a place; no group takes it out. */
export const placeInput = z.strictObject({
  ...{ commandId, observationId: uuid, groupId: uuid.nullable(), at: z.int().min(0).max(1_000) },
});
/** Says that it says the same as another; null says that it does not. */
export const mergeInput = z.strictObject({ commandId, observationId: uuid, intoId: uuid.nullable() });

const said = {
  title: singleLine({ min: 1, max: 200 }),
  issue: text({ min: 3, max: 4_000 }),
  cause: text({ max: 4_000 }),
  proposal: text({ max: 4_000 }),
};
export const identifyInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, ...said, observationIds: z.array(uuid).max(200) },
});
export const changeLessonInput = z.strictObject({
  ...{ commandId, lessonId: uuid, revision: z.int().min(1), ...said },
});
export const byNumberInput = z.strictObject({ code: exerciseCode, number: z.int().min(1).max(100_000) });
const reason = text({ min: 3, max: 2_000 });
/** A word over a lesson; what is learned says where that can be seen. */
export const lessonStepInput = z.strictObject({
  ...{
    commandId,
    lessonId: uuid,
    kind: z.enum(['setAside', 'reopened', 'learned']),
    reason,
    evidence: place,
  },
});

const due = z.iso.date({ error: 'errors.instant' });
export const giveActionInput = z.strictObject({
  ...{ commandId, lessonId: uuid, what: text({ min: 3, max: 2_000 }), personId: uuid, dueOn: due },
});
export const changeActionInput = z.strictObject({
  ...{ commandId, actionId: uuid, personId: uuid, dueOn: due, reason },
});
export const actionStepInput = z.strictObject({
  ...{ commandId, actionId: uuid, kind: z.enum(['done', 'undone', 'dropped']), reason, evidence: place },
});
const title = singleLine({ min: 1, max: 200 });
/** What an action becomes. */
export const becomeInput = z.strictObject({
  commandId,
  actionId: uuid,
  into: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unit'), courseId: uuid, title }),
    z.strictObject({ kind: z.literal('inject'), exerciseId: uuid, title }),
    z.strictObject({ kind: z.literal('requirement'), requirementId: uuid }),
    z.strictObject({
      ...{ kind: z.literal('document'), what: text({ min: 3, max: 1_000 }), address: place },
    }),
  ]),
});
export const actionInput = z.strictObject({ actionId: uuid });
/** What lessons a thing follows from: a course's units, an exercise's injects, a requirement, a text. */
export const behindInput = z.strictObject({
  kind: z.enum([...lessonOutcomes, 'text']).exclude(['document']),
  id: uuid,
});
export const registerInput = z.strictObject({
  state: z.enum(['identified', 'underWay', 'done', 'learned', 'setAside']).optional(),
  late: z.boolean().optional(),
});

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
export type ObserveInput = Input<typeof observeInput>;
export type ChangeObservationInput = Input<typeof changeObservationInput>;
export type IdentifyInput = Input<typeof identifyInput>;
export type ChangeLessonInput = Input<typeof changeLessonInput>;
export type LessonStepInput = Input<typeof lessonStepInput>;
export type GiveActionInput = Input<typeof giveActionInput>;
export type ChangeActionInput = Input<typeof changeActionInput>;
export type ActionStepInput = Input<typeof actionStepInput>;
export type BecomeInput = Input<typeof becomeInput>;
