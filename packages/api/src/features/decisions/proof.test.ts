import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../record/canonical.ts';
import { chainFindings } from './chain.ts';
import { type DecisionFile, fileOf } from './file.ts';
import { findingsOf, fingerprintOf } from './proof.ts';
import { decisionNumber, FIRST_PREVIOUS, placeAfter, readNumber, signedText } from './rules.ts';
import { type DecisionSheet, sha256, sheetText } from './sheet.ts';

const makeKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { privateKey, pem, fingerprint: fingerprintOf(pem) };
};
const key = makeKey();

function made(
  sequence: number,
  previous: string,
  more: Record<string, unknown> = {},
  by = key,
): DecisionFile {
  const number = decisionNumber('CDC', 2026, sequence);
  const sheet = {
    number,
    title: 'On “cables” – né',
    body: { code: 'CDC' },
    effectiveAt: `2026-03-0${sequence}T10:00:00.000Z`,
    predecessors: [],
    ...more,
  } as unknown as DecisionSheet;
  const link = { number, hash: sha256(sheetText(sheet)), previous };
  const value = sign(null, Buffer.from(signedText(link)), by.privateKey).toString('base64');
  return fileOf(sheet, link, { keyId: 'k', publicKey: by.pem, fingerprint: by.fingerprint, value });
}

const row = () => {
  const first = made(1, FIRST_PREVIOUS);
  const second = made(2, first.hash);
  return [first, second, made(3, second.hash)] as const;
};
const faults = (file: DecisionFile, pinned: string[] = []) =>
  findingsOf(file, pinned).map(({ fault }) => fault);
const chainFaults = (files: readonly DecisionFile[]) =>
  [...chainFindings(files)].flatMap(([number, all]) => all.map(({ fault }) => `${number} ${fault}`));

describe('canonical JSON', () => {
  it('is what RFC 8785 shows in its sections 3.2.2 and 3.2.3', () => {
    const value = { string: '€$\u000f\nA\'B"\\\\"/', literals: [null, true, false] };
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const sorted = canonical({
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    });
    expect([...sorted.matchAll(/:"([^"]+)"/g)].map(([, one]) => one)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('reads back as the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
      }),
    );
  });
});

describe('a decision on its own', () => {
  it('is sound as it was made, and under the key that was named', () => {
    const [first] = row();
    expect(faults(first)).toEqual([]);
    expect(faults(first, [key.fingerprint])).toEqual([]);
    expect(faults(JSON.parse(JSON.stringify(first)))).toEqual([]);
  });

  it('is not, whichever character of its sheet is another', () => {
    const [first] = row();
    const text = JSON.stringify(first.sheet);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('x', '7', 'é'), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        let sheet: DecisionFile['sheet'];
        try {
          sheet = JSON.parse(changed);
        } catch {
          return;
        }
        if (canonical(sheet as never) === canonical(first.sheet as never)) return;
        expect(faults({ ...first, sheet })).toContain('hash');
      }),
    );
  });

  it.each([
    ['a sheet that was hashed anew', (one: DecisionFile) => rehashed(one), ['signature']],
    [
      'another place in the chain',
      (one: DecisionFile) => ({ ...one, previous: 'a'.repeat(64) }),
      ['signature'],
    ],
    [
      'another key beside it',
      (one: DecisionFile) => ({ ...one, signature: { ...one.signature, publicKey: makeKey().pem } }),
      ['fingerprint', 'signature'],
    ],
    [
      'a key that is none',
      (one: DecisionFile) => ({ ...one, signature: { ...one.signature, publicKey: 'no key' } }),
      ['fingerprint', 'signature'],
    ],
  ])('tells of %s', (_, change, found) => {
    expect(faults(change(row()[0]))).toEqual(found);
  });

  it('is only as good as its key: one signed by somebody else is found by the fingerprint', () => {
    const forged = made(1, FIRST_PREVIOUS, {}, makeKey());
    expect(faults(forged)).toEqual([]);
    expect(faults(forged, [key.fingerprint])).toEqual(['key']);
  });
});

const rehashed = (one: DecisionFile): DecisionFile => {
  const sheet = { ...one.sheet, title: 'On ships' };
  return { ...one, sheet, hash: sha256(canonical(sheet as never)) };
};

describe('decisions in a row', () => {
  it('follow one another, in whatever order they are given, also without those at the start or the end', () => {
    const [first, second, third] = row();
    expect(chainFaults([third, first, second])).toEqual([]);
    expect(chainFaults([third, second])).toEqual([]);
    expect(chainFaults([third])).toEqual([]);
  });

  it.each([
    ['one in the middle that is missing', () => [row()[0], row()[2]], ['CDC-2026-003 gap']],
    [
      'two that follow the same one',
      () => {
        const [first, second] = row();
        return [first, second, made(3, first.hash)];
      },
      ['CDC-2026-002 twice', 'CDC-2026-003 twice'],
    ],
    [
      'a later one put in place of another',
      () => {
        const [first, , third] = row();
        return [first, made(2, first.hash, { title: 'Other' }), third];
      },
      ['CDC-2026-003 gap'],
    ],
    [
      'an earlier one that is named with another hash',
      () => {
        const [first] = row();
        const named = [{ number: 'CDC-2026-001', hash: 'b'.repeat(64), relation: 'corrects' }];
        return [first, made(2, first.hash, { predecessors: named })];
      },
      ['CDC-2026-002 reference'],
    ],
  ])('tell of %s', (_, files, found) => {
    expect(chainFaults(files())).toEqual(found);
  });

  it('of two bodies are two chains', () => {
    const [first, second] = row();
    const other = made(5, FIRST_PREVIOUS, { body: { code: 'XYZ' }, number: 'XYZ-2026-005' });
    expect(chainFaults([second, other, first])).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    [null, 2026, { year: 2026, sequence: 1 }],
    [{ year: 2026, sequence: 7 }, 2026, { year: 2026, sequence: 8 }],
    [{ year: 2026, sequence: 7 }, 2027, { year: 2027, sequence: 1 }],
    // A clock that is behind does not begin a year again.
    [{ year: 2027, sequence: 1 }, 2026, { year: 2027, sequence: 2 }],
  ])('after %j in %d comes %j', (last, year, next) => expect(placeAfter(last, year)).toEqual(next));

  it('are read as they are written', () => {
    expect(readNumber(decisionNumber('A-B', 2026, 12))).toEqual({ code: 'A-B', year: 2026, sequence: 12 });
    expect(readNumber('CDC-2026-1')).toBeNull();
  });
});
