import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../context.ts';
import { ENTRIES, type GeneratedWorld, generateWorld, PEOPLE } from '../testing/generated-world.ts';
import { canRead, type System } from './read.ts';

/**
 * The rule is written twice, in TypeScript and in SQL. Here both answer for generated people and items whose
 * intervals lie before, around and after now; every answer must be the same, by every door of the database.
 */
const system: System = {
  levels: [
    { rank: 0, needsStrength: 1 },
    { rank: 1, needsStrength: 2 },
  ],
  ceiling: 1,
  breakGlass: true,
};

let test: TestDatabase;
let world: GeneratedWorld;

beforeAll(async () => {
  test = await testDatabase();
  world = await generateWorld(test, 20_261_124);
});
afterAll(() => test.close());

const seen = (person: GeneratedWorld['people'][number]) =>
  world.entries
    .filter((entry) => canRead(person.state, entry, system, world.now))
    .map((entry) => entry.id)
    .sort();

describe('READ, written twice', () => {
  it('gives both answers often enough to mean something', () => {
    const readable = world.people.reduce((sum, person) => sum + seen(person).length, 0);
    expect(readable).toBeGreaterThan(200);
    expect(readable).toBeLessThan((PEOPLE * ENTRIES) / 2);
  });

  it('agrees on threads, contributions and search, person by person', async () => {
    for (const person of world.people) {
      const rows = await test.app.sql.begin(async (sql) => {
        await sql`select concord.enter(${hashToken(person.token)})`;
        const entries = await sql`select id from contribution order by id`;
        const open = await sql`select id from thread order by id`;
        const found =
          await sql`select contribution_id as id from concord.search('harbour', null, null, null, null, 100)`;
        return {
          entries: entries.map((row) => row.id),
          open: open.map((row) => row.id),
          found: found.map((row) => row.id),
        };
      });
      const expected = seen(person);
      expect(rows.entries).toEqual(expected);
      expect(rows.found).toEqual([...expected].reverse().slice(0, 100));
      const openThreads = world.threads.filter((thread) =>
        canRead(person.state, { thread, marking: thread.marking }, system, world.now),
      );
      expect(rows.open).toEqual(openThreads.map((thread) => thread.id).sort());
    }
  });

  it('agrees on glass that is broken, and on its being turned off', async () => {
    const byGlass = (person: GeneratedWorld['people'][number], breakGlass: boolean) =>
      world.entries.filter((entry) => canRead(person.state, entry, { ...system, breakGlass }, world.now))
        .length;
    const gained = world.people.reduce((sum, one) => sum + byGlass(one, true) - byGlass(one, false), 0);
    expect(gained).toBeGreaterThan(10);
    await test.worker.sql`update system_setting set break_glass = false`;
    for (const person of world.people) {
      const [row] = await test.app.sql.begin(async (sql) => {
        await sql`select concord.enter(${hashToken(person.token)})`;
        return sql`select count(*)::int as entries from contribution`;
      });
      expect(row?.entries).toBe(byGlass(person, false));
    }
    await test.worker.sql`update system_setting set break_glass = true`;
  });

  it('agrees on parts of entries that are marked apart, person by person', async () => {
    // Each part bears the marking of another entry, whichever that is: narrower, wider or of other parties.
    const parts = world.entries.map((entry, index) => ({
      id: newId(),
      entry,
      marking: (world.entries[(index * 7 + 3) % world.entries.length] ?? entry).marking,
      from: (world.entries[(index * 7 + 3) % world.entries.length] ?? entry).id,
    }));
    for (const { id, entry, from } of parts)
      await test.worker
        .sql`insert into contribution_portion (id, contribution_id, marking_id, sealed, written_at)
        select ${id}, ${entry.id}, c.marking_id, ''::bytea, now() from contribution c where c.id = ${from}`;
    let seenParts = 0;
    for (const person of world.people) {
      const rows = await test.app.sql.begin(async (sql) => {
        await sql`select concord.enter(${hashToken(person.token)})`;
        return sql`select id from contribution_portion order by id`;
      });
      const expected = parts.filter(
        ({ entry, marking }) =>
          canRead(person.state, entry, system, world.now) &&
          canRead(person.state, { thread: entry.thread, marking }, system, world.now),
      );
      seenParts += expected.length;
      expect(rows.map((row) => row.id)).toEqual(expected.map(({ id }) => id).sort());
    }
    expect(seenParts).toBeGreaterThan(50);
  });

  it('agrees on who hears of an event', async () => {
    const rows = await test.app.sql`
      select contribution_id, person_id from concord.readers_of(
        ${world.entries.map((entry) => entry.id)}, ${world.people.map((person) => person.id)},
        ${world.people.map((person) => person.state.strength)})`;
    const told = new Set(rows.map((row) => `${row.contribution_id} ${row.person_id}`));
    const expected = world.people.flatMap((person) => seen(person).map((id) => `${id} ${person.id}`));
    expect([...told].sort()).toEqual(expected.sort());
  });
});
