import { newId } from '@concord/db/ids';
import { exerciseRoleParties, exerciseRoles } from '@concord/db/schema/exercises';
import { requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import {
  allocationOf,
  appendTo,
  holdersOf,
  type RoleLedger,
  settleRole,
  takeRoleLedger,
} from '../nominations/ledger.ts';
import { plannedExercise } from './planning.ts';
import type { RoleInput } from './schemas.ts';

/**
 * Makes a role or changes it, with its seats and what they ask for. Changed seats are lines of its ledger with the
 * reason, so that whoever waits gets a new one at once. Fewer seats than a party's holders are refused by name.
 */
export async function saveRole(ctx: SignedIn, input: RoleInput) {
  const exercise = await plannedExercise(ctx, input.exerciseId);
  for (const [index, line] of input.parties.entries())
    if (line.minimum > line.seats)
      throw fieldError(`parties.${index}.minimum`, 'exercises.minimumAboveSeats');
  await assertKnown(ctx, input);
  const roleId = input.roleId ?? newId();
  const { colour, nameEn, nameFr, minimum, sharedSeats, workRoleId } = input;
  const { tag: language = null, level: languageLevel = null } = input.language ?? {};
  const row = { colour, nameEn, nameFr, minimum, sharedSeats, workRoleId, language, languageLevel };
  if (input.roleId === null) await insert(ctx, exercise.id, { id: roleId, ...row });
  const ledger = await takeRoleLedger(ctx, roleId);
  if (ledger.exercise.id !== exercise.id) found(undefined);
  const before = allocationOf(ledger);
  await ctx.tx.update(exerciseRoles).set(row).where(eq(exerciseRoles.id, roleId));
  await writeParties(ctx, ledger, input);
  await writeNeeds(ctx, { ...input, roleId, validOn: exercise.endsAt });
  const after = await settleRole(ctx, ledger, holdersOf(before));
  for (const [index, { partyId, seats }] of input.parties.entries())
    if ((before.held.get(partyId) ?? 0) > (after.held.get(partyId) ?? 0))
      throw fieldError(`parties.${index}.seats`, 'exercises.seatsBelowHolders', {
        holders: before.held.get(partyId) ?? 0,
        seats,
      });
  await record(ctx, {
    ...{
      action: 'exercise.role',
      subject: 'exercise',
      subjectId: exercise.id,
      markingId: exercise.markingId,
    },
    details: { role: roleId },
  });
  return { roleId };
}

/** Refuses a level, course or work role that is not there, by its field. */
async function assertKnown(ctx: SignedIn, { level, courseIds, workRoleId }: RoleInput): Promise<void> {
  const [known] = await ctx.tx.execute<{ level: boolean; courses: number; work: boolean }>(sql`
    select ${level}::int is null or exists (select 1 from level where rank = ${level}::int) as level,
      (select count(*)::int from course where id in
        (select jsonb_array_elements_text(${JSON.stringify(courseIds)}::jsonb)::uuid)) as courses,
      ${workRoleId}::uuid is null or exists (select 1 from work_role where id = ${workRoleId}::uuid) as work`);
  if (!known?.level) throw fieldError('level', 'invalid');
  if (known.courses !== new Set(courseIds).size) throw fieldError('courseIds', 'invalid');
  if (!known.work) throw fieldError('workRoleId', 'invalid');
}

async function insert(
  ctx: SignedIn,
  exerciseId: string,
  row: Omit<typeof exerciseRoles.$inferInsert, 'exerciseId' | 'position'>,
): Promise<void> {
  const [there] = await ctx.tx
    .select({ all: count() })
    .from(exerciseRoles)
    .where(eq(exerciseRoles.exerciseId, exerciseId));
  if ((there?.all ?? 0) >= 40) throw new AppError('BAD_REQUEST', 'exercises.tooManyRoles');
  await ctx.tx.insert(exerciseRoles).values({ ...row, exerciseId, position: there?.all ?? 0 });
}

async function writeParties(ctx: SignedIn, ledger: RoleLedger, input: RoleInput): Promise<void> {
  const { role, entries } = ledger;
  const quotas = new Map<string, number>();
  let shared = 0;
  for (const entry of entries) {
    if (entry.kind === 'quota' && entry.partyId) quotas.set(entry.partyId, entry.seats ?? 0);
    if (entry.kind === 'shared') shared = entry.seats ?? 0;
  }
  const wanted = new Map(input.parties.map(({ partyId, seats }) => [partyId, seats]));
  const lines = [...new Set([...quotas.keys(), ...wanted.keys()])]
    .filter((partyId) => (quotas.get(partyId) ?? 0) !== (wanted.get(partyId) ?? 0))
    .map((partyId) => ({
      ...{ kind: 'quota' as const, partyId, seats: wanted.get(partyId) ?? 0, reason: input.reason },
    }));
  await appendTo(ctx, ledger, lines);
  if (shared !== input.sharedSeats)
    await appendTo(ctx, ledger, [{ kind: 'shared', seats: input.sharedSeats, reason: input.reason }]);
  await ctx.tx.delete(exerciseRoleParties).where(eq(exerciseRoleParties.roleId, role.id));
  const rows = input.parties.filter(({ seats }) => seats > 0).map((line) => ({ roleId: role.id, ...line }));
  if (rows.length > 0) await ctx.tx.insert(exerciseRoleParties).values(rows);
}

type Needs = Pick<RoleInput, 'nameEn' | 'nameFr' | 'courseIds' | 'level'> & {
  roleId: string;
  validOn: Date;
};

/** What a seat asks for is a requirement like any other; a changed one takes the place of the one before. */
async function writeNeeds(
  ctx: SignedIn,
  { roleId, courseIds, level, validOn, ...names }: Needs,
): Promise<void> {
  const standing = and(
    eq(requirements.subject, 'seat'),
    eq(requirements.subjectId, roleId),
    isNull(requirements.archivedAt),
  );
  await ctx.tx.update(requirements).set({ archivedAt: ctx.now }).where(standing);
  const needs = [
    ...courseIds.map((courseId) => ({ kind: 'credential' as const, courseId, level: null })),
    ...(level === null ? [] : [{ kind: 'attestation' as const, courseId: null, level }]),
  ];
  if (needs.length === 0) return;
  const requirementId = newId();
  await ctx.tx.insert(requirements).values({
    ...{
      id: requirementId,
      titles: { en: names.nameEn, fr: names.nameFr },
      subject: 'seat',
      subjectId: roleId,
    },
    ...{ validOn, createdBy: ctx.actor.personId, createdAt: ctx.now },
  });
  await ctx.tx
    .insert(requirementNeeds)
    .values(needs.map((need, position) => ({ id: newId(), requirementId, position, ...need })));
}
