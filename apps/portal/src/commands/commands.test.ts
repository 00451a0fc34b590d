import { describe, expect, it } from 'vitest';
import { readFailure } from './failure.ts';
import { Intent } from './intent.ts';
import { type ErrorWords, failureWords } from './words.ts';

describe('an intent', () => {
  let made = 0;
  const intent = () => new Intent(() => `id-${++made}`);

  it('keeps its id while the same is sent again', () => {
    const one = intent();
    expect(one.idFor({ name: 'a' })).toBe(one.idFor({ name: 'a' }));
  });

  it('is another when what is sent has changed', () => {
    const one = intent();
    expect(one.idFor({ name: 'a' })).not.toBe(one.idFor({ name: 'b' }));
  });

  it('is another once it has had its effect, even with the same input', () => {
    const one = intent();
    const first = one.idFor({ name: 'a' });
    one.settle();
    expect(one.idFor({ name: 'a' })).not.toBe(first);
  });
});

const known: Record<string, string> = {
  'errors.offline': 'No connection',
  'errors.unknown': 'Failed',
  'errors.CONFLICT': 'Changed meanwhile',
  'errors.thread.closed': 'Closed on {date}',
  'errors.invalid': 'Not right',
  'errors.tooLong': 'At most {max}',
};
const words: ErrorWords = Object.assign(
  (key: string, params: Record<string, string | number> = {}) =>
    (known[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name])),
  { has: (key: string) => key in known },
);

describe('a failure in words', () => {
  it('without an answer is a lost connection', () => {
    expect(failureWords(readFailure(new TypeError('fetch failed')), words)).toEqual({
      message: 'No connection',
      entries: [],
      key: 'offline',
    });
  });

  it('uses the words of its key, then of its code, then plain ones', () => {
    const say = (data: object) => failureWords(readFailure({ data }), words).message;
    expect(say({ code: 'CONFLICT', messageKey: 'thread.closed', params: { date: '3 May' } })).toBe(
      'Closed on 3 May',
    );
    expect(say({ code: 'CONFLICT', messageKey: 'not.known' })).toBe('Changed meanwhile');
    expect(say({ code: 'TEAPOT' })).toBe('Failed');
  });

  it('names each field at fault', () => {
    const data = {
      code: 'BAD_REQUEST',
      messageKey: 'fields',
      fields: [
        { path: 'name', key: 'tooLong', params: { max: 300 } },
        { path: 'until', key: 'strange' },
        { path: 'quota', key: 'thread.closed', params: { date: '3 May' } },
        { nonsense: true },
      ],
    };
    expect(failureWords(readFailure({ data }), words)).toEqual({
      message: null,
      key: 'fields',
      entries: [
        { path: 'name', message: 'At most 300', plain: true },
        { path: 'until', message: 'Not right', plain: true },
        { path: 'quota', message: 'Closed on 3 May', plain: false },
      ],
    });
  });
});
