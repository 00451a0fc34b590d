import { Document, Font, Page, renderToBuffer, Text } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { expect, it } from 'vitest';
import { FAMILIES, fontsReady } from './fonts.ts';

type Glyphs = { glyphForCodePoint: (point: number) => { codePoints: number[] } };

it('keeps each glyph with its character, also where it was first set as a part of another', async () => {
  await fontsReady();
  // A colon is made of two full stops.
  const style = { fontFamily: FAMILIES as unknown as string };
  await renderToBuffer(h(Document, {}, h(Page, { style }, h(Text, {}, '18:00; ïÏ'))));
  for (const fontWeight of [400, 700]) {
    const font = Font.getFont({ fontFamily: FAMILIES[0] ?? '', fontWeight })?.data as unknown as Glyphs;
    for (const character of '.,ıi¨e—') {
      const point = character.codePointAt(0) ?? 0;
      expect(font.glyphForCodePoint(point).codePoints, character).toEqual([point]);
    }
  }
});
