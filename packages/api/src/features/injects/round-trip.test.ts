import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cexfLines, writeCexf } from './cexf.ts';
import { emptyContent, emptyFacts, type Inject, statuses, triggers } from './rules.ts';
import { readSheet, unpackSheet, writeSheet } from './sheet.ts';
import { readTable, type TableScene, tableOf } from './table.ts';
import { sheetFields } from './words.ts';

/** An exercise with two teams, somebody of its staff, an objective and a storyline; and these injects. */
const scene = (injects: readonly Inject[]): TableScene => ({
  ...{ startsAt: new Date('2027-03-27T07:00:00Z'), timeZone: 'Europe/Brussels', injects },
  teams: [
    { id: 't1', name: 'North, quay' },
    { id: 't2', name: 'Σύρος' },
  ],
  ...{ storylines: [{ id: 's1', title: 'Power' }], staff: [{ id: 'p1', name: 'Åsa Lind' }] },
  objectives: [{ id: 'o1', titleEn: 'Report', titleFr: 'Rendre compte' }],
});

const said = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).map((text) =>
    text
      .replace(/\p{Cc}/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

const facts = fc.record({
  ...{ title: said(40).map((text) => `x${text}`), text: said(80), from: said(20), attention: said(20) },
  ...{ means: said(20), expected: said(60), move: fc.integer({ min: 1, max: 9 }) },
  ...{ minute: fc.integer({ min: -20_000, max: 500_000 }), teamIds: fc.subarray(['t1', 't2']) },
  ...{ trigger: fc.constantFrom(...triggers), status: fc.constantFrom(...statuses) },
  ...{ objectiveId: fc.constantFrom(null, 'o1'), responsibleId: fc.constantFrom(null, 'p1') },
  storylineId: fc.constantFrom(null, 's1'),
});

/** Each follows the one before it. */
const list = fc.array(facts, { minLength: 1, maxLength: 5 }).map((all) =>
  all.map(
    (one, index): Inject => ({
      ...{ ...emptyFacts, ...emptyContent, id: `i${index + 1}`, number: index + 1 },
      ...{ ...one, afterId: index > 0 ? `i${index}` : null },
    }),
  ),
);

const exercise = {
  ...{ id: 'e', name: 'Quiet', summary: '', endsAt: new Date('2028-04-01T07:00:00Z'), revision: 1 },
  label: {},
};

const files = {
  'the common format': async (all: readonly Inject[]) =>
    cexfLines(Buffer.from(writeCexf(exercise, scene(all))), 1)?.lines ?? [],
  'a spreadsheet': async (all: readonly Inject[]) => {
    const [, ...lines] = readSheet(await unpackSheet(await writeSheet('List', tableOf(scene(all), 'fr'))));
    return lines;
  },
};

it.each(Object.entries(files))(
  'an events list loses nothing by %s, brought into an exercise that has none of it yet',
  async (_, through) => {
    await fc.assert(
      fc.asyncProperty(list, async (all) => {
        const { planned, problems } = readTable(await through(all), [...sheetFields], scene([]));
        expect(problems).toEqual([]);
        // A storyline and what an inject follows are found by name when it is written.
        expect(
          planned.map(({ inject, number, storyline, after }) => ({ ...inject, number, storyline, after })),
        ).toEqual(
          all.map(({ id: __, ...one }, index) => ({
            ...{ ...one, storylineId: null, storyline: one.storylineId && 'Power' },
            ...{ afterId: null, after: index > 0 ? index : null },
          })),
        );
      }),
      { numRuns: 15 },
    );
  },
  120_000,
);
