import { newId } from '@concord/db/ids';
import { personWorkRoles, workRoles } from '@concord/db/schema/competence';
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { managesTraining } from '../../policies/cohorts.ts';
import { givesWork, seesRequirements } from '../../policies/requirements.ts';
import { record } from '../../record/record.ts';
import { tellWatchers } from '../readiness/watchers.ts';

/** Defines a kind of work people do. */
export async function defineWork(ctx: SignedIn, input: { code: string; nameEn: string; nameFr: string }) {
  found(managesTraining(ctx.actor) || undefined);
  const workRoleId = newId();
  const [made] = await ctx.tx
    .insert(workRoles)
    .values({
      ...{ id: workRoleId, code: input.code, nameEn: input.nameEn.trim(), nameFr: input.nameFr.trim() },
      ...{ createdBy: ctx.actor.personId, createdAt: ctx.now },
    })
    .onConflictDoNothing()
    .returning({ id: workRoles.id });
  if (!made) throw fieldError('code', 'work.codeTaken');
  await record(ctx, { action: 'work.define', subject: 'workRole', subjectId: workRoleId });
  return { workRoleId };
}

/** Calls it something else; its code stays. */
export async function renameWork(
  ctx: SignedIn,
  input: { workRoleId: string; nameEn: string; nameFr: string },
) {
  found(managesTraining(ctx.actor) || undefined);
  const [row] = await ctx.tx
    .update(workRoles)
    .set({ nameEn: input.nameEn.trim(), nameFr: input.nameFr.trim() })
    .where(eq(workRoles.id, input.workRoleId))
    .returning({ id: workRoles.id });
  await record(ctx, { action: 'work.rename', subject: 'workRole', subjectId: found(row).id });
  return { workRoleId: input.workRoleId };
}

/** Offers it no more, or again. Who does it goes on doing it. */
export async function retireWork(ctx: SignedIn, workRoleId: string) {
  found(managesTraining(ctx.actor) || undefined);
  const [row] = await ctx.tx.select().from(workRoles).where(eq(workRoles.id, workRoleId)).for('update');
  const archivedAt = found(row).archivedAt === null ? ctx.now : null;
  await ctx.tx.update(workRoles).set({ archivedAt }).where(eq(workRoles.id, workRoleId));
  await record(ctx, {
    action: archivedAt ? 'work.retire' : 'work.revive',
    subject: 'workRole',
    subjectId: workRoleId,
  });
  return { workRoleId };
}

type Giving = {
  workRoleId: string;
  personIds: string[];
  validFrom: string | null;
  validUntil: string | null;
};

/** Says that people do this work. Who does it already is left as they are. */
export async function giveWork(ctx: SignedIn, input: Giving) {
  found(seesRequirements(ctx.actor) || undefined);
  const [work] = await ctx.tx.select().from(workRoles).where(eq(workRoles.id, input.workRoleId));
  if (found(work).archivedAt !== null) throw new AppError('CONFLICT', 'work.retired');
  const validFrom = input.validFrom === null ? ctx.now : new Date(input.validFrom);
  const validUntil = input.validUntil === null ? null : new Date(input.validUntil);
  if (validUntil && (validUntil <= validFrom || validUntil <= ctx.now))
    throw fieldError('validUntil', 'people.untilPast');
  await demandOwnPeople(ctx, input.personIds);
  const given = await giveAll(
    ctx,
    input.personIds.map((personId) => ({ personId, workRoleId: input.workRoleId, validFrom, validUntil })),
  );
  await record(ctx, {
    action: 'work.give',
    subject: 'workRole',
    subjectId: input.workRoleId,
    details: { people: given },
  });
  return { given };
}

async function demandOwnPeople(ctx: SignedIn, personIds: readonly string[]): Promise<void> {
  const rows = await ctx.tx.execute<{ partyId: string; nationId: string | null }>(sql`
    select p.party_id as "partyId", y.nation_id as "nationId" from person p join party y on y.id = p.party_id
    where p.id in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid)`);
  found(rows.length === new Set(personIds).size || undefined);
  authorize(rows.every((person) => givesWork(ctx.actor, person)));
}

type Given = { personId: string; workRoleId: string; validFrom: Date; validUntil: Date | null };

/** Writes who does what, one after the other for the same people; what is done already is not written twice. */
export async function giveAll(ctx: SignedIn, wanted: readonly Given[]): Promise<number> {
  const ids = [...new Set(wanted.map(({ personId }) => personId))].sort();
  if (ids.length === 0) return 0;
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('work', 0))`);
  const held = await ctx.tx
    .select({ personId: personWorkRoles.personId, workRoleId: personWorkRoles.workRoleId })
    .from(personWorkRoles)
    .where(
      and(
        inArray(personWorkRoles.personId, ids),
        or(isNull(personWorkRoles.validUntil), gt(personWorkRoles.validUntil, ctx.now)),
      ),
    );
  const known = new Set(held.map((one) => `${one.personId} ${one.workRoleId}`));
  const fresh = wanted.filter((one) => {
    const key = `${one.personId} ${one.workRoleId}`;
    return !known.has(key) && known.add(key);
  });
  if (fresh.length === 0) return 0;
  await ctx.tx
    .insert(personWorkRoles)
    .values(fresh.map((one) => ({ id: newId(), assignedBy: ctx.actor.personId, ...one })));
  await tellWatchers(ctx, ids);
  return fresh.length;
}

/** Says that a person does this work no more, from now on. */
export async function takeWork(ctx: SignedIn, workId: string) {
  found(seesRequirements(ctx.actor) || undefined);
  const [row] = await ctx.tx
    .select()
    .from(personWorkRoles)
    .where(eq(personWorkRoles.id, workId))
    .for('update');
  const work = found(row);
  await demandOwnPeople(ctx, [work.personId]);
  if (work.validUntil === null || work.validUntil > ctx.now) {
    const begun = work.validFrom <= ctx.now;
    if (begun)
      await ctx.tx.update(personWorkRoles).set({ validUntil: ctx.now }).where(eq(personWorkRoles.id, workId));
    else await ctx.tx.delete(personWorkRoles).where(eq(personWorkRoles.id, workId));
    await record(ctx, {
      action: 'work.take',
      subject: 'workRole',
      subjectId: work.workRoleId,
      details: { personId: work.personId },
    });
    await tellWatchers(ctx, [work.personId]);
  }
  return { workId };
}
