import {
  decisionActions,
  decisionReferences,
  publicDecisions,
  statements,
} from '@concord/db/schema/decisions';
import { silenceAuthors, silenceEvents, silenceNotices, silences } from '@concord/db/schema/silence';
import { reservations, texts, textVersions } from '@concord/db/schema/texts';
import {
  type DecisionSeed,
  decisions as decisionSeeds,
  type SilenceStep,
} from '@concord/db/seed/data/decisions';
import { releasableParties } from '@concord/db/seed/data/threads';
import type { Context } from '../context.ts';
import { addDays, dayIn } from '../days.ts';
import { membersAt } from '../features/decisions/material.ts';
import { publicFields } from '../features/decisions/publish.ts';
import { writeAdoption } from '../features/decisions/settle.ts';
import { writeDecision } from '../features/decisions/write.ts';
import type { Said } from '../features/silence/write.ts';
import { textForReading, versionById } from '../features/texts/load.ts';
import { besideAad, contentHash, versionAad } from '../features/texts/seals.ts';
import { internMarking } from '../marking/intern.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;

type Scene = {
  ctx: Context;
  world: World;
  seed: DecisionSeed;
  textId: string;
  versionId: string;
  markingId: string;
  chair: string;
  /** When its silence opened, or its meeting was held. */
  start: Date;
};

/** What a body of the demo alliance has decided, through the pieces that write a decision. */
export async function seedDecisions(ctx: Context, world: World): Promise<void> {
  const made = new Map<string, string>();
  for (const seed of decisionSeeds) {
    const scene = await layText(ctx, world, seed);
    await beside(scene);
    const earlier = seed.refersTo && made.get(seed.refersTo.key);
    if (seed.refersTo && earlier) {
      await ctx.tx.insert(decisionReferences).values({
        id: seedId(`reference ${seed.key}`, scene.start),
        textId: scene.textId,
        decisionId: earlier,
        relation: seed.refersTo.relation,
        addedBy: scene.chair,
        addedAt: scene.start,
      });
    }
    const decisionId = seed.silence ? await bySilence(scene, seed.silence) : await inMeeting(scene);
    made.set(seed.key, decisionId);
    await after(scene, decisionId);
  }
}

const LEVELS = { U: 0, R: 1 } as const;

async function layText(ctx: Context, world: World, seed: DecisionSeed): Promise<Scene> {
  const hours = seed.silence ? seed.silence.hours + 48 : 24;
  const start = new Date(world.morningDaysAgo(seed.daysAgo).getTime() - hours * HOUR_MS);
  const chairKey = `hqa-chair-${seed.body.toLowerCase()}`;
  const chair = world.person(chairKey);
  const marking = {
    level: LEVELS[seed.level],
    releasableTo: releasableParties('ALLIES').map(world.party),
    onlyFor: [],
    caveats: [],
    originator: world.actingParty(chairKey),
  };
  const markingId = await internMarking(ctx, marking);
  const textId = seedId(`decided text ${seed.key}`, start);
  const versionId = seedId(`decided version ${seed.key}`, start);
  await ctx.tx.insert(texts).values({
    ...{ id: textId, bodyId: world.body(seed.body), title: seed.title, reference: seed.reference, markingId },
    ...{ createdBy: chair, createdAt: start },
  });
  const paragraphs = seed.paragraphs.map((words, index) => ({
    id: seedId(`decided paragraph ${seed.key} ${index}`, start),
    kind: 'paragraph' as const,
    parts: [{ text: words }],
  }));
  const content = { paragraphs, note: '' };
  await ctx.tx.insert(textVersions).values({
    ...{ id: versionId, textId, number: 1, contentHash: contentHash(seed.title, marking, content) },
    ...{ paragraphs: paragraphs.length, markingId, madeBy: chair, madeAt: start },
    sealed: await sealFor(ctx, textId, JSON.stringify(content), versionAad(versionId)),
  });
  return { ctx, world, seed, textId, versionId, markingId, chair, start };
}

/** What nations annex. */
async function beside({ ctx, world, seed, textId, versionId, markingId, start }: Scene): Promise<void> {
  const shared = { textId, versionId, markingId };
  for (const { by, kind, words } of seed.reservations ?? []) {
    const id = seedId(`decided reservation ${seed.key} ${by}`, start);
    await ctx.tx.insert(reservations).values({
      ...{
        ...shared,
        id,
        kind,
        partyId: world.actingParty(by),
        enteredBy: world.person(by),
        enteredAt: start,
      },
      sealed: await sealFor(ctx, textId, words, besideAad('reservation', id)),
    });
  }
  for (const { by, words } of seed.statements ?? []) {
    const id = seedId(`decided statement ${seed.key} ${by}`, start);
    await ctx.tx.insert(statements).values({
      ...{
        ...shared,
        id,
        kind: 'explanation',
        partyId: world.actingParty(by),
        madeBy: world.person(by),
        madeAt: start,
      },
      sealed: await sealFor(ctx, textId, words, besideAad('statement', id)),
    });
  }
}

async function bySilence(scene: Scene, silence: NonNullable<DecisionSeed['silence']>): Promise<string> {
  const { ctx, world, seed, textId, versionId, chair, start } = scene;
  const bodyId = world.body(seed.body);
  const id = seedId(`decided silence ${seed.key}`, start);
  const text = await textForReading(ctx, textId);
  const version = await versionById(ctx, versionId);
  await ctx.tx.insert(silences).values({
    ...{ id, textId, bodyId, versionId, contentHash: version.contentHash, pace: 'normal', zoneData: '2026a' },
    ...{ bound: (await membersAt(ctx, bodyId, start)).map((one) => one.id), timeZone: text.body.timeZone },
    ...{ minimumHours: text.body.minimumSilenceHours, createdBy: chair, createdAt: start },
  });
  const ends = [silence.hours, ...silence.steps.flatMap((step) => ('until' in step ? step.until : []))];
  await happen(scene, id, { after: 0, kind: 'open', until: silence.hours });
  for (const step of silence.steps) await happen(scene, id, step);
  const until = new Date(start.getTime() + Math.max(...ends) * HOUR_MS);
  await ctx.tx.insert(silenceNotices).values({ silenceId: id, until, kind: 'adopted', toldAt: until });
  const made = await writeAdoption(ctx, id);
  if (!made) throw new Error(`The demo decision ${seed.key} is not adopted by its own silence.`);
  return made.id;
}

type Step = SilenceStep | { after: number; kind: 'open'; until: number };

async function happen(scene: Scene, silenceId: string, step: Step): Promise<void> {
  const { ctx, world, seed, textId, chair, start } = scene;
  const at = new Date(start.getTime() + step.after * HOUR_MS);
  const id = seedId(`decided ${step.kind} ${seed.key} ${step.after}`, at);
  const broke = seed.silence?.steps.find((one) => one.kind === 'break');
  const about =
    step.kind === 'lift' && broke
      ? seedId(`decided break ${seed.key} ${broke.after}`, new Date(start.getTime() + broke.after * HOUR_MS))
      : null;
  const until = 'until' in step ? new Date(start.getTime() + step.until * HOUR_MS) : null;
  await ctx.tx.insert(silenceEvents).values({ id, silenceId, kind: step.kind, at, until, about });
  const said: Said = {
    ...('reason' in step && { reason: step.reason }),
    ...(step.kind === 'break' && { objection: 'objection', paragraphIds: [] }),
  };
  await ctx.tx.insert(silenceAuthors).values({
    ...{ eventId: id, silenceId, personId: 'by' in step ? world.person(step.by) : chair },
    partyId: 'by' in step ? world.actingParty(step.by) : null,
    sealed: await sealFor(ctx, textId, JSON.stringify(said), besideAad('silence', id)),
  });
}

async function inMeeting({ ctx, world, seed, textId, versionId }: Scene): Promise<string> {
  const at = world.morningDaysAgo(seed.daysAgo);
  const text = await textForReading(ctx, textId);
  const members = await membersAt(ctx, text.body.id, at);
  const { place, note } = seed.meeting ?? { place: '', note: '' };
  const { id } = await writeDecision(ctx, {
    ...{ text, version: await versionById(ctx, versionId), silenceId: null, effectiveAt: at, laidAt: at },
    ...{ zoneData: '2026a', bound: members.map((one) => ({ id: one.id, acknowledgedAt: null })) },
    procedure: { kind: 'meeting', heldOn: dayIn(at, text.body.timeZone), place, note },
  });
  return id;
}

/** What follows from it, and what the public sees of it. */
async function after(scene: Scene, decisionId: string): Promise<void> {
  const { ctx, world, seed, textId, chair } = scene;
  const at = world.morningDaysAgo(seed.daysAgo - 1);
  for (const [index, one] of (seed.actions ?? []).entries()) {
    const id = seedId(`action ${seed.key} ${index}`, at);
    const owner = one.person ? world.person(one.person) : null;
    await ctx.tx.insert(decisionActions).values({
      ...{ id, decisionId, addedBy: chair, addedAt: at, personId: owner },
      partyId: one.nation ? world.party(one.nation) : null,
      dueOn: one.dueInDays === null ? null : addDays(dayIn(ctx.now, 'UTC'), one.dueInDays),
      ...(one.done && { doneBy: owner ?? chair, doneAt: world.morningDaysAgo(seed.daysAgo - 8) }),
      sealed: await sealFor(ctx, textId, one.what, besideAad('action', id)),
    });
  }
  if (!seed.published) return;
  const sheet = await publicFields(ctx, decisionId);
  await ctx.tx.insert(publicDecisions).values({ id: decisionId, sheet, publishedBy: chair, publishedAt: at });
}
