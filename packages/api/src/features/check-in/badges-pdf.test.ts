import { expect, it } from 'vitest';
import { charactersWithoutGlyph } from '../credentials/fonts.ts';
import { type Badge, badgesPdf } from './badges-pdf.ts';

const badge = (name: string, place: number): Badge => ({
  ...{ name, party: 'NOR', role: 'Équipe de défense', team: 'Βόρεια προβλήτα', badge: `K7QM2PX${place}` },
  address: 'https://portal.example/exercise/QH27/door#K7QM2PXD',
});
const pagesOf = async (badges: Badge[]) => {
  const bytes = await badgesPdf({ exercise: 'Port calme', marking: 'EXERCISE', at: new Date(0), badges });
  return Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length;
};

it('sets eight badges to a sheet, in any European script', async () => {
  const names = ['Łucja Żółkiewska-Brzęczyszczykiewicz', 'Ελένη Παππά', 'Ляна Їжакевич', 'გიორგი', 'Արամ'];
  expect(await charactersWithoutGlyph(names.join(' '), 700)).toEqual([]);
  expect(await pagesOf(Array.from({ length: 8 }, (_, place) => badge(names[place % 5] ?? '', place)))).toBe(
    1,
  );
  expect(await pagesOf(Array.from({ length: 9 }, (_, place) => badge('Aoife Ní Dhubhghaill', place)))).toBe(
    2,
  );
});
