import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holds, wantedBy } from './matching.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const TEXTS = [
  'Les câbles sous-marins de la mer du Nord',
  'Undersea cables, repaired in Łódź',
  'A cable ship and its crew: Œuvre complète',
  'Die Straße am Hafen',
  'nothing at all',
];
const QUERIES = [
  ...['cables', 'CÂBLES', 'cable', 'mer nord', '"mer du nord"', '"nord du mer"', 'lodz', 'Łodz', 'oeuvre'],
  ...['strasse', 'cables -undersea', 'ship or hafen', '"cable ship" crew', '-cables', 'cab'],
];

it('finds what the index finds, query by query', async () => {
  for (const query of QUERIES) {
    const rows = await test.worker.sql`
      select t.text, to_tsvector('simple', unaccent(t.text)) @@ websearch_to_tsquery('simple', unaccent(${query})) as found
      from unnest(${TEXTS}::text[]) as t(text)`;
    // A query that only leaves words out has nothing to look for, and is not asked.
    const expected =
      wantedBy(query).length === 0 ? [] : rows.filter((row) => row.found).map((row) => row.text);
    expect({ query, found: TEXTS.filter((text) => holds(text, wantedBy(query))) }).toEqual({
      query,
      found: expected,
    });
  }
});

it('does not look for a minus alone, nor for signs', () => {
  for (const query of ['-cables', '…', '""', 'or']) expect(wantedBy(query)).toEqual([]);
});
