import type { IncomingMessage } from 'node:http';

/**
 * What a request brings, as text; undefined where it is longer than `most` bytes. That is known at its end: a client that
 * is still sending does not hear an answer.
 */
export function bodyText(req: IncomingMessage, most: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    req.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= most) parts.push(part);
      else parts.length = 0;
    });
    req.on('end', () => resolve(size > most ? undefined : Buffer.concat(parts).toString('utf8')));
    req.on('error', reject);
  });
}
