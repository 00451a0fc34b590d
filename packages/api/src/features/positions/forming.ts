import type { SignedIn } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { partiesOf } from '../../marking/rules.ts';
import { isDelegated } from '../../policies/texts.ts';
import { partyViews, usableLevels } from '../bodies/queries.ts';
import { holdingsOf } from '../texts/beside.ts';
import { openVersion, textForReading, versionOf } from '../texts/load.ts';
import { numbersOf, settle, wordsOf } from '../texts/rules.ts';
import { markingViews } from '../threads/marking-views.ts';
import { positionsOf, rightsIn } from './load.ts';
import { silenceRuns, todayAt } from './reservation-rows.ts';
import { preparedOf, standingOf } from './rules.ts';
import { viewer } from './views.ts';

const START = 90;

/**
 * What a delegate needs to say something of a text's newest version: its paragraphs by number, what the nation said
 * before, how it may be marked, and what the person may do. Not found for whoever sits in no delegation there.
 */
export async function formingOf(ctx: SignedIn, input: { textId: string }) {
  const text = await textForReading(ctx, input.textId);
  if (!isDelegated(ctx.actor, text.body.id)) throw notFound();
  const version = await versionOf(ctx, text.id);
  const rows = await positionsOf(ctx, text.id);
  const rights = await rightsIn(ctx, text.body.id);
  const view = await viewer(ctx, text.id, { rows, reserved: [], said: [] });
  const { position } = standingOf(rows, ctx.actor.partyId, version.number);
  const prepared = preparedOf(rows, ctx.actor.partyId);
  const before = prepared && prepared.number === version.number ? prepared : position;
  const open = new Set(partiesOf(text.marking));
  return {
    text: {
      id: text.id,
      title: text.title,
      body: { code: text.body.code, name: ctx.locale === 'fr' ? text.body.nameFr : text.body.nameEn },
    },
    versionId: version.id,
    version: version.number,
    today: await todayAt(ctx, text.body.timeZone),
    paragraphs: await paragraphsOf(ctx, version),
    before: before && view.position(before),
    may: { take: rights.empowered, prepare: rights.delegated },
    fourEyes: rights.fourEyes,
    silenceRuns: await silenceRuns(ctx, text.id),
    levels: (await usableLevels(ctx)).filter((level) => level.rank >= text.marking.level),
    parties: (await partyViews(ctx)).filter((party) => open.has(party.id)),
    markingId: text.markingId,
    markings: await markingViews(ctx, [text.markingId]),
  };
}

/** The paragraphs of a version by number, each with the words it begins with. */
export async function paragraphsOf(ctx: SignedIn, version: Awaited<ReturnType<typeof versionOf>>) {
  const { paragraphs } = await openVersion(ctx, version);
  const settled = settle(paragraphs, await holdingsOf(ctx, version.textId));
  const numbers = numbersOf(settled);
  return settled.map(({ id, kind, parts }) => {
    const words = wordsOf(parts);
    const start = words.length > START ? `${words.slice(0, START).replace(/\s+\S*$/, '')}…` : words;
    return { id, kind, number: numbers.get(id) ?? '', start };
  });
}
