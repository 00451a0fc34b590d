import { newId } from '@concord/db/ids';
import { activities, courses, courseVersions } from '@concord/db/schema/courses';
import { activityProgress, credentials, enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type SignedIn } from '../../context.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft } from '../../testing/courses.ts';
import { peopleScene } from '../../testing/people.ts';
import { countedEnd, countedFor } from './counted.ts';
import { baseOf, lineOf, matrixOf } from './matrix.ts';
import { farOf, outlookOf, shownColumns, statesOf } from './outlook.ts';
import { cellOf, type Held, stateOf, wayOf } from './rules.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-24T08:15:00Z');
const zone = 'Europe/Brussels';

describe('a state alone', () => {
  const instant = fc.integer({ min: -900, max: 900 }).map((days) => now + days * DAY);
  const held = fc.record({ until: fc.option(instant), retake: fc.boolean(), issued: instant });
  const path = fc.record({
    ...{ started: fc.boolean(), done: fc.nat(3), total: fc.constant(3) },
    ...{ failedAt: fc.option(instant), dueAt: fc.constant(null) },
  });

  it('is that of the cell, whatever is held and however often', () => {
    fc.assert(
      fc.property(
        fc.array(held, { maxLength: 3 }),
        fc.option(path),
        fc.option(fc.integer({ min: 1, max: 36 })),
        fc.nat(400),
        (all, way, months, later) => {
          const asked = {
            now,
            at: now + later * DAY,
            soonBefore: now + (later + 60) * DAY,
            graceUntil: null,
          };
          const best = all.toSorted((one, other) => ends(other) - ends(one));
          const cell = cellOf('credential', { held: countedFor(best, months, zone), path: way }, asked);
          const end = Math.max(...all.map((one) => countedEnd(one, months, zone)));
          expect(stateOf(all.length > 0 ? end : null, wayOf(way), asked)).toBe(cell.state);
        },
      ),
    );
  });
});

const ends = ({ until }: Held) => until ?? Number.POSITIVE_INFINITY;

describe('the outlook of many', () => {
  let test: TestDatabase;
  let coordinator: { id: string };
  let nation: { id: string };

  beforeAll(async () => {
    test = await testDatabase();
    const scene = await peopleScene(test);
    ({ coordinator, nation } = scene);
    for (const slug of ['locks', 'keys'])
      await importDraft(test, { ...courseDraft([pageDraft('a'), pageDraft('b')]), slug }, [
        scene.nation,
        scene.other,
      ]);
    const all = await test.worker.db.select({ id: courses.id }).from(courses);
    await requirement({ validMonths: 12 }, all);
    await requirement({ graceDays: 30, renewalDays: 90 }, all.slice(0, 1));
    await requirement({ subject: 'appointment', role: 'securityOfficer' }, all.slice(1));
    for (let count = 0; count < 24; count += 1)
      await createPerson(test, { party: scene.nation, level: count % 2 });
    await evidence();
  });
  afterAll(() => test.close());

  async function requirement(facts: object, needs: readonly { id: string }[]) {
    const requirementId = newId();
    const titles = { en: 'Asked', fr: 'Demandé' };
    await test.worker.db
      .insert(requirements)
      .values({ id: requirementId, titles, subject: 'everyone', ...facts });
    await test.worker.db.insert(requirementNeeds).values([
      ...needs.map(({ id: courseId }, position) => ({
        ...{ id: newId(), requirementId, position, kind: 'credential' as const, courseId },
      })),
      { id: newId(), requirementId, position: needs.length, kind: 'attestation', level: 1 },
    ]);
  }

  /** Of each person and course another lot: what holds, ends soon and has ended, paths begun and untouched, or nothing. */
  async function evidence() {
    const { db } = test.worker;
    const everybody = await db.select({ id: people.id }).from(people).orderBy(people.id);
    const versions = await db
      .select({ id: courseVersions.id, courseId: courseVersions.courseId })
      .from(courseVersions);
    const on = (days: number) => new Date(Date.now() + days * DAY);
    const all = everybody.flatMap(({ id: personId }, n) =>
      versions.flatMap(({ id: versionId, courseId }, k) => {
        const lot = (n + 3 * k) % 7;
        const times = lot === 0 ? [] : lot > 4 ? [1, 2] : [1];
        return times.map((time) => ({ id: newId(), personId, courseId, versionId, lot, time }));
      }),
    );
    await db.insert(enrolments).values(
      all.map(({ lot, time, ...path }) => ({
        ...path,
        lastSeenAt: lot === 1 ? null : on(-1),
        completedAt: lot > 3 ? on(-1) : null,
        withdrawnAt: time === 2 ? on(-1) : null,
        supersededAt: time === 2 ? on(-1) : null,
      })),
    );
    const [page] = await db.select().from(activities).where(eq(activities.key, 'a'));
    await db
      .insert(activityProgress)
      .values(
        all
          .filter(({ lot, versionId }) => lot === 2 && versionId === page?.versionId)
          .map(({ id }) => ({ enrolmentId: id, activityId: page?.id ?? '', completedAt: on(-1) })),
      );
    const validUntil = (lot: number) => (lot === 4 ? on(40) : lot === 5 ? on(-1) : null);
    await db.insert(credentials).values(
      all
        .filter(({ lot }) => lot > 3)
        .map(({ id: enrolmentId, lot, time, versionId, ...path }) => ({
          ...{ ...path, id: newId(), enrolmentId, versionId, publicId: enrolmentId },
          ...{ issuedAt: on(-60 * lot * time), validUntil: validUntil(lot) },
        })),
    );
  }

  const asCoordinator = async <Result>(work: (ctx: SignedIn) => Promise<Result>) =>
    inTransaction(servicesOf(test), await requestAs(test, coordinator), (ctx) => work(ctx as SignedIn));

  it('agrees with every cell of the matrix, with paths and without', async () => {
    await asCoordinator(async (ctx) => {
      const those = sql`select x.id from person x where x.party_id = ${nation.id}::uuid`;
      const base = await baseOf(ctx, 'en');
      const outlook = await outlookOf(ctx, those, base, { paths: true });
      const without = await outlookOf(ctx, those, base, { paths: false });
      const { cells, columns } = await matrixOf(ctx, those, base);
      expect(cells.size).toBeGreaterThan(20);
      expect([...outlook.places.keys()].sort()).toEqual([...cells.keys()].sort());
      const seen = new Set<string>();
      for (const [personId, own] of cells) {
        const line = lineOf(columns, own);
        const states = line.cells.map(({ state }) => state);
        expect(statesOf(outlook, personId)).toEqual(states);
        expect(farOf(without, personId)).toMatchObject({
          ...{ standing: line.standing, missing: line.missing, soon: line.soon },
        });
        for (const state of states) seen.add(state);
      }
      expect([...seen].sort()).toEqual(['endsSoon', 'expired', 'notStarted', 'ready', 'underWay']);
      expect(shownColumns(outlook)).toEqual(columns);
    });
  });
});
