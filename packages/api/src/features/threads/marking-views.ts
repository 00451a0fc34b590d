import type { Locale } from '@concord/db/enums';
import { kept } from '@concord/db/kept';
import { levels, markings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

/** A party as it is named to a reader. */
export type PartyView = { id: string; code: string; name: string };

/** A marking as it is shown and chosen from: what "ALLIES" covers is named by that one word. */
export type MarkingView = {
  level: number;
  levelName: string;
  releasableTo: string[];
  allies: boolean;
  /** Those it may be released to besides the Allies, or all of them where not all Allies are among them. */
  parties: PartyView[];
  onlyFor: PartyView[];
  caveats: string[];
};

type PartyRow = { id: string; code: string; en: string; fr: string; ally: boolean };

const alliesInAll = sql<number>`(select count(*)::int from ${parties} where ${parties.ally})`;

const named = sql<PartyRow[] | null>`(
  select jsonb_agg(jsonb_build_object('id', ${parties.id}, 'code', ${parties.code}, 'en', ${parties.nameEn},
    'fr', ${parties.nameFr}, 'ally', ${parties.ally}) order by ${parties.code})
  from ${parties} where ${parties.id} = any(${markings.releasableTo} || ${markings.onlyFor}))`;

const worded = kept((tx, locale: Locale) =>
  tx
    .select({
      id: markings.id,
      level: markings.level,
      levelName: locale === 'fr' ? levels.nameFr : levels.nameEn,
      releasableTo: markings.releasableTo,
      onlyFor: markings.onlyFor,
      caveats: markings.caveats,
      named,
      allies: alliesInAll,
    })
    .from(markings)
    .innerJoin(levels, eq(levels.rank, markings.level))
    .where(sql`${markings.id} = any(${sql.placeholder('ids')}::uuid[])`),
);

/** Markings in words, by their ids: one query for a whole page. */
export async function markingViews(
  ctx: Pick<SignedIn, 'tx' | 'locale'>,
  ids: readonly string[],
): Promise<Record<string, MarkingView>> {
  if (ids.length === 0) return {};
  const rows = await worded(ctx.tx, { ids: `{${[...new Set(ids)].join(',')}}` }, ctx.locale);
  return Object.fromEntries(rows.map((row) => [row.id, viewOf(row, ctx.locale)]));
}

type Row = Pick<MarkingView, 'level' | 'levelName' | 'releasableTo' | 'caveats'> & {
  onlyFor: string[];
  named: PartyRow[] | null;
  allies: number;
};

function viewOf(row: Row, locale: 'en' | 'fr'): MarkingView {
  const named = (row.named ?? []).map((party) => ({ ...party, name: party[locale] }));
  const released = named.filter((party) => row.releasableTo.includes(party.id));
  const allies = row.allies > 0 && released.filter((party) => party.ally).length === row.allies;
  const shown = ({ id, code, name }: PartyView) => ({ id, code, name });
  return {
    level: row.level,
    levelName: row.levelName,
    releasableTo: row.releasableTo,
    allies,
    parties: released.filter((party) => !(allies && party.ally)).map(shown),
    onlyFor: named.filter((party) => row.onlyFor.includes(party.id)).map(shown),
    caveats: row.caveats,
  };
}
