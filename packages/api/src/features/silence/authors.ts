import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { silenceAuthors, silenceEvents } from '@concord/db/schema/silence';
import { and, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { opener } from '../../sealing/sealing.ts';
import type { LoadedText } from '../texts/load.ts';
import { besideAad } from '../texts/seals.ts';
import type { Said } from './write.ts';

/** Who broke silence, as far as the person may know: their own nation, all where the body names them, the chair. */
export async function breaksOf(ctx: SignedIn, silenceId: string) {
  return ctx.tx
    .select({
      eventId: silenceAuthors.eventId,
      partyId: silenceAuthors.partyId,
      onBehalf: silenceAuthors.onBehalf,
    })
    .from(silenceAuthors)
    .innerJoin(silenceEvents, eq(silenceEvents.id, silenceAuthors.eventId))
    .where(
      and(eq(silenceAuthors.silenceId, silenceId), inArray(silenceEvents.kind, ['break', 'lateNotice'])),
    );
}

/** Who did one thing, as far as the person may know. */
export async function authorOf(ctx: SignedIn, silenceId: string, eventId: string) {
  const all = await breaksOf(ctx, silenceId);
  return all.find((one) => one.eventId === eventId);
}

/** Who did what, as far as the person may know, with what was said. */
export async function authorsOf(ctx: SignedIn, text: LoadedText, silenceId: string) {
  const rows = await ctx.tx
    .select({
      eventId: silenceAuthors.eventId,
      given: people.givenName,
      family: people.familyName,
      partyId: parties.id,
      code: parties.code,
      name: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn,
      onBehalf: silenceAuthors.onBehalf,
      sealed: silenceAuthors.sealed,
    })
    .from(silenceAuthors)
    .innerJoin(people, eq(people.id, silenceAuthors.personId))
    .leftJoin(parties, eq(parties.id, silenceAuthors.partyId))
    .where(eq(silenceAuthors.silenceId, silenceId));
  const open = rows.length > 0 ? await opener(ctx, text.id) : null;
  return new Map(
    rows.map((row) => {
      const said = JSON.parse(open?.(row.sealed, besideAad('silence', row.eventId)) ?? '{}') as Said;
      const nation =
        row.partyId && row.code ? { id: row.partyId, code: row.code, name: row.name ?? row.code } : null;
      const { given, family, onBehalf } = row;
      return [
        row.eventId,
        { person: `${given} ${family}`, nation, own: row.partyId === ctx.actor.partyId, onBehalf, said },
      ];
    }),
  );
}

export type Authors = Awaited<ReturnType<typeof authorsOf>>;
