import type { Context } from '../../context.ts';
import { partiesOf } from '../../marking/rules.ts';
import { opener } from '../../sealing/sealing.ts';
import { type LoadedText, type LoadedVersion, openVersion } from '../texts/load.ts';
import { cleanText } from '../texts/rules.ts';
import { besideAad } from '../texts/seals.ts';
import { labelFor } from './label.ts';
import {
  annexed,
  chairAt,
  drafterOf,
  holdingsAt,
  levelOf,
  partiesBy,
  predecessorsOf,
  versionsOf,
} from './material.ts';
import { decisionNumber } from './rules.ts';
import { type DecisionSheet, SHEET_FORMAT } from './sheet.ts';

/** What a decision is made from: a version, agreed by a procedure, which binds nations from an instant on. */
export type Agreed = {
  text: LoadedText;
  version: LoadedVersion;
  number: string;
  effectiveAt: Date;
  /** When its words were laid on the table: brackets count as they stood then. */
  laidAt: Date;
  zoneData: string;
  bound: readonly { id: string; acknowledgedAt: Date | null }[];
  procedure: DecisionSheet['procedure'];
};

/**
 * Writes out everything a decision says, as the worker's role sees it: the same sheet, whoever came first past the
 * deadline and whatever that person may read.
 */
export async function composeSheet(ctx: Context, agreed: Agreed): Promise<DecisionSheet> {
  const { text, version, effectiveAt, procedure } = agreed;
  const { paragraphs } = await openVersion(ctx, version);
  const clean = cleanText(paragraphs, await holdingsAt(ctx, text.id, agreed.laidAt));
  const versions = await versionsOf(ctx, text.id);
  return {
    format: SHEET_FORMAT,
    number: agreed.number,
    title: text.title,
    reference: text.reference,
    body: bodyOf(text, agreed.zoneData),
    ...(await markedAs(ctx, text, effectiveAt)),
    effectiveAt: effectiveAt.toISOString(),
    procedure,
    versions: versions
      .filter(({ number }) => number <= version.number)
      .map((one) => ({ ...one, madeAt: one.madeAt.toISOString() })),
    paragraphs: clean,
    bound: await boundBy(ctx, agreed.bound),
    ...(await annexes(ctx, agreed, new Map(clean.map(({ id, number }) => [id, number])))),
    predecessors: (await predecessorsOf(ctx, text.id)).map(({ code, year, sequence, hash, relation }) => ({
      number: decisionNumber(code, year, sequence),
      hash,
      relation,
    })),
    chair: await chairAt(ctx, text.body.id, effectiveAt),
    drafter: await drafterOf(ctx, text.id),
  };
}

function bodyOf({ body }: LoadedText, zoneData: string): DecisionSheet['body'] {
  const { code, nameEn, nameFr, timeZone } = body;
  return { code, nameEn, nameFr, timeZone, zoneData };
}

/** The marking with parties by their codes, the label for machines, and whom it goes to. */
async function markedAs(ctx: Context, text: LoadedText, at: Date) {
  const { marking } = text;
  const level = await levelOf(ctx, text.markingId);
  const all = await partiesBy(ctx, [...marking.releasableTo, ...marking.onlyFor, marking.originator]);
  const codes = (ids: readonly string[]) => all.filter(({ id }) => ids.includes(id)).map(({ code }) => code);
  const marked: DecisionSheet['marking'] = {
    level: level.rank,
    levelEn: level.nameEn,
    levelFr: level.nameFr,
    releasableTo: codes(marking.releasableTo),
    onlyFor: codes(marking.onlyFor),
    caveats: [...marking.caveats].sort(),
    originator: codes([marking.originator])[0] ?? '',
  };
  return {
    marking: marked,
    label: labelFor(ctx.services.settings.policy, marked, at),
    distribution: codes(partiesOf(marking)),
  };
}

async function boundBy(ctx: Context, bound: Agreed['bound']): Promise<DecisionSheet['bound']> {
  const nations = await partiesBy(
    ctx,
    bound.map(({ id }) => id),
  );
  const said = new Map(bound.map(({ id, acknowledgedAt }) => [id, acknowledgedAt]));
  return nations.map(({ id, code, nameEn, nameFr }) => ({
    ...{ code, nameEn, nameFr },
    acknowledgedAt: said.get(id)?.toISOString() ?? null,
  }));
}

async function annexes(ctx: Context, { text, version }: Agreed, numbers: ReadonlyMap<string, string>) {
  const { reserved, said } = await annexed(ctx, text, version.id);
  const open = await opener(ctx, text.id);
  return {
    reservations: reserved.map(({ id, nation, kind, paragraphIds, sealed, enteredAt, expectedLift }) => ({
      ...{ nation, kind, expectedLift, enteredAt: enteredAt.toISOString() },
      paragraphs: paragraphIds.map((one) => numbers.get(one) ?? '').filter((one) => one !== ''),
      words: open(sealed, besideAad('reservation', id)),
    })),
    statements: said.map(({ id, nation, kind, sealed, madeAt }) => ({
      ...{ nation, kind, madeAt: madeAt.toISOString() },
      words: open(sealed, besideAad('statement', id)),
    })),
  };
}
