import { exerciseColours } from '@concord/db/enums';
import { z } from 'zod';
import { commandId, instant, singleLine, uuid } from '../../schemas.ts';
import { rolesAsked, subjects } from './rules.ts';

const DAYS = 730;
const days = z.int().min(0).max(DAYS);
const MOST_MONTHS = 120;
const MONTHS = { error: 'errors.requirements.partMonths' };

const need = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('credential'), courseId: uuid }),
  z.strictObject({ kind: z.literal('attestation'), level: z.int().min(0).max(100) }),
  /** A part in an exercise that ended within so many months; `colour` null: in any role. */
  z.strictObject({
    kind: z.literal('part'),
    colour: z.enum(exerciseColours).nullable(),
    months: z.int(MONTHS).min(1, MONTHS).max(MOST_MONTHS, MONTHS),
  }),
]);

/** What a requirement says: of whom, what, until when, and how its renewal goes. */
const fields = {
  titleEn: singleLine({ min: 1, max: 200 }),
  titleFr: singleLine({ min: 1, max: 200 }),
  subject: z.enum(subjects),
  role: z.enum(rolesAsked).nullable(),
  subjectId: uuid.nullable(),
  /** None: every party. */
  partyIds: z.array(uuid).max(200),
  needs: z.array(need).min(1, { error: 'errors.requirements.nothingAsked' }).max(20),
  validOn: instant.nullable(),
  validMonths: z.int().min(1).max(600).nullable(),
  renewalDays: days,
  remindDays: z.array(days).max(10),
  graceDays: days,
};

type Fields = z.output<z.ZodObject<typeof fields>>;

/** What must fit together, whatever is asked. */
function fits(value: Fields, context: z.RefinementCtx): void {
  const report = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if ((value.subject === 'appointment') !== (value.role !== null)) report('role', 'errors.required');
  if (needsId(value.subject) !== (value.subjectId !== null)) report('subjectId', 'errors.required');
  const asked = value.needs.map(subjectOf);
  if (new Set(asked).size !== asked.length) report('needs', 'errors.requirements.twice');
  if (value.remindDays.some((day) => day > value.renewalDays))
    report('remindDays', 'errors.requirements.reminderEarly');
}

function subjectOf(one: Fields['needs'][number]): string {
  if (one.kind === 'credential') return one.courseId;
  return one.kind === 'part' ? `part ${one.colour}` : String(one.level);
}

const needsId = (subject: Fields['subject']) => subject !== 'everyone' && subject !== 'appointment';

export const previewInput = z.strictObject({ requirementId: uuid.optional(), ...fields }).superRefine(fits);
export const createInput = z.strictObject({ commandId, ...fields }).superRefine(fits);
/** The same as what an action of a lesson becomes. */
export const followInput = z.strictObject({ commandId, actionId: uuid, ...fields }).superRefine(fits);
/** `revision` is the one the form was opened with. */
export const changeInput = z
  .strictObject({ commandId, requirementId: uuid, revision: z.int().min(1), ...fields })
  .superRefine(fits);
export const endInput = z.strictObject({ commandId, requirementId: uuid, revision: z.int().min(1) });
export const byIdInput = z.strictObject({ requirementId: uuid });
export const listInput = z.strictObject({ ended: z.boolean().optional() });

export type RequirementInput = Fields;
