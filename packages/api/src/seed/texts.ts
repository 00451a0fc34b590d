import {
  amendmentSponsors,
  amendments,
  bracketHolders,
  paragraphStandings,
  texts,
  textVersions,
} from '@concord/db/schema/texts';
import { texts as textSeeds } from '@concord/db/seed/data/texts';
import type { AmendmentSeed, TextSeed, VersionSeed } from '@concord/db/seed/data/texts/types';
import { releasableParties, threads as threadSeeds } from '@concord/db/seed/data/threads';
import type { Context } from '../context.ts';
import type { Paragraph, Part } from '../features/texts/schemas.ts';
import { besideAad, contentHash, versionAad } from '../features/texts/seals.ts';
import { internMarking } from '../marking/intern.ts';
import type { Marking } from '../marking/rules.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const LEVELS = { U: 0, R: 1 } as const;

/** What each row of a seeded text shares. */
type Scene = {
  ctx: Context;
  world: World;
  seed: TextSeed;
  textId: string;
  marking: Marking;
  markingId: string;
  chair: string;
  start: Date;
};

/** The texts under consultation in the demo alliance, as their chairs and nations would have made them. */
export async function seedTexts(ctx: Context, world: World): Promise<void> {
  for (const seed of textSeeds) await seedText(ctx, world, seed);
}

async function seedText(ctx: Context, world: World, seed: TextSeed): Promise<void> {
  const start = world.morningDaysAgo(seed.versions[0]?.daysAgo ?? 1);
  const chairKey = `hqa-chair-${seed.body.toLowerCase()}`;
  const marking: Marking = {
    level: LEVELS[seed.level],
    releasableTo: releasableParties(seed.releasableTo).map(world.party),
    onlyFor: [],
    caveats: [],
    originator: world.actingParty(chairKey),
  };
  const scene: Scene = {
    ctx,
    world,
    seed,
    textId: seedId(`text ${seed.key}`, start),
    marking,
    markingId: await internMarking(ctx, marking),
    chair: world.person(chairKey),
    start,
  };
  await ctx.tx.insert(texts).values({
    id: scene.textId,
    bodyId: world.body(seed.body),
    title: seed.title,
    reference: seed.reference,
    markingId: scene.markingId,
    threadId: threadId(world, seed.thread),
    createdBy: scene.chair,
    createdAt: start,
  });
  for (const [index, version] of seed.versions.entries()) await seedVersion(scene, version, index + 1);
  await seedHolders(scene);
  await seedStandings(scene);
  for (const [index, one] of seed.amendments.entries()) await seedAmendment(scene, one, index);
}

function threadId(world: World, key: string): string {
  const thread = threadSeeds.find((one) => one.key === key);
  if (!thread) throw new Error(`The demo data names a thread ${key}, which it does not hold.`);
  return seedId(`thread ${key}`, world.morningDaysAgo(thread.startedDaysAgo));
}

const paragraphId = ({ seed, start }: Scene, key: string) => seedId(`paragraph ${seed.key} ${key}`, start);

const versionId = ({ seed, world }: Scene, number: number) =>
  seedId(`version ${seed.key} ${number}`, world.morningDaysAgo(seed.versions[number - 1]?.daysAgo ?? 0));

async function seedVersion(scene: Scene, version: VersionSeed, number: number): Promise<void> {
  const { ctx, seed, textId, marking, markingId, chair, world } = scene;
  const id = versionId(scene, number);
  const paragraphs = version.paragraphs.map(
    (one): Paragraph => ({
      id: paragraphId(scene, one.key),
      kind: one.kind ?? 'paragraph',
      parts: read(scene, one.key, one.words).map((piece) => piece.part),
    }),
  );
  const content = { paragraphs, note: version.note };
  await ctx.tx.insert(textVersions).values({
    id,
    textId,
    number,
    contentHash: contentHash(seed.title, marking, content),
    paragraphs: paragraphs.length,
    sealed: await sealFor(ctx, textId, JSON.stringify(content), versionAad(id)),
    markingId,
    madeBy: chair,
    madeAt: world.morningDaysAgo(version.daysAgo),
  });
}

type Piece = { part: Part; kept: { bracketId: string; optionId: string; party: string }[] };

/** The seed's way to write brackets (`[intend to|CAL][will|NOR]`) as parts, and who keeps what. */
function read(scene: Scene, key: string, words: string): Piece[] {
  const pieces = words.match(/(?:\[[^\]]*\])+|[^[]+/g) ?? [''];
  return pieces.map((piece, index) => {
    if (!piece.startsWith('[')) return { part: { text: piece }, kept: [] };
    const options = [...piece.matchAll(/\[([^\]|]*)(?:\|([^\]]*))?\]/g)];
    const first = options[0]?.[1] ?? '';
    const gap = first.startsWith('…');
    const bracket = seedId(`bracket ${scene.seed.key} ${key} ${index}`, scene.start);
    const optionId = (text: string) =>
      seedId(`option ${scene.seed.key} ${key} ${index} ${text}`, scene.start);
    return {
      part: {
        bracket,
        kind: gap ? 'placeholder' : options.length > 1 ? 'alternative' : 'contested',
        options: options.map(([, text = '']) => ({
          id: optionId(text),
          text: gap ? text.replace(/^… ?/, '') : text,
        })),
      },
      kept: options.flatMap(([, text = '', codes = '']) =>
        codes
          .split(',')
          .filter(Boolean)
          .map((party) => ({ bracketId: bracket, optionId: optionId(text), party })),
      ),
    };
  });
}

/** Each option is kept from the version that first had it, until the one that no longer has it. */
async function seedHolders(scene: Scene): Promise<void> {
  const { ctx, world, seed, textId, chair } = scene;
  const rows = new Map<string, typeof bracketHolders.$inferInsert>();
  for (const version of seed.versions) {
    const at = world.morningDaysAgo(version.daysAgo);
    const kept = version.paragraphs.flatMap(({ key, words }) =>
      read(scene, key, words).flatMap((piece) => piece.kept),
    );
    for (const { party, ...option } of kept) {
      const key = `${option.optionId} ${party}`;
      if (rows.has(key)) continue;
      const id = seedId(`holder ${seed.key} ${key}`, at);
      rows.set(key, { ...option, id, textId, partyId: world.party(party), heldBy: chair, heldAt: at });
    }
  }
  if (rows.size > 0) await ctx.tx.insert(bracketHolders).values([...rows.values()]);
}

async function seedStandings(scene: Scene): Promise<void> {
  const { ctx, world, seed, textId, chair } = scene;
  const last = seed.versions.length;
  if (seed.standings.length === 0) return;
  await ctx.tx.insert(paragraphStandings).values(
    seed.standings.map(({ paragraph, standing, daysAgo }) => ({
      id: seedId(`standing ${seed.key} ${paragraph}`, world.morningDaysAgo(daysAgo)),
      textId,
      paragraphId: paragraphId(scene, paragraph),
      versionId: versionId(scene, last),
      standing,
      setBy: chair,
      setAt: world.morningDaysAgo(daysAgo),
    })),
  );
}

async function seedAmendment(scene: Scene, one: AmendmentSeed, index: number): Promise<void> {
  const { ctx, world, seed, textId, markingId, chair } = scene;
  const made = world.morningDaysAgo(seed.versions[one.version - 1]?.daysAgo ?? 0);
  const at = new Date(made.getTime() + (index + 1) * 3_600_000);
  const id = seedId(`amendment ${seed.key} ${index}`, at);
  const decidedAt = one.inVersion
    ? world.morningDaysAgo(seed.versions[one.inVersion - 1]?.daysAgo ?? 0)
    : new Date(at.getTime() + 3_600_000);
  await ctx.tx.insert(amendments).values({
    id,
    textId,
    baseVersionId: versionId(scene, one.version),
    kind: one.kind,
    paragraphId: paragraphId(scene, one.paragraph),
    sealed: await sealFor(
      ctx,
      textId,
      JSON.stringify({ words: one.words, reason: one.reason }),
      besideAad('amendment', id),
    ),
    markingId,
    partyId: world.actingParty(one.by),
    tabledBy: world.person(one.by),
    tabledAt: at,
    ...(one.outcome && {
      outcome: one.outcome,
      decidedBy: chair,
      decidedAt,
      inVersionId: one.inVersion ? versionId(scene, one.inVersion) : null,
    }),
  });
  await seedSponsors(scene, { one, id, at });
}

async function seedSponsors(
  { ctx, world, seed }: Scene,
  { one, id, at }: { one: AmendmentSeed; id: string; at: Date },
): Promise<void> {
  if (!one.sponsors || one.sponsors.length === 0) return;
  await ctx.tx.insert(amendmentSponsors).values(
    one.sponsors.map((code) => ({
      id: seedId(`sponsor ${seed.key} ${id} ${code}`, at),
      amendmentId: id,
      partyId: world.party(code),
      joinedBy: world.person(`${code.toLowerCase()}-delegate`),
      joinedAt: at,
    })),
  );
}
