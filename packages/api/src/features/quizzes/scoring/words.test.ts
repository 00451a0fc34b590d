import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPattern, matchesPattern } from './pattern.ts';
import { type AcceptedText, shareOfWords } from './words.ts';

const takes = (kind: AcceptedText['kind'], text: string, typed: string) =>
  shareOfWords([{ kind, text, share: 100 }], typed) === 100;

describe('typed words', () => {
  it.each<[AcceptedText['kind'], string, string, boolean]>([
    ['folded', 'Élève', ' eleve. ', true],
    ['folded', 'eleve', 'elves', false],
    ['folded', 'Straße', 'STRASSE', true],
    ['folded', 'хост', 'ХОСТ', true],
    ['exact', 'SHA-256', 'sha-256', false],
    ['exact', 'e\u0301', '\u00e9', true],
    ['wildcard', '*duty officer*', 'I call the Duty  Officer at once', true],
    ['wildcard', 'call*', 'call', true],
    ['wildcard', 'call *', 'callous', false],
    ['wildcard', '*.exe', 'mail.exe', true],
    ['wildcard', 'a*b*a', 'aba', true],
    ['wildcard', 'ab*ba', 'aba', false],
    ['wildcard', '2\\*3', '2*3', true],
    ['wildcard', '2\\*3', '2x3', false],
    ['wildcard', '*', 'anything', true],
    ['pattern', 'CVE-\\d{4}-\\d{4,7}', 'cve-2021-44228', true],
    ['pattern', 'CVE-\\d{4}-\\d{4,7}', 'CVE-21-44228', false],
    ['pattern', '^(?:un)?plug(?:ged|s)?$', 'Unplugged', true],
    ['pattern', '[^a-c]+', 'xyz', true],
    ['pattern', '[^a-c]+', 'xbz', false],
    ['pattern', '\\w+ \\w+', 'Łódź été', true],
    ['pattern', 'a?b*c+', 'BBC', true],
    ['pattern', 'a|', 'b', false],
    ['pattern', 'costs 5\\$', 'costs 5$', true],
    ['pattern', '[a-]{2}', '-a', true],
  ])('%s %s takes %s: %s', (kind, text, typed, expected) => expect(takes(kind, text, typed)).toBe(expected));

  it('earn the best that fits, in any language', () => {
    const accepted: AcceptedText[] = [
      { kind: 'wildcard', text: '*officer*', share: 50 },
      { kind: 'folded', text: 'duty officer', share: 100 },
    ];
    expect(shareOfWords(accepted, 'duty officer')).toBe(100);
    expect(shareOfWords(accepted, 'an officer')).toBe(50);
    expect(shareOfWords(accepted, ' ')).toBe(0);
    expect(shareOfWords([{ kind: 'wildcard', text: '*', share: 100 }], ' ')).toBe(0);
  });
});

describe('patterns', () => {
  it.each([
    '(a)\\1',
    'a(?=b)',
    '(?<!a)b',
    '(',
    'a)',
    '[z-a]',
    'a{9999}',
    'a{3,1}',
    '*a',
    '\\b',
    '((((a{99}){99}){99}){99})',
    'x'.repeat(600),
  ])('%s is not run', (source) => {
    expect(isPattern(source)).toBe(false);
    expect(matchesPattern(source, 'a')).toBe(false);
  });

  it('that explode elsewhere take no time here', () => {
    for (const source of ['(a+)+b', '(a|aa)+b', '(a*)*b', '(.*)*(.*)*b', '(?:a?){90}a{90}']) {
      expect(matchesPattern(source, 'a'.repeat(900))).toBe(false);
    }
    expect(matchesPattern('(?:a?){90}a{90}', 'a'.repeat(90))).toBe(true);
  });

  it('agree with the engine’s own on what both can do', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', 'a*', 'b+', 'a?', '(?:ab){1,2}', '|'),
        ),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 }),
        (parts, text) => {
          const source = parts.join('');
          expect(matchesPattern(source, text)).toBe(new RegExp(`^(?:${source})$`, 'su').test(text));
        },
      ),
      { numRuns: 500 },
    ));

  it('and words never break on any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, typed) => {
        for (const kind of ['folded', 'exact', 'wildcard', 'pattern'] as const) {
          expect([0, 100]).toContain(shareOfWords([{ kind, text, share: 100 }], typed));
        }
      }),
    ));
});
