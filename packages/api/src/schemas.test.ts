import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { email, instant, languageTag, singleLine, text, uuid } from './schemas.ts';

const messages = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

describe('text', () => {
  const schema = text({ min: 1, max: 20 });
  it.each([
    ['kept as typed', '  two\n\tlines  ', []],
    ['empty', '', ['errors.required']],
    ['only spaces', '   ', ['errors.required']],
    ['too long', 'x'.repeat(21), ['errors.tooLong']],
    ['NUL', 'a\u0000b', ['errors.text.nul']],
    ['lone surrogate', 'a\ud800', ['errors.text.surrogate']],
    ['pair', '\ud83d\ude00', []],
    ['bell', 'a\u0007', ['errors.text.control']],
    ['carriage return', 'a\r\nb', ['errors.text.control']],
    ['not a string', 3, ['errors.text.required']],
  ])('%s', (_, value, expected) => expect(messages(schema, value)).toEqual(expected));

  it('keeps what it accepts, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (value) => {
        const result = text({ max: 40 }).safeParse(value);
        expect(!result.success || result.data === value).toBe(true);
      }),
    );
  });

  it('says the limit, so that the portal can', () => {
    const issue = schema.safeParse('x'.repeat(30)).error?.issues[0];
    expect(issue).toMatchObject({ params: { max: 20, length: 30 } });
  });

  it('has a JSON Schema', () => {
    expect(
      z.toJSONSchema(z.object({ schema, email, uuid, languageTag, instant }), { io: 'input' }),
    ).toHaveProperty('properties');
  });
});

describe('singleLine', () => {
  it.each([
    ['plain', 'Żaneta Łącka-Ćwik', []],
    ['line feed', 'a\nb', ['errors.text.lineBreak']],
    ['line separator', 'a\u2028b', ['errors.text.lineBreak']],
    ['right-to-left override', 'abc\u202Efdp.exe', ['errors.text.bidi']],
    ['isolate', 'a\u2066b', ['errors.text.bidi']],
    ['300 characters', 'n'.repeat(300), ['errors.tooLong']],
  ])('%s', (_, value, expected) => expect(messages(singleLine({ max: 200 }), value)).toEqual(expected));
});

describe('the small ones', () => {
  it.each([
    ['Ana.Petrovic@Example.ORG ', 'ana.petrovic@example.org'],
    ['a@b', null],
    ['a b@example.org', null],
    [`${'x'.repeat(250)}@example.org`, null],
    ['żaneta@przykład.example', 'żaneta@przykład.example'],
  ])('email %s', (value, expected) => expect(email.safeParse(value).data ?? null).toBe(expected));

  it.each([
    ['fr', 'fr'],
    ['PT-br', 'pt-BR'],
    ['zh-hant', 'zh-Hant'],
    ['e', null],
    ['', null],
    ['fr_FR', null],
  ])('language %s', (value, expected) => expect(languageTag.safeParse(value).data ?? null).toBe(expected));

  it.each([
    ['2026-11-24T09:30:00Z', true],
    ['2026-11-24T09:30:00+01:00', true],
    ['2026-11-24T09:30:00', false],
    ['yesterday', false],
  ])('instant %s', (value, good) => expect(instant.safeParse(value).success).toBe(good));

  it('uuid', () => {
    expect(uuid.parse('01932B6E-4C1A-7B3C-9D4E-5F60718293A4')).toBe('01932b6e-4c1a-7b3c-9d4e-5f60718293a4');
    expect(messages(uuid, 'x')).toEqual(['errors.id']);
  });
});
