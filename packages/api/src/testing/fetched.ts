import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TestDatabase } from '@concord/db/testing/database';
import type { Endpoint } from '../http/request.ts';
import { requestAs, servicesOf } from './caller.ts';

/** What an endpoint answers somebody, or somebody who is not signed in, at an address. */
export async function fetched(
  [endpoint, test]: readonly [Endpoint, TestDatabase],
  url: string,
  person: { id: string } | null,
): Promise<{ status: number; body: Buffer }> {
  const answer = { status: 0, body: Buffer.alloc(0) };
  const res = {
    setHeader: () => undefined,
    writeHead: (status: number) => {
      answer.status = status;
    },
    end: (body?: Uint8Array | string) => {
      answer.body = Buffer.from(body ?? '');
    },
  };
  const cookie = person ? `concord-session=${(await requestAs(test, person)).sessionToken}` : '';
  const req = { method: 'GET', url, headers: { cookie }, socket: {} } as unknown as IncomingMessage;
  await endpoint(servicesOf(test), req, res as unknown as ServerResponse);
  return answer;
}

/** The lines of an iCalendar file, the folded ones made whole again (RFC 5545 3.1). */
export const unfolded = (body: Buffer) => body.toString().replace(/\r\n /g, '');
