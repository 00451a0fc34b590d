import { newId } from '@concord/db/ids';
import { workRoles } from '@concord/db/schema/competence';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { cohorts } from '@concord/db/schema/learning';
import { levels } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { asksOf, makesRequirements } from '../../policies/requirements.ts';
import { record } from '../../record/record.ts';
import { reminders } from './rules.ts';
import type { RequirementInput } from './schemas.ts';

/** Asks something of somebody. Nobody's evidence is touched: readiness is derived anew at the next look. */
export async function makeRequirement(ctx: SignedIn, input: RequirementInput) {
  found(makesRequirements(ctx.actor) || undefined);
  await demandKnown(ctx, input, null);
  const requirementId = newId();
  await ctx.tx
    .insert(requirements)
    .values({ id: requirementId, ...valuesOf(input), createdBy: ctx.actor.personId, createdAt: ctx.now });
  await writeNeeds(ctx, requirementId, input.needs);
  await recordOn(ctx, 'requirement.make', requirementId);
  return { requirementId };
}

/** Changes what is asked, from now on; refused when somebody else did so since the form was opened. */
export async function changeRequirement(
  ctx: SignedIn,
  { requirementId, revision, ...input }: RequirementInput & { requirementId: string; revision: number },
) {
  const row = await lockOwn(ctx, requirementId, revision);
  await demandKnown(ctx, input, row.validOn);
  await ctx.tx
    .update(requirements)
    .set({ ...valuesOf(input), revision: row.revision + 1 })
    .where(eq(requirements.id, requirementId));
  await ctx.tx.delete(requirementNeeds).where(eq(requirementNeeds.requirementId, requirementId));
  await writeNeeds(ctx, requirementId, input.needs);
  await recordOn(ctx, 'requirement.change', requirementId);
  return { requirementId };
}

/** Ends a requirement: nobody is asked any more. What it has led to stays. */
export async function endRequirement(
  ctx: SignedIn,
  { requirementId, revision }: { requirementId: string; revision: number },
) {
  await lockOwn(ctx, requirementId, revision);
  await ctx.tx
    .update(requirements)
    .set({ archivedAt: ctx.now, revision: revision + 1 })
    .where(eq(requirements.id, requirementId));
  await recordOn(ctx, 'requirement.end', requirementId);
  return { requirementId };
}

async function lockOwn(ctx: SignedIn, requirementId: string, revision: number) {
  found(makesRequirements(ctx.actor) || undefined);
  const [known] = await ctx.tx
    .select({ partyIds: requirements.partyIds })
    .from(requirements)
    .where(eq(requirements.id, requirementId));
  authorize(asksOf(ctx.actor, await partiesOf(ctx, found(known).partyIds)));
  const [row] = await ctx.tx
    .select()
    .from(requirements)
    .where(eq(requirements.id, requirementId))
    .for('update');
  const locked = found(row);
  if (await ofExercise(ctx, locked)) throw new AppError('CONFLICT', 'requirements.ofExercise');
  if (locked.archivedAt !== null) throw new AppError('CONFLICT', 'requirements.ended');
  if (locked.revision !== revision) throw new AppError('CONFLICT', 'requirements.changed');
  return locked;
}

/** What the seats of an exercise ask for is changed with them, in the exercise. */
async function ofExercise(ctx: SignedIn, { subject, subjectId }: typeof requirements.$inferSelect) {
  return subject === 'seat' && subjectId !== null && !(await subjectThere(ctx, subject, subjectId));
}

function valuesOf(input: RequirementInput) {
  return {
    titles: { en: input.titleEn.trim(), fr: input.titleFr.trim() },
    subject: input.subject,
    role: input.role,
    subjectId: input.subjectId,
    partyIds: [...new Set(input.partyIds)],
    validOn: input.validOn === null ? null : new Date(input.validOn),
    validMonths: input.validMonths,
    renewalDays: input.renewalDays,
    remindDays: reminders(input.remindDays),
    graceDays: input.graceDays,
  };
}

async function writeNeeds(ctx: SignedIn, requirementId: string, needs: RequirementInput['needs']) {
  await ctx.tx.insert(requirementNeeds).values(
    needs.map((need, position) => ({
      ...{ id: newId(), requirementId, position, kind: need.kind },
      courseId: need.kind === 'credential' ? need.courseId : null,
      level: need.kind === 'attestation' ? need.level : null,
      colour: need.kind === 'part' ? need.colour : null,
      months: need.kind === 'part' ? need.months : null,
    })),
  );
}

async function partiesOf(ctx: SignedIn, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .select({ id: parties.id, nationId: parties.nationId })
    .from(parties)
    .where(inArray(parties.id, [...ids]));
  if (rows.length < new Set(ids).size) throw fieldError('partyIds', 'invalid');
  return rows;
}

/** Everything named is there and readable; the actor may ask of these parties; a new day is still to come. */
async function demandKnown(ctx: SignedIn, input: RequirementInput, before: Date | null): Promise<void> {
  const parties = await partiesOf(ctx, input.partyIds);
  if (!asksOf(ctx.actor, parties)) throw fieldError('partyIds', 'requirements.ownParties');
  if (input.subjectId && !(await subjectThere(ctx, input.subject, input.subjectId)))
    throw fieldError('subjectId', 'invalid');
  const validOn = input.validOn === null ? null : new Date(input.validOn);
  if (validOn && validOn <= ctx.now && validOn.getTime() !== before?.getTime())
    throw fieldError('validOn', 'requirements.past');
  const courseIds = input.needs.flatMap((need) => (need.kind === 'credential' ? [need.courseId] : []));
  const ranks = input.needs.flatMap((need) => (need.kind === 'attestation' ? [need.level] : []));
  const known = courseIds.length
    ? await ctx.tx.select({ id: courses.id }).from(courses).where(inArray(courses.id, courseIds))
    : [];
  const scheme = await ctx.tx.select({ rank: levels.rank }).from(levels);
  if (known.length < courseIds.length || ranks.some((rank) => !scheme.some((level) => level.rank === rank)))
    throw fieldError('needs', 'invalid');
}

async function subjectThere(ctx: SignedIn, subject: RequirementInput['subject'], id: string) {
  if (subject === 'workRole')
    return (await ctx.tx.select({ id: workRoles.id }).from(workRoles).where(eq(workRoles.id, id)))[0];
  if (subject === 'courseVersion')
    return (
      await ctx.tx
        .select({ id: courseVersions.id })
        .from(courseVersions)
        .where(and(eq(courseVersions.id, id), isNotNull(courseVersions.publishedAt)))
    )[0];
  return (await ctx.tx.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.id, id)))[0];
}

async function recordOn(ctx: SignedIn, action: string, subjectId: string): Promise<void> {
  await record(ctx, { action, subject: 'requirement', subjectId });
}
