import { describe, expect, it } from 'vitest';
import { p, written } from '../../testing/word.ts';
import { pack } from '../../zip.ts';
import { LIMITS, readWord, WordRefused } from './read.ts';

describe('files that are not taken', () => {
  const refused = async (bytes: Buffer) =>
    readWord(bytes).then(
      () => 'taken',
      (error: unknown) => (error instanceof WordRefused ? error.code : String(error)),
    );

  it.each([
    ['a picture', () => Promise.resolve(Buffer.from('\u0089PNG\r\n')), 'notWord'],
    ['an archive of something else', () => pack(new Map([['a.txt', Buffer.from('a')]])), 'notWord'],
    ['a file under a password', () => Promise.resolve(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), 'locked'],
    ['macros', () => written(p(''), { 'word/vbaProject.bin': 'x' }), 'macros'],
    [
      'a template with macros',
      () => written('', { '[Content_Types].xml': '<Types t="macroEnabled"/>' }),
      'macros',
    ],
    ['a document type', () => written(p(''), { 'word/document.xml': '<!DOCTYPE x><w:document/>' }), 'broken'],
    ['torn XML', () => written('<w:p>'), 'broken'],
    [
      'bytes that are no UTF-8',
      async () => pack(new Map([['word/document.xml', Buffer.from([0xff, 0xfe, 0x3c])]])),
      'broken',
    ],
  ])('refuses %s', async (_, made, code) => {
    expect(await refused(await made())).toBe(code);
  });

  it('refuses a bomb before it is unpacked', async () => {
    const zeros = Buffer.alloc(LIMITS.file + 1);
    expect(await refused(await pack(new Map([['word/document.xml', zeros]])))).toBe('tooLarge');
  });
});
