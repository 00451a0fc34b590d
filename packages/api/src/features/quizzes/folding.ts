/** Letters that no decomposition takes apart, as people type them without a special keyboard. */
const PLAIN: Record<string, string> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ĸ: 'k',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const UNPLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * What two typed answers are compared by: no case, no accents, no double spaces, the same in every locale.
 * Turkish dotted and dotless i fall together with i, so that no keyboard is at a disadvantage.
 */
export function foldAnswer(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(UNPLAIN, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .trim()
    .replace(/[.!?;,]+$/, '')
    .trim();
}
