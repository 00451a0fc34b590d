import { markings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { type AppError, fieldError, found } from '../../errors.ts';
import { type Marking, mayRead } from '../../marking/rules.ts';
import type { MarkingInput } from './schemas.ts';

/** The marking a person chose, with "ALLIES" written out into the parties it means now. */
export async function expandMarking(ctx: SignedIn, input: MarkingInput): Promise<Marking> {
  const all = await ctx.tx.select({ id: parties.id, ally: parties.ally }).from(parties);
  const known = new Set(all.map((party) => party.id));
  const allies = all.filter((party) => party.ally).map((party) => party.id);
  const released = input.releasableTo.flatMap((one) => (one === 'ALLIES' ? allies : [one]));
  if (![...released, ...input.onlyFor].every((id) => known.has(id))) throw wrong('partyUnknown');
  return {
    level: input.level,
    releasableTo: [...new Set(released)],
    onlyFor: [...new Set(input.onlyFor)],
    caveats: [...new Set(input.caveats)],
    originator: ctx.actor.partyId,
  };
}

/** A marking by its id, as far as the person may read under it. */
export async function markingById(ctx: SignedIn, id: string): Promise<Marking> {
  const { level, releasableTo, onlyFor, caveats, originator } = markings;
  const [row] = await ctx.tx
    .select({ level, releasableTo, onlyFor, caveats, originator })
    .from(markings)
    .where(eq(markings.id, id));
  return found(row);
}

/** Markings by their ids, as far as the person may read under them. */
export async function markingsById(ctx: SignedIn, ids: readonly string[]): Promise<Map<string, Marking>> {
  const { id, level, releasableTo, onlyFor, caveats, originator } = markings;
  const rows = await ctx.tx
    .select({ id, level, releasableTo, onlyFor, caveats, originator })
    .from(markings)
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map(({ id: key, ...marking }) => [key, marking]));
}

/** Refuses a marking that its own author could not read under. */
export function assertReadable(ctx: SignedIn, marking: Marking): void {
  const { partyId: party, level, caveats } = ctx.actor;
  if (!mayRead({ party, level, caveats }, marking)) throw wrong('notYours');
}

function wrong(key: string): AppError {
  return fieldError('marking', `marking.${key}`);
}
