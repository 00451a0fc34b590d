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
