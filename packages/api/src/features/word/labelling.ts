import { levels } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { asc } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { type Marking, normalise } from '../../marking/rules.ts';
import { classificationOf, type Label } from './label.ts';
import { paperFormats, paperWords } from './words.ts';

type Party = { id: string; code: string; ally: boolean };

/** What leaves the portal carries both: its marking in the reader's words, and the label that machines read. */
export type PaperMarking = { words: string; level: string; release: string; label: Label };

/** Writes out a marking for paper. Parties are named one by one: nobody can look them up there. */
export async function paperMarking(ctx: SignedIn, raw: Marking): Promise<PaperMarking> {
  return (await paperMarkings(ctx))(raw);
}

/** The same for many markings, with what they need read once; `since` is when the label was given, now otherwise. */
export async function paperMarkings(
  ctx: SignedIn,
): Promise<(marking: Marking, since?: Date) => PaperMarking> {
  const { locale } = ctx;
  const scheme = await ctx.tx
    .select({ rank: levels.rank, en: levels.nameEn, fr: levels.nameFr })
    .from(levels);
  const all = await ctx.tx
    .select({ id: parties.id, code: parties.code, ally: parties.ally })
    .from(parties)
    .orderBy(asc(parties.code));
  const { policy } = ctx.services.settings;
  const play = ctx.actor.exerciseId ? `${paperWords[locale].exercise} ` : '';
  return (raw, since = ctx.now) => {
    const marking = normalise(raw);
    const level = found(scheme.find((one) => one.rank === marking.level));
    const codes = (ids: readonly string[]) =>
      all.filter(({ id }) => ids.includes(id)).map(({ code }) => code);
    const release = releaseOnPaper(marking, all, locale);
    return {
      level: `${play}${level[locale]}`,
      release,
      words: `${play}${level[locale]} — ${release}`,
      label: {
        policy,
        classification: classificationOf(level.en, policy),
        releasableTo: codes(marking.releasableTo),
        onlyFor: codes(marking.onlyFor),
        caveats: marking.caveats,
        originator: codes([marking.originator])[0] ?? '',
        createdAt: since,
      },
    };
  };
}

function releaseOnPaper(marking: Marking, all: readonly Party[], locale: 'en' | 'fr'): string {
  const words = paperWords[locale];
  const { list } = paperFormats(locale);
  const released = all.filter(({ id }) => marking.releasableTo.includes(id));
  const allies = all.filter((party) => party.ally);
  const whole = allies.length > 0 && allies.every((party) => released.includes(party));
  const named = released.filter((party) => !(whole && party.ally)).map(({ code }) => code);
  const only = all.filter(({ id }) => marking.onlyFor.includes(id)).map(({ code }) => code);
  return [
    words.releasable(list(whole ? [words.allies, ...named] : named)),
    ...(only.length > 0 ? [words.onlyFor(list(only))] : []),
    ...(marking.caveats.length > 0 ? [words.caveats(list(marking.caveats))] : []),
  ].join(' · ');
}
