import { parties } from '@concord/db/schema/parties';
import { amendmentSponsors, amendments, textVersions } from '@concord/db/schema/texts';
import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { isDelegated, makesVersions, sitsIn } from '../../policies/texts.ts';
import { opener } from '../../sealing/sealing.ts';
import { markingViews } from '../threads/marking-views.ts';
import { holdingsOf, type NationView, namesNation } from './beside.ts';
import type { amendmentsInput } from './inputs.ts';
import { type LoadedText, newestVersion, openVersion, textForReading } from './load.ts';
import { compareWords } from './redline.ts';
import { numbersOf, settle, wordsOf } from './rules.ts';
import type { AmendmentContent, Paragraph } from './schemas.ts';
import { besideAad } from './seals.ts';

const base = alias(textVersions, 'base_version');
const taken = alias(textVersions, 'taken_version');

/** Those who joined, as their codes, in one value for each amendment. */
const sponsors = sql<{ id: string; code: string; en: string; fr: string }[] | null>`(
  select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'en', p.name_en, 'fr', p.name_fr) order by p.code)
  from ${amendmentSponsors} s join ${parties} p on p.id = s.party_id
  where s.amendment_id = "amendment"."id" and s.left_at is null)`;

function rowsOf(ctx: SignedIn, text: LoadedText, paragraphId: string | undefined) {
  return (
    ctx.tx
      .select({
        id: amendments.id,
        kind: amendments.kind,
        paragraphId: amendments.paragraphId,
        sealed: amendments.sealed,
        decision: amendments.decision,
        markingId: amendments.markingId,
        source: amendments.source,
        tabledAt: amendments.tabledAt,
        outcome: amendments.outcome,
        base: base.number,
        inVersion: taken.number,
        nation: {
          id: parties.id,
          code: parties.code,
          name: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn,
        },
        sponsors,
      })
      .from(amendments)
      .innerJoin(parties, eq(parties.id, amendments.partyId))
      .innerJoin(base, eq(base.id, amendments.baseVersionId))
      .leftJoin(taken, eq(taken.id, amendments.inVersionId))
      .where(
        and(
          eq(amendments.textId, text.id),
          paragraphId === undefined ? undefined : eq(amendments.paragraphId, paragraphId),
        ),
      )
      // By time where nations are not named: their order would tell which are whose.
      .orderBy(...(text.body.amendmentsNamed ? [asc(parties.code)] : []), asc(amendments.id))
  );
}

/** The amendments of a text that the person may read, opened; nations are named as far as the body names them. */
export async function amendmentsOf(ctx: SignedIn, text: LoadedText, paragraphId?: string) {
  const rows = await rowsOf(ctx, text, paragraphId);
  if (rows.length === 0) return [];
  const open = await opener(ctx, text.id);
  const named = (nation: NationView) => (namesNation(ctx, text, nation.id) ? nation : null);
  return rows.map(({ sealed, decision, sponsors: joined, nation, tabledAt, ...row }) => {
    const content = JSON.parse(open(sealed, besideAad('amendment', row.id))) as AmendmentContent;
    const others = (joined ?? []).map(({ en, fr, ...party }) => ({
      ...party,
      name: ctx.locale === 'fr' ? fr : en,
    }));
    return {
      ...row,
      ...content,
      decision: decision && open(decision, decisionAad(row.id)),
      tabledAt: tabledAt.toISOString(),
      nation: named(nation),
      sponsors: others.flatMap((one) => named(one) ?? []),
      own: nation.id === ctx.actor.partyId,
      joined: others.some((one) => one.id === ctx.actor.partyId),
    };
  });
}

export type AmendmentView = Awaited<ReturnType<typeof amendmentsOf>>[number];

/** Ties the chair's reason to its amendment. */
export const decisionAad = (id: string) => `amendment-decision:${id}`;

type Asked = z.infer<typeof amendmentsInput>;

/**
 * Every amendment, paragraph by paragraph of the newest version, each with the words it would change; or those to one
 * paragraph alone.
 */
export async function compilation(ctx: SignedIn, { textId, paragraphId }: Asked) {
  const text = await textForReading(ctx, textId);
  if (!sitsIn(ctx.actor, text.body.id))
    return { groups: [], markings: {}, textMarkingId: text.markingId, may: nothing, base: 0, targets: [] };
  const newest = await newestVersion(ctx, text.id);
  const content = newest ? await openVersion(ctx, newest) : { paragraphs: [] };
  const paragraphs = settle(content.paragraphs, await holdingsOf(ctx, text.id));
  const all = await amendmentsOf(ctx, text, paragraphId);
  return {
    base: newest?.number ?? 0,
    groups: groupsOf(paragraphs, all),
    targets: targetsOf(paragraphs).filter((one) => paragraphId === undefined || one.id === paragraphId),
    textMarkingId: text.markingId,
    markings: await markingViews(ctx, [text.markingId, ...all.map((one) => one.markingId)]),
    may: {
      decide: makesVersions(ctx.actor, text.body.id),
      table: isDelegated(ctx.actor, text.body.id) && newest !== undefined,
    },
  };
}

const nothing = { decide: false, table: false };

/** The paragraphs something can be proposed to, with the words they have. */
function targetsOf(paragraphs: readonly Paragraph[]) {
  const numbers = numbersOf(paragraphs);
  return paragraphs.map(({ id, parts }) => ({ id, number: numbers.get(id) ?? '', words: wordsOf(parts) }));
}

/** Amendments by the paragraph they are about, in the text's order; those whose paragraph is gone come last. */
function groupsOf(paragraphs: readonly Paragraph[], all: readonly AmendmentView[]) {
  const targets = new Map(targetsOf(paragraphs).map((one) => [one.id, one]));
  const groups = new Map<string, AmendmentView[]>();
  for (const one of all) {
    const key =
      one.paragraphId === null ? 'beginning' : targets.has(one.paragraphId) ? one.paragraphId : 'gone';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return ['beginning', ...targets.keys(), 'gone'].flatMap((key) => {
    const members = groups.get(key);
    const target = targets.get(key);
    if (!members) return [];
    return {
      place:
        key === 'beginning' ? ('beginning' as const) : target ? ('paragraph' as const) : ('gone' as const),
      paragraphId: target?.id ?? null,
      number: target?.number ?? '',
      words: target?.words ?? '',
      amendments: members.map((one) => ({ ...one, runs: runsOf(one, target?.words) })),
    };
  });
}

/** What it would change: struck and written words; where its paragraph is gone, its own words alone. */
function runsOf({ kind, words }: AmendmentView, target: string | undefined) {
  if (kind === 'insert') return compareWords('', words);
  if (target === undefined) return words === '' ? [] : [{ op: 'same' as const, text: words }];
  return compareWords(target, kind === 'delete' ? '' : words);
}
