import { newId } from '@concord/db/ids';
import { amendments, bracketHolders, marginNotes, positions, reservations } from '@concord/db/schema/texts';
import { createParty } from '@concord/db/testing/fixtures';
import { asWorker } from '../context.ts';
import { stances } from '../features/positions/rules.ts';
import type { Paragraph, VersionContent } from '../features/texts/schemas.ts';
import { besideAad, marginAad, marginContainer } from '../features/texts/seals.ts';
import { sealFor } from '../sealing/sealing.ts';
import { servicesOf } from './caller.ts';
import type { PositionScene } from './positions.ts';
import { createMembers, createVersion } from './texts.ts';

/** How large a text is laid before the body of a scene. */
export type Scale = { paragraphs: number; amendments: number; nations: number };

const WORDS =
  'Allies will share what they know of incidents that touch the cables between their coasts, without delay and subject to national law.';

/**
 * Lays a text before the scene's body with that many paragraphs, every tenth with a bracket two nations keep,
 * amendments, and as many nations, each with a position and every fourth with a reservation; the first nation's
 * delegation notes something beside every fifth paragraph.
 */
export async function layLargeText(s: PositionScene, scale: Scale): Promise<void> {
  await s.fresh();
  const { test, body, people, marking, at } = s;
  const more = await Promise.all(Array.from({ length: scale.nations - 3 }, () => createParty(test)));
  await createMembers(test, body, more);
  const nations = [s.parties.nor, s.parties.cal, ...more].map((party) => party.id);
  const content = contentOf(scale.paragraphs);
  at.version = await createVersion(test, { text: at.text, number: 2, by: people.chair, marking, content });
  await asWorker(servicesOf(test), async (ctx) => {
    const shared = { textId: at.text.id, markingId: marking.id };
    const seal = (what: Parameters<typeof besideAad>[0], id: string, words: string) =>
      sealFor(ctx, at.text.id, words, besideAad(what, id));
    const by = people.head.id;
    const now = new Date();
    const nation = (index: number) => nations[index % nations.length] ?? '';
    const paragraph = (index: number) => content.paragraphs[index % content.paragraphs.length]?.id ?? '';
    const amended = Array.from({ length: scale.amendments }, async (_, index) => {
      const id = newId();
      const words = JSON.stringify({ words: `${WORDS} They do so at once.`, reason: 'It is what we meant.' });
      return {
        ...{ ...shared, id, baseVersionId: at.version.id, kind: 'replace' as const, partyId: nation(index) },
        ...{ paragraphId: paragraph(index * 7), tabledBy: by, tabledAt: now },
        sealed: await seal('amendment', id, words),
      };
    });
    await ctx.tx.insert(amendments).values(await Promise.all(amended));
    const said = nations.map(async (partyId, index) => {
      const id = newId();
      return {
        ...{
          ...shared,
          id,
          versionId: at.version.id,
          partyId,
          stance: stances[index % stances.length] ?? 'agree',
        },
        ...{ preparedBy: by, preparedAt: now, releasedBy: by, releasedAt: now },
        sealed: await seal('position', id, WORDS),
      };
    });
    await ctx.tx.insert(positions).values(await Promise.all(said));
    const doubts = nations
      .filter((_, index) => index % 4 === 0)
      .map(async (partyId, index) => {
        const id = newId();
        return {
          ...{ ...shared, id, versionId: at.version.id, partyId, kind: 'scrutiny' as const },
          ...{
            paragraphIds: [paragraph(index * 11), paragraph(index * 11 + 1)],
            enteredBy: by,
            enteredAt: now,
          },
          sealed: await seal('reservation', id, WORDS),
        };
      });
    await ctx.tx.insert(reservations).values(await Promise.all(doubts));
    await ctx.tx.insert(bracketHolders).values(keptIn(content, at.text.id, nations, by, now));
  });
  await noteEveryFifth(s, content);
}

function contentOf(count: number): VersionContent {
  const paragraphs = Array.from({ length: count }, (_, index): Paragraph => {
    const options = ['will', 'intend to'].map((text) => ({ id: newId(), text }));
    const bracket = { bracket: newId(), kind: 'alternative' as const, options };
    const parts =
      index % 10 === 0 ? [{ text: `${WORDS} They ` }, bracket, { text: ' meet.' }] : [{ text: WORDS }];
    return { id: newId(), kind: 'paragraph', parts };
  });
  return { paragraphs, note: '' };
}

function keptIn(content: VersionContent, textId: string, nations: readonly string[], by: string, now: Date) {
  const brackets = content.paragraphs.flatMap((one) => one.parts).filter((part) => 'bracket' in part);
  return brackets.flatMap((part, place) =>
    part.options.map((option, index) => ({
      ...{ id: newId(), textId, bracketId: part.bracket, optionId: option.id },
      ...{ partyId: nations[(place + index) % nations.length] ?? '', heldBy: by, heldAt: now },
    })),
  );
}

/** As the owner of the table, since the worker may not write there. */
async function noteEveryFifth({ test, at, parties, people }: PositionScene, content: VersionContent) {
  const partyId = parties.nor.id;
  const ids = content.paragraphs.filter((_, index) => index % 5 === 0).map((one) => one.id);
  const rows = await asWorker(servicesOf(test), async (ctx) =>
    Promise.all(
      ids.map(async (paragraphId) => {
        const id = newId();
        const sealed = await sealFor(ctx, marginContainer(at.text.id, partyId), WORDS, marginAad(id));
        return {
          ...{ id, textId: at.text.id, partyId, paragraphId, sealed },
          ...{ writtenBy: people.head.id, writtenAt: new Date() },
        };
      }),
    ),
  );
  await test.owner.db.insert(marginNotes).values(rows);
}
