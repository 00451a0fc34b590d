/** A piece of a text: plain words, or one character that shows one thing and may mean another. */
export type Piece =
  | { odd: null; text: string }
  | { odd: 'direction' | 'invisible'; text: string; code: string }
  | { odd: 'lookalike'; text: string; script: Script };
export type Script = (typeof SCRIPTS)[number][0] | 'other';

/** Characters that turn the direction of what follows. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Characters with no width of their own; joiners inside emoji and Indic words are rare enough here to be told. */
const INVISIBLE =
  /[\u00ad\u115f\u1160\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|\u034f|\u17b4|\u17b5|[\u180b-\u180d]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;
const SCRIPTS = [
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
] as const;
const LATIN = /\p{Script=Latin}/u;
/** Letters of other scripts that no reader tells from Latin ones. */
const TWINS = /^[АВЕКМНОРСТУХЅІЈԚԜаеорсухѕіјԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυսօո]+$/u;
/** Letters drawn for another purpose: full width, mathematical, letterlike. */
const DRAWN = /[\uff21-\uff3a\uff41-\uff5a\u2100-\u214f\u{1d400}-\u{1d7ff}]/u;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const ASCII = /^[\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*$/;

/** A text cut where a character is shown by its name: it turns the direction, is not to be seen, or looks like another. */
export function piecesOf(text: string): Piece[] {
  if (ASCII.test(text)) return [{ odd: null, text }];
  const alike = lookalikes(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const sign of text) {
    const piece = pieceOf(sign, alike.has(at));
    const last = pieces.at(-1);
    if (piece.odd === null && last?.odd === null) last.text += sign;
    else pieces.push(piece);
    at += sign.length;
  }
  return pieces;
}

/** Whether a text holds such a character. */
export const isOdd = (text: string): boolean => piecesOf(text).some((piece) => piece.odd !== null);

function pieceOf(sign: string, alike: boolean): Piece {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (DIRECTION.test(sign)) return { odd: 'direction', text: sign, code };
  if (INVISIBLE.test(sign)) return { odd: 'invisible', text: sign, code };
  if (alike) return { odd: 'lookalike', text: sign, script: scriptOf(sign) };
  return { odd: null, text: sign };
}

const scriptOf = (sign: string): Script => SCRIPTS.find(([, script]) => script.test(sign))?.[0] ?? 'other';

/** Where letters stand that are not of their word's script, or make a word that only looks Latin in a Latin text. */
function lookalikes(text: string): Set<number> {
  const places = new Set<number>();
  const inLatin = LATIN.test(text);
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const mixed = LATIN.test(word);
    const disguised = inLatin && TWINS.test(word);
    let at = index;
    for (const sign of word) {
      if (DRAWN.test(sign) || ((mixed || disguised) && scriptOf(sign) !== 'other')) places.add(at);
      at += sign.length;
    }
  }
  return places;
}
