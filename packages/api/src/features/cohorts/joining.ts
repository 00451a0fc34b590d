import { newId } from '@concord/db/ids';
import { workRoles } from '@concord/db/schema/competence';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { cohortRules } from '@concord/db/schema/seats';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { fullName } from '../people/names.ts';
import { append, peekLedger, seatPeople, settingsOf, takeLedger } from '../seats/ledger.ts';
import { allocate } from '../seats/rules.ts';
import { settle } from '../seats/settle.ts';
import { joinLines, type RulePlace, rulePlaces } from './joining-rules.ts';
import { managedCohort } from './queries.ts';
import type { addRuleInput, endRuleInput, ruleInput } from './schemas.ts';

type Rule = z.output<typeof ruleInput>;
type Wanted = Pick<Rule, 'workRoleId' | 'role' | 'partyId'>;

/** Everybody a rule covers now, in the order they came to the alliance. */
async function covered(ctx: SignedIn, cohortId: string, { workRoleId, role, partyId }: Wanted) {
  const rows = await ctx.tx.execute<{ person_id: string }>(sql`
    select person_id from concord.rule_candidates(${cohortId}, ${workRoleId}, ${role}, ${partyId})`);
  const personIds = [...new Set(rows.map((row) => row.person_id))].sort();
  return personIds.length === 0 ? [] : seatPeople(ctx, personIds);
}

/** Who would join by a rule, by name, and what would come of it for each; nothing is written. */
export async function previewRule(ctx: SignedIn, input: Rule) {
  const cohort = await managedCohort(ctx, input.cohortId);
  await ruleWords(ctx, input);
  const ledger = await peekLedger(ctx, cohort);
  const asked = await covered(ctx, cohort.id, input);
  const places = rulePlaces(ledger.entries, settingsOf(cohort), asked, ctx.now);
  return { people: await named(ctx, places) };
}

async function named(ctx: SignedIn, places: readonly RulePlace[]) {
  if (places.length === 0) return [];
  const rows = await ctx.tx
    .select({
      id: people.id,
      givenName: people.givenName,
      familyName: people.familyName,
      jobTitle: people.jobTitle,
      partyCode: parties.code,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(
      inArray(
        people.id,
        places.map(({ personId }) => personId),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ personId, what }) => {
    const row = byId.get(personId);
    return row
      ? [{ personId, what, name: fullName(row), jobTitle: row.jobTitle, partyCode: row.partyCode }]
      : [];
  });
}

/** What a rule names, NOT_FOUND where it names nothing there is. */
async function ruleWords(ctx: SignedIn, { workRoleId, partyId }: Wanted): Promise<void> {
  if (workRoleId !== null) {
    const [work] = await ctx.tx
      .select({ id: workRoles.id })
      .from(workRoles)
      .where(and(eq(workRoles.id, workRoleId), isNull(workRoles.archivedAt)));
    found(work);
  }
  if (partyId === null) return;
  const [party] = await ctx.tx.select({ id: parties.id }).from(parties).where(eq(parties.id, partyId));
  found(party);
}

/** Makes a rule and places everybody it covers, as far as there are seats; a job keeps it up as people come and go. */
export async function addRule(ctx: SignedIn, input: Omit<z.output<typeof addRuleInput>, 'commandId'>) {
  await managedCohort(ctx, input.cohortId);
  await ruleWords(ctx, input);
  const ledger = await takeLedger(ctx, input.cohortId);
  await refuseTwin(ctx, input);
  const ruleId = newId();
  const { cohortId, workRoleId, role, partyId } = input;
  const made = { createdBy: ctx.actor.personId, createdAt: ctx.now };
  await ctx.tx.insert(cohortRules).values({ id: ruleId, cohortId, workRoleId, role, partyId, ...made });
  const asked = await covered(ctx, cohortId, input);
  await append(
    ctx,
    ledger,
    joinLines(ledger.entries, asked, () => ruleId),
  );
  const { given } = await settle(ctx, ledger);
  await record(ctx, {
    ...{ action: 'cohort.addRule', subject: 'cohort', subjectId: cohortId },
    details: { ruleId, workRoleId, role, partyId, given: given.length },
  });
  return { cohortId, ruleId, given: given.length };
}

async function refuseTwin(ctx: SignedIn, { cohortId, workRoleId, role, partyId }: Rule): Promise<void> {
  const twins = await ctx.tx
    .select({ id: cohortRules.id })
    .from(cohortRules)
    .where(
      and(
        eq(cohortRules.cohortId, cohortId),
        isNull(cohortRules.endedAt),
        sql`${cohortRules.workRoleId} is not distinct from ${workRoleId}::uuid`,
        sql`${cohortRules.role} is not distinct from ${role}::text`,
        sql`${cohortRules.partyId} is not distinct from ${partyId}::uuid`,
      ),
    );
  if (twins.length > 0) throw new AppError('CONFLICT', 'cohorts.ruleStands');
}

/** Ends a rule: it places nobody any more. Whom it placed keep their seats. */
export async function endRule(ctx: SignedIn, input: Omit<z.output<typeof endRuleInput>, 'commandId'>) {
  await managedCohort(ctx, input.cohortId);
  const ended = await ctx.tx
    .update(cohortRules)
    .set({ endedAt: ctx.now })
    .where(
      and(
        eq(cohortRules.id, input.ruleId),
        eq(cohortRules.cohortId, input.cohortId),
        isNull(cohortRules.endedAt),
      ),
    )
    .returning({ id: cohortRules.id });
  found(ended[0]);
  await record(ctx, {
    ...{ action: 'cohort.endRule', subject: 'cohort', subjectId: input.cohortId },
    details: { ruleId: input.ruleId },
  });
  return { cohortId: input.cohortId };
}

/** The standing rules of a cohort, with how many in it each of them asked for, and what a new one may name. */
export async function rulesOf(ctx: SignedIn, cohortId: string) {
  const cohort = await managedCohort(ctx, cohortId);
  const standing = await ctx.tx
    .select({
      id: cohortRules.id,
      role: cohortRules.role,
      work: { code: workRoles.code, nameEn: workRoles.nameEn, nameFr: workRoles.nameFr },
      party: { code: parties.code, nameEn: parties.nameEn, nameFr: parties.nameFr },
      createdAt: cohortRules.createdAt,
    })
    .from(cohortRules)
    .leftJoin(workRoles, eq(workRoles.id, cohortRules.workRoleId))
    .leftJoin(parties, eq(parties.id, cohortRules.partyId))
    .where(and(eq(cohortRules.cohortId, cohortId), isNull(cohortRules.endedAt)))
    .orderBy(cohortRules.createdAt, cohortRules.id);
  const { entries } = await peekLedger(ctx, cohort);
  const holders = new Set(
    allocate(entries, settingsOf(cohort), ctx.now)
      .lines.filter(({ state }) => state === 'holds')
      .map(({ personId }) => personId),
  );
  const askedBy = new Map(
    entries.filter(({ kind }) => kind === 'request').map((entry) => [entry.personId, entry.ruleId ?? null]),
  );
  const work = await ctx.tx
    .select({ id: workRoles.id, code: workRoles.code, nameEn: workRoles.nameEn, nameFr: workRoles.nameFr })
    .from(workRoles)
    .where(isNull(workRoles.archivedAt))
    .orderBy(ctx.locale === 'fr' ? workRoles.nameFr : workRoles.nameEn);
  return {
    work,
    rules: standing.map(({ createdAt, ...rule }) => ({
      ...rule,
      createdAt: createdAt.toISOString(),
      placed: [...askedBy].filter(([personId, id]) => id === rule.id && holders.has(personId ?? '')).length,
    })),
  };
}
