import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@concord/db/ids';
import { createRuntime } from '../../runtime.ts';
import { unpack } from '../../zip.ts';
import { servicesOf } from '../caller.ts';
import type { Vocabulary } from './asking.ts';
import type { Api, World } from './worlds.ts';

/** What is asked at each of the API's own addresses; live events are heard elsewhere, and what only takes something answers nobody. */
export const addresses: Readonly<Record<string, readonly string[]>> = {
  '/api/trpc/': ['/api/trpc/shell.get', '/api/trpc/today.get'],
  '/api/calendar/': [],
  '/api/cohorts/': ['/api/cohorts/:cohortId.csv'],
  '/api/courses/': ['/api/courses/:course/1.zip'],
  '/api/live-sessions/': ['ics', 'csv'].map((ending) => `/api/live-sessions/:liveSessionId.${ending}`),
  '/api/paths/': ['/api/paths/:pathSlug.csv', '/api/paths/:pathSlug.csv?cohort=:cohortId'],
  '/api/quizzes/': ['/api/quizzes/:activityId.csv'],
  '/api/grades.csv': ['/api/grades.csv?course=:course', '/api/grades.csv?cohort=:cohortId'],
  '/api/dashboard.csv': ['/api/dashboard.csv?chart=progress&cohort=:cohortId'],
  '/api/readiness.csv': ['/api/readiness.csv', '/api/readiness.csv?party=:partyId'],
  '/api/credentials/': ['/api/credentials/:credentialId.pdf', '/api/credentials/cohort/:cohortId/1.pdf'],
  '/api/decisions/': ['json', 'docx', 'pdf'].map((ending) => `/api/decisions/:decisionId.${ending}`),
  '/api/texts/': [
    ...['clean', 'bracketed', 'redline'].map((view) => `/api/texts/:textId.docx?view=${view}`),
    '/api/texts/:textId.json',
  ],
  '/api/threads/': ['/api/threads/:threadId.json', '/api/threads/:threadId.docx'],
  '/api/meetings/': ['ics', 'docx', 'json'].map((ending) => `/api/meetings/:meetingId.${ending}`),
  '/api/exercises/': [
    '/api/exercises/calendar.ics',
    ...['calendar.ics', 'badges.pdf', 'injects.xlsx', 'injects.cexf.json'].map(
      (file) => `/api/exercises/:code/${file}`,
    ),
  ],
  '/api/files': ['/api/files/:fileId'],
  '/api/checks': [],
  '/api/xapi/statements': [],
  '/api/events': [],
  '/api/health/': ['/api/health/live', '/api/health/ready'],
};

export type Addresses = Awaited<ReturnType<typeof serve>>;

/** A world's API behind an address of its own. */
export async function serve(world: World) {
  const runtime = await createRuntime(servicesOf(world.test).settings);
  const server = createServer((req, res) => {
    runtime.http(req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = async (key: string, path: string): Promise<string> => {
    const headers = { cookie: `concord-session=${await world.token(key)}` };
    const answer = await fetch(`${origin}${path}`, { headers });
    return `${answer.status} ${await readable(Buffer.from(await answer.arrayBuffer()))}`;
  };
  return {
    get,
    /** Somebody's dates, as their own calendar program reads them. */
    calendar: async (key: string) => {
      const secret = newId().replaceAll('-', '').padEnd(43, 'x');
      const api: Api = await world.as(key);
      await api.calendar.open({ commandId: newId(), secret });
      return get(key, `/api/calendar/${secret}.ics`);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await runtime.close();
    },
  };
}

/**
 * What a file says: an archive (Word, Excel, a course) as the text of all its parts, a calendar with its lines whole, and
 * without the time at which it was written.
 */
async function readable(bytes: Buffer): Promise<string> {
  const text = bytes.toString('latin1');
  if (text.startsWith('%PDF')) return text.replace(WRITTEN_PDF, '');
  if (!text.startsWith('PK')) return text.replace(/\r\n[ \t]/g, '').replace(WRITTEN_ICS, '');
  const parts = [...(await unpack(bytes))].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString('utf8')}`).join('\n');
  return words.replace(WORD_ID, '').replace(WALL_TIME, '');
}

const WRITTEN_PDF = /\(D:\d{14}Z\)|\/ID \[.*\]/g;
const WRITTEN_ICS = /DTSTAMP:\w+/g;
/** Word's own counter, and the time at which a file was taken out as its foot says it. */
const [WORD_ID, WALL_TIME] = [/ w:id="\d+"/g, /(?<![T:\d])\d\d:\d\d(?![:\d])/g];

/** An address with what the words say in place of names, or with one of them replaced. */
export function filled(
  address: string,
  words: Vocabulary,
  more: Readonly<Record<string, string>> = {},
): string {
  return address.replace(/:([a-zA-Z]+)/g, (_, name) => more[name] ?? words[name]?.chosen ?? name);
}
