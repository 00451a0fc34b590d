import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { linesOf, MOST_LINES } from './marking-lines.ts';

const nations = (count: number) => `Releasable to ${Array.from({ length: count }, () => 'NOR').join(', ')}`;

it.each([
  [{ level: 'ALLIANCE UNCLASSIFIED' }, { narrow: 1, medium: 1, wide: 1 }],
  [{ level: '' }, { narrow: 1, medium: 1, wide: 1 }],
  [
    { level: 'ALLIANCE RESTRICTED', release: 'Releasable to all Allies' },
    { narrow: 2, medium: 1, wide: 1 },
  ],
  [
    { level: 'ALLIANCE RESTRICTED', release: nations(15) },
    { narrow: 3, medium: 2, wide: 1 },
  ],
  [
    { level: 'EXERCISE ALLIANCE RESTRICTED', release: nations(31) },
    { narrow: 5, medium: 3, wide: 2 },
  ],
  [{ level: 'ALLIANCE RESTRICTED', release: nations(200) }, MOST_LINES],
])('%o takes %o lines', (words, lines) => {
  expect(linesOf(words)).toEqual(lines);
});

it('is told to the style sheet at each number of lines', async () => {
  const sheet = await readFile(new URL('../styles/marking.css', import.meta.url), 'utf8');
  for (const [width, most] of Object.entries(MOST_LINES))
    for (let lines = 2; lines <= most; lines += 1) expect(sheet).toContain(`[data-${width}="${lines}"]`);
});
