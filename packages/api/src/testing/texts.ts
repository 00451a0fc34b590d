import { newId } from '@concord/db/ids';
import { bodyMembers } from '@concord/db/schema/consultation';
import { texts, textVersions } from '@concord/db/schema/texts';
import type { TestDatabase } from '@concord/db/testing/database';
import {
  type AppointmentFixture,
  createAppointment,
  createBody,
  createMarking,
  createParty,
  createPerson,
} from '@concord/db/testing/fixtures';
import { sql } from 'drizzle-orm';
import { asWorker } from '../context.ts';
import type { VersionContent } from '../features/texts/schemas.ts';
import { contentHash, versionAad } from '../features/texts/seals.ts';
import { sealFor } from '../sealing/sealing.ts';
import { servicesOf } from './caller.ts';

type Id = { id: string };

/** A version's content of plain paragraphs; those of `like` keep their ids. */
export function plainContent(words: readonly string[], like?: VersionContent): VersionContent {
  return {
    paragraphs: words.map((text, index) => ({
      id: like?.paragraphs[index]?.id ?? newId(),
      kind: 'paragraph',
      parts: [{ text }],
    })),
    note: '',
  };
}

/** Makes these nations members of a body. */
export async function createMembers(test: TestDatabase, body: Id, parties: readonly Id[]): Promise<void> {
  const validFrom = new Date('2020-01-01T00:00:00Z');
  await test.worker.db
    .insert(bodyMembers)
    .values(parties.map((party) => ({ bodyId: body.id, partyId: party.id, validFrom })));
}

/** A text before a body, without versions. */
export async function createText(
  test: TestDatabase,
  values: { body: Id; marking: Id; by: Id; title?: string; threadId?: string },
) {
  const id = newId();
  await test.worker.db.insert(texts).values({
    id,
    bodyId: values.body.id,
    title: values.title ?? 'Declaration on undersea cables',
    markingId: values.marking.id,
    threadId: values.threadId,
    createdBy: values.by.id,
    createdAt: sql`now()`,
  });
  return { id };
}

/** A version of a text, as if the chair had made it. */
export async function createVersion(
  test: TestDatabase,
  values: { text: Id; number: number; by: Id; marking: Id; content?: VersionContent },
) {
  const id = newId();
  const content = values.content ?? plainContent(['Allies will share.', 'They will meet.']);
  await asWorker(servicesOf(test), async (ctx) => {
    await ctx.tx.insert(textVersions).values({
      id,
      textId: values.text.id,
      number: values.number,
      contentHash: contentHash('Title', nobodysMarking, content),
      paragraphs: content.paragraphs.length,
      sealed: await sealFor(ctx, values.text.id, JSON.stringify(content), versionAad(id)),
      markingId: values.marking.id,
      madeBy: values.by.id,
      madeAt: sql`clock_timestamp()`,
    });
  });
  return { id, number: values.number, content };
}

const nobodysMarking = { level: 0, releasableTo: [], onlyFor: [], caveats: [], originator: '' };

/** A body of three nations with a text under RESTRICTED that two may read, and a partner who contributes. */
export async function textScene(test: TestDatabase) {
  const [nor, cal, out] = [await createParty(test), await createParty(test), await createParty(test)];
  const partner = await createParty(test, { kind: 'partner', ally: false });
  const body = await createBody(test);
  await createMembers(test, body, [nor, cal, out]);
  const seat = async (party: Id, role: AppointmentFixture['role'], powers: string[] = [], name = 'Ilse') => {
    const person = await createPerson(test, { party, level: 1, givenName: name, familyName: 'Varga' });
    const held = await createAppointment(test, person, { role, scope: 'body', scopeId: body.id });
    if (powers.length > 0) await setPowers(test, held, powers);
    return { ...person, appointmentId: held.id };
  };
  const people = {
    head: await seat(nor, 'headOfDelegation', [], 'Hedda'),
    deputy: await seat(nor, 'delegate', ['position', 'break'], 'Dag'),
    desk: await seat(nor, 'delegate', [], 'Pelle'),
    ally: await seat(cal, 'headOfDelegation', [], 'Tomas'),
    chair: await seat(nor, 'chair', [], 'Maren'),
    secretary: await seat(cal, 'secretariat', [], 'Sven'),
    outsider: await seat(out, 'headOfDelegation', [], 'Odile'),
    partner: await seat(partner, 'contributor', [], 'Petra'),
  };
  const marking = await createMarking(test, { level: 1, releasableTo: [nor, cal, partner] });
  const text = await createText(test, { body, marking, by: people.chair });
  const version = await createVersion(test, { text, number: 1, by: people.chair, marking });
  return { parties: { nor, cal, out, partner }, body, people, marking, text, version };
}

export type TextScene = Awaited<ReturnType<typeof textScene>>;

/** Gives an appointment these powers. */
export async function setPowers(test: TestDatabase, appointment: Id, powers: readonly string[]) {
  await test.worker.sql`update appointment set powers = ${[...powers]} where id = ${appointment.id}`;
}
