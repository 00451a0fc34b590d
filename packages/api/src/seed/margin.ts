import { randomBytes } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { sessions } from '@concord/db/schema/people';
import { noteSeeds } from '@concord/db/seed/data/texts/margin';
import { eq } from 'drizzle-orm';
import { asWorker, hashToken, inTransaction, type RequestInfo, type SignedIn } from '../context.ts';
import { writeNote } from '../features/margin/commands.ts';
import type { Services } from '../services.ts';
import { textPlaces } from './said.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;

/**
 * The demo's notes in the margin. The role that makes the demo may not write there, as no role may for others: each
 * note is written by its own writer, signed in for as long as that takes.
 */
export async function seedMargin(services: Services, world: World): Promise<void> {
  for (const { text, by, paragraph, words } of noteSeeds) {
    const { textId, paragraphId } = textPlaces(world, text);
    await asPerson(services, world.person(by), (ctx) =>
      writeNote(ctx, {
        commandId: newId(),
        textId,
        paragraphId: paragraph === null ? null : paragraphId(paragraph),
        words,
      }),
    );
  }
}

async function asPerson(
  services: Services,
  personId: string,
  work: (ctx: SignedIn) => Promise<unknown>,
): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const id = newId();
  await asWorker(services, async ({ tx, now }) => {
    await tx.insert(sessions).values({
      ...{ id, personId, tokenHash: hashToken(token), strength: 2, idleSeconds: 60, verifiedAt: now },
      expiresAt: new Date(now.getTime() + MINUTE_MS),
    });
  });
  await inTransaction(services, { ...seeding, sessionToken: token }, async (ctx) => {
    if (!ctx.actor) throw new Error('The demo could not sign in who writes a note.');
    await work({ ...ctx, actor: ctx.actor });
  });
  await asWorker(services, ({ tx }) => tx.delete(sessions).where(eq(sessions.id, id)));
}

const seeding: RequestInfo = {
  sessionToken: null,
  requestId: 'demo',
  address: '',
  userAgent: null,
  chosenLocale: null,
  browserLocale: 'en',
};
