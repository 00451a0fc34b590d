import type { ExerciseColour, Locale } from '@concord/db/enums';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Part, PartNeed } from './part-rules.ts';

/** The seats of people in exercises, by person. */
export type Parts = ReadonlyMap<string, readonly Part[]>;

/**
 * The seats of all these people in exercises, in one statement (`concord.exercise_parts` says of whom the reader may
 * know). The names of exercises come under their own rules: of one the reader may not read only its days are given.
 */
export async function partsOf(ctx: Pick<Context, 'tx'>, people: SQL, locale: string): Promise<Parts> {
  const rows = await ctx.tx.execute<{ person: string; seats: [ExerciseColour, ...Rest][] }>(sql`
    select p.person_id as person, json_agg(json_build_array(p.colour, e.code,
      case when ${locale} = 'fr' then e.name_fr else e.name_en end, (extract(epoch from p.starts_at) * 1000)::bigint,
      (extract(epoch from p.ends_at) * 1000)::bigint, (extract(epoch from p.played_at) * 1000)::bigint)) as seats
    from concord.exercise_parts(array(${people})) p left join exercise e on e.id = p.exercise_id group by p.person_id`);
  return new Map(
    [...rows].map(({ person, seats }) => [
      person,
      seats.map(([colour, code, name, startsAt, endsAt, playedAt]) => ({
        ...{ colour, code, name, startsAt, endsAt, playedAt },
      })),
    ]),
  );
}

type Rest = [string | null, string | null, number, number, number | null];

const words = {
  en: {
    any: 'Part in an exercise',
    as: (role: string) => `Part in an exercise, ${role}`,
    within: (months: number) => (months === 1 ? 'within a month' : `within ${months} months`),
    colours: {
      ...{ blue: 'blue', red: 'red', white: 'white', green: 'green', yellow: 'yellow', purple: 'purple' },
      ...{ grey: 'grey', observer: 'observer' },
    },
  },
  fr: {
    any: 'Participation à un exercice',
    as: (role: string) => `Participation à un exercice, ${role}`,
    within: (months: number) => (months === 1 ? 'depuis un mois au plus' : `depuis ${months} mois au plus`),
    colours: {
      ...{ blue: 'bleu', red: 'rouge', white: 'blanc', green: 'vert', yellow: 'jaune', purple: 'violet' },
      ...{ grey: 'gris', observer: 'observateur' },
    },
  },
} as const satisfies Record<Locale, { colours: Record<ExerciseColour, string> } & Record<string, unknown>>;

/** What is asked, as a column is headed in the reader's language. */
export function partTitle({ colour, months }: PartNeed, locale: string): string {
  const say = locale === 'fr' ? words.fr : words.en;
  return `${colour === null ? say.any : say.as(say.colours[colour])}, ${say.within(months)}`;
}
