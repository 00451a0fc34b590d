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

let registered = false;

/** Makes the fonts known to the renderer, once for the process. */
export function registerFonts(): void {
  if (registered) return;
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
  registered = true;
}

/** The characters of a text that no embedded font can set. */
export async function charactersWithoutGlyph(
  text: string,
  weight: (typeof WEIGHTS)[number] = 400,
): Promise<string[]> {
  registerFonts();
  const descriptors = FAMILIES.map((fontFamily) => ({ fontFamily, fontWeight: weight }));
  await Promise.all(descriptors.map((descriptor) => Font.load(descriptor)));
  const fonts = descriptors.map((descriptor) => Font.getFont(descriptor)?.data);
  const characters = [...new Set(text.normalize('NFC'))].filter((character) => !/\s/.test(character));
  return characters.filter((character) => {
    const point = character.codePointAt(0) ?? 0;
    return !fonts.some((font) => font?.hasGlyphForCodePoint(point) ?? false);
  });
}
