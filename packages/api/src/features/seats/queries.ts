import { workRoles } from '@concord/db/schema/competence';
import { courses } from '@concord/db/schema/courses';
import { cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { cohortRules, seatEntries } from '@concord/db/schema/seats';
import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { directsSeats } from '../../policies/seats.ts';
import { courseTitle } from '../cohorts/queries.ts';
import { levelOf } from '../courses/shown.ts';
import { isActive, readLedger, settingsOf } from './ledger.ts';
import { actingParty, LOG_PAGE, logPage, namedIn } from './log.ts';
import { type Allocation, allocate } from './rules.ts';
import { partyNames, peopleSeen, spokenFor } from './seen.ts';

/** A cohort's seats as anybody who may read its course sees them: figures of every party, names of one's own. */
export async function seatsOfCohort(ctx: SignedIn, cohortId: string) {
  const [row] = await ctx.tx
    .select({ cohort: cohorts, slug: courses.slug, course: courseTitle(ctx.locale), level: levelOf(ctx) })
    .from(cohorts)
    .innerJoin(courses, eq(courses.id, cohorts.courseId))
    .where(and(eq(cohorts.id, cohortId), isNull(cohorts.archivedAt)));
  const { cohort, slug, course, level } = found(row);
  const settings = settingsOf(cohort);
  const allocation = allocate(await readLedger(ctx, cohortId), settings, ctx.now);
  const director = directsSeats(ctx.actor, cohort);
  const seen = await peopleSeen(
    ctx,
    allocation.lines.map(({ personId }) => personId),
    director,
    allocation.lines.filter(isActive),
  );
  const lines = allocation.lines.flatMap((line) => {
    const person = seen.get(line.personId);
    return person ? [{ ...line, ...person, requestedAt: line.requestedAt.toISOString() }] : [];
  });
  return {
    id: cohort.id,
    name: ctx.locale === 'fr' ? cohort.nameFr : cohort.nameEn,
    course: { slug, title: course, level },
    startsAt: cohort.startsAt.toISOString(),
    opensAt: cohort.opensAt?.toISOString() ?? null,
    closesAt: (cohort.closesAt ?? cohort.startsAt).toISOString(),
    approval: cohort.approval,
    sharedSeats: cohort.sharedSeats,
    reofferDays: cohort.reofferDays,
    reofferAt: settings.reofferAt?.toISOString() ?? null,
    reoffered: allocation.reoffered,
    revision: cohort.revision,
    parties: await partiesOf(ctx, allocation),
    mine: lines.find(({ personId }) => personId === ctx.actor.personId) ?? null,
    lines,
    can: { ...canAsk(ctx, cohort), direct: director, askForOthers: director || spokenFor(ctx).length > 0 },
  };
}

function canAsk(ctx: SignedIn, cohort: typeof cohorts.$inferSelect) {
  const opened = cohort.opensAt === null || ctx.now >= cohort.opensAt;
  return { ask: opened && ctx.now < (cohort.closesAt ?? cohort.startsAt) };
}

async function partiesOf(ctx: SignedIn, { quotas, held, lines }: Allocation) {
  const ids = [...new Set([...quotas.keys(), ...lines.map(({ partyId }) => partyId)])];
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .select({ id: parties.id, code: parties.code, nameEn: parties.nameEn, nameFr: parties.nameFr })
    .from(parties)
    .where(inArray(parties.id, ids))
    .orderBy(asc(ctx.locale === 'fr' ? parties.nameFr : parties.nameEn));
  return rows.map(({ nameEn, nameFr, ...row }) => ({
    ...row,
    name: ctx.locale === 'fr' ? nameFr : nameEn,
    seats: quotas.get(row.id) ?? 0,
    held: held.get(row.id) ?? 0,
    waiting: lines.filter(({ partyId, state }) => partyId === row.id && state === 'waits').length,
    asking: lines.filter(({ partyId, state }) => partyId === row.id && state.startsWith('needs')).length,
  }));
}

/** What happened to a cohort's seats, the newest first: every act with its reason, and what followed from it. */
export async function seatLog(
  ctx: SignedIn,
  { cohortId, before }: { cohortId: string; before?: number | undefined },
) {
  const [row] = await ctx.tx
    .select({ cohort: cohorts })
    .from(cohorts)
    .innerJoin(courses, eq(courses.id, cohorts.courseId))
    .where(and(eq(cohorts.id, cohortId), isNull(cohorts.archivedAt)));
  const { cohort } = found(row);
  const { moves } = allocate(await readLedger(ctx, cohortId), settingsOf(cohort), ctx.now);
  const rows = await logRows(ctx, cohortId, before);
  const seen = await peopleSeen(ctx, namedIn(rows, moves), directsSeats(ctx.actor, cohort));
  const named = await partyNames(ctx);
  const { items, older } = logPage(rows, { seen, parties: named, moves });
  return {
    items: items.map(({ rule, ruleId, ...line }) => ({
      ...line,
      rule: ruleId
        ? { role: rule.role, work: rule.work, party: named.get(rule.partyId ?? '')?.code ?? null }
        : null,
    })),
    older,
  };
}

async function logRows(ctx: SignedIn, cohortId: string, before: number | undefined) {
  return ctx.tx
    .select({
      place: seatEntries.place,
      at: seatEntries.at,
      kind: seatEntries.kind,
      personId: seatEntries.personId,
      partyId: seatEntries.partyId,
      seats: seatEntries.seats,
      urgent: seatEntries.urgent,
      reason: seatEntries.reason,
      ruleId: seatEntries.ruleId,
      approval: seatEntries.approval,
      reofferAt: seatEntries.reofferAt,
      rule: {
        role: cohortRules.role,
        work: ctx.locale === 'fr' ? workRoles.nameFr : workRoles.nameEn,
        partyId: cohortRules.partyId,
      },
      by: actingParty(seatEntries.actorId),
    })
    .from(seatEntries)
    .leftJoin(cohortRules, eq(cohortRules.id, seatEntries.ruleId))
    .leftJoin(workRoles, eq(workRoles.id, cohortRules.workRoleId))
    .where(and(eq(seatEntries.cohortId, cohortId), before ? lt(seatEntries.place, before) : undefined))
    .orderBy(desc(seatEntries.place))
    .limit(LOG_PAGE + 1);
}
