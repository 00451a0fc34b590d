import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Font } from '@react-pdf/renderer';

const require = createRequire(import.meta.url);

/** The font files, by package and subset; each holds one script, so a line of text is set from several. */
const SUBSETS: readonly (readonly [pack: string, subset: string])[] = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans', 'greek'],
  ['noto-sans', 'greek-ext'],
  ['noto-sans', 'cyrillic'],
  ['noto-sans', 'cyrillic-ext'],
  ['noto-sans', 'vietnamese'],
  ['noto-sans-georgian', 'georgian'],
  ['noto-sans-armenian', 'armenian'],
];
const WEIGHTS = [400, 700] as const;

const familyOf = (pack: string, subset: string) => `${pack}/${subset}`;

/** The families in the order in which a character looks for its glyph. */
export const FAMILIES: string[] = SUBSETS.map(([pack, subset]) => familyOf(pack, subset));

let ready: Promise<void> | undefined;

/** Makes the fonts known to the renderer and whole, once for the process. */
export function fontsReady(): Promise<void> {
  ready ??= registerAndLoad();
  return ready;
}

async function registerAndLoad(): Promise<void> {
  registerFonts();
  for (const fontFamily of FAMILIES)
    for (const fontWeight of WEIGHTS) nameGlyphs(await loaded({ fontFamily, fontWeight }));
}

/**
 * Has each glyph know its character. A font keeps a glyph as it was first met: one met as a part of another (the dots of a
 * colon) would stand for no character from then on, and lines with it would break one letter late.
 */
function nameGlyphs(font: LoadedFont): void {
  for (const point of font.characterSet) font.glyphForCodePoint(point);
}

type LoadedFont = {
  characterSet: number[];
  glyphForCodePoint: (point: number) => { codePoints: number[] };
  hasGlyphForCodePoint: (point: number) => boolean;
};

async function loaded(descriptor: { fontFamily: string; fontWeight: number }): Promise<LoadedFont> {
  await Font.load(descriptor);
  return Font.getFont(descriptor)?.data as unknown as LoadedFont;
}

function registerFonts(): void {
  for (const [pack, subset] of SUBSETS) {
    const folder = join(dirname(require.resolve(`@fontsource/${pack}/package.json`)), 'files');
    const fonts = WEIGHTS.map((weight) => ({
      src: join(folder, `${pack}-${subset}-${weight}-normal.woff`),
      fontWeight: weight,
    }));
    Font.register({ family: familyOf(pack, subset), fonts });
  }
  // Names are never hyphenated; only what no line can hold is cut.
  Font.registerHyphenationCallback((word) =>
    word.length <= 40 ? [word] : (word.match(/.{1,20}/gsu) ?? [word]),
  );
}

/** The characters of a text that no embedded font can set. */
export async function charactersWithoutGlyph(
  text: string,
  weight: (typeof WEIGHTS)[number] = 400,
): Promise<string[]> {
  await fontsReady();
  const fonts = await Promise.all(FAMILIES.map((fontFamily) => loaded({ fontFamily, fontWeight: weight })));
  const characters = [...new Set(text.normalize('NFC'))].filter((character) => !/\s/.test(character));
  return characters.filter((character) => {
    const point = character.codePointAt(0) ?? 0;
    return !fonts.some((font) => font.hasGlyphForCodePoint(point));
  });
}
