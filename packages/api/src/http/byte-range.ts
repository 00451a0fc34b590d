import type { ByteRange } from '../storage/storage.ts';

/** The stretch a Range header asks for; 'whole' when it asks for none we serve, 'impossible' when it lies outside. */
export function readRange(header: string | undefined, size: number): ByteRange | 'whole' | 'impossible' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match) return 'whole';
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'impossible' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start >= size || start > end ? 'impossible' : { start, end };
}
