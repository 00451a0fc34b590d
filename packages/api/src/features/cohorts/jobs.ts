import { sql } from 'drizzle-orm';
import { asWorker, type Context } from '../../context.ts';
import type { Services } from '../../services.ts';
import { append, type Ledger, seatPeople, takeLedger } from '../seats/ledger.ts';
import type { NewLine } from '../seats/lines.ts';
import { settle } from '../seats/settle.ts';
import { joinLines } from './joining-rules.ts';

type Move = { cohort_id: string; rule_id: string; person_id: string; what: 'join' | 'leave' };

/**
 * Brings the ledgers up to what the standing rules say: who matches now asks for a seat, and who was placed by a rule and
 * matches none any more leaves, until the cohort starts. What is due follows from rows, so running it again does nothing,
 * and two workers at once do it once. The number of seats asked for or left.
 */
export async function applyRules(services: Services): Promise<number> {
  const due = await asWorker(services, (ctx) =>
    ctx.tx.execute<{ cohort_id: string }>(sql`select distinct cohort_id from concord.rule_moves()`),
  );
  let moved = 0;
  for (const { cohort_id: cohortId } of due)
    moved += await asWorker(services, async (ctx) => applyTo(ctx, await takeLedger(ctx, cohortId)));
  return moved;
}

async function applyTo(ctx: Context, ledger: Ledger): Promise<number> {
  const moves = await ctx.tx.execute<Move>(
    sql`select * from concord.rule_moves(${ledger.cohort.id}) order by person_id`,
  );
  const leaving = moves.filter(({ what }) => what === 'leave').map((move) => leave(ledger, move));
  await append(ctx, ledger, leaving);
  const joining = new Map(
    moves.filter(({ what }) => what === 'join').map((move) => [move.person_id, move.rule_id]),
  );
  const people = joining.size === 0 ? [] : await seatPeople(ctx, [...joining.keys()]);
  const inOrder = people.sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = joinLines(ledger.entries, inOrder, (personId) => joining.get(personId) ?? '');
  await append(ctx, ledger, lines);
  if (leaving.length + lines.length > 0) await settle(ctx, ledger);
  return leaving.length + joining.size;
}

function leave({ entries }: Ledger, { person_id: personId, rule_id: ruleId }: Move): NewLine {
  const asked = entries.findLast((one) => one.kind === 'request' && one.personId === personId);
  return { kind: 'withdrawn', personId, ruleId, ...(asked?.partyId ? { partyId: asked.partyId } : {}) };
}
