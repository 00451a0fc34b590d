import { afterEach, describe, expect, it, vi } from 'vitest';
import { findText } from './find-text.ts';
import { HELD_TEXTS } from './texts.ts';

const ID = 'c-1';

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, HELD_TEXTS);
});

function documentWith(html: string | null) {
  vi.stubGlobal('document', {
    getElementById: (id: string) => (id === ID && html ? { innerHTML: html } : null),
  });
}

describe('on the server', () => {
  it('is what the answer holds, or what is carried', () => {
    Reflect.set(globalThis, HELD_TEXTS, { getStore: () => new Map([['held', '<p>Held</p>']]) });
    expect(findText({ digest: 'held' }, ID)).toBe('<p>Held</p>');
    expect(findText({ digest: 'carried', html: '<p>Carried</p>' }, ID)).toBe('<p>Carried</p>');
    expect(findText({ digest: 'nowhere' }, ID)).toBeNull();
  });

  it('is never what another answer held', () => {
    Reflect.set(globalThis, HELD_TEXTS, { getStore: () => new Map([['of one', '<p>One</p>']]) });
    expect(findText({ digest: 'of one' }, ID)).toBe('<p>One</p>');
    Reflect.set(globalThis, HELD_TEXTS, { getStore: () => new Map() });
    expect(findText({ digest: 'of one' }, ID)).toBeNull();
  });
});

describe('in a browser', () => {
  it('is taken over from the document, and stays the same string when it is carried later', () => {
    documentWith('<p>It’s here</p>');
    expect(findText({ digest: 'a' }, ID)).toBe('<p>It’s here</p>');
    expect(findText({ digest: 'a', html: '<p>It&rsquo;s here</p>' }, ID)).toBe('<p>It’s here</p>');
  });

  it('is known again after its element has gone', () => {
    documentWith('<p>Gone back to</p>');
    findText({ digest: 'b' }, ID);
    documentWith(null);
    expect(findText({ digest: 'b' }, ID)).toBe('<p>Gone back to</p>');
  });

  it('is the new one where it says something else', () => {
    documentWith('<p>First</p>');
    findText({ digest: 'c' }, ID);
    expect(findText({ digest: 'd', html: '<p>Second</p>' }, ID)).toBe('<p>Second</p>');
  });

  it('is nothing where it is nowhere, so that the page is asked for again', () => {
    documentWith(null);
    expect(findText({ digest: 'e' }, ID)).toBeNull();
  });

  it('lets go of the oldest of a thousand', () => {
    documentWith(null);
    for (let n = 0; n <= 1_000; n += 1) findText({ digest: `many ${n}`, html: `${n}` }, ID);
    expect(findText({ digest: 'many 0' }, ID)).toBeNull();
    expect(findText({ digest: 'many 1000' }, ID)).toBe('1000');
  });
});
