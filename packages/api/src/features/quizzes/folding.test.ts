import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAnswer } from './folding.ts';

describe('foldAnswer', () => {
  it.each([
    ['Élève', 'eleve'],
    ['  two   words\u00a0here ', 'two words here'],
    ['STRASSE', 'straße'],
    ['STRAẞE', 'strasse'],
    ['ISTANBUL', 'istanbul'],
    ['İSTANBUL', 'istanbul'],
    ['ıstanbul', 'istanbul'],
    ['ﬁrewall', 'FIREWALL'],
    ['Ægisson', 'aegisson'],
    ['Łódź', 'lodz'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['σοφός', 'ΣΟΦΌΣ'],
    ['l’accès', "L'ACCES"],
    ['e\u0301', 'é'],
    ['Ｄｅｓｋ', 'desk'],
    ['a safe.', 'a safe'],
    ['anti–virus', 'anti-virus'],
  ])('%s = %s', (one, other) => expect(foldAnswer(one)).toBe(foldAnswer(other)));

  it('settles at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = foldAnswer(foldAnswer(typed));
        expect(foldAnswer(once)).toBe(once);
      }),
    );
  });

  it('keeps different words apart', () => expect(foldAnswer('резюме')).not.toBe(foldAnswer('резьба')));
});
