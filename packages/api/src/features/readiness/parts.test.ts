import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { exerciseCheckIns, exerciseRoles, exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { appointments } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createMarking, createPerson } from '@concord/db/testing/fixtures';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type SignedIn } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { peopleScene } from '../../testing/people.ts';
import { readinessCsv } from './csv.ts';
import { baseOf, lineOf as cellsOf, matrixOf } from './matrix.ts';
import { outlookOf, statesOf } from './outlook.ts';
import { partsOf } from './parts.ts';

const DAY = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * DAY);
let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let [manager, player, named, other]: { id: string }[] = [];
let [open, secret]: string[] = [];
const as = (who: { id: string } | null | undefined) => callerAs(test, who ?? null);
const fails = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  const trains = { role: 'trainingManager', scope: 'alliance' } as const;
  manager = await createPerson(test, { party: scene.nation, appointments: [trains] });
  [player, named] = [
    await createPerson(test, { party: scene.nation }),
    await createPerson(test, { party: scene.nation }),
  ];
  other = await createPerson(test, { party: scene.other });
  open = await exercise('OPEN', -12, 0);
  secret = await exercise('SECRET', 30, 1);
  await sit(open, player, scene.nation.id);
  await sit(secret, named, scene.nation.id);
});
afterAll(() => test.close());

/** An exercise that ended, or ends, so many days from now. */
async function exercise(code: string, endDay: number, level: number): Promise<string> {
  const id = newId();
  const marking = await createMarking(test, { level, releasableTo: [scene.nation, scene.other] });
  await test.worker.db.insert(exercises).values({
    ...{
      id,
      code,
      nameEn: `Exercise ${code}`,
      nameFr: `Exercice ${code}`,
      kind: 'tabletop',
      timeZone: 'UTC',
    },
    ...{ markingId: marking.id, startsAt: at(endDay - 2), endsAt: at(endDay), closesAt: at(endDay - 3) },
    ...{ substitutionUntil: at(endDay - 3), publishedAt: at(-90), createdAt: at(-90) },
  });
  await test.worker.db
    .insert(exerciseRoles)
    .values({ id: newId(), exerciseId: id, position: 0, colour: 'blue', nameEn: 'Team', nameFr: 'Équipe' });
  return id;
}

async function sit(exerciseId: string, who: { id: string }, partyId: string) {
  const roles = await test.worker.db.select().from(exerciseRoles);
  const roleId = roles.find((role) => role.exerciseId === exerciseId)?.id ?? '';
  await test.worker.db
    .insert(exerciseSeats)
    .values({ roleId, exerciseId, personId: who.id, partyId, givenAt: at(-60) });
}

const fields = (more: object = {}) => ({
  ...{ titleEn: 'Has played', titleFr: 'A joué', subject: 'everyone' as const, role: null, subjectId: null },
  ...{ partyIds: [scene.nation.id], needs: [{ kind: 'part' as const, colour: 'blue' as const, months: 24 }] },
  ...{ validOn: null, validMonths: null, renewalDays: 60, remindDays: [30], graceDays: 0, ...more },
});
const lineOf = async (reader: { id: string }, who: { id: string } | undefined) => {
  const page = await (await as(reader)).readiness.page({ partyId: scene.nation.id });
  return page.lines.find(({ personId }) => personId === who?.id);
};

describe('a requirement that asks for a part in an exercise', () => {
  it('is made once, by who asks of these parties, and says what is asked in both languages', async () => {
    const input = { commandId: randomUUID(), ...fields() };
    const by = await as(scene.coordinator);
    const made = await by.requirements.make(input);
    expect(await by.requirements.make(input)).toEqual(made);
    expect((await by.requirements.byId(made)).needs).toMatchObject([
      { kind: 'part', colour: 'blue', months: 24, title: 'Part in an exercise, blue, within 24 months' },
    ]);
    for (const months of [0, 121, 1.5])
      await expect(
        by.requirements.make({
          ...input,
          commandId: randomUUID(),
          needs: [{ kind: 'part', colour: null, months }],
        }),
      ).rejects.toEqual(fails('BAD_REQUEST'));
    const twice = [input.needs[0], { ...input.needs[0], months: 12 }] as typeof input.needs;
    await expect(by.requirements.make({ ...input, commandId: randomUUID(), needs: twice })).rejects.toEqual(
      fails('BAD_REQUEST'),
    );
    await expect(
      (await as(scene.officer)).requirements.make({ ...input, commandId: randomUUID() }),
    ).rejects.toEqual(fails('NOT_FOUND'));
  });

  it('is met after the exercise by who came, and shows before it for which one is named', async () => {
    expect(await lineOf(scene.coordinator, player)).toMatchObject({
      standing: 'oneStep',
      lacksCourse: false,
    });
    await test.worker.db.insert(exerciseCheckIns).values({
      ...{ id: newId(), exerciseId: open ?? '', personId: player?.id ?? '', kind: 'in' },
      ...{ at: at(-13), receivedAt: at(-13), checkedBy: manager?.id ?? '' },
    });
    const line = await lineOf(scene.coordinator, player);
    expect(line).toMatchObject({ standing: 'ready' });
    expect(line?.cells[0]).toMatchObject({
      state: 'ready',
      part: { played: { code: 'OPEN', name: 'Exercise OPEN' } },
    });
    expect((await (await as(player)).readiness.mine()).items).toMatchObject([
      { kind: 'part', state: 'ready', part: { played: { name: 'Exercise OPEN' } } },
    ]);
    for (const [person, asked] of [
      [player, true],
      [other, false],
    ] as const)
      expect((await (await as(person)).learning.mine()).partsAsked).toBe(asked);
    const preview = await (await as(scene.coordinator)).requirements.preview(fields());
    expect(preview.people.find(({ id }) => id === player?.id)?.standing).toBe('ready');
    const red = fields({ needs: [{ kind: 'part', colour: 'red', months: 24 }] });
    const asRed = await (await as(scene.coordinator)).requirements.preview(red);
    expect(asRed.people.find(({ id }) => id === player?.id)?.standing).toBe('oneStep');
  });

  it('names no exercise to who may not read it, and its people to nobody else', async () => {
    const cell = (await lineOf(scene.coordinator, named))?.cells[0];
    expect(cell).toMatchObject({ state: 'notStarted', step: 'named' });
    expect(cell?.part?.named).toMatchObject({ code: null, name: null });
    expect((await lineOf(scene.officer, player))?.cells[0]).toMatchObject({ state: 'ready' });
    await sit(open ?? '', { id: other?.id ?? '' }, scene.other.id);
    const seen = async (who: { id: string }) =>
      inTransaction(servicesOf(test), await requestAs(test, who), async (ctx) => [
        ...(
          await partsOf(
            ctx,
            sql`select unnest(array[${player?.id}, ${named?.id}, ${other?.id}]::uuid[])`,
            'en',
          )
        ).keys(),
      ]);
    expect((await seen(scene.coordinator)).sort()).toEqual([player?.id, named?.id].sort());
    expect(await seen(scene.stranger)).toEqual([]);
    expect(await seen(other ?? scene.stranger)).toEqual([other?.id]);
    expect(await seen(manager ?? scene.stranger)).toHaveLength(3);
  });

  it('is counted for a whole party as its cells are made', async () => {
    await inTransaction(servicesOf(test), await requestAs(test, scene.coordinator), async (ctx) => {
      const those = sql`select x.id from person x where x.party_id = ${scene.nation.id}::uuid`;
      const base = await baseOf(ctx, 'en');
      const outlook = await outlookOf(ctx, those, base, { paths: true });
      const { cells, columns } = await matrixOf(ctx, those, base);
      const made = [...cells].map(([id, own]) => [id, cellsOf(columns, own).cells.map(({ state }) => state)]);
      expect(made).toEqual([...cells.keys()].map((id) => [id, statesOf(outlook, id)]));
      expect(new Set(made.flatMap(([, states]) => states))).toEqual(new Set(['ready', 'notStarted']));
    });
  });

  it('stands in the table for a spreadsheet, with the exercise', async () => {
    const csv = await inTransaction(servicesOf(test), await requestAs(test, scene.coordinator), (ctx) =>
      readinessCsv(ctx as SignedIn, { partyId: scene.nation.id }),
    );
    expect(csv).toContain('Part in an exercise, blue, within 24 months: exercise');
    expect(csv).toContain('Exercise OPEN');
    expect(csv).not.toContain('SECRET');
  });

  it('is reported as nothing a course mends, and counts no longer when its months are over', async () => {
    const sent = await (await as(scene.coordinator)).readiness.send({
      ...{ commandId: randomUUID(), partyId: scene.nation.id, personIds: [named?.id ?? ''] },
      dueAt: at(20).toISOString(),
    });
    expect(sent.lines.map(({ outcome }) => outcome)).toEqual(['part']);
    await test.worker.sql`update exercise set starts_at = now() - interval '26 months',
      ends_at = now() - interval '25 months', closes_at = now() - interval '27 months',
      substitution_until = now() - interval '27 months' where code = 'OPEN'`;
    expect((await lineOf(scene.coordinator, player))?.cells[0]).toMatchObject({
      state: 'expired',
      step: 'takePart',
    });
  });

  it('is not seen by a coordinator whose appointment has ended', async () => {
    await test.worker.db.update(appointments).set({ validUntil: at(-1), validFrom: at(-2) });
    await expect(lineOf(scene.coordinator, player)).rejects.toEqual(fails('NOT_FOUND'));
  });
});
